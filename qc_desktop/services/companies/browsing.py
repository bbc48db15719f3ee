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
from qc_desktop.services.members import fields, statuses
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import awaits_certificate
from qc_desktop.storage import search_index
from qc_desktop.storage.tables import Certificate, Company, Participation


@dataclass(frozen=True)
class CompanyFilter:
    """Which companies; empty fields do not narrow.

    ``campaign_id`` also brings each company's stage there; with ``stages`` or ``issued`` only companies that take
    part are meant; not ``issued`` are those that wait for a certificate. ``missing`` names a column that is empty
    (uscc, province_code, industry_code). ``membership`` is a MembershipStatus as it is on ``membership_on``, today by
    default. ``custom`` pairs a field of the association's own (its id) with what a company has in it.
    """

    text: str = ""
    campaign_id: str = ""
    stages: tuple[str, ...] = ()
    issued: bool | None = None
    taking_part: bool | None = None
    province_code: str = ""
    industry_code: str = ""
    member_tier: str = ""
    missing: str = ""
    membership: str = ""
    membership_on: dt.date | None = None
    custom: tuple[tuple[str, str], ...] = ()


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


SORTABLE = {
    "name": (Company.sort_key, Company.id),
    "uscc": (Company.uscc, Company.id),
    "member_no": (Company.member_no, Company.sort_key, Company.id),
    "province": (Company.province_code, Company.sort_key, Company.id),
    "industry_name": (Company.industry_code, Company.sort_key, Company.id),
    "stage": (Participation.stage, Company.sort_key, Company.id),
}
"""What the list can be sorted by: names by pinyin, provinces in the order of GB/T 2260."""


def count(office: Office, wanted: CompanyFilter) -> int:
    """How many companies ``wanted`` describes."""
    with office.store.reading() as session:
        if wanted == CompanyFilter(text=wanted.text, campaign_id=wanted.campaign_id):
            found = search_index.count(session, wanted.text)
            if found is not None:
                return found
        return session.scalar(select(func.count()).select_from(chosen(session, wanted).subquery())) or 0


def page(
    office: Office,
    wanted: CompanyFilter,
    offset: int = 0,
    limit: int = 128,
    sort: str = "name",
    descending: bool = False,
) -> list[CompanyRow]:
    """``limit`` rows of the list from row ``offset`` on."""
    order = [column.desc() if descending else column.asc() for column in SORTABLE[sort]]
    with office.store.reading() as session:
        query = chosen(session, wanted, joined=sort == "stage").order_by(*order)
        ids = session.scalars(query.offset(offset).limit(limit)).all()
        return _rows(session, wanted.campaign_id, ids)


def ids(office: Office, wanted: CompanyFilter) -> list[str]:
    """The ids of all companies that ``wanted`` describes, by name: what a bulk action is given."""
    with office.store.reading() as session:
        return list(session.scalars(chosen(session, wanted).order_by(*SORTABLE["name"])))


def participation_ids(office: Office, wanted: CompanyFilter) -> list[str]:
    """As :func:`ids`, the participations in the campaign of ``wanted``."""
    with office.store.reading() as session:
        query = (
            chosen(session, wanted, joined=True)
            .with_only_columns(Participation.id)
            .where(Participation.id.is_not(None))
        )
        return list(session.scalars(query.order_by(*SORTABLE["name"])))


def find(office: Office, typed: str, limit: int = 20) -> list[CompanyRow]:
    """The first ``limit`` companies that ``typed`` finds: characters, pinyin, initials, code, number, former name.

    Those whose name, spelling or code begins with it come first.
    """
    wanted = CompanyFilter(text=typed)
    with office.store.reading() as session:
        query = chosen(session, wanted).order_by(*search_index.nearest_first(session, typed), *SORTABLE["name"])
        return _rows(session, "", session.scalars(query.limit(limit)).all())


