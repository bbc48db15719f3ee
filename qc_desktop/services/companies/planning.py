"""What importing a list would do, row by row, before anything is written; and mending the list on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from qc_desktop import reference
from qc_desktop.domain import dates
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.company_rows import to_company, to_pledge
from qc_desktop.domain.custom_fields import own_key
from qc_desktop.domain.findings import Finding, Severity
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.exchange import columns
from qc_desktop.exchange.reading.lists import read_table, records
from qc_desktop.exchange.reading.pasted import read_pasted
from qc_desktop.exchange.reading.table import Row, Table
from qc_desktop.messages import Messages
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.companies import own_import
from qc_desktop.services.companies.editing import contact_changes, differences, new_former_names
from qc_desktop.services.companies.matching import Directory, Outcome
from qc_desktop.services.members import field_values, fields
from qc_desktop.services.members.fields import FieldRow
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Company, ImportMapping
from qc_desktop.storage.types import new_id

EVERY = 250
LEFT_OUT = (Outcome.ERROR, Outcome.DUPLICATE)
"""Rows that are not imported as they stand."""


@dataclass(frozen=True)
class RowPlan:
    """What one row of the list would do; ``changes`` are a known company's fields as (before, after).

    ``own`` is what it says of the association's own fields, by field id; their changes stand under their keys.
    ``same_code`` says of a duplicate that it has the very code of the company it seems to be.
    """

    row: int
    outcome: Outcome
    draft: CompanyDraft
    pledge: PledgeDraft
    company_id: str
    findings: tuple[Finding, ...] = ()
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    same_code: bool = False
    own: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """What importing a list would do. ``mapping`` says which column (from 0) was taken for which field.

    ``own`` are the association's own fields that a column can be taken for.
    """

    table: Table
    mapping: Mapping[int, str]
    rows: tuple[RowPlan, ...]
    findings: tuple[Finding, ...] = ()
    own: tuple[FieldRow, ...] = ()

    def counted(self) -> dict[Outcome, int]:
        """How many rows have each outcome."""
        return {outcome: sum(row.outcome is outcome for row in self.rows) for outcome in Outcome}

    def header(self, finding: Finding) -> str:
        """The list's own header of the column that ``finding`` is about; what we call it where the list has none."""
        place = next((index for index, name in self.mapping.items() if name == finding.field), None)
        return self.table.headers[place] if place is not None else columns.label(finding.field)

    def own_names(self) -> dict[str, str]:
        """What the association's own fields are called, by key."""
        return {row.key: row.name for row in self.own}


def plan(office: Office, path: Path, sheet: str | None = None, mapping: Mapping[int, str] | None = None) -> Job[Plan]:
    """Reads the list at ``path`` and says what importing it would do; nothing is written.

    The mapping of columns is the one given, else the one remembered for these headers, else what the headers say.
    Raises UserError for a file that is no list.
    """
    return (yield from _planned(office, read_table(path, sheet), mapping))


def plan_pasted(office: Office, text: str, mapping: Mapping[int, str] | None = None) -> Job[Plan]:
    """As :func:`plan`, of rows copied in a spreadsheet. Raises UserError for what is no list."""
    return (yield from _planned(office, read_pasted(text), mapping))


def mended(office: Office, made: Plan, corrections: Mapping[tuple[int, int], str]) -> Job[Plan]:
    """``made`` with cells corrected, by row number and column (from 0); every row is looked at anew.

    A corrected row can become the repeat of another, or set one free that repeated it.
    """
    rows = tuple(_corrected(row, corrections) for row in made.table.rows)
    return (yield from _planned(office, replace(made.table, rows=rows), made.mapping))


def _corrected(row: Row, corrections: Mapping[tuple[int, int], str]) -> Row:
    if not any((row.number, place) in corrections for place in range(len(row.cells))):
        return row
    return row._replace(cells=tuple(corrections.get((row.number, place), cell) for place, cell in enumerate(row.cells)))


def _planned(office: Office, table: Table, given: Mapping[int, str] | None) -> Job[Plan]:
    with office.store.reading() as session:
        own = tuple(row for row in fields.known(session) if row.active)
        mapping = dict(given) if given is not None else _remembered(session, table, own)
        rows = yield from _plan_rows(session, table, mapping, own)
    return Plan(table, mapping, tuple(rows), tuple(columns.unmapped(table, mapping)), own)


def _remembered(session: Session, table: Table, own: Sequence[FieldRow]) -> dict[int, str]:
    known = session.get(ImportMapping, columns.fingerprint(table.headers))
    if known is None:
        return own_import.map_columns(table.headers, own)
    return own_import.remembered(known.mapping, table.headers, own)


def _plan_rows(
    session: Session, table: Table, mapping: Mapping[int, str], own: Sequence[FieldRow]
) -> Job[list[RowPlan]]:
    directory = Directory.load(session)
    brought = [row for row in own if row.key in mapping.values()]
    divisions, industries = reference.admin_divisions(), reference.industries()
    rows: list[RowPlan] = []
    for number, cells in records(table, mapping):
        draft, findings = to_company(cells, divisions, industries)
        pledge, more = to_pledge(cells)
        values, wrong = own_import.own_values(cells, brought)
        first = _first_look(directory, number, draft, pledge, [*findings, *more, *wrong])
        rows.append(replace(first, own=values) if values else first)
        if len(rows) % EVERY == 0 or len(rows) == len(table.rows):
            yield Progress("import_check", len(rows), len(table.rows))
    return list(_compared(session, rows))


