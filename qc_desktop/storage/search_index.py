"""Keeps the search text and its full-text index in step with companies and their names.

A trigger takes a search row out of the index when it is deleted, also with its company.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, Select, case, delete, func, insert, literal_column, or_, select, text
from sqlalchemy.orm import Session, UOWTransaction

from qc_desktop.domain.search import index_words, match_query, normalise_query, search_text
from qc_desktop.storage.tables import Company, CompanySearch, FormerName

_CHUNK = 500
_INSERT_INDEX = text("INSERT INTO company_search_index(rowid, words) VALUES (:id, :words)")
_COUNT = text("SELECT count(*) FROM company_search_index WHERE company_search_index MATCH :words")
_MATCH = text("SELECT rowid FROM company_search_index WHERE company_search_index MATCH :words")


def follow_flush(session: Session, _context: UOWTransaction | None = None) -> None:
    """Indexes anew every company whose names or codes this flush touched."""
    touched = {
        row.id if isinstance(row, Company) else row.company_id
        for row in (*session.new, *session.dirty, *session.deleted)
        if isinstance(row, Company | FormerName)
    }
    if touched:
        reindex(session.connection(), sorted(touched))


def reindex(connection: Connection, company_ids: Sequence[str]) -> None:
    """Writes the search rows of ``company_ids``; those of companies that are gone disappear."""
    for start in range(0, len(company_ids), _CHUNK):
        _reindex_chunk(connection, company_ids[start : start + _CHUNK])


def _reindex_chunk(connection: Connection, company_ids: Sequence[str]) -> None:
    connection.execute(delete(CompanySearch).where(CompanySearch.company_id.in_(company_ids)))
    entries = list(_entries(connection, company_ids))
    if not entries:
        return
    connection.execute(insert(CompanySearch), entries)
    rows = connection.execute(
        select(CompanySearch.id, CompanySearch.text).where(
            CompanySearch.company_id.in_([entry["company_id"] for entry in entries])
        )
    )
    connection.execute(_INSERT_INDEX, [{"id": row.id, "words": index_words(row.text)} for row in rows])


def _entries(connection: Connection, company_ids: Sequence[str]) -> Iterable[dict[str, str]]:
    former: dict[str, list[str]] = {}
    for company_id, name in connection.execute(
        select(FormerName.company_id, FormerName.name).where(FormerName.company_id.in_(company_ids))
    ):
        former.setdefault(company_id, []).append(name)
    companies = connection.execute(
        select(Company.id, Company.name, Company.short_name, Company.uscc, Company.member_no).where(
            Company.id.in_(company_ids)
        )
    )
    for row in companies:
        names = [row.name, row.short_name, *former.get(row.id, [])]
        yield {"company_id": row.id, "text": search_text(names, [row.uscc or "", row.member_no])}


def matching(typed: str) -> Select[str] | None:
    """The ids of the companies that ``typed`` finds, as a subquery; None where nothing searchable was typed.

    Characters and codes are found anywhere in a name or code, Latin letters also as pinyin, whole or by initials.
    """
    key = normalise_query(typed)
    if not key:
        return None
    return select(CompanySearch.company_id).where(*_conditions(key))


def count(session: Session, typed: str) -> int | None:
    """How many companies ``typed`` finds; None where nothing searchable was typed."""
    key = normalise_query(typed)
    if not key:
        return None
    if len(key) < EXACT_BELOW:
        return int(session.execute(_COUNT, {"words": match_query(key)}).scalar_one())
    return session.scalar(select(func.count()).select_from(CompanySearch).where(*_conditions(key))) or 0


def condition(session: Session, typed: str) -> ColumnElement[bool] | None:
    """That a company is found by ``typed``, in the form that brings the first page soonest; None as above.

    What few companies have is looked up in the index. What many have is met at once when the list is walked in its
    order, so there each company is asked itself.
    """
    key = normalise_query(typed)
    if not key:
        return None
    if _is_common(session, key):
        own = select(CompanySearch.id).where(CompanySearch.company_id == Company.id, _says(key))
        return own.correlate(Company).exists()
    return Company.id.in_(select(CompanySearch.company_id).where(*_conditions(key)))


def nearest_first(session: Session, typed: str) -> list[ColumnElement[int]]:
    """An order that brings companies first whose name, spelling or code begins with ``typed``.

    Empty for what is very common: sorting all of it would take longer than a person waits.
    """
    key = normalise_query(typed)
    if not key or _is_common(session, key):
        return []
    begins = or_(
        CompanySearch.text.startswith(key, autoescape=True), CompanySearch.text.contains("\n" + key, autoescape=True)
    )
    own = select(case((begins, 0), else_=1)).where(CompanySearch.company_id == Company.id)
    return [own.correlate(Company).scalar_subquery()]


def _is_common(session: Session, key: str) -> bool:
    likely = session.execute(_COUNT, {"words": match_query(key)}).scalar_one()
    return bool(likely * MANY > (session.scalar(select(func.max(CompanySearch.id))) or 0))


EXACT_BELOW = 3
"""Shorter keys are answered by the index alone."""
MANY = 20
"""One company in so many, and walking the list beats looking up."""


def _conditions(key: str) -> list[ColumnElement[bool]]:
    indexed = literal_column("company_search.id").in_(_MATCH.bindparams(words=match_query(key)))
    return [indexed] if len(key) < EXACT_BELOW else [indexed, _says(key)]


def _says(key: str) -> ColumnElement[bool]:
    """That a company's search text holds ``key``, or a reading of its names does."""
    plain = CompanySearch.text.contains(key, autoescape=True)
    is_latin = key.isascii() and not key.isdigit()
    return or_(plain, func.spelled(CompanySearch.text, key)) if is_latin else plain
