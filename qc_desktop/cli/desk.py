"""``desk``: entering what was answered at the verification desk, and the list of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.session import Session, session
from qc_desktop.domain import dates
from qc_desktop.errors import UserError
from qc_desktop.services import call_log, verification
from qc_desktop.services.call_log import Call, CallFilter

app = typer.Typer(name="desk", no_args_is_help=True, help="查验登记 / what was answered at the desk")

Since = Annotated[str, typer.Option("--since", help="从哪天起 / from this day on")]
Until = Annotated[str, typer.Option("--until", help="到哪天为止 / up to this day")]


@app.command("log")
def log(
    context: typer.Context,
    what: Annotated[str, typer.Argument(help="编号、末几位、企业或扫出的文字 / number, last digits, company, text")],
    remark: Annotated[str, typer.Option(help="备注 / remark")] = "",
) -> None:
    """查验并登记；登记后不能修改或撤回 / check and enter it; a line is never changed."""
    run = session(context)
    with run.office() as office:
        answers = verification.verify(office, what)
        if len(answers) > 1:
            raise UserError("calls.choose_one", typed=what, count=len(answers))
        call = call_log.enter(office, what, answers[0], remark)
    verdict = run.words.text(f"verdict.{call.verdict}")
    run.show({"call": call}, [answers[0].spoken, run.words.text("calls.entered", asked=call.asked, verdict=verdict)])


@app.command("calls")
def calls(context: typer.Context, since: Since = "", until: Until = "", limit: Limit = 100, offset: Offset = 0) -> None:
    """列出登记的查验，最近的在前 / list the checks entered, the last first."""
    run = session(context)
    wanted = _wanted(since, until)
    with run.office() as office:
        total = call_log.count(office, wanted)
        rows = call_log.page(office, wanted, offset, limit)
    lines = [_line(run, call) for call in rows] or [run.words.text("calls.empty")]
    run.show({"total": total, "calls": rows}, lines)


@app.command("export")
def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help=".xlsx")],
    since: Since = "",
    until: Until = "",
) -> None:
    """导出查验登记 / write the checks entered."""
    run = session(context)
    with run.office() as office:
        count = run.watch(call_log.export(office, run.words, _wanted(since, until), out))
    run.show({"calls": count, "path": out}, [run.words.text("calls.exported", count=count, path=out)])


def _wanted(since: str, until: str) -> CallFilter:
    return CallFilter(_day(since), _day(until))


def _day(typed: str) -> dt.date | None:
    day = dates.parse(typed)
    if typed and day is None:
        raise UserError("campaign.bad_date", value=typed)
    return day


def _line(run: Session, call: Call) -> str:
    return run.words.text(
        "calls.listed",
        at=f"{dates.local(call.at):%Y-%m-%d %H:%M}",
        staff=call.staff,
        asked=call.asked,
        verdict=run.words.text(f"verdict.{call.verdict}"),
        number=call.number,
        holder=call.holder,
    ).rstrip()
