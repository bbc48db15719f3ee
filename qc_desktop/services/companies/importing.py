"""Bringing in a list: read, matched and shown first; then one transaction, one undo step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from qc_desktop import reference
from qc_desktop.domain import dates
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.company_rows import to_company, to_pledge
from qc_desktop.domain.findings import Finding, Severity, warning
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import name_key
from qc_desktop.errors import UserError
from qc_desktop.exchange import columns
from qc_desktop.exchange.reading.lists import read_table, records
from qc_desktop.exchange.reading.table import Table
from qc_desktop.messages import Messages
from qc_desktop.services import backups
from qc_desktop.services.campaigns.pledging import enter_many, not_editable
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.companies.editing import contact_changes, differences, fill, new_former_names
from qc_desktop.services.companies.matching import Directory, Outcome
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Company, FormerName, ImportMapping
from qc_desktop.storage.types import new_id

EVERY = 250


@dataclass(frozen=True)
class RowPlan:
    """What one row of the list would do; ``changes`` are a known company's fields as (before, after).

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


@dataclass(frozen=True)
class Plan:
    """What importing a list would do. ``mapping`` says which column (from 0) was taken for which field."""

    table: Table
    mapping: Mapping[int, str]
    rows: tuple[RowPlan, ...]
    findings: tuple[Finding, ...] = ()

    def counted(self) -> dict[Outcome, int]:
        """How many rows have each outcome."""
        return {outcome: sum(row.outcome is outcome for row in self.rows) for outcome in Outcome}

    def header(self, finding: Finding) -> str:
        """The list's own header of the column that ``finding`` is about; what we call it where the list has none."""
        place = next((index for index, name in self.mapping.items() if name == finding.field), None)
        return self.table.headers[place] if place is not None else columns.label(finding.field)


def plan(office: Office, path: Path, sheet: str | None = None, mapping: Mapping[int, str] | None = None) -> Job[Plan]:
    """Reads the list at ``path`` and says what importing it would do; nothing is written.

    The mapping of columns is the one given, else the one remembered for these headers, else what the headers say.
    Raises UserError for a file that is no list.
    """
    table = read_table(path, sheet)
    with office.store.reading() as session:
        taken = dict(mapping) if mapping is not None else _remembered(session, table)
        rows = yield from _plan_rows(session, table, taken)
    return Plan(table, taken, tuple(rows), tuple(columns.unmapped(table, taken)))


def _remembered(session: Session, table: Table) -> dict[int, str]:
    known = session.get(ImportMapping, columns.fingerprint(table.headers))
    if known is None:
        return dict(columns.map_columns(table.headers))
    return {int(place): name for place, name in known.mapping.items()}


def _plan_rows(session: Session, table: Table, mapping: Mapping[int, str]) -> Job[list[RowPlan]]:
    directory = Directory.load(session)
    divisions, industries = reference.divisions(), reference.industries()
    rows: list[RowPlan] = []
    for number, cells in records(table, mapping):
        draft, findings = to_company(cells, divisions, industries)
        pledge, more = to_pledge(cells)
        rows.append(_first_look(directory, number, draft, pledge, [*findings, *more]))
        if len(rows) % EVERY == 0 or len(rows) == len(table.rows):
            yield Progress("import_check", len(rows), len(table.rows))
    return list(_compared(session, rows))


def _first_look(
    directory: Directory, number: int, draft: CompanyDraft, pledge: PledgeDraft, findings: list[Finding]
) -> RowPlan:
    if any(finding.severity is Severity.ERROR for finding in findings):
        return RowPlan(number, Outcome.ERROR, draft, pledge, "", tuple(findings))
    match = directory.match(draft)
    if match.doubt:
        doubts, same = (*findings, match.doubt), directory.has_code(match.company_id, draft.uscc)
        return RowPlan(number, Outcome.DUPLICATE, draft, pledge, match.company_id, doubts, same_code=same)
    draft = replace(draft, name=match.keeps or draft.name)
    outcome = Outcome.UPDATED if match.company_id else Outcome.NEW
    company_id = match.company_id or new_id()
    directory.take(draft, company_id, number)
    remarks = (match.remark,) if match.remark else ()
    return RowPlan(number, outcome, draft, pledge, company_id, (*findings, *remarks))


def _compared(session: Session, rows: Sequence[RowPlan]) -> Iterator[RowPlan]:
    """``rows`` with what they change in known companies; those that change nothing become unchanged."""
    known = companies_by_id(session, [row.company_id for row in rows if row.outcome is Outcome.UPDATED])
    for row in rows:
        if row.outcome is not Outcome.UPDATED:
            yield row
            continue
        changes = _changes(known[row.company_id], row.draft)
        yield replace(row, outcome=Outcome.UPDATED if changes else Outcome.UNCHANGED, changes=changes)


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


def write_bad_rows(plan: Plan, path: Path, words: Messages) -> int:
    """Writes the rows with errors and undecided ones to ``path`` as an annotated list, to be mended and imported.

    Returns how many there are; without any, no file is written.
    """
    from qc_desktop.exchange.writing.annotated import RowProblem, write_annotated

    bad = [row for row in plan.rows if row.outcome in (Outcome.ERROR, Outcome.DUPLICATE)]
    if bad:
        problems = [RowProblem(row.row, found.field, words.of(found)) for row in bad for found in row.findings]
        write_annotated(path, plan.table, plan.mapping, problems, dates.now())
    return len(bad)


