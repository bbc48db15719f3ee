"""``dispatch``: how certificates went out, and under which number."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.choosing import Year, day, numbered
from qc_desktop.cli.session import Session, end_with, session
from qc_desktop.domain.dispatch import DispatchDraft, Way
from qc_desktop.errors import UserError
from qc_desktop.services.certificates import dispatches, dispatching
from qc_desktop.services.certificates.dispatches import DispatchRow
from qc_desktop.services.certificates.dispatching import DispatchPlan, Fate, PlannedDispatch

app = typer.Typer(name="dispatch", no_args_is_help=True, help="寄送 / dispatch")

SHOWN = 20
"""How many rows with something to say are listed on a screen; ``--json`` has all of them."""

Numbers = Annotated[list[str], typer.Argument(help="证书编号、末几位，或 118～121 / numbers, last digits, ranges")]


@app.command("import")
def import_dispatches(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="快递清单 .xlsx .xls .et .csv / the carrier's list")],
    sheet: Annotated[str | None, typer.Option(help="工作表 / sheet")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不登记 / check only")] = False,
) -> None:
    """导入快递单号，可撤回 / note tracking numbers from a list; one step that can be undone."""
    run = session(context)
    with run.office() as office:
        plan = run.watch(dispatching.plan_file(office, file, sheet))
        noted = 0 if dry_run or not plan.of(Fate.NEW) else dispatching.commit(office, plan)
    counts = {fate.value: len(plan.of(fate)) for fate in Fate}
    code = "dispatch_planned" if dry_run else "dispatch_imported" if noted else "dispatch_nothing"
    said = run.say(code, noted=noted, **counts)
    result = {
        "noted": noted,
        "counts": counts,
        "unused": plan.unused,
        "rows": [_planned(run, row) for row in plan.rows],
    }
    run.show(result, [said, *_remarks(run, plan)])
    end_with(counts[Fate.ERROR] or not (counts[Fate.NEW] or counts[Fate.KNOWN]))


def _planned(run: Session, row: PlannedDispatch) -> dict[str, object]:
    findings = [run.finding(found) for found in row.findings]
    return {"row": row.row, "fate": row.fate, "number": row.number, "holder": row.holder, **vars(row.draft)} | {
        "findings": findings
    }


def _remarks(run: Session, plan: DispatchPlan) -> list[str]:
    """The rows that something is to be said of."""
    told = [row for row in plan.rows if row.findings or row.fate is not Fate.NEW]
    lines = [
        "  ".join(
            [
                run.words.text("dispatch.at_row", row=row.row),
                row.number or row.holder,
                run.words.text(f"dispatch.{row.fate}"),
                *map(run.words.of, row.findings),
            ]
        )
        for row in told[:SHOWN]
    ]
    return [*lines, run.say("more_rows", count=len(told) - SHOWN)] if len(told) > SHOWN else lines


@app.command("add")
def add(
    context: typer.Context,
    numbers: Numbers,
    way: Annotated[Way, typer.Option(help="寄送方式 / way")] = Way.COURIER,
    carrier: Annotated[str, typer.Option(help="快递公司 / carrier")] = "",
    tracking: Annotated[str, typer.Option(help="快递单号 / tracking number")] = "",
    on: Annotated[str, typer.Option("--on", help="日期 / day")] = "",
    remark: Annotated[str, typer.Option(help="备注 / remark")] = "",
    ended_too: Annotated[
        bool, typer.Option("--ended-too", help="确实寄出了已停用的这张 / it went out although it had ended")
    ] = False,
    year: Year = None,
) -> None:
    """登记寄送或领取 / note by hand that certificates went out."""
    run = session(context)
    with run.office() as office:
        row = {"way": way.value, "carrier": carrier, "tracking_no": tracking, "remark": remark}
        draft: DispatchDraft = dispatches.draft_of(row, day(on) or office.today)
        meant = list(dict.fromkeys(numbered(office, year, numbers)))
        try:
            noted = dispatches.note(office, meant, draft, ended_too=ended_too)
        except UserError as problem:
            if problem.code != dispatches.NOT_IN_FORCE:
                raise
            raise UserError("cli.dispatch_not_in_force", problem=problem) from problem
    before = len(meant) - noted
    lines = [run.say("dispatch_noted", count=noted)] if noted else []
    lines += [run.say("dispatch_noted_before", count=before)] if before else []
    run.show({"noted": noted, "noted_before": before}, lines)


@app.command("list")
def list_dispatches(
    context: typer.Context,
    text: Annotated[str, typer.Option(help="编号、单号或企业 / number, tracking number or company")] = "",
    offset: Offset = 0,
    limit: Limit = 50,
) -> None:
    """列出寄送 / list what went out."""
    run = session(context)
    with run.office() as office:
        rows, total = dispatches.page(office, text, offset, limit), dispatches.count(office, text)
    lines = [_line(run, row) for row in rows]
    run.show({"total": total, "dispatches": rows}, [*lines, run.say("shown_of", shown=len(rows), total=total)])


def _line(run: Session, row: DispatchRow) -> str:
    said = dispatches.in_words(row, run.words)
    return "  ".join(filter(None, [row.number, row.holder, said, row.remark]))
