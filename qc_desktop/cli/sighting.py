"""``sighting``: where codes were seen, besides the desk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.session import Session, session
from qc_desktop.services.sightings.importing import Imported, importing

app = typer.Typer(name="sighting", no_args_is_help=True, help="编码被看到的次数 / how often codes were seen")


@app.callback()
def _group() -> None:
    """编码被看到的次数 / how often codes were seen."""


@app.command("import")
def import_logs(
    context: typer.Context,
    logs: Annotated[list[Path], typer.Argument(help="访问日志，可以是 .gz / access logs, also .gz")],
    server: Annotated[str, typer.Option(help="服务器名称，有几台时区分 / its name, where there are several")] = "",
) -> None:
    """从网站的访问日志数“复制链接”的访问；不留地址 / count visits by copied links; no address is kept."""
    run = session(context)
    with run.office() as office:
        told = [run.watch(importing(office, log.absolute(), server)) for log in logs]
    visits = sum(one.visits for one in told)
    run.show({"visits": visits, "logs": told}, [*(_line(run, one) for one in told), run.say("sighting_about")])


def _line(run: Session, told: Imported) -> str:
    if told.is_same:
        return run.say("sighting_same", path=told.path.name)
    said = run.say("sighting_imported", path=told.path.name, lines=told.lines, visits=told.visits)
    left = run.say("sighting_left", again=told.again, foreign=told.foreign, unread=told.unread)
    return f"{said} {left}" if told.again or told.foreign or told.unread else said
