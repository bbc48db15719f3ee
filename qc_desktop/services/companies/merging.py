"""合并: two records of one company become one, as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.merging import COLUMNS
from qc_desktop.domain.search import sort_key
from qc_desktop.domain.text import name_key
from qc_desktop.errors import UserError
from qc_desktop.services.companies.merge_plan import plan_within
from qc_desktop.services.companies.moving import move_belongings, move_participations
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Company, FormerName


@dataclass(frozen=True)
class Merged:
    """The company that stayed, and the command that takes the merging back."""

    id: str
    name: str
    command: int


def merge(
    office: Office,
    kept_id: str,
    other_id: str,
    take: Collection[str] | None = None,
    versions: tuple[int, int] | None = None,
) -> Merged:
    """Merges ``other_id`` into ``kept_id``; ``take`` names the fields whose value comes from the other one.

    Without ``take`` what the kept one leaves empty is taken. With ``versions`` both must be as last seen. The other row
    stays for what was issued to it. Raises UserError where one of them is gone or changed, for an unknown field, and
    where both have something in one campaign that cannot be one company's.
    """
    if unknown := sorted(set(take or ()) - set(COLUMNS)):
        raise UserError("merge.unknown_field", field=unknown[0], known=list(COLUMNS))
    with office.writing("companies_merge", kept=kept_id, other=other_id) as work:
        session = work.session
        planned = plan_within(session, kept_id, other_id)
        if versions not in (None, (planned.kept.row_version, planned.other.row_version)):
            raise UserError("store.changed_meanwhile")
        if planned.refusal:
            raise planned.refusal
        chosen = {pair.field for pair in planned.fields if pair.take_other} if take is None else set(take)
        kept, other = session.get_one(Company, kept_id), session.get_one(Company, other_id)
        move_participations(session, planned)
        move_belongings(session, kept_id, other_id)
        _join_names(session, kept, other, chosen)
        _take(session, kept, other, chosen)
        for earlier in session.scalars(select(Company).where(Company.merged_into_id == other_id)):
            earlier.merged_into_id = kept_id
        other.merged_into_id = kept_id
        session.flush()
        return Merged(kept.id, kept.name, work.command.seq)


def _join_names(session: Session, kept: Company, other: Company, chosen: Collection[str]) -> None:
    """The former names of both, and the name that is given up, become the kept one's former names."""
    name, given_up = (other.name, kept.name) if "name" in chosen else (kept.name, other.name)
    theirs = select(FormerName).where(FormerName.company_id == other.id)
    mine = select(FormerName.name).where(FormerName.company_id == kept.id)
    known = {name_key(name), *map(name_key, session.scalars(mine))}
    for former in session.scalars(theirs).all():
        if name_key(former.name) not in known:
            known.add(name_key(former.name))
            former.company_id = kept.id
    if name_key(given_up) not in known:
        session.add(FormerName(company_id=kept.id, name=given_up, until=None))
    session.flush()


def _take(session: Session, kept: Company, other: Company, chosen: Collection[str]) -> None:
    for field in chosen:
        if field == "uscc":
            _swap_codes(session, kept, other)
            continue
        for column in COLUMNS[field]:
            setattr(kept, column, getattr(other, column))
    kept.name_key, kept.sort_key = name_key(kept.name), sort_key(kept.name)
    session.flush()


def _swap_codes(session: Session, kept: Company, other: Company) -> None:
    """The code that is given up stays with the other row, so that lists with it still find the company."""
    mine, theirs = kept.uscc, other.uscc
    for company, code in ((other, None), (kept, theirs), (other, mine)):
        company.uscc = code
        session.flush()
