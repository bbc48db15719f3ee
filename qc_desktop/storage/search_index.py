"""Keeps the search text and its full-text index in step with companies and their names.

A trigger takes a search row out of the index when it is deleted, also with its company.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Select, delete, func, insert, literal_column, or_, select, text
from sqlalchemy.orm import Session, UOWTransaction

from qc_desktop.domain.search import index_words, match_query, normalise_query, search_text
from qc_desktop.storage.tables import Company, CompanySearch, FormerName

_CHUNK = 500
_INSERT_INDEX = text("INSERT INTO company_search_index(rowid, words) VALUES (:id, :words)")
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
    found = select(CompanySearch.company_id).where(
        literal_column("company_search.id").in_(_MATCH.bindparams(words=match_query(key)))
    )
    if len(key) < 3:
        return found
    plain = CompanySearch.text.contains(key, autoescape=True)
    return found.where(or_(plain, func.spelled(CompanySearch.text, key)) if key.isascii() else plain)
