"""Keeps the search text and its full-text index in step with companies and their names.

A trigger takes a search row out of the index when it is deleted, also with its company.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    text,
    true,
    union_all,
)
from sqlalchemy.orm import Session, UOWTransaction, attributes
from sqlalchemy.orm.base import PASSIVE_NO_INITIALIZE

from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.domain.search import kept_text, normalise_query
from qc_desktop.domain.search_words import Query, index_words, is_spelling, query
from qc_desktop.storage.tables import Company, CompanySearch, FormerName

_CHUNK = 500
_INSERT_INDEX = text("INSERT INTO company_search_index(rowid, words) VALUES (:id, :words)")
_COUNT = text("SELECT count(*) FROM company_search_index WHERE company_search_index MATCH :words")


def follow_flush(session: Session, _context: UOWTransaction | None = None) -> None:
    """Indexes anew every company whose names or codes this flush touched."""
    touched: set[str] = set()
    for row in (*session.new, *session.deleted, *(row for row in session.dirty if _is_called_otherwise(row))):
        if isinstance(row, Company):
            touched |= {row.id, row.merged_into_id or row.id}
        elif isinstance(row, FormerName):
            touched.add(row.company_id)
    if touched:
        reindex(session.connection(), sorted(touched))


FOUND_BY = ("name", "short_name", "uscc", "member_no", "former_names", "merged_into_id")
"""What of a company goes into the text it is found by."""


def _is_called_otherwise(row: object) -> bool:
    """Whether a changed row says another name or code: a new hotline is nothing that anybody is found by."""
    if not isinstance(row, Company):
        return True
    return any(attributes.get_history(row, name, PASSIVE_NO_INITIALIZE).has_changes() for name in FOUND_BY)


def reindex(connection: Connection, company_ids: Sequence[str]) -> None:
    """Writes the search rows of ``company_ids``; those of companies that are gone disappear."""
    finish(reindexing(connection, company_ids))


def reindexing(connection: Connection, company_ids: Sequence[str]) -> Job[None]:
    """As :func:`reindex`, for many."""
    for start in range(0, len(company_ids), _CHUNK):
        _reindex_chunk(connection, company_ids[start : start + _CHUNK])
        yield Progress("search_text", min(start + _CHUNK, len(company_ids)), len(company_ids))


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
            Company.id.in_(company_ids), Company.merged_into_id.is_(None)
        )
    )
    merged = _merged_codes(connection, company_ids)
    for row in companies:
        names = [row.name, row.short_name, *former.get(row.id, [])]
        codes = [row.uscc or "", row.member_no, *merged.get(row.id, [])]
        yield {"company_id": row.id, "text": kept_text(names, codes)}


def _merged_codes(connection: Connection, company_ids: Sequence[str]) -> dict[str, list[str]]:
    """Codes of companies that were merged into ``company_ids``: those find the one that stands for them."""
    found: dict[str, list[str]] = {}
    columns = select(Company.merged_into_id, Company.uscc, Company.member_no)
    for survivor, *codes in connection.execute(columns.where(Company.merged_into_id.in_(company_ids))):
        found.setdefault(str(survivor), []).extend(filter(None, codes))
    return found


def matching(typed: str) -> Select[str] | None:
    """The ids of the companies that ``typed`` finds, as a subquery; None where nothing searchable was typed.

    Characters and codes are found anywhere in a name or code, Latin letters also as pinyin, whole or by initials.
    """
    key = normalise_query(typed)
    return select(CompanySearch.company_id).where(CompanySearch.id.in_(_found(key))) if key else None


def count(session: Session, typed: str) -> int | None:
    """How many companies ``typed`` finds; None where nothing searchable was typed."""
    key = normalise_query(typed)
    if not key:
        return None
    asked = query(key)
    found = _indexed(session, asked.certain)
    if not asked.doubtful:
        return found
    doubtful: ColumnElement[bool] = CompanySearch.id.in_(_rows(asked.doubtful))
    if not asked.certain and _is_common(session, asked):
        doubtful = true()  # reading all of them in turn beats looking most of them up
    return found + (session.scalar(select(func.count()).select_from(CompanySearch).where(doubtful, _says(key))) or 0)


def condition(session: Session, typed: str) -> ColumnElement[bool] | None:
    """That a company is found by ``typed``, in the form that brings the first page soonest; None as above.

    What few companies have is looked up in the index. What many have is met at once when the list is walked in its
    order, so there each company is asked itself.
    """
    key = normalise_query(typed)
    if not key:
        return None
    if _is_common(session, query(key)):
        own = select(CompanySearch.id).where(CompanySearch.company_id == Company.id, _is_found(key))
        return own.correlate(Company).exists()
    return Company.id.in_(select(CompanySearch.company_id).where(CompanySearch.id.in_(_found(key))))


def nearest_first(session: Session, typed: str) -> list[ColumnElement[int]]:
    """An order that brings companies first whose name, spelling or code begins with ``typed``.

    Empty for what is very common: sorting all of it would take longer than a person waits.
    """
    key = normalise_query(typed)
    if not key or _is_common(session, query(key)):
        return []
    begins = or_(
        CompanySearch.text.startswith(key, autoescape=True), CompanySearch.text.contains("\n" + key, autoescape=True)
    )
    own = select(case((begins, 0), else_=1)).where(CompanySearch.company_id == Company.id)
    return [own.correlate(Company).scalar_subquery()]


MANY = 20
"""One company in so many, and walking the list beats looking up."""


def _is_common(session: Session, asked: Query) -> bool:
    many = (session.scalar(select(func.max(CompanySearch.id))) or 0) // MANY + 1
    return any(_reaches(session, words, many) for words in asked if words)


def candidates(session: Session, questions: Iterable[str], limit: int) -> list[str]:
    """The ids of the companies that answer ``questions`` to the index, at most ``limit`` for each."""
    found: dict[str, None] = {}
    for words in questions:
        some = _rows(words).limit(limit).subquery()
        owners = select(CompanySearch.company_id).join(some, some.c[0] == CompanySearch.id)
        found |= dict.fromkeys(session.scalars(owners))
    return list(found)


def _reaches(session: Session, words: str, many: int) -> bool:
    """Whether ``words`` find as many as ``many`` rows, counting no further."""
    return session.scalar(select(func.count()).select_from(_rows(words).limit(many).subquery())) == many


def _indexed(session: Session, words: str) -> int:
    return int(session.execute(_COUNT, {"words": words}).scalar_one()) if words else 0


def _found(key: str) -> Select[int] | CompoundSelect[int]:
    """The rows of the search text that ``key`` finds, as the index gives them."""
    asked = query(key)
    certain = [_rows(asked.certain)] if asked.certain else []
    if not asked.doubtful:
        return certain[0]
    checked = select(CompanySearch.id).where(CompanySearch.id.in_(_rows(asked.doubtful)), _says(key))
    return union_all(*certain, checked)


def _is_found(key: str) -> ColumnElement[bool]:
    """That a search row at hand is found by ``key``: a doubtful one is read no sooner than it is asked for."""
    asked = query(key)
    ways = [_at_hand(asked.certain)] if asked.certain else []
    if asked.doubtful:
        ways.append(and_(_at_hand(asked.doubtful), _says(key)))
    return or_(*ways)


def _at_hand(words: str) -> ColumnElement[bool]:
    return literal_column("+company_search.id").in_(_rows(words))  # the plus: row by row, not by the key


def _rows(words: str) -> Select[int]:
    matched = text("company_search_index MATCH :words").bindparams(bindparam("words", words, unique=True))
    return select(literal_column("rowid", Integer)).select_from(text("company_search_index")).where(matched)


def _says(key: str) -> ColumnElement[bool]:
    """That a company's search text holds ``key``, or a spelling of its names does."""
    plain = func.instr(CompanySearch.text, key) > 0
    return or_(plain, func.spelled(CompanySearch.text, key)) if is_spelling(key) else plain
