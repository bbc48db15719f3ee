"""What a layout looks like: with invented data, and with the longest, the shortest and the rarest name of a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import select

from qc_desktop.documents.announcing import Announcing, announcement_bytes
from qc_desktop.documents.labels.layout import label_of
from qc_desktop.documents.layout import Design, Layout
from qc_desktop.documents.layout.braces import stray_braces
from qc_desktop.documents.layout.forms import form_of
from qc_desktop.documents.layout.model import page_of
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.papers import paper_bytes
from qc_desktop.documents.preview import page_count, page_png
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.documents.sheets import DRAFT, Appearance, Sheet
from qc_desktop.documents.types import CELL, LETTER
from qc_desktop.documents.types.announcement import ANNOUNCEMENT
from qc_desktop.domain.certificates import CertificateKind
from qc_desktop.domain.dates import last_valid_day
from qc_desktop.domain.findings import Finding, errors
from qc_desktop.domain.rarity import rarity
from qc_desktop.domain.records import Record, RecordValue
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.certificates.candidates import candidates
from qc_desktop.services.certificates.previewing import PLACEHOLDER_DIGITS, blank_number
from qc_desktop.services.certificates.printing import appearance
from qc_desktop.services.labels import layout_preview, presets
from qc_desktop.services.layouts.checking import of_seal
from qc_desktop.services.layouts.choosing import in_use
from qc_desktop.services.layouts.equipping import equipped
from qc_desktop.services.layouts.versions import USUAL_DPI
from qc_desktop.services.office import Office
from qc_desktop.services.papers.records import KINDS, records
from qc_desktop.storage.merged import not_merged
from qc_desktop.storage.tables import Campaign, Company, Participation

_ONLY_SHOWN = {
    "documents.overfull": "layout.too_long",
    "paper.overfull": "layout.too_long",
    "documents.glyph": "layout.glyph",
    "paper.glyph": "layout.glyph",
}
"""What is said of a page that is only looked at, in the place of what is said of one that is printed."""
_ANY_PREFIX = "https://example.org/v/#"
"""Stands in the QR of a page that is only looked at, where no address is set yet."""


_ROSTER = (
    (("序号", 6.0), ("企业名称", 34.0), ("省份", 13.0)),
    tuple((str(number), f"示例{name}有限公司", "示例省") for number, name in enumerate(("青禾电器", "白露食品"), 1)),
)
"""What stands in the annex of an announcement that is only looked at: headings with their shares, and rows."""


class Whose(StrEnum):
    """Whose certificate is shown; a bare one is invented and says no more than it must."""

    SAMPLE = "sample"
    LONGEST = "longest"
    SHORTEST = "shortest"
    RAREST = "rarest"
    BARE = "bare"


@dataclass(frozen=True)
class Shown:
    """A page as a PNG, which it is of how many, or the reason why there is none; ``found`` would spoil it on paper."""

    png: bytes
    problem: UserError | None = None
    page: int = 1
    pages: int = 1
    found: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class LabelShown(Shown):
    """A label likewise; ``without_room`` tells of all sheets on which such labels have none, None where none would be
    made."""

    without_room: tuple[UserError, ...] | None = None


def holders(office: Office, year: int) -> Mapping[Whose, str]:
    """Of the year's companies the participations with the longest, the shortest and the rarest name; {} for none."""
    query = (
        select(Participation.id, Company.name)
        .join(Company, Company.id == Participation.company_id)
        .join(Campaign, Campaign.id == Participation.campaign_id)
        .where(Campaign.campaign_year == year, not_merged(Company.id))
    )
    with office.store.reading() as session:
        found = [(row_id, name) for row_id, name in session.execute(query)]
    if not found:
        return {}
    return {
        Whose.LONGEST: max(found, key=lambda one: len(one[1]))[0],
        Whose.SHORTEST: min(found, key=lambda one: len(one[1]))[0],
        Whose.RAREST: max(found, key=lambda one: rarity(one[1]))[0],
    }


def record_for(
    office: Office, layout: Layout, participation_id: str = "", *, bare: bool = False
) -> dict[str, RecordValue]:
    """What the page of a participation would say today; without one, or for another kind, an invented record.

    A ``bare`` one has no more than what such a document must say.
    """
    today = office.today
    record = sample_record(layout)
    if bare:
        must = document_type(layout.kind).required
        record = {name: value for name, value in record.items() if name in must}
    if participation_id and layout.kind == CertificateKind.PLEDGE_DISPLAY:
        with office.store.reading() as session:
            campaign = session.get_one(Campaign, session.get_one(Participation, participation_id).campaign_id)
            issuer = preferences.issuer_line(office) or str(record.get("issuer", ""))
            (candidate,) = candidates(session, campaign, [participation_id], layout, issuer)
            record = {**candidate.fields, "expires": last_valid_day(today, campaign.validity_years).isoformat()}
        record["issued"] = today.isoformat()
    if participation_id and layout.kind in KINDS:
        record = _of_company(office, layout, participation_id)
    elif participation_id and document_type(layout.kind).group == LETTER and "holder" in record:
        record["holder"] = _company(office, participation_id)
    number = blank_number(preferences.get(office, preferences.NUMBER_PATTERN), today.year)
    return {**record, "number": number, "template": layout.sha256}


