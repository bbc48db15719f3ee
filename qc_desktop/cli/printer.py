"""``printer``: what printers there are, and how far each is off."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.print_ways import Printer, Tray, tray_of
from qc_desktop.cli.session import Session, session
from qc_desktop.documents.printing import registry
from qc_desktop.documents.printing.queue import PrintQueue
from qc_desktop.domain.calibration import PAPERS, WHOLE, Calibration, Measured, paper
from qc_desktop.services import calibrations

app = typer.Typer(name="printer", no_args_is_help=True, help="打印机 / printers")

Sheet = Annotated[str, typer.Option("--paper", help=f"纸张 / paper: {' '.join(known.id for known in PAPERS)}")]
Length = Annotated[float, typer.Option(help="毫米 / mm")]
_USUAL = PAPERS[0].id


@app.command("list")
def list_printers(context: typer.Context) -> None:
    """列出打印机、纸盒和各自的校准 / list the printers with trays and corrections."""
    run = session(context)
    system, known = registry.system_here(), calibrations.known(run.profile)
    found = system.printers()
    shown = [(printer, system.queue(printer.name).abilities()) for printer in found]
    lines = []
    for printer, has in shown:
        lines.append(f"{printer.name}  {run.say('default_printer') if printer.is_default else ''}".rstrip())
        lines += [f"  {tray}" for _, tray in has.trays]
    lines += [_corrected(run, row) for row in known.rows]
    result = {
        "printers": [{"name": one.name, "is_default": one.is_default, **vars(has)} for one, has in shown],
        "corrections": known.rows,
    }
    _say_ignored(run, known)
    run.show(result, lines or [run.words.text("print.no_printer")])


@app.command("ruler")
def ruler(
    context: typer.Context,
    printer: Printer = "",
    tray: Tray = "",
    sheet: Sheet = _USUAL,
    out: Annotated[Path | None, typer.Option("--out", help="不打印，写成 .pdf / write a .pdf instead")] = None,
) -> None:
    """打印标尺页，用来量偏移和缩放 / print the ruler page to measure offset and scale on."""
    run = session(context)
    with run.office() as office:
        if out is not None:
            path = calibrations.write_ruler(office, out.absolute(), printer, tray, paper(sheet))
            run.show({"path": path}, [run.say("ruler_written", path=path)])
            return
        queue, chosen = _queue(run, printer, tray)
        job = calibrations.print_ruler(office, queue, chosen, paper(sheet))
    run.show({"job": job, "printer": queue.name}, [run.say("ruler_sent", printer=queue.name)])


@app.command("measure")
def measure(
    context: typer.Context,
    left: Length,
    top: Length,
    across: Length,
    down: Length,
    printer: Printer = "",
    tray: Tray = "",
    sheet: Sheet = _USUAL,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只计算，不保存 / compute only")] = False,
) -> None:
    """按标尺页上量得的四个长度算出偏移和缩放并保存 / the correction from four lengths read on the ruler page."""
    run = session(context)
    queue, chosen = _queue(run, printer, tray)
    made = calibrations.measure(run.profile, queue.name, chosen, sheet, Measured(left, top, across, down))
    _keep(run, queue.name, chosen, sheet, made, dry_run=dry_run)


@app.command("correct")
def correct(
    context: typer.Context,
    x: Annotated[float, typer.Option(help="右移毫米 / mm to the right")] = 0.0,
    y: Annotated[float, typer.Option(help="下移毫米 / mm down")] = 0.0,
    x_percent: Annotated[float, typer.Option(help="横向百分比 / per cent across")] = 100.0,
    y_percent: Annotated[float, typer.Option(help="纵向百分比 / per cent down")] = 100.0,
    printer: Printer = "",
    tray: Tray = "",
    sheet: Sheet = _USUAL,
) -> None:
    """直接写明校准的数值；什么都不写就取消校准 / state the correction; without any it is taken away."""
    run = session(context)
    queue, chosen = _queue(run, printer, tray)
    parts = WHOLE / 100
    made = Calibration(x, y, round(x_percent * parts), round(y_percent * parts))
    _keep(run, queue.name, chosen, sheet, made, dry_run=False)


def _queue(run: Session, printer: str, tray: str) -> tuple[PrintQueue, str]:
    queue = calibrations.queue(run.profile, registry.system_here(), printer)
    return queue, tray_of(queue, tray)


def _keep(run: Session, printer: str, tray: str, sheet: str, made: Calibration, *, dry_run: bool) -> None:
    if not dry_run:
        calibrations.remember(run.profile, printer, tray, sheet, made)
    row = calibrations.Corrected(printer, tray, paper(sheet).id, made)
    result: dict[str, Any] = {"correction": row, "kept": not dry_run}
    run.show(result, [_corrected(run, row)])


def _corrected(run: Session, row: calibrations.Corrected) -> str:
    where = [row.printer, row.tray, run.words.text(f"calibration.paper_{row.paper}")]
    return "  ".join(filter(None, [*where, calibrations.in_words(row.calibration, run.words)]))


def _say_ignored(run: Session, known: calibrations.Known) -> None:
    if known.ignored:
        run.remark(run.words.text("calibration.ignored", count=known.ignored))
