"""What one form holds, saved as one step: a company and, where its letter has come, its pledge of the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.text import clean_name
from qc_desktop.services import history
from qc_desktop.services.campaigns.pledging import enter_many
from qc_desktop.services.companies import distinct, editing
from qc_desktop.services.companies.details import CompanyDetail, ContactRow, FormerNameRow
from qc_desktop.services.office import Office


@dataclass(frozen=True)
class Entry:
    """A filled form. ``company_id`` is empty for a new company; None for a list leaves what is there.

    With ``pledge`` the company takes part in the campaign ``campaign_id`` and its pledge goes into review. Companies in
    ``different`` look like this one and were said not to be it.
    """

    draft: CompanyDraft
    company_id: str = ""
    row_version: int = 0
    former_names: Sequence[FormerNameRow] | None = None
    contacts: Sequence[ContactRow] | None = None
    campaign_id: str = ""
    pledge: PledgeDraft | None = None
    different: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entered:
    """The company as saved, and the command that Undo would take back: 0 where nothing was changed."""

    detail: CompanyDetail
    command: int


def enter(office: Office, entry: Entry) -> Entered:
    """Saves ``entry`` in one transaction. Raises UserError as editing.save and pledging.enter do; then nothing is."""
    with office.writing(_name(entry), name=clean_name(entry.draft.name)) as work:
        detail = editing.write(
            office, work, entry.draft, entry.company_id, entry.row_version, entry.former_names, entry.contacts
        )
        if entry.pledge is not None:
            enter_many(work, entry.campaign_id, {detail.id: entry.pledge}, Stage.MATERIAL_REVIEW)
        for other in entry.different:
            distinct.note(work.session, detail.id, other)
        seq = work.command.seq
    last = history.next_undo(office)
    return Entered(detail, seq if last is not None and last.seq == seq else 0)


def _name(entry: Entry) -> str:
    if not entry.company_id:
        return "company_add"
    return "company_change" if entry.pledge is None else "pledge_enter"
