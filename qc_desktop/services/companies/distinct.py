"""不是同一家: companies that look alike and are different, remembered so that nobody is asked again."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Company, DistinctCompanies


def mark(office: Office, one: str, other: str) -> int:
    """Remembers that ``one`` and ``other`` are different companies; returns the command that takes it back.

    0 where it was known. Raises UserError where one of them is gone, or both are one.
    """
    if one == other:
        raise UserError("merge.same")
    first, second = sorted((one, other))
    with office.store.reading() as session:
        if _pair(session, first, second) is not None:
            return 0
    with office.writing("companies_distinct", first=first, second=second) as work:
        note(work.session, one, other)
        return work.command.seq


def note(session: Session, one: str, other: str) -> None:
    """What :func:`mark` does, as a part of a command. Raises UserError where one of them is gone."""
    first, second = sorted((one, other))
    if any(session.get(Company, company_id) is None for company_id in (first, second)):
        raise UserError("company.gone")
    if _pair(session, first, second) is None:
        session.add(DistinctCompanies(first_id=first, second_id=second))


def _pair(session: Session, first: str, second: str) -> DistinctCompanies | None:
    same = (DistinctCompanies.first_id == first, DistinctCompanies.second_id == second)
    return session.scalars(select(DistinctCompanies).where(*same)).first()


def pairs(session: Session) -> set[tuple[str, str]]:
    """All pairs known to be different, the smaller id first."""
    return {
        (first, second)
        for first, second in session.execute(select(DistinctCompanies.first_id, DistinctCompanies.second_id))
    }


def of_company(session: Session, company_id: str) -> list[DistinctCompanies]:
    """What is known to be different from ``company_id``."""
    either = or_(DistinctCompanies.first_id == company_id, DistinctCompanies.second_id == company_id)
    return list(session.scalars(select(DistinctCompanies).where(either)))


def take_over(session: Session, kept_id: str, other_id: str) -> None:
    """What was different from ``other_id`` is different from ``kept_id``, into which it is merged."""
    known = pairs(session)
    for row in of_company(session, other_id):
        third = row.second_id if row.first_id == other_id else row.first_id
        session.delete(row)
        first, second = sorted((kept_id, third))
        if third != kept_id and (first, second) not in known:
            known.add((first, second))
            session.add(DistinctCompanies(first_id=first, second_id=second))
    session.flush()
