"""``history``: what changed, and taking it back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.session import Session, session
from qc_desktop.domain import dates
from qc_desktop.errors import UserError
from qc_desktop.services import history
from qc_desktop.services.audit import details, exporting, listing
from qc_desktop.services.audit.details import Detail
from qc_desktop.services.audit.listing import HistoryFilter
from qc_desktop.services.history import CommandRow

app = typer.Typer(name="history", no_args_is_help=True, help="修改记录 / history")

By = Annotated[str, typer.Option("--by", help="操作人 / operator")]
Action = Annotated[str, typer.Option("--action", help="操作，如 company_change / kind of action")]
Since = Annotated[str, typer.Option("--since", help="从哪天起 / from this day on")]
Until = Annotated[str, typer.Option("--until", help="到哪天为止 / up to this day")]
Text = Annotated[str, typer.Option("--text", help="企业名称 / company")]
Seq = Annotated[int, typer.Argument(min=1, max=2**31, help="操作号 / command")]


@app.command("list")
def list_commands(
    context: typer.Context,
    limit: Limit = 30,
    offset: Offset = 0,
    by: By = "",
    action: Action = "",
    since: Since = "",
    until: Until = "",
    text: Text = "",
) -> None:
    """列出操作，最近的在前 / list commands, the last first."""
    run = session(context)
    wanted = HistoryFilter(by, action, _day(since), _day(until), text)
    with run.office() as office:
        rows = listing.page(office, wanted, offset, limit)
    run.show({"commands": rows}, [_line(run, row) for row in rows])


@app.command("show")
def show(context: typer.Context, seq: Seq) -> None:
    """查看一个操作改了什么 / show every field that a command changed."""
    run = session(context)
    with run.office() as office:
        found = details.detail(office, run.words, seq)
    more = [run.words.text("history.more", count=found.more)] if found.more else []
    told = [exporting.told(run.words, line) for line in found.lines]
    result = {
        "command": found.command,
        "changes": found.lines,
        "more": found.more,
        "refusal": found.refusal.code if found.refusal else None,
        "blocked_by": found.blocked_by,
    }
    run.show(result, [_line(run, found.command), *told, *more, _undo_words(run, found)])


@app.command("export")
def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="文件，.xlsx 或 .csv / file")],
    by: By = "",
    action: Action = "",
    since: Since = "",
    until: Until = "",
    text: Text = "",
) -> None:
    """导出修改记录 / write the audit trail; personal data stays masked."""
    run = session(context)
    wanted = HistoryFilter(by, action, _day(since), _day(until), text)
    with run.office() as office:
        count = run.watch(exporting.export(office, run.words, wanted, out.absolute()))
    told = run.words.text("history.exported", count=count, path=out)
    run.show({"path": out.absolute(), "commands": count}, [told])


@app.command("undo")
def undo(
    context: typer.Context,
    seq: Annotated[
        int | None, typer.Argument(min=1, max=2**31, help="操作号，默认最近一个 / command, the last by default")
    ] = None,
) -> None:
    """撤回 / take the last command back."""
    run = session(context)
    with run.office() as office:
        row = run.watch(history.undoing(office, seq))
    run.show({"undone": row}, [history.told_undone(run.words, row)])


def _day(typed: str) -> dt.date | None:
    day = dates.parse(typed)
    if typed and day is None:
        raise UserError("campaign.bad_date", value=typed)
    return day


def _line(run: Session, row: CommandRow) -> str:
    name = history.act(run.words, row)
    undone = run.say("undone") if row.undone else ""
    at = dates.local(row.at).strftime("%Y-%m-%d %H:%M")
    return "  ".join(filter(None, [str(row.seq), at, row.staff, row.pc, name, row.company or str(row.rows), undone]))


def _undo_words(run: Session, found: Detail) -> str:
    if found.refusal is None:
        return run.words.text("history.can", seq=found.command.seq)
    blocked = f"  {_line(run, found.blocked_by)}" if found.blocked_by else ""
    return run.words.text("history.refused", why=run.words.of(found.refusal)) + blocked
