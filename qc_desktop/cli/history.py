"""``history``: what changed, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from qc_desktop.cli.arguments import Limit
from qc_desktop.cli.session import session
from qc_desktop.domain.dates import SHANGHAI
from qc_desktop.services import history

app = typer.Typer(name="history", no_args_is_help=True, help="修改记录 / history")


@app.command("list")
def list_commands(context: typer.Context, limit: Limit = 30) -> None:
    """列出最近的操作 / list the last commands."""
    run = session(context)
    with run.office() as office:
        rows = history.commands(office, limit)
    lines = []
    for row in rows:
        name = run.words.text(f"command.{row.name}")
        undone = run.say("undone") if row.undone else ""
        at = row.at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
        lines.append(
            "  ".join(filter(None, [str(row.seq), at, row.staff, row.pc, name, row.company or str(row.rows), undone]))
        )
    run.show({"commands": rows}, lines)


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
        row = history.undo(office, seq)
    run.show({"undone": row}, [history.told_undone(run.words, row)])
