"""Lists of companies, page by page, and one company in full."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.domain.text import clean_code, name_key
from qc_desktop.errors import UserError
from qc_desktop.services.companies.conditions import (
    OF_YEAR,
    ORDERS,
    has_live_certificate,
    in_industries,
    lacks,
    on_list,
)
from qc_desktop.services.members import fields, statuses
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import awaits_certificate
from qc_desktop.services.reports import movements
from qc_desktop.storage import search_index
from qc_desktop.storage.merged import merged, not_merged, survivor_of
from qc_desktop.storage.tables import Certificate, Company, FormerName, Participation


@dataclass(frozen=True)
class CompanyFilter:
    """Which companies; empty fields do not narrow, several values of one field widen.

    ``campaign_id`` also brings each company's stage there; with ``stages``, ``issued`` or ``certified`` only companies
    that take part are meant; not ``issued`` are those that wait for a certificate, not ``certified`` all without a
    live one. ``missing`` are things a company lacks, all of them (conditions.MISSING). ``list_id`` is a fixed list;
    ``movement`` what a company did in the year of the campaign: joined, left, came_back. ``membership`` is a
    MembershipStatus as it is on ``membership_on``, today by default. ``custom`` pairs a field of the association's
    own (its id) with what a company has in it.
    """

    text: str = ""
    campaign_id: str = ""
    stages: tuple[str, ...] = ()
    issued: bool | None = None
    taking_part: bool | None = None
    certified: bool | None = None
    province_codes: tuple[str, ...] = ()
    industry_codes: tuple[str, ...] = ()
    member_tiers: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    list_id: str = ""
    movement: str = ""
    membership: str = ""
    membership_on: dt.date | None = None
    custom: tuple[tuple[str, str], ...] = ()

    @property
    def asks_the_year(self) -> bool:
        """Whether it narrows by what a company does in the campaign."""
        years = (self.taking_part, self.issued, self.certified)
        return bool(self.stages) or any(each is not None for each in years)


@dataclass(frozen=True)
class CompanyRow:
    """A line of the list; ``membership`` is a MembershipStatus today, empty without terms."""

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


@dataclass(frozen=True)
class FormerNameRow:
    """A former name and the last day it was used, where known."""

    name: str
    until: dt.date | None = None


@dataclass(frozen=True)
class ContactRow:
    """A contact person (personal data)."""

    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class CompanyDetail:
    """Everything known of a company; ``values`` are its columns by glossary name."""

    id: str
    row_version: int
    values: dict[str, Any]
    former_names: tuple[FormerNameRow, ...] = ()
    contacts: tuple[ContactRow, ...] = dataclasses.field(default=(), repr=False)


SORTABLE = tuple(ORDERS)
"""What the list can be sorted by: names by pinyin, provinces in the order of GB/T 2260."""
_BY_NAME = (Company.sort_key, Company.id)


def count(office: Office, wanted: CompanyFilter) -> int:
    """How many companies ``wanted`` describes."""
    with office.store.reading() as session:
        if wanted == CompanyFilter(text=wanted.text, campaign_id=wanted.campaign_id):
            found = search_index.count(session, wanted.text)
            if found is not None:
                return found
        everyone = _chosen(session, wanted)
        return _number(session, everyone) - _number(session, everyone.where(merged(Company.id)))


def page(
    office: Office,
    wanted: CompanyFilter,
    offset: int = 0,
    limit: int = 128,
    sort: str = "name",
    descending: bool = False,
) -> list[CompanyRow]:
    """``limit`` rows of the list from row ``offset`` on; orders of a year need one, else names decide."""
    of_year = sort in OF_YEAR
    first = () if of_year and not wanted.campaign_id else ORDERS[sort]
    columns = [column.desc() if descending else column.asc() for column in (*first, *_BY_NAME)]
    with office.store.reading() as session:
        query = chosen(session, wanted, joined=of_year).order_by(*columns)
        ids = session.scalars(query.offset(offset).limit(limit)).all()
        return _rows(session, wanted.campaign_id, ids)


def ids(office: Office, wanted: CompanyFilter) -> list[str]:
    """The ids of all companies that ``wanted`` describes, by name: what a bulk action is given."""
    with office.store.reading() as session:
        return list(session.scalars(chosen(session, wanted).order_by(*_BY_NAME)))


def participation_ids(office: Office, wanted: CompanyFilter) -> list[str]:
    """As :func:`ids`, the participations in the campaign of ``wanted``."""
    with office.store.reading() as session:
        query = (
            chosen(session, wanted, joined=True)
            .with_only_columns(Participation.id)
            .where(Participation.id.is_not(None))
        )
        return list(session.scalars(query.order_by(*_BY_NAME)))


def find(office: Office, typed: str, limit: int = 20) -> list[CompanyRow]:
    """The first ``limit`` companies that ``typed`` finds: characters, pinyin, initials, code, number, former name.

    Those whose name, spelling or code begins with it come first.
    """
    wanted = CompanyFilter(text=typed)
    with office.store.reading() as session:
        query = chosen(session, wanted).order_by(*search_index.nearest_first(session, typed), *_BY_NAME)
        return _rows(session, "", session.scalars(query.limit(limit)).all())


def chosen(session: Session, wanted: CompanyFilter, *, joined: bool = False) -> Select[str]:
    """The ids of the companies that ``wanted`` describes, unordered; ``joined`` with their participations."""
    return _chosen(session, wanted, joined=joined).where(not_merged(Company.id))


def _number(session: Session, query: Select[str]) -> int:
    return session.scalar(select(func.count()).select_from(query.subquery())) or 0


def _chosen(session: Session, wanted: CompanyFilter, *, joined: bool = False) -> Select[str]:
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
    conditions += [fields.condition(field_id, value) for field_id, value in wanted.custom]
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


_SHOWN = (
    *("id", "name", "uscc", "member_no", "member_tier", "province", "city", "industry_name"),
    *("short_name", "legal_representative", "address", "hotline", "website", "remark"),
)
"""Columns of a company that go into its row as they are."""


def _rows(session: Session, campaign_id: str, ids: Sequence[str]) -> list[CompanyRow]:
    columns = [getattr(Company, name) for name in _SHOWN]
    found = session.execute(select(*columns).where(Company.id.in_(ids))).mappings()
    basic = {str(row["id"]): dict(row) | {"uscc": row["uscc"] or ""} for row in found}
    part = _participation(session, campaign_id, ids) if campaign_id else {}
    former = _former_names(session, ids)
    members = statuses.of(session, ids, dates.today())
    return [
        CompanyRow(
            **basic[company_id],
            **part.get(company_id, {}),
            former_names=tuple(former.get(company_id, ())),
            membership=members.get(company_id, ""),
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


def detail(office: Office, company_id: str) -> CompanyDetail:
    """One company in full; of one that was merged, the company it was merged into. Raises UserError when it is gone."""
    with office.store.reading() as session:
        company = session.get(Company, survivor_of(session, company_id))
        if company is None:
            raise UserError("company.gone")
        return detail_of(company)


def detail_of(company: Company) -> CompanyDetail:
    """The frozen view of ``company``."""
    hidden = {"id", "row_version", "name_key", "sort_key", "merged_into_id"}
    values = {column.key: getattr(company, column.key) for column in Company.__mapper__.column_attrs}
    return CompanyDetail(
        id=company.id,
        row_version=company.row_version,
        values={key: "" if value is None else value for key, value in values.items() if key not in hidden},
        former_names=tuple(FormerNameRow(former.name, former.until) for former in company.former_names),
        contacts=tuple(ContactRow(contact.name, contact.phone, contact.email) for contact in company.contacts),
    )


def resolve(office: Office, typed: str) -> str:
    """The id of the one company that ``typed`` names exactly or finds alone. Raises UserError otherwise."""
    exact = _exactly(office, typed)
    if len(exact) == 1:
        return exact[0]
    found = find(office, typed, limit=6) if typed.strip() else []
    if len(found) == 1:
        return found[0].id
    if not found:
        raise UserError("company.not_found", text=typed)
    raise UserError("company.several", text=typed, names=[row.name for row in found[:5]])


def _exactly(office: Office, typed: str) -> Sequence[str]:
    """The companies whose code, number or name is ``typed``, at most two; of a merged one its survivor."""
    code, key = clean_code(typed), name_key(typed)
    if not key:
        return []
    same = or_(Company.uscc == code, Company.member_no == code, Company.name_key == key)
    with office.store.reading() as session:
        standing = func.coalesce(Company.merged_into_id, Company.id)
        return session.scalars(select(standing).where(same).distinct().limit(2)).all()


def in_campaign(office: Office, campaign_id: str, company_id: str) -> CompanyRow:
    """One company's row as it stands in the campaign."""
    with office.store.reading() as session:
        return _rows(session, campaign_id, [company_id])[0]


def note_contacts_shown(office: Office, shown: CompanyDetail) -> None:
    """Logs that a person looked at personal data, and of which company."""
    with office.writing("contacts_shown", undoable=False, company=shown.id):
        pass
