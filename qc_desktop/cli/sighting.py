"""``sighting``: where codes were seen, besides the desk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.session import Session, session
from qc_desktop.services.sightings import seen
from qc_desktop.services.sightings.importing import Imported, importing
from qc_desktop.services.sightings.seen import SeenRow

app = typer.Typer(
    name="sighting", no_args_is_help=True, help="标识和证书被看到的次数 / how often labels and certificates were seen"
)


@app.command("import")
def import_logs(
    context: typer.Context,
    logs: Annotated[list[Path], typer.Argument(help="访问日志，可以是 .gz / access logs, also .gz")],
    server: Annotated[str, typer.Option(help="服务器名称，有几台时区分 / its name, where there are several")] = "",
) -> None:
    """数网站访问日志里“复制链接”的访问；不留地址 / count visits by copied links; no address is kept."""
    run = session(context)
    with run.office() as office:
        told = [run.watch(importing(office, log.absolute(), server)) for log in logs]
    visits = sum(one.visits for one in told)
    run.show({"visits": visits, "logs": told}, [*(_line(run, one) for one in told), run.say("sighting_about")])


@app.command("list")
def list_seen(
    context: typer.Context,
    number: Annotated[str, typer.Option("--number", help="标识或证书编号 / of this number only")] = "",
    suspicious: Annotated[bool, typer.Option("--suspicious", help="只列可疑的标识 / suspicious labels only")] = False,
    offset: Offset = 0,
    limit: Limit = 50,
) -> None:
    """被看到最多的标识和证书，可疑的写明原因 / what was seen most, with what is suspicious about it."""
    run = session(context)
    with run.office() as office:
        rows = seen.suspicious(office)[offset:][:limit] if suspicious else seen.page(office, number, offset, limit)
    lines = [line for row in rows for line in _seen(run, row)] or [run.say("sighting_none")]
    run.show({"seen": rows}, [*lines, run.say("sighting_about")])


def _seen(run: Session, row: SeenRow) -> list[str]:
    about = {"visits": row.visits, "days": row.days, "first": row.first.isoformat(), "last": row.last.isoformat()}
    told = run.say("sighting_row", number=row.number, robots=row.robots, codes=row.codes, **about)
    return [told, *(f"  {run.words.text(why.code, **why.params)}" for why in row.reasons)]


def _line(run: Session, told: Imported) -> str:
    if told.is_same:
        return run.words.text("sighting.same", path=told.path.name)
    said = run.words.text("sighting.imported", path=told.path.name, lines=told.lines, visits=told.visits)
    left = run.words.text("sighting.left", again=told.again, foreign=told.foreign, unread=told.unread)
    return f"{said} {left}" if told.again or told.foreign or told.unread else said
