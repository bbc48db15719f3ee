"""``roster``: publishing and exporting the list of participants."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.choosing import Year, chosen_campaign
from qc_desktop.cli.session import back_up, session
from qc_desktop.domain.roster_columns import read
from qc_desktop.services import rosters

app = typer.Typer(name="roster", no_args_is_help=True, help="名单 / the roster")


@app.command("publish")
def publish(context: typer.Context, year: Year = None) -> None:
    """公布名单（冻结）/ publish the roster; from then on it is frozen."""
    run = session(context)
    with run.office() as office:
        shown = run.watch(rosters.publishing(office, chosen_campaign(office, year).id))
        back_up(run, office, "publish")
    result = {"version": shown.version, "companies": shown.rows, "title": shown.title}
    run.show(result, [run.say("roster_published", version=shown.version, count=shown.rows)])


@app.command("announce")
def announce(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="文件 .docx 或 .pdf / file")],
    red_head: Annotated[bool, typer.Option("--red-head", help="加红色版头 / with the issuing body's red head")] = False,
    year: Year = None,
) -> None:
    """生成公告（GB/T 9704-2012），以名单为附件 / the announcement, with the published roster as its annex."""
    run = session(context)
    with run.office() as office:
        done = run.watch(rosters.announce(office, chosen_campaign(office, year).id, out.absolute(), red_head=red_head))
    told = [run.words.text("announcement.replaced", font=font, other=other) for font, other in done.replaced]
    result = {"path": done.path, "companies": done.companies, "version": done.version, "replaced": done.replaced}
    run.show(result, [run.words.text("announcement.written", count=done.companies, path=out), *told])


@app.command("export")
def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="文件 / file")],
    form: Annotated[str | None, typer.Option("--format", help="xlsx | csv | docx | pdf，默认按扩展名")] = None,
    columns: Annotated[
        str | None, typer.Option("--columns", help="只用于这一次的列，以逗号分隔 / columns for this once, with commas")
    ] = None,
    province: Annotated[str, typer.Option("--province", help="只要一个省份的企业（节选）/ an excerpt")] = "",
    year: Year = None,
) -> None:
    """导出名单，证书编号随导出并入 / export the roster, certificate numbers joined.

    Which columns it has is the setting roster_columns.
    """
    run = session(context)
    with run.office() as office:
        campaign_id = chosen_campaign(office, year).id
        chosen = form or out.suffix.lstrip(".").lower()
        wanted = None if columns is None else read(columns)
        shown = run.watch(rosters.export(office, campaign_id, chosen, out.absolute(), wanted, province))
    result = {"path": out.absolute(), "format": chosen, "companies": len(shown.rows), "version": shown.version}
    result["columns"] = [column.key for column in shown.columns]
    run.show(result, [run.say("roster_exported", count=len(shown.rows), path=out)])
