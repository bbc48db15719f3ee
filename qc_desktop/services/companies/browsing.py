"""Lists of companies, page by page, and finding one of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from qc_desktop.domain.custom_fields import own_id
from qc_desktop.domain.text import clean_code, name_key
from qc_desktop.errors import UserError
from qc_desktop.services.companies.choosing import chosen, with_merged
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.ordering import BY_NAME, OF_YEAR, ORDERS
from qc_desktop.services.companies.rows import CompanyRow, rows_of
from qc_desktop.services.members.field_queries import by_value
from qc_desktop.services.office import Office
from qc_desktop.storage import search_index
from qc_desktop.storage.merged import merged
from qc_desktop.storage.tables import Company, Participation


def count(office: Office, wanted: CompanyFilter) -> int:
    """How many companies ``wanted`` describes."""
    with office.store.reading() as session:
        if wanted == CompanyFilter(text=wanted.text, campaign_id=wanted.campaign_id):
            found = search_index.count(session, wanted.text)
            if found is not None:
                return found
        everyone = with_merged(session, wanted)
        return _number(session, everyone) - _number(session, everyone.where(merged(Company.id)))


def page(
    office: Office,
    wanted: CompanyFilter,
    offset: int = 0,
    limit: int = 128,
    sort: str = "name",
    descending: bool = False,
) -> list[CompanyRow]:
    """``limit`` rows of the list from row ``offset`` on.

    ``sort`` is one of SORTABLE or the key of an own field; orders of a year need one, else names decide.
    """
    with office.store.reading() as session:
        query = _in_order(session, wanted, sort, descending=descending)
        ids = session.scalars(query.offset(offset).limit(limit)).all()
        return rows_of(session, wanted.campaign_id, ids)


def place(
    office: Office, wanted: CompanyFilter, company_id: str, sort: str = "name", descending: bool = False
) -> int | None:
    """Which row of :func:`page`'s list is the company's, counted from 0; None where ``wanted`` leaves it out."""
    with office.store.reading() as session:
        found = session.scalars(_in_order(session, wanted, sort, descending=descending))
        return next((number for number, each in enumerate(found) if each == company_id), None)


def in_order(office: Office, wanted: CompanyFilter, sort: str, *, descending: bool = False) -> list[str]:
    """The ids of all companies in the order of :func:`page`'s list."""
    with office.store.reading() as session:
        return list(session.scalars(_in_order(session, wanted, sort, descending=descending)))


def _in_order(session: Session, wanted: CompanyFilter, sort: str, *, descending: bool) -> Select[str]:
    of_year, field_id = sort in OF_YEAR, own_id(sort)
    first = () if field_id or (of_year and not wanted.campaign_id) else ORDERS[sort]
    query = chosen(session, wanted, joined=of_year)
    if field_id:
        query = by_value(session, query, field_id, descending=descending)
    return query.order_by(*[column.desc() if descending else column.asc() for column in (*first, *BY_NAME)])


def ids(office: Office, wanted: CompanyFilter) -> list[str]:
    """The ids of all companies that ``wanted`` describes, by name: what a bulk action is given."""
    with office.store.reading() as session:
        return list(session.scalars(chosen(session, wanted).order_by(*BY_NAME)))


def participation_ids(office: Office, wanted: CompanyFilter, sort: str = "name") -> list[str]:
    """As :func:`ids`, the participations in the campaign of ``wanted``, in one of ORDERS."""
    with office.store.reading() as session:
        query = (
            chosen(session, wanted, joined=True)
            .with_only_columns(Participation.id)
            .where(Participation.id.is_not(None))
        )
        return list(session.scalars(query.order_by(*ORDERS[sort], *BY_NAME)))


def find(office: Office, typed: str, limit: int = 20) -> list[CompanyRow]:
    """The first ``limit`` companies that ``typed`` finds: characters, pinyin, initials, code, number, former name.

    Those whose name, spelling or code begins with it come first.
    """
    wanted = CompanyFilter(text=typed)
    with office.store.reading() as session:
        query = chosen(session, wanted).order_by(*search_index.nearest_first(session, typed), *BY_NAME)
        return rows_of(session, "", session.scalars(query.limit(limit)).all())


def in_campaign(office: Office, campaign_id: str, company_id: str) -> CompanyRow:
    """One company's row as it stands in the campaign."""
    with office.store.reading() as session:
        return rows_of(session, campaign_id, [company_id])[0]


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


def _number(session: Session, query: Select[str]) -> int:
    return session.scalar(select(func.count()).select_from(query.subquery())) or 0
