"""The companies that a filter describes, as a query of their ids."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, and_, false, select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.services.companies.conditions import has_live_certificate, in_industries, lacks, on_list
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members import field_queries, statuses
from qc_desktop.services.register_lookup import awaits_certificate
from qc_desktop.services.reports import movements
from qc_desktop.storage import search_index
from qc_desktop.storage.merged import not_merged
from qc_desktop.storage.tables import Company, Participation


def chosen(session: Session, wanted: CompanyFilter, *, joined: bool = False) -> Select[str]:
    """The ids of the companies that ``wanted`` describes, unordered; ``joined`` with their participations."""
    return with_merged(session, wanted, joined=joined).where(not_merged(Company.id))


def with_merged(session: Session, wanted: CompanyFilter, *, joined: bool = False) -> Select[str]:
    """As :func:`chosen`, with those that were merged."""
    query = select(Company.id)
    if wanted.campaign_id and (joined or wanted.asks_the_year):
        here = and_(Participation.company_id == Company.id, Participation.campaign_id == wanted.campaign_id)
        query = query.outerjoin(Participation, here)
    return query.where(*_conditions(session, wanted))


def _conditions(session: Session, wanted: CompanyFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    found = search_index.condition(session, wanted.text)
    if found is not None:
        conditions.append(found)
    elif wanted.text.strip():  # nothing but signs: no name is made of them
        conditions.append(false())
    conditions += _in_year(wanted)
    conditions += [lacks(name) for name in wanted.missing]
    if wanted.province_codes:
        conditions.append(Company.province_code.in_(wanted.province_codes))
    if wanted.industry_codes:
        conditions.append(in_industries(wanted.industry_codes))
    if wanted.member_tiers:
        conditions.append(Company.member_tier.in_(wanted.member_tiers))
    if wanted.membership:
        day = wanted.membership_on or dates.today()
        conditions.append(statuses.condition(session, MembershipStatus(wanted.membership), day))
    conditions += field_queries.conditions(session, wanted.custom)
    if wanted.list_id:
        conditions.append(on_list(wanted.list_id))
    if wanted.movement and wanted.campaign_id:
        conditions.append(movements.condition(session, wanted.campaign_id, movements.Movement(wanted.movement)))
    return conditions


def _in_year(wanted: CompanyFilter) -> list[ColumnElement[bool]]:
    if not wanted.campaign_id:  # what a company does in no year at all narrows nothing
        return []
    conditions: list[ColumnElement[bool]] = []
    if wanted.stages:
        conditions.append(Participation.stage.in_(wanted.stages))
    if wanted.taking_part is not None:
        conditions.append(Participation.id.is_not(None) if wanted.taking_part else Participation.id.is_(None))
    if wanted.issued is not None:
        conditions.append(has_live_certificate() if wanted.issued else awaits_certificate())
    if wanted.certified is not None:
        live = has_live_certificate()
        conditions += [Participation.id.is_not(None), live if wanted.certified else ~live]
    return conditions
