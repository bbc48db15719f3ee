"""Bringing in a list as it was planned: one transaction, one undo step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.findings import Finding, warning
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import name_key
from qc_desktop.errors import UserError
from qc_desktop.exchange import columns
from qc_desktop.services import backups
from qc_desktop.services.campaigns.pledging import enter_many, not_editable
from qc_desktop.services.companies.editing import fill
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.companies.own_import import to_remember
from qc_desktop.services.companies.planning import EVERY, Plan, RowPlan, companies_by_id, decided_rows
from qc_desktop.services.members.field_values import put
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Company, FormerName, ImportMapping

KNOWN = (Outcome.UPDATED, Outcome.RENAMED)
WRITTEN = (Outcome.NEW, *KNOWN)
"""What a row becomes whose company is written."""


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
    one. A renamed company keeps its old name as a former one; ERROR leaves it out. Bad rows are left out.
    One transaction: closing the generator leaves nothing. Raises UserError where the
    records changed since the plan was made.
    """
    chosen = list(decided_rows(plan.rows, decisions or {}))
    wanted = [row for row in chosen if row.outcome in (*WRITTEN, Outcome.UNCHANGED)]
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


def _kept_safe(office: Office) -> Job[None]:
    """Backs the records up before an import goes over them; empty ones need none."""
    with office.store.reading() as session:
        if session.scalar(select(Company.id).limit(1)) is None:
            return
    yield from backups.making(office, "import")


@contextmanager
def _as_planned() -> Iterator[None]:
    """Says in words that a code or company of the plan is taken by now."""
    try:
        yield
    except IntegrityError as problem:
        raise UserError("store.changed_meanwhile") from problem


def _write(office: Office, work: UnitOfWork, rows: Sequence[RowPlan]) -> Iterator[Progress]:
    known = companies_by_id(work.session, [row.company_id for row in rows if row.outcome in KNOWN])
    own: dict[str, dict[str, str]] = {}
    for done, row in enumerate(rows, 1):
        if row.outcome is Outcome.NEW:
            company = Company(id=row.company_id, name="", name_key="", former_names=[], contacts=[])
            fill(company, row.draft, overwrite=False)
            work.session.add(company)
            known[company.id] = company  # a later row may be decided to mean it
        elif row.outcome in KNOWN:
            _update(office, known, row)
        if row.own and row.outcome in WRITTEN:
            own[row.company_id] = {**own.get(row.company_id, {}), **row.own}
        if done % EVERY == 0:
            work.session.flush()
            yield Progress("import_save", done, len(rows))
    work.session.flush()
    put(work.session, own)


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
    known.mapping = to_remember(plan.mapping, plan.table.headers, plan.own)
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
