"""``report``: the year in numbers, a page for those who ask, and the year's archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.choosing import chosen_campaign
from qc_desktop.cli.session import Session, session
from qc_desktop.services.office import Office
from qc_desktop.services.reports import archive as archives
from qc_desktop.services.reports import briefing as briefings
from qc_desktop.services.reports import charts, wording, workbook
from qc_desktop.services.reports.overview import Numbers, numbers

app = typer.Typer(name="report", no_args_is_help=True, help="统计与简报 / numbers, briefing, archive")
Year = Annotated[int | None, typer.Argument(metavar="YEAR", help="年度，默认最近一年 / default: the newest year")]
Out = Annotated[Path | None, typer.Option("--out", help="文件 / file")]


@app.command("overview")
def overview(context: typer.Context, year: Year = None, out: Out = None) -> None:
    """总览：历年、地区、行业、阶段、级别 / the numbers; with --out as a workbook."""
    run = session(context)
    with run.office() as office:
        counted = _counted(run, office, year)
    if out is not None:
        workbook.write(counted, out.absolute())
    lines = [f"{chart.title}\n  {chart.told}" for chart in charts.charts(counted, run.words) if not chart.is_empty]
    written = [run.say("report_written", path=out)] if out else []
    run.show({"numbers": counted, "path": out.absolute() if out else None}, [*lines, *written])


@app.command("briefing")
def briefing(context: typer.Context, year: Year = None, out: Out = None) -> None:
    """给领导的一页（Word）/ a briefing of one page (.docx)."""
    run = session(context)
    with run.office() as office:
        about = briefings.subject(office, _counted(run, office, year))
        path = (out or Path(f"{about.numbers.year}年工作简报.docx")).absolute()
        briefings.write(about, path)
    run.show({"path": path, "sentences": wording.sentences(about)}, [run.say("report_written", path=path)])


@app.command("text")
def text(context: typer.Context, year: Year = None) -> None:
    """发到微信的一段话 / a short text to paste into WeChat."""
    run = session(context)
    with run.office() as office:
        said = wording.for_wechat(briefings.subject(office, _counted(run, office, year)))
    run.show({"text": said, "characters": len(said)}, [said])


@app.command("archive")
def archive(context: typer.Context, year: Year = None, out: Out = None) -> None:
    """年度归档包（.zip）/ the year's archive (.zip)."""
    run = session(context)
    with run.office() as office:
        counted = _counted(run, office, year)
        path = (out or Path(archives.suggested_name(counted.year))).absolute()
        packed = run.watch(archives.pack(office, counted, path))
    run.show({"path": packed.path, "files": packed.files}, [run.say("report_written", path=path)])


def _counted(run: Session, office: Office, year: int | None) -> Numbers:
    """The numbers of ``year``. Raises UserError where it is not open or nobody is in."""
    wanted = chosen_campaign(office, year).values.campaign_year
    return briefings.counted(run.watch(numbers(office, wanted)), wanted)
