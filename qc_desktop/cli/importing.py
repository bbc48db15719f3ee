"""``import``: a list of companies."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.session import Session, end_with, session
from qc_desktop.domain.findings import Severity, warning
from qc_desktop.errors import UserError
from qc_desktop.services.companies import importing, planning
from qc_desktop.services.companies.importing import Imported, PledgeTarget
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.companies.planning import Plan
from qc_desktop.services.office import Office

SHOWN = 20
"""How many findings are listed on a screen; ``--json`` has all of them."""


class Duplicates(StrEnum):
    """What becomes of rows that a person would have to decide."""

    SKIP = "skip"
    SEPARATE = "separate"
    MERGE = "merge"


DECISION = {Duplicates.SEPARATE: Outcome.NEW, Duplicates.MERGE: Outcome.UPDATED}

File = Annotated[Path, typer.Argument(help="名单 .xlsx .xls .et .csv / the list")]
Sheet = Annotated[str | None, typer.Option(help="工作表 / sheet")]
Choice = Annotated[Duplicates, typer.Option(help="拿不准的行：跳过、另建、并入 / undecided rows")]
BadRows = Annotated[Path | None, typer.Option(help="把有问题的行另存为 .xlsx / save bad rows, annotated")]


def import_list(
    context: typer.Context,
    file: File,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不写入 / check only")] = False,
    sheet: Sheet = None,
    duplicates: Choice = Duplicates.SKIP,
    bad_rows: BadRows = None,
) -> None:
    """导入企业名单 / import a list of companies."""
    run = session(context)
    with run.office() as office:
        plan = planned(run, office, file, sheet, bad_rows)
        done = None if dry_run else committed(run, office, plan, duplicates)
        report(run, plan, done)


def planned(run: Session, office: Office, file: Path, sheet: str | None, bad_rows: Path | None) -> Plan:
    """What importing ``file`` would do; bad rows are saved where that was asked for."""
    plan = run.watch(planning.plan(office, file, sheet))
    if bad_rows is not None:
        saved = planning.write_bad_rows(plan, bad_rows, run.words)
        run.remark(run.say("bad_rows" if saved else "no_bad_rows", count=saved, path=bad_rows))
    return plan


def committed(
    run: Session, office: Office, plan: Plan, duplicates: Duplicates, target: PledgeTarget | None = None
) -> Imported:
    """Imports ``plan``; where nothing could be, the reasons are listed before it is refused."""
    decision = DECISION.get(duplicates)
    decisions = {row.row: decision for row in plan.rows if row.outcome is Outcome.DUPLICATE} if decision else {}
    try:
        return run.watch(importing.commit(office, plan, decisions, target))
    except UserError as problem:
        if problem.code != "import.nothing":
            raise
        report(run, plan, None, problem)
        if not run.as_json:
            raise
        raise typer.Exit(1) from problem


def report(run: Session, plan: Plan, done: Imported | None, problem: UserError | None = None) -> None:
    """Says what an import did, or would do, or why nothing came of it; rows that are wrong end it with status 1."""
    result = result_of(run, plan, done) | (run.refusal(problem) if problem else {})
    lines = [run.say("imported" if done else "would_import", file=plan.table.source, **_counts(result))]
    if done and done.pledges:
        lines.insert(0, run.say("pledges_entered", count=done.pledges))
    for kind in ("errors", "warnings"):
        entries = result[kind]
        lines += [_line(run, entry) for entry in entries[:SHOWN]]
        if len(entries) > SHOWN:
            lines.append(run.say("and_more", count=len(entries) - SHOWN))
    run.show(result, lines)
    if problem is None:
        end_with(_counts(result)["errors"])


def result_of(run: Session, plan: Plan, done: Imported | None) -> dict[str, Any]:
    """The result of an import, as ``--json`` prints it."""
    counts = done.counts if done else plan.counted()
    named = (Outcome.NEW, Outcome.UPDATED, Outcome.RENAMED, Outcome.DUPLICATE, Outcome.UNCHANGED)
    listed = _listed(run, plan) + [
        (found.severity, run.finding(found, row.row, plan.header(found)))
        for row, found in (done.findings if done else ())
    ]
    general = [(found.severity, run.finding(found)) for found in plan.findings]
    general += [(Severity.WARNING, run.finding(warning("row.no_record"), number)) for number in plan.table.skipped]
    if others := plan.table.other_sheets:
        unread = warning("exchange.other_sheets", sheet=plan.table.sheet, others=list(others))
        general.append((Severity.WARNING, run.finding(unread)))
    result: dict[str, Any] = {outcome.value: counts[outcome] for outcome in named}
    result["renames"] = [
        {"row": row.row, "uscc": row.draft.uscc, "before": row.changes["name"][0], "after": row.changes["name"][1]}
        for row in plan.rows
        if row.outcome is Outcome.RENAMED
    ]
    result["errors"] = [entry for severity, entry in listed if severity is Severity.ERROR]
    result["warnings"] = [entry for severity, entry in [*general, *listed] if severity is Severity.WARNING]
    if done and done.pledges:
        result["pledges"] = done.pledges
    return result


def _listed(run: Session, plan: Plan) -> list[tuple[Severity, dict[str, Any]]]:
    return [
        (found.severity, run.finding(found, row.row, plan.header(found))) for row in plan.rows for found in row.findings
    ]


def _counts(result: dict[str, Any]) -> dict[str, int]:
    return {name: result[name] for name in ("new", "updated", "renamed", "duplicate", "unchanged")} | {
        "errors": len({entry["row"] for entry in result["errors"]})
    }


def _line(run: Session, entry: dict[str, Any]) -> str:
    if "row" not in entry:
        return f"  {entry['reason']}"
    value = " ".join(entry["value"].split())[:30]
    return "  " + run.say("row", row=entry["row"], column=entry["column"], value=value, reason=entry["reason"])
