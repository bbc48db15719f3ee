"""``label print``, ``presets`` and ``sheet``: batches of labels on their way to paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.session import Session, StoppedError, session
from qc_desktop.domain.label_files import SHEETS_A_FILE
from qc_desktop.domain.label_sheets import SheetMemory, SheetPreset, position_of
from qc_desktop.errors import UserError
from qc_desktop.services.labels import presets, printing
from qc_desktop.services.labels.layouts import layout_in_use
from qc_desktop.services.labels.printing import PrintedLabels
from qc_desktop.services.labels.runs import DPI, PrintOrder

Batch = Annotated[str, typer.Argument(help="批次编号 / number of the batch")]
Preset = Annotated[str, typer.Option("--preset", help="标签纸，见 label presets / label sheet")]
StartAt = Annotated[
    str,
    typer.Option(
        "--start-at",
        help="从第几枚开始，如 7 或 2,3（行,列）；默认接着上次的 / "
        "first free label: n, or row,column; by default where the last run ended",
    ),
]


def print_batch(
    context: typer.Context,
    batch: Batch,
    preset: Preset,
    out: Annotated[Path, typer.Option("--out", help="文件夹 / folder")],
    first: Annotated[int | None, typer.Option("--from", help="从第几号起 / first label")] = None,
    last: Annotated[int | None, typer.Option("--to", help="到第几号止 / last label")] = None,
    start_at: StartAt = "",
    dpi: Annotated[int, typer.Option(help="打印精度 300 或 600 / the printer's dots to the inch")] = DPI,
    hidden: Annotated[
        bool | None,
        typer.Option("--hidden/--no-hidden", help="印不印防伪码，默认签发时有就印 / codes to scratch off, as signed"),
    ] = None,
    check: Annotated[bool, typer.Option("--check/--no-check", help="逐枚检查 / check every label")] = True,
    sheets: Annotated[int, typer.Option("--sheets-a-file", help="每个文件几页 / sheets a file")] = SHEETS_A_FILE,
    reason: Annotated[str, typer.Option("--reason", help="重印的原因 / why they are printed again")] = "",
) -> None:
    """把一批标识生成 PDF，可中断后接着做 / make the sheets of a batch; taken up where it stopped."""
    run = session(context)
    with run.office() as office:
        start = start_of(presets.preset(office, preset), start_at) if start_at else None
        order = PrintOrder(preset, first, last, start, dpi, hidden, check, reason, sheets)
        printing.preflight(office, batch, order)
        signer = printing.signer_for(office, batch, run.passphrase())
        try:
            made = run.watch(printing.print_labels(office, batch, order, out.absolute(), signer))
        except KeyboardInterrupt:
            done = printing.made_so_far(office, batch, order, out.absolute(), signer)
            raise StoppedError("cli.label_print_stopped", labels=done, path=out.absolute()) from None
        notes = [] if printing.tells_lot(office, batch, preset) else [run.say("label_tells_no_lot", preset=preset)]
    _show_printed(run, made, notes)


def _show_printed(run: Session, made: PrintedLabels, notes: list[str]) -> None:
    withheld = [
        {"sheet": problem.sheet, "serial": problem.serial, "reason": run.words.of(problem.finding)}
        for problem in made.withheld
    ]
    said = run.say("label_printed", labels=made.labels, files=len(made.files), skipped=made.skipped, path=made.folder)
    lines = [said, *([run.say("label_mended", count=made.mended)] if made.mended else [])]
    lines += [run.say("label_spoiled", count=made.spoiled)] if made.spoiled else []
    lines += notes + [f"  {one['serial']}  {one['reason']}" for one in withheld[:20]]
    result: dict[str, Any] = {
        "labels": made.labels,
        "sheets": made.sheets,
        "skipped": made.skipped,
        "files": made.files,
        "withheld": withheld,
        "checked": made.checked,
        "mended": made.mended,
        "spoiled": made.spoiled,
        "notes": notes,
    }
    run.show(result, lines)
    if withheld:
        raise typer.Exit(1)


def list_presets(
    context: typer.Context,
    add: Annotated[Path | None, typer.Option("--add", help="添加 .toml 里的标签纸 / add those of a file")] = None,
    remove: Annotated[str, typer.Option("--remove", help="删除自己添加的 / remove an own one")] = "",
) -> None:
    """列出、添加、删除标签纸 / list, add or remove label sheets."""
    run = session(context)
    with run.office() as office:
        if add is not None:
            presets.add(office, add.absolute())
        if remove:
            presets.remove(office, remove)
        layout = layout_in_use(office)
        known = [
            (preset, presets.memory(office, preset), layout.tells(preset.width, preset.height, "lot"))
            for preset in presets.everything(office)
        ]
    lines: list[str] = []
    for preset, memory, tells in known:
        lines.append(run.say("label_preset", key=preset.key, stock=preset.stock, count=preset.size, first=memory.first))
        lines += [] if tells else ["  " + run.say("label_tells_no_lot", preset=preset.key)]
    listed = [{**_preset(preset, memory), "tells_lot": tells} for preset, memory, tells in known]
    run.show({"presets": listed}, lines)


def sheet(
    context: typer.Context,
    preset: Annotated[str, typer.Argument(help="标签纸 / label sheet")],
    start_at: StartAt = "",
    spoiled: Annotated[list[int] | None, typer.Option("--spoiled", help="坏了的第几枚 / spoiled labels")] = None,
    new: Annotated[bool, typer.Option("--new", help="换一张新的 / a new sheet")] = False,
) -> None:
    """用了一部分的标签纸从哪一枚接着印 / where a part-used sheet goes on."""
    run = session(context)
    with run.office() as office:
        wanted = presets.preset(office, preset)
        memory = SheetMemory() if new else presets.memory(office, wanted)
        first = start_of(wanted, start_at).first if start_at else memory.first
        memory = presets.remember(office, wanted, SheetMemory(first, (*memory.spoiled, *(spoiled or ()))))
        memory = presets.memory(office, wanted)
    said = run.say("label_preset", key=wanted.key, stock=wanted.stock, count=wanted.size, first=memory.first)
    run.show({"preset": _preset(wanted, memory)}, [said])


def _preset(preset: SheetPreset, memory: SheetMemory) -> dict[str, Any]:
    return {**vars(preset), "labels": preset.size, "start_at": memory.first, "spoiled": memory.spoiled}


def start_of(preset: SheetPreset, typed: str) -> SheetMemory:
    """``7``, or ``2,3`` for row and column."""
    parts = [part.strip() for part in typed.replace("，", ",").split(",")]
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) > 2:
        raise UserError("label.start_at", typed=typed)
    numbers = [int(part) for part in parts]
    return SheetMemory(numbers[0] if len(numbers) == 1 else position_of(preset, *numbers))
