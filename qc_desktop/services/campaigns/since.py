"""What changed about a company since it took part in a campaign: as conditions, and in words for a list.

Every condition is about a row of ``participation`` (last year's) joined to its company.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, func, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.services.members import statuses
from qc_desktop.storage.tables import (
    Certificate,
    Change,
    Command,
    Company,
    Contact,
    MembershipTerm,
    Participation,
    Pledge,
    PledgeProduct,
)

LEFT_STAGES = (Stage.DECLINED.value, Stage.WITHDRAWN.value, Stage.REVOKED.value)
"""Stages of companies that went; they are not brought into the next year by themselves."""


class Group(StrEnum):
    """What may be worth a look before a company is brought into the next year."""

    NAME = "name"
    USCC = "uscc"
    TIER = "tier"
    INDUSTRY = "industry"
    CONTACT = "contact"
    PRODUCTS = "products"
    CERTIFICATE = "certificate"
    LAPSED = "lapsed"
    SILENT = "silent"
    LEFT = "left"


_COLUMNS = {
    Group.NAME: ("name",),
    Group.USCC: ("uscc",),
    Group.TIER: ("member_tier",),
    Group.INDUSTRY: ("industry_code", "industry_name"),
}
"""The company's columns whose change makes a group."""


def present(campaign_id: str) -> ColumnElement[bool]:
    """That the company takes part in ``campaign_id``."""
    other = aliased(Participation)
    return select(1).where(other.campaign_id == campaign_id, other.company_id == Company.id).exists()


def condition(session: Session, group: Group, today: dt.date) -> ColumnElement[bool]:
    """That the company belongs to ``group``."""
    if group in _COLUMNS:
        changed = _changed(Company.__tablename__, Company.id, _COLUMNS[group])
        return or_(changed, *_missing_or_other(group))
    others: dict[Group, Callable[[], ColumnElement[bool]]] = {
        Group.CONTACT: _contact,
        Group.PRODUCTS: _products,
        Group.CERTIFICATE: _certificate,
        Group.LAPSED: lambda: statuses.condition(session, MembershipStatus.LAPSED, today),
        Group.SILENT: lambda: Participation.stage.in_((Stage.DRAFT.value, Stage.INVITED.value)),
        Group.LEFT: lambda: Participation.stage.in_(LEFT_STAGES),
    }
    return others[group]()


def _changed(table: str, row_id: Any, columns: Sequence[str]) -> ColumnElement[bool]:
    """That one of ``columns`` was changed since the company came to its last stage of that year."""
    before = type_coerce(Change.before, Text)
    return (
        select(1)
        .select_from(Change)
        .join(Command, Command.seq == Change.command_seq)
        .where(Change.row_id == row_id, Change.table_name == table, Change.after.is_not(None))
        .where(or_(*(before.contains(f'"{column}":') for column in columns)), _still_holds())
        .exists()
    )


def _still_holds() -> ColumnElement[bool]:
    late = Command.at > Participation.stage_since
    return and_(late, Command.undone_by.is_(None), Command.undoes.is_(None))


def _missing_or_other(group: Group) -> tuple[ColumnElement[bool], ...]:
    """Missing counts as worth a look too; a name is compared with the certificate, which is frozen."""
    if group is Group.NAME:
        live = and_(Certificate.participation_id == Participation.id, Certificate.state == CertificateState.LIVE)
        return (select(1).where(live, Certificate.holder != Company.name).exists(),)
    if group is Group.USCC:
        return (func.coalesce(Company.uscc, "") == "",)
    return (Company.industry_name == "",) if group is Group.INDUSTRY else ()


def _contact() -> ColumnElement[bool]:
    reachable = select(1).where(Contact.company_id == Company.id, or_(Contact.phone != "", Contact.email != ""))
    changed = (
        select(1)
        .select_from(Contact)
        .join(Change, and_(Change.row_id == Contact.id, Change.table_name == Contact.__tablename__))
        .join(Command, Command.seq == Change.command_seq)
        .where(Contact.company_id == Company.id, _still_holds())
    )
    return or_(~reachable.exists(), changed.exists())


def _products() -> ColumnElement[bool]:
    """That last year's pledge was changed in its products since it was settled."""
    changed = (
        select(1)
        .select_from(Pledge)
        .join(PledgeProduct, PledgeProduct.pledge_id == Pledge.id)
        .join(Change, or_(Change.row_id == PledgeProduct.id, Change.row_id == PledgeProduct.product_id))
        .join(Command, Command.seq == Change.command_seq)
        .where(Pledge.participation_id == Participation.id, _still_holds())
    )
    named = select(1).where(Pledge.participation_id == Participation.id, PledgeProduct.pledge_id == Pledge.id)
    return or_(changed.exists(), ~named.exists())


def _certificate() -> ColumnElement[bool]:
    mine = Certificate.participation_id == Participation.id
    live = select(1).where(mine, Certificate.state == CertificateState.LIVE).exists()
    ended = select(1).where(mine, Certificate.state.in_((CertificateState.VOID, CertificateState.REVOKED))).exists()
    return and_(ended, ~live)


def told(session: Session, group: Group, rows: Sequence[tuple[Participation, Company]]) -> dict[str, tuple[str, str]]:
    """What each was and is now, by participation; only a page of ``rows`` at a time."""
    if group in _COLUMNS:
        return {row.id: _was(session, group, row, company) for row, company in rows}
    if group is Group.CERTIFICATE:
        return _certificates(session, [row.id for row, _ in rows])
    if group is Group.LAPSED:
        return {row.id: (_last_day(session, company.id), "") for row, company in rows}
    if group is Group.LEFT:
        return {row.id: (row.stage_reason, "") for row, _ in rows}
    return {}


def _was(session: Session, group: Group, row: Participation, company: Company) -> tuple[str, str]:
    """The value before the first change since; for a name the one on the certificate."""
    column = _COLUMNS[group][-1]
    now = str(getattr(company, column) or "")
    changes = session.execute(
        select(Change.before)
        .join(Command, Command.seq == Change.command_seq)
        .where(Change.row_id == company.id, Change.table_name == Company.__tablename__, Command.at > row.stage_since)
        .where(Command.undone_by.is_(None), Command.undoes.is_(None), Change.before.is_not(None))
        .order_by(Change.id)
    )
    was = next((str(before[column] or "") for (before,) in changes if column in before), "")
    if group is Group.NAME and not was:
        was = session.scalars(select(Certificate.holder).where(Certificate.participation_id == row.id)).first() or ""
    return was, now


def _certificates(session: Session, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    query = select(Certificate).where(Certificate.participation_id.in_(ids)).order_by(Certificate.serial)
    return {one.participation_id: (one.number, one.state_reason) for one in session.scalars(query)}


def _last_day(session: Session, company_id: str) -> str:
    day = session.scalar(select(func.max(MembershipTerm.ends_on)).where(MembershipTerm.company_id == company_id))
    return day.isoformat() if day else ""