def _first_look(
    directory: Directory, number: int, draft: CompanyDraft, pledge: PledgeDraft, findings: list[Finding]
) -> RowPlan:
    if any(finding.severity is Severity.ERROR for finding in findings):
        return RowPlan(number, Outcome.ERROR, draft, pledge, "", tuple(findings))
    match, given = directory.match(draft), draft.uscc
    if draft.uscc in directory.merged_codes and match.company_id:
        draft = _without_code(draft)  # the company keeps the code it has
    if match.doubt:
        doubts, same = (match.doubt, *findings), directory.has_code(match.company_id, given)
        return RowPlan(number, Outcome.DUPLICATE, draft, pledge, match.company_id, doubts, same_code=same)
    draft = replace(draft, name=match.keeps or draft.name)
    outcome = Outcome.UPDATED if match.company_id else Outcome.NEW
    company_id = match.company_id or new_id()
    directory.take(draft, company_id, number)
    remarks = (match.remark,) if match.remark else ()
    return RowPlan(number, outcome, draft, pledge, company_id, (*findings, *remarks))


def _without_code(draft: CompanyDraft) -> CompanyDraft:
    """``draft`` without its code, and without the place that was read off it."""
    bare = replace(draft, uscc="", admin_division_code="", admin_division_name="")
    return replace(bare, province_code="", province="", province_derived=False) if draft.province_derived else bare


def _compared(session: Session, rows: Sequence[RowPlan]) -> Iterator[RowPlan]:
    """``rows`` with what they change in known companies; those that change nothing become unchanged."""
    known = companies_by_id(session, [row.company_id for row in rows if row.outcome is Outcome.UPDATED])
    filled = field_values.held(session, list(known)) if any(row.own for row in rows) else {}
    for row in rows:
        if row.outcome is not Outcome.UPDATED:
            yield row
            continue
        held = filled.get(row.company_id, {})
        own = {own_key(name): (held.get(name, ""), value) for name, value in row.own.items()}
        changes = _changes(known[row.company_id], row.draft)
        changes |= {key: pair for key, pair in own.items() if pair[0] != pair[1]}
        yield replace(row, outcome=_known_outcome(changes), changes=changes)


def _known_outcome(changes: Mapping[str, object]) -> Outcome:
    if "name" in changes:  # one that is only spelt otherwise, or a former one, was let go before
        return Outcome.RENAMED
    return Outcome.UPDATED if changes else Outcome.UNCHANGED


def _changes(company: Company, draft: CompanyDraft) -> dict[str, tuple[Any, Any]]:
    changed = differences(company, draft, overwrite=False)
    pairs = {name: (getattr(company, name), value) for name, value in changed.items()}
    names = new_former_names(company, draft)
    contact, given = contact_changes(company, draft)
    pairs |= {f"contact_{name}": (getattr(contact, name, ""), value) for name, value in given.items()}
    return pairs | ({"former_names": ((), tuple(names))} if names else {})


def companies_by_id(session: Session, ids: Sequence[str]) -> dict[str, Company]:
    """The companies with ``ids``, their former names and contacts loaded."""
    found: dict[str, Company] = {}
    for chunk in in_chunks(ids):
        query = select(Company).where(Company.id.in_(chunk))
        lists = (selectinload(Company.former_names), selectinload(Company.contacts))
        found |= {company.id: company for company in session.scalars(query.options(*lists))}
    return found


def decided_rows(rows: Sequence[RowPlan], decisions: Mapping[int, Outcome]) -> Iterator[RowPlan]:
    """``rows`` as a person decided; a second row under a code that has its company is never another one."""
    codes = {row.draft.uscc for row in rows if row.outcome is Outcome.NEW and row.draft.uscc}
    for row in rows:
        decided = decisions.get(row.row, row.outcome)
        decision = decided if row.outcome is Outcome.DUPLICATE else None
        if decision is Outcome.NEW and not row.same_code and row.draft.uscc not in codes:
            codes |= {row.draft.uscc} - {""}
            yield replace(row, outcome=decision, company_id=new_id())
        elif decision is Outcome.UPDATED or (row.outcome, decided) == (Outcome.RENAMED, Outcome.ERROR):
            yield replace(row, outcome=decided)
        else:
            yield row


def write_bad_rows(plan: Plan, path: Path, words: Messages, decisions: Mapping[int, Outcome] | None = None) -> int:
    """Writes the rows with errors and undecided ones to ``path`` as an annotated list, to be mended and imported.

    ``decisions`` are those of importing.commit: what they leave out is written too, what they take is not.

    Returns how many there are; without any, no file is written.
    """
    from qc_desktop.exchange.writing.annotated import RowProblem, write_annotated

    bad = [row for row in decided_rows(plan.rows, decisions or {}) if row.outcome in LEFT_OUT]
    if bad:
        problems = [RowProblem(row.row, found.field, words.of(found)) for row in bad for found in row.findings]
        write_annotated(path, plan.table, plan.mapping, problems, dates.now())
    return len(bad)
