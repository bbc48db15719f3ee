"""Companies as lines of a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.services.members import field_values, statuses
from qc_desktop.storage.tables import Certificate, Company, FormerName, Participation


@dataclass(frozen=True)
class CompanyRow:
    """A line of the list; ``membership`` is a MembershipStatus today, empty without terms.

    ``own`` is what it has in the association's own fields, by field id.
    """

    id: str
    name: str
    uscc: str
    member_no: str
    member_tier: str
    province: str
    city: str
    industry_name: str
    participation_id: str = ""
    stage: str = ""
    certificate_no: str = ""
    stage_since: dt.datetime | None = None
    short_name: str = ""
    legal_representative: str = ""
    address: str = ""
    hotline: str = ""
    website: str = ""
    remark: str = ""
    former_names: tuple[str, ...] = ()
    membership: str = ""
    own: Mapping[str, str] = field(default_factory=dict)


_SHOWN = (
    *("id", "name", "uscc", "member_no", "member_tier", "province", "city", "industry_name"),
    *("short_name", "legal_representative", "address", "hotline", "website", "remark"),
)
"""Columns of a company that go into its row as they are."""


def rows_of(session: Session, campaign_id: str, ids: Sequence[str]) -> list[CompanyRow]:
    """The companies ``ids`` in their order, as they stand in the campaign ('' for none)."""
    columns = [getattr(Company, name) for name in _SHOWN]
    found = session.execute(select(*columns).where(Company.id.in_(ids))).mappings()
    basic = {str(row["id"]): dict(row) | {"uscc": row["uscc"] or ""} for row in found}
    part = _participation(session, campaign_id, ids) if campaign_id else {}
    former = _former_names(session, ids)
    members = statuses.of(session, ids, dates.today())
    own = field_values.held(session, ids)
    return [
        CompanyRow(
            **basic[company_id],
            **part.get(company_id, {}),
            former_names=tuple(former.get(company_id, ())),
            membership=members.get(company_id, ""),
            own=own.get(company_id, {}),
        )
        for company_id in ids
    ]


def _former_names(session: Session, ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    query = select(FormerName.company_id, FormerName.name).where(FormerName.company_id.in_(ids))
    for company_id, name in session.execute(query.order_by(FormerName.until)):
        found.setdefault(company_id, []).append(name)
    return found


def _participation(session: Session, campaign_id: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    live = and_(Certificate.participation_id == Participation.id, Certificate.state == CertificateState.LIVE)
    rows = session.execute(
        select(
            Participation.company_id,
            Participation.id.label("participation_id"),
            Participation.stage,
            Participation.stage_since,
            func.coalesce(Certificate.number, "").label("certificate_no"),
        )
        .outerjoin(Certificate, live)
        .where(Participation.campaign_id == campaign_id, Participation.company_id.in_(ids))
    )
    return {company: row for row in map(dict, rows.mappings()) if (company := row.pop("company_id"))}
