"""What belongs to a company goes over to the one it is merged into; what that one has already stays behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.merging import YearOutcome
from qc_desktop.services.companies.distinct import take_over
from qc_desktop.services.companies.merge_plan import MergePlan, YearPlan
from qc_desktop.storage.tables import (
    Contact,
    CustomValue,
    DuesEntry,
    MembershipTerm,
    Participation,
    Pledge,
    PledgeProduct,
    Product,
    Reminder,
    SavedListEntry,
    Scan,
    UsageAgreement,
)

_SAME: dict[type[Any], Callable[[Any], object]] = {
    Contact: lambda row: (row.name, row.phone, row.email),
    MembershipTerm: lambda row: (row.member_tier, row.starts_on, row.ends_on),
    DuesEntry: lambda row: row.dues_year,
    CustomValue: lambda row: row.field_id,
    SavedListEntry: lambda row: row.list_id,
    Scan: lambda row: (row.sha256, row.participation_id),
    UsageAgreement: lambda row: row.agreement_no,
}
"""What belongs to a company, and by what two of them are the same."""


def move_participations(session: Session, planned: MergePlan) -> None:
    """Brings the other company's participations over; of two in one campaign only one is counted from then on."""
    for year in planned.years:
        if year.outcome is YearOutcome.KEPT_STAYS and year.kept:
            _hand_over(session, year.other.participation_id, year.kept.participation_id)
            continue
        if year.outcome is YearOutcome.OTHER_STAYS:
            _give_up(session, year)
        session.get_one(Participation, year.other.participation_id).company_id = planned.kept.id
        session.flush()


def _give_up(session: Session, year: YearPlan) -> None:
    """Removes the kept company's participation, on which nothing was ever issued; undo brings it back."""
    if year.kept is None:
        return
    _hand_over(session, year.kept.participation_id, year.other.participation_id)
    for pledge in session.scalars(select(Pledge).where(Pledge.participation_id == year.kept.participation_id)):
        session.delete(pledge)
    session.flush()
    session.delete(session.get_one(Participation, year.kept.participation_id))
    session.flush()


def _hand_over(session: Session, left: str, stays: str) -> None:
    """Scans and reminders of the participation ``left`` belong to the one that ``stays``."""
    for scan in session.scalars(select(Scan).where(Scan.participation_id == left)):
        scan.participation_id = stays
    for reminder in session.scalars(select(Reminder).where(Reminder.participation_id == left)):
        reminder.participation_id = stays
    session.flush()


def move_belongings(session: Session, kept_id: str, other_id: str) -> None:
    """Brings over everything of the other company's own, its places on lists, and what is known to differ from it."""
    for table, same in _SAME.items():
        known = {same(row): row for row in _of(session, table, kept_id)}
        for row in _of(session, table, other_id):
            twin = known.get(same(row))
            if twin is None:
                row.company_id = kept_id
            elif isinstance(row, DuesEntry):
                _settle(twin, row)
    session.flush()
    _move_products(session, kept_id, other_id)
    take_over(session, kept_id, other_id)


def _of(session: Session, table: type[Any], company_id: str) -> list[Any]:
    return list(session.scalars(select(table).where(table.company_id == company_id)))


def _settle(kept: DuesEntry, other: DuesEntry) -> None:
    """Of two entries for one year the one with more paid is right; nothing is added up."""
    if other.paid_fen > kept.paid_fen:
        for name in ("due_fen", "due_on", "paid_fen", "paid_on", "receipt_no", "remark"):
            setattr(kept, name, getattr(other, name))


def _move_products(session: Session, kept_id: str, other_id: str) -> None:
    """Pledges name products by row: where both companies have one of a name, the pledges name the kept one's."""
    known = {product.name: product for product in _of(session, Product, kept_id)}
    for product in _of(session, Product, other_id):
        twin = known.get(product.name)
        if twin is None:
            product.company_id = kept_id
            continue
        for link in session.scalars(select(PledgeProduct).where(PledgeProduct.product_id == product.id)):
            link.product = twin
    session.flush()
