"""批量修改: the same values for many companies, seen before they are written; one command, one undo step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.custom_fields import own_id
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.companies.bulk_values import COLUMNS, Change, Edit, NotHere, changes
from qc_desktop.services.members import field_values, fields
from qc_desktop.services.members.fields import FieldRow
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import not_merged, standing
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Company


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One company: its columns that change as (before, after), or why it is passed over.

    ``seen`` is another number once somebody changed the company, or what it has in the own fields at hand.
    """

    company_id: str
    name: str
    seen: int
    columns: Mapping[str, tuple[Any, Any]]
    refused: Finding | None = None


@dataclass(frozen=True)
class BulkPlan:
    """What the edits would do: the companies that change and those passed over, by id with what was seen of them,
    and how many stay as they are. :func:`rows` tells what becomes of them. ``own`` are the own fields that are set.
    """

    edits: tuple[Edit, ...]
    changed: Mapping[str, int] = field(default_factory=dict)
    refused: Mapping[str, int] = field(default_factory=dict)
    unchanged: int = 0
    own: tuple[FieldRow, ...] = ()


def plan(office: Office, company_ids: Sequence[str], edits: Sequence[Edit]) -> Job[BulkPlan]:
    """What ``edits`` would do to the companies, in their order; nothing is written.

    Raises UserError ``bulk.*`` for values that no company can take.
    """
    with office.store.reading() as session:
        company_ids = standing(session, company_ids)
        known = [row for row in fields.known(session) if row.active]
    made = changes(edits, known)
    own = tuple(row for row in known if row.key in {edit.field for edit in edits})
    changed: dict[str, int] = {}  # numbers alone: a hundred thousand rows would keep the collector busy
    refused: dict[str, int] = {}
    seen = 0
    for chunk in in_chunks(company_ids):
        for row in _looked_at(office, chunk, made, own):
            if row.columns or row.refused:
                (refused if row.refused else changed)[row.company_id] = row.seen
        seen += len(chunk)
        yield Progress("bulk_check", seen, len(company_ids))
    return BulkPlan(tuple(edits), changed, refused, seen - len(changed) - len(refused), own)


def rows(office: Office, planned: BulkPlan, company_ids: Iterable[str]) -> list[BulkRow]:
    """What the edits of ``planned`` do to ``company_ids``, before and after; those that are gone are left out."""
    made = changes(planned.edits, planned.own)
    chunks = in_chunks(list(company_ids))
    return [row for chunk in chunks for row in _looked_at(office, chunk, made, planned.own)]


def _looked_at(
    office: Office, company_ids: Sequence[str], made: Sequence[Change], own: Sequence[FieldRow]
) -> Iterator[BulkRow]:
    columns = [getattr(Company, name) for name in ("id", "name", "row_version", *COLUMNS)]
    query = select(*columns).where(Company.id.in_(company_ids), not_merged(Company.id))
    with office.store.reading() as session:
        found = {row[0]: row for row in session.execute(query)}
        filled = _own_values(session, company_ids, own)
    for company_id in company_ids:
        if company_id in found:
            _, name, version, *values = found[company_id]
            held = dict(zip(COLUMNS, values, strict=True)) | filled[company_id]
            yield _row(company_id, name, _seen(version, filled[company_id]), held, made)


def _own_values(session: Session, company_ids: Sequence[str], own: Sequence[FieldRow]) -> dict[str, dict[str, str]]:
    """What each company has in the ``own`` fields, by their keys; empty texts where it has nothing."""
    held = field_values.held(session, company_ids, [row.id for row in own]) if own else {}
    return {each: {row.key: held.get(each, {}).get(row.id, "") for row in own} for each in company_ids}


def _seen(row_version: int, filled: Mapping[str, str]) -> int:
    return hash((row_version, *filled.items()))


def _row(company_id: str, name: str, seen: int, held: dict[str, Any], made: Sequence[Change]) -> BulkRow:
    after: dict[str, Any] = {}
    try:
        for change in made:
            after |= change(held)
    except NotHere as problem:
        return BulkRow(company_id, name, seen, {}, error(problem.code, "", name, **problem.params))
    changed = {column: (held[column], value) for column, value in after.items() if held[column] != value}
    return BulkRow(company_id, name, seen, changed)


def apply(office: Office, planned: BulkPlan) -> Job[int]:
    """Writes what was planned and returns how many companies changed; closing the generator leaves nothing.

    Raises UserError where nothing is to be changed, or somebody changed one of the companies since.
    """
    if not planned.changed:
        raise UserError("bulk.unchanged")
    made = changes(planned.edits, planned.own)
    called = {row.key: row.name for row in planned.own}
    named = [called.get(edit.field, edit.field) for edit in planned.edits]
    total = len(planned.changed)
    with office.writing("companies_set", fields=named, rows=total) as work:
        done = 0
        for chunk in in_chunks(list(planned.changed)):
            _write(work, chunk, planned, made)
            done += len(chunk)
            yield Progress("bulk_save", done, total)
    return total


def _write(work: UnitOfWork, company_ids: Sequence[str], planned: BulkPlan, made: Sequence[Change]) -> None:
    query = select(Company).where(Company.id.in_(company_ids))
    found = {company.id: company for company in work.session.scalars(query)}
    filled = _own_values(work.session, company_ids, planned.own)
    own: dict[str, dict[str, str]] = {}
    for company_id in company_ids:
        company = found.get(company_id)
        seen = _seen(company.row_version, filled[company_id]) if company else 0
        if company is None or seen != planned.changed[company_id]:
            raise UserError("store.changed_meanwhile")
        held = {name: getattr(company, name) for name in COLUMNS} | filled[company_id]
        for column, (_, after) in _row(company_id, company.name, seen, held, made).columns.items():
            if field_id := own_id(column):
                own.setdefault(company_id, {})[field_id] = after
            else:
                setattr(company, column, after)
    field_values.put(work.session, own)
    work.session.flush()
    work.session.expunge_all()  # a hundred thousand of them need not be held