def chosen(session: Session, wanted: CompanyFilter, *, joined: bool = False) -> Select[str]:
    """The ids of the companies that ``wanted`` describes, unordered; ``joined`` with their participations."""
    query = select(Company.id)
    if wanted.campaign_id and (joined or wanted.stages or wanted.taking_part is not None or wanted.issued is not None):
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
    if wanted.stages:
        conditions.append(Participation.stage.in_(wanted.stages))
    if wanted.taking_part is not None:
        conditions.append(Participation.id.is_not(None) if wanted.taking_part else Participation.id.is_(None))
    if wanted.issued is not None:
        conditions.append(_has_live_certificate() if wanted.issued else awaits_certificate())
    if wanted.missing:
        column = getattr(Company, wanted.missing)
        conditions.append(or_(column.is_(None), column == ""))
    if wanted.membership:
        day = wanted.membership_on or dates.today()
        conditions.append(statuses.condition(session, MembershipStatus(wanted.membership), day))
    conditions += [fields.condition(field_id, value) for field_id, value in wanted.custom]
    for name in ("province_code", "industry_code", "member_tier"):
        if value := getattr(wanted, name):
            conditions.append(getattr(Company, name) == value)
    return conditions


def _has_live_certificate() -> ColumnElement[bool]:
    return (
        select(Certificate.id)
        .where(Certificate.participation_id == Participation.id, Certificate.state == CertificateState.LIVE)
        .exists()
    )


def _rows(session: Session, campaign_id: str, ids: Sequence[str]) -> list[CompanyRow]:
    columns = (
        Company.id, Company.name, func.coalesce(Company.uscc, ""), Company.member_no, Company.member_tier,
        Company.province, Company.city, Company.industry_name,
    )  # fmt: skip
    basic = {row[0]: tuple(row) for row in session.execute(select(*columns).where(Company.id.in_(ids)))}
    part = _participation(session, campaign_id, ids) if campaign_id else {}
    members = statuses.of(session, ids, dates.today())
    nowhere = ("", "", "")
    whole = ((*basic[each], *part.get(each, nowhere), members.get(each, "")) for each in ids)
    return [CompanyRow(*values) for values in whole]


def _participation(session: Session, campaign_id: str, ids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    live = and_(Certificate.participation_id == Participation.id, Certificate.state == CertificateState.LIVE)
    rows = session.execute(
        select(Participation.company_id, Participation.id, Participation.stage, func.coalesce(Certificate.number, ""))
        .outerjoin(Certificate, live)
        .where(Participation.campaign_id == campaign_id, Participation.company_id.in_(ids))
    )
    return {company: (participation, stage, number) for company, participation, stage, number in rows}


def detail(office: Office, company_id: str) -> CompanyDetail:
    """One company in full. Raises UserError when it is gone."""
    with office.store.reading() as session:
        company = session.get(Company, company_id)
        if company is None:
            raise UserError("company.gone")
        return detail_of(company)


def detail_of(company: Company) -> CompanyDetail:
    """The frozen view of ``company``."""
    hidden = {"id", "row_version", "name_key", "sort_key"}
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
    raise UserError("company.several", text=typed, names="、".join(row.name for row in found[:5]))


def _exactly(office: Office, typed: str) -> Sequence[str]:
    """The companies whose code, number or name is ``typed``, at most two."""
    code, key = clean_code(typed), name_key(typed)
    if not key:
        return []
    same = or_(Company.uscc == code, Company.member_no == code, Company.name_key == key)
    with office.store.reading() as session:
        return session.scalars(select(Company.id).where(same).limit(2)).all()


def in_campaign(office: Office, campaign_id: str, company_id: str) -> CompanyRow:
    """One company's row as it stands in the campaign."""
    with office.store.reading() as session:
        return _rows(session, campaign_id, [company_id])[0]


def note_contacts_shown(office: Office, shown: CompanyDetail) -> None:
    """Logs that a person looked at personal data, and of which company."""
    with office.writing("contacts_shown", undoable=False, company=shown.id):
        pass