@dataclass(frozen=True)
class PledgeTarget:
    """With which campaign, and to which stage, a list's companies are brought along with their pledges."""

    campaign_id: str
    stage: Stage = Stage.MATERIAL_REVIEW


@dataclass(frozen=True)
class Imported:
    """What an import did: rows by outcome, pledges entered, and what was remarked on the way."""

    counts: Mapping[Outcome, int]
    pledges: int = 0
    findings: tuple[tuple[RowPlan, Finding], ...] = ()


def commit(
    office: Office,
    plan: Plan,
    decisions: Mapping[int, Outcome] | None = None,
    target: PledgeTarget | None = None,
) -> Job[Imported]:
    """Imports the rows of ``plan`` that are new or changed, and with ``target`` enters every company's pledge.

    ``decisions`` says by row what becomes of a duplicate: NEW makes a second company, UPDATED takes it for the known
    one. Bad rows are left out. One transaction: closing the generator leaves nothing. Raises UserError where the
    records changed since the plan was made.
    """
    chosen = list(_decided_rows(plan.rows, decisions or {}))
    wanted = [row for row in chosen if row.outcome in (Outcome.NEW, Outcome.UPDATED, Outcome.UNCHANGED)]
    if not wanted:
        raise UserError("import.nothing", rows=len(plan.rows))
    yield from _kept_safe(office)
    with _as_planned(), office.writing("import", file=plan.table.source, rows=len(wanted)) as work:
        yield from _write(office, work, wanted)
        _remember(work.session, plan)
        entered, findings = _enter_pledges(work, wanted, target) if target else (0, ())
        yield Progress("import_save", len(wanted), len(wanted))
    counts = {outcome: sum(row.outcome is outcome for row in chosen) for outcome in Outcome}
    return Imported(counts, entered, tuple(findings))


def _kept_safe(office: Office) -> Iterator[Progress]:
    """Backs the records up before an import goes over them; empty ones need none."""
    with office.store.reading() as session:
        if session.scalar(select(Company.id).limit(1)) is None:
            return
    yield Progress("backup", 0, 1)
    backups.make(office, "import")
    yield Progress("backup", 1, 1)


@contextmanager
def _as_planned() -> Iterator[None]:
    """Says in words that a code or company of the plan is taken by now."""
    try:
        yield
    except IntegrityError as problem:
        raise UserError("store.changed_meanwhile") from problem


def _decided_rows(rows: Sequence[RowPlan], decisions: Mapping[int, Outcome]) -> Iterator[RowPlan]:
    """``rows`` as a person decided; a second row under a code that has its company is never another one."""
    codes = {row.draft.uscc for row in rows if row.outcome is Outcome.NEW and row.draft.uscc}
    for row in rows:
        decision = decisions.get(row.row) if row.outcome is Outcome.DUPLICATE else None
        if decision is Outcome.NEW and not row.same_code and row.draft.uscc not in codes:
            codes |= {row.draft.uscc} - {""}
            yield replace(row, outcome=decision, company_id=new_id())
        elif decision is Outcome.UPDATED:
            yield replace(row, outcome=decision)
        else:
            yield row


def _write(office: Office, work: UnitOfWork, rows: Sequence[RowPlan]) -> Iterator[Progress]:
    known = companies_by_id(work.session, [row.company_id for row in rows if row.outcome is Outcome.UPDATED])
    for done, row in enumerate(rows, 1):
        if row.outcome is Outcome.NEW:
            company = Company(id=row.company_id, name="", name_key="", former_names=[], contacts=[])
            fill(company, row.draft, overwrite=False)
            work.session.add(company)
            known[company.id] = company  # a later row may be decided to mean it
        elif row.outcome is Outcome.UPDATED:
            _update(office, known, row)
        if done % EVERY == 0:
            work.session.flush()
            yield Progress("import_save", done, len(rows))
    work.session.flush()


def _update(office: Office, known: Mapping[str, Company], row: RowPlan) -> None:
    company = known.get(row.company_id)
    if company is None:
        raise UserError("store.changed_meanwhile")
    if company.name_key != name_key(row.draft.name):
        company.former_names.append(FormerName(name=company.name, until=office.today))
    fill(company, row.draft, overwrite=False)


def _remember(session: Session, plan: Plan) -> None:
    print_of = columns.fingerprint(plan.table.headers)
    known = session.get(ImportMapping, print_of) or ImportMapping(fingerprint=print_of)
    known.mapping = {str(place): name for place, name in plan.mapping.items()}
    known.source, known.used_at = plan.table.source, dates.now()
    session.add(known)


def _enter_pledges(
    work: UnitOfWork, rows: Sequence[RowPlan], target: PledgeTarget
) -> tuple[int, list[tuple[RowPlan, Finding]]]:
    closed = not_editable(work.session, target.campaign_id, [row.company_id for row in rows])
    findings = [
        (row, warning("match.pledge_closed", "name", row.draft.name, stage=closed[row.company_id]))
        for row in rows
        if row.company_id in closed
    ]
    pledges = {row.company_id: row.pledge for row in rows if row.company_id not in closed}
    enter_many(work, target.campaign_id, pledges, target.stage, merge=True)
    return len(pledges), findings
