"""Papers made: for chosen companies in one PDF, or a file each in a folder; what cannot be made is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.documents.layout.saying import unsaid
from qc_desktop.documents.papers import Imposed, Papers, render_paper_files, render_papers
from qc_desktop.documents.preflight import check_paper
from qc_desktop.domain.document_names import DocumentName
from qc_desktop.domain.file_names import numbered_names
from qc_desktop.domain.findings import FieldName, Finding, error, warning
from qc_desktop.domain.label_sheets import SheetMemory, check_memory, memory_after, sheet_count
from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.errors import UserError
from qc_desktop.messages import messages
from qc_desktop.services import preferences, worded
from qc_desktop.services.certificates.places import is_other_kind
from qc_desktop.services.certificates.pre_printed import UNMARKED
from qc_desktop.services.certificates.printing import colours
from qc_desktop.services.labels import presets
from qc_desktop.services.layouts.checking import demand_variables
from qc_desktop.services.layouts.choosing import in_use_by
from qc_desktop.services.papers.records import (
    ENVELOPES,
    INVITATION,
    KINDS,
    LABEL,
    MEMBERSHIP,
    OF_CAMPAIGN,
    PLEDGE,
    POST,
    blank,
    records,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from qc_desktop.documents.layout import Layout
    from qc_desktop.domain.records import RecordValue
    from qc_desktop.services.office import Office

STEP = "papers_check"
PDF = ".pdf"
_NAMED = 3
"""How many of the companies that get no paper are named in a sentence."""


@dataclass(frozen=True)
class PaperOrder:
    """Papers of ``kind`` for ``company_ids``, about a campaign where the kind is about one.

    ``blank``: the pledge letter once, to be filled in by hand. ``contacts`` puts a company's first contact on its
    post, which is noted. ``preset`` and ``start`` are the sheet of address labels; ``deadline`` goes before that of
    the campaign; ``on_stock`` leaves out what is pre-printed.
    """

    kind: str
    company_ids: tuple[str, ...] = ()
    campaign_id: str = ""
    blank: bool = False
    contacts: bool = False
    preset: str = ""
    start: SheetMemory | None = None
    deadline: dt.date | None = None
    on_stock: bool = False

    @property
    def with_contacts(self) -> bool:
        """Whether personal data goes onto paper."""
        return self.contacts and self.kind in POST


@dataclass(frozen=True)
class Withheld:
    """A company whose paper cannot be made, and why."""

    name: str
    finding: Finding


@dataclass(frozen=True)
class Made:
    """Papers that were made, ``sheets`` of labels they take, who got none, and what is to be remarked on all."""

    path: Path
    made: int
    sheets: int = 0
    withheld: tuple[Withheld, ...] = ()
    remarks: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Prospect:
    """What would come of an order: how many papers, who would get none, whether envelopes say where from, the sheet of
    address labels with the place where it goes on, and what is to be remarked on all papers."""

    ready: int
    withheld: tuple[Withheld, ...] = ()
    has_sender: bool = True
    sheet: Imposed | None = None
    remarks: tuple[Finding, ...] = ()


def look_ahead(office: Office, order: PaperOrder) -> Prospect:
    """What :func:`make` would make of ``order``; nothing is written or noted. Raises UserError for an unknown kind."""
    _check(office, order)
    with office.store.reading() as session:
        layout = in_use_by(office, session, order.kind)
        made, withheld = finish(_records(office, session, layout, order))
    has_sender = order.kind not in ENVELOPES or bool(preferences.get(office, "sender_address"))
    sheet, remarks = _imposed(office, order), _remarks(office, order, layout, made)
    return Prospect(len(made), tuple(withheld), has_sender, sheet, remarks)


def make(office: Office, order: PaperOrder, path: Path) -> Job[Made]:
    """Makes the papers of ``order``: in the file ``path`` where it ends in .pdf, else a file each in that folder.

    A company whose paper lacks something that it must say is withheld and named. Closing the generator leaves
    nothing, and nothing is noted. Raises UserError for an unknown kind, a deadline that is over, where nobody is left,
    labels that are too small, and a place that cannot be written.
    """
    _check(office, order)
    _check_place(path)
    with office.store.reading() as session:
        layout = in_use_by(office, session, order.kind)
        made, withheld = yield from _records(office, session, layout, order)
    if not made:
        raise _why(withheld)
    imposed = _imposed(office, order)
    papers = Papers(made, len(made), layout, _title(order), preferences.issuer_line(office), imposed=imposed)
    papers = replace(papers, appearance=replace(colours(office), on_stock=order.on_stock))
    if order.with_contacts:
        _note(office, order, len(made))  # who has seen them is known even where the paper fails in the end
    if path.suffix.lower() == PDF:
        yield from render_papers(papers, path)
    else:
        yield from render_paper_files(papers, _names(order, made), path)
    sheets = _remember(office, imposed, len(made))
    if not order.with_contacts:
        _note(office, order, len(made))
    return Made(path, len(made), sheets, tuple(withheld), _remarks(office, order, layout, made))


def _remarks(
    office: Office, order: PaperOrder, layout: Layout, made: Sequence[dict[str, RecordValue]]
) -> tuple[Finding, ...]:
    """What is odd about all papers alike: sentences left out for want of what they say, a deadline over already."""
    found: list[Finding] = [UNMARKED] if order.on_stock and not layout.has_stock else []
    if not made or order.kind not in OF_CAMPAIGN:
        return tuple(found)
    missing = unsaid(layout, made[0])
    if missing:
        found.append(warning("paper.unsaid", what=list(map(FieldName, missing))))
    deadline = str(made[0].get("deadline", ""))
    if deadline and deadline < office.today.isoformat():
        found.append(warning("paper.deadline_over", day=deadline))
    return tuple(found)


def _check_place(path: Path) -> None:
    if is_other_kind(path):
        raise UserError("paper.out_no_pdf", path=path)
    if path.suffix.lower() != PDF and path.exists() and not path.is_dir():
        raise UserError("paper.out_is_file", path=path)


def _why(withheld: Sequence[Withheld]) -> UserError:
    """Why there is no paper at all: what stopped the first company, and how many others with it."""
    if not withheld:
        return UserError("paper.nobody")
    first = withheld[0].finding
    why = UserError(first.code, **first.params)
    if len(withheld) == 1:
        return why
    names = [one.name for one in withheld[:_NAMED]]
    code = "paper.none_of" if len(withheld) <= _NAMED else "paper.none_of_many"
    if any(one.finding != first for one in withheld):
        code = "paper.none_for_reasons"
    return UserError(code, count=len(withheld), names=names, first=names[0], why=why)


def _note(office: Office, order: PaperOrder, count: int) -> None:
    about = {"document": order.kind, "count": count, "contacts": order.with_contacts}
    with office.writing("papers_make", undoable=False, **about):
        pass


def _check(office: Office, order: PaperOrder) -> None:
    if order.kind not in KINDS:
        raise UserError("paper.unknown", kind=order.kind, known=[DocumentName(known) for known in KINDS])
    if order.blank and order.kind != PLEDGE:
        raise UserError("paper.not_blank", kind=DocumentName(order.kind))
    if order.kind in OF_CAMPAIGN and not order.campaign_id:
        raise UserError("campaign.none")
    if order.kind != LABEL and (order.preset or order.start):
        raise UserError("paper.no_labels", kind=DocumentName(order.kind))
    if order.deadline and order.deadline < office.today:
        raise UserError("paper.deadline_past", day=order.deadline.isoformat())


def _records(
    office: Office, session: Session, layout: Layout, order: PaperOrder
) -> Job[tuple[list[dict[str, RecordValue]], list[Withheld]]]:
    """The records that can be printed, and who is withheld. Raises UserError for a variable spoiled in the layout, and
    for wording without a reason."""
    demand_variables(layout)
    if order.kind not in POST:
        year = order.campaign_id if order.kind in OF_CAMPAIGN else ""
        notice, pledged = order.kind == INVITATION, order.kind == PLEDGE
        worded.demand(session, worded.on_letter(session, year, notice=notice, pledged=pledged))
    if order.blank:
        return [blank(office, session, layout, order.campaign_id, order.deadline)], []
    made: list[dict[str, RecordValue]] = []
    withheld: list[Withheld] = []
    about = order.campaign_id, order.deadline
    found = records(office, session, layout, order.company_ids, *about, contacts=order.with_contacts)
    for done, record in enumerate(found, 1):
        findings = check_paper(record, layout) or list(_ended(office, order, record))
        if findings:
            withheld.append(Withheld(str(record.get("holder", "")), findings[0]))
        else:
            made.append(record)
        yield Progress(STEP, done, len(order.company_ids))
    return made, withheld


def _ended(office: Office, order: PaperOrder, record: Mapping[str, RecordValue]) -> Iterator[Finding]:
    """A certificate made today says nothing of a membership that is over."""
    until = str(record.get("term_until", ""))
    if order.kind == MEMBERSHIP and until and until < office.today.isoformat():
        yield error("paper.membership_over", "term_until", until, day=until)


def _imposed(office: Office, order: PaperOrder) -> Imposed | None:
    if order.kind != LABEL or not order.preset:
        return None
    preset = presets.preset(office, order.preset)
    start = order.start or presets.memory(office, preset, presets.ADDRESSES)
    return Imposed(preset, check_memory(preset, start))


def _remember(office: Office, imposed: Imposed | None, count: int) -> int:
    """Notes where the part-used sheet goes on; returns how many sheets were taken."""
    if imposed is None:
        return 0
    after = memory_after(imposed.preset, imposed.start, count)
    presets.remember(office, imposed.preset, after, presets.ADDRESSES)
    return sheet_count(imposed.preset, imposed.start, count)


def _title(order: PaperOrder) -> str:
    return messages("zh_CN").text(f"document.{order.kind}")


def _names(order: PaperOrder, made: Sequence[dict[str, RecordValue]]) -> Iterator[str]:
    """``企业名_邀请函.pdf``, no two alike."""
    taken: set[str] = set()
    ending = f"_{_title(order).partition('（')[0]}{PDF}"
    for record in made:
        names = numbered_names(str(record.get("holder", "空白")), ending)
        name = next(name for name in names if name not in taken)
        taken.add(name)
        yield name