def _of_company(office: Office, layout: Layout, participation_id: str) -> dict[str, RecordValue]:
    """What one of a company's papers would say, with its holes; its contacts are no business of a preview."""
    with office.store.reading() as session:
        row = session.get_one(Participation, participation_id)
        return next(records(office, session, layout, [row.company_id], row.campaign_id))


def page(
    office: Office,
    layout: Design,
    participation_id: str = "",
    dpi: float = 96.0,
    *,
    bare: bool = False,
    number: int = 1,
) -> Shown:
    """The page as it would be printed, marked as a draft, the scan of its stock below it; of labels a sheet of them.

    It is the page ``number``, or the nearest there is; ``bare`` as for :func:`record_for`.
    What cannot be printed is answered with the reason, not raised: a layout in the making is often wrong for a moment.
    """
    try:
        able = _able(office, layout)
        if document_type(layout.kind).form == CELL:
            return Shown(_sheet(office, able, dpi))
        paged = page_of(able)
        shown = _page(office, paged, record_for(office, paged, participation_id, bare=bare), dpi, number)
        found = [*form_of(paged).on_paper(paged, USUAL_DPI), *of_seal(office, paged)]
        return replace(shown, found=tuple(errors(found)))
    except UserError as problem:
        return Shown(b"", _of_layout(problem))


def with_clauses(office: Office, clauses: Sequence[str], dpi: float = 96.0) -> Shown:
    """The certificate of an invented company as the layout in use makes it of these short ``clauses``."""
    try:
        layout = in_use(office, CertificateKind.PLEDGE_DISPLAY.value)
        record = record_for(office, layout)
        issuer = preferences.issuer_line(office) or record["issuer"]
        return _page(office, layout, {**record, "issuer": issuer, "pledge_text": list(clauses)}, dpi, 1)
    except UserError as problem:
        return Shown(b"", _of_layout(problem))


def _of_layout(problem: UserError) -> UserError:
    """``problem`` as it is said of a layout that is only looked at: nothing was to be printed, nothing is voided."""
    return UserError(_ONLY_SHOWN.get(problem.code, problem.code), **problem.params)


def label(
    office: Office, layout: Design, participation_id: str, preset: str, *, hidden: bool, dpi: float
) -> LabelShown:
    """One label on ``preset``, of a participation's company; and on which other sheets such labels have no room."""
    company, sheet = _company(office, participation_id), presets.preset(office, preset)
    try:
        able = label_of(_able(office, layout))
    except UserError as problem:
        return LabelShown(b"", problem)
    found = tuple(stray_braces(able))
    without = tuple(layout_preview.without_room(office, able, hidden=hidden, company=company))
    try:
        png = layout_preview.label_png(able, sheet, hidden=hidden, company=company, dpi=dpi)
    except UserError as problem:
        return LabelShown(b"", problem, without_room=without)
    return LabelShown(png, found=found, without_room=without)


def _company(office: Office, participation_id: str) -> str:
    if not participation_id:
        return ""
    with office.store.reading() as session:
        return session.get_one(Company, session.get_one(Participation, participation_id).company_id).name


def _able(office: Office, layout: Design) -> Design:
    """``layout`` if it can be used, with what it names. Raises UserError."""
    form_of(layout).check(layout)
    with office.store.reading() as session:
        return equipped(office, session, layout)


def _page(office: Office, layout: Layout, record: Record, dpi: float, number: int) -> Shown:
    look = replace(appearance(office), preview=True, mark=DRAFT, background=True)
    made = _rendered(office, layout, record, look)
    pages = page_count(made)
    there = min(max(1, number), pages)
    return Shown(page_png(made, there - 1, dpi), page=there, pages=pages)


def _sheet(office: Office, layout: Design, dpi: float) -> bytes:
    return layout_preview.sheet_png(label_of(layout), presets.everything(office)[0], dpi)


def _rendered(office: Office, layout: Layout, record: Record, look: Appearance) -> bytes:
    if layout.kind == ANNOUNCEMENT.kind:
        return announcement_bytes(Announcing(record, layout, *_ROSTER, look))
    if not document_type(layout.kind).is_numbered:
        return paper_bytes(record, layout, look)
    return render_bytes(Sheet(record, _prefix(office), PLACEHOLDER_DIGITS), {layout.sha256: layout}, look)


def _prefix(office: Office) -> str:
    return str(preferences.get(office, "verification_prefix") or _ANY_PREFIX)
