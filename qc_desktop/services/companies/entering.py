"""What one form holds, saved as one step: a company and, where its letter has come, its pledge of the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.text import clean_name
from qc_desktop.errors import UserError
from qc_desktop.services import history
from qc_desktop.services.campaigns.pledging import PledgeRow, enter_many, row_of
from qc_desktop.services.companies import distinct, editing
from qc_desktop.services.companies.details import CompanyDetail, ContactRow, FormerNameRow, detail_of
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Company


@dataclass(frozen=True)
class Entry:
    """A filled form. ``company_id`` is empty for a new company; None for a list leaves what is there.

    With ``pledge`` the company takes part in the campaign ``campaign_id`` and its pledge goes into review. Companies in
    ``different`` look like this one and were said not to be it. ``seen`` and ``pledge_seen`` are what the form showed:
    where the records say something else by now of what is written, nothing is; without ``seen`` nobody looked.
    """

    draft: CompanyDraft
    company_id: str = ""
    row_version: int = 0
    former_names: Sequence[FormerNameRow] | None = None
    contacts: Sequence[ContactRow] | None = None
    campaign_id: str = ""
    pledge: PledgeDraft | None = None
    different: tuple[str, ...] = ()
    seen: CompanyDetail | None = None
    pledge_seen: PledgeRow | None = None


@dataclass(frozen=True)
class Entered:
    """The company and its pledge as saved, and the command that Undo would take back: 0 where nothing was changed."""

    detail: CompanyDetail
    command: int
    pledge: PledgeRow | None = None


def enter(office: Office, entry: Entry) -> Entered:
    """Saves ``entry`` in one transaction. Raises UserError as editing.save and pledging.enter do; then nothing is."""
    with office.writing(_name(entry), name=clean_name(entry.draft.name)) as work:
        if entry.seen is not None:
            _refuse_unseen(work.session, entry, entry.seen)
        detail = editing.write(
            office, work, entry.draft, entry.company_id, entry.row_version, entry.former_names, entry.contacts
        )
        if entry.pledge is not None:
            enter_many(work, entry.campaign_id, {detail.id: entry.pledge}, Stage.MATERIAL_REVIEW)
        for other in entry.different:
            distinct.note(work.session, detail.id, other)
        seq, pledge = work.command.seq, row_of(work.session, entry.campaign_id, detail.id)
    last = history.next_undo(office)
    return Entered(detail, seq if last is not None and last.seq == seq else 0, pledge)


def _refuse_unseen(session: Session, entry: Entry, seen: CompanyDetail) -> None:
    """Raises UserError where a list or the pledge that ``entry`` writes was changed: no version tells of that."""
    company = session.get(Company, entry.company_id)
    if company is None or company.row_version != entry.row_version:  # refused when it is written
        return
    now = detail_of(company)
    contacts = entry.contacts is not None and set(now.contacts) != set(seen.contacts)
    former = entry.former_names is not None and set(now.former_names) != set(seen.former_names)
    stored = row_of(session, entry.campaign_id, company.id) if entry.pledge is not None else None
    if contacts or former or (entry.pledge is not None and _said(stored) != _said(entry.pledge_seen)):
        raise UserError("store.changed_meanwhile")


def _said(row: PledgeRow | None) -> tuple[PledgeDraft, Stage | None]:
    """What a pledge says and where it stands in the review; nobody minds that a company was invited meanwhile."""
    return (row.pledge, row.stage if row.entered else None) if row else (PledgeDraft(), None)


def _name(entry: Entry) -> str:
    if not entry.company_id:
        return "company_add"
    return "company_change" if entry.pledge is None else "pledge_enter"
