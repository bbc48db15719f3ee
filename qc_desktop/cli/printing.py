"""``print``: batches of certificates on their way to a printer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.choosing import Everyone, Numbers, Year, chosen_campaign, one_numbered
from qc_desktop.cli.columns import aligned
from qc_desktop.cli.print_ways import (
    First,
    Last,
    Paper,
    Printer,
    Reason,
    Tray,
    begin,
    in_range,
    on_paper,
    options_of,
    queue_of,
    send,
)
from qc_desktop.cli.session import Session, session
from qc_desktop.documents.printing import registry
from qc_desktop.domain.dates import local
from qc_desktop.domain.printing import CHUNK, RECEIPTS, SEAL_REGISTER, SheetState
from qc_desktop.domain.short_ids import short_id
from qc_desktop.errors import UserError
from qc_desktop.services import print_choices
from qc_desktop.services.certificates import papers as sealing
from qc_desktop.services.certificates import print_batches, print_elsewhere, print_lists, print_mending, reconciliation
from qc_desktop.services.certificates.print_lists import BatchRow, PrintedRow, SheetRow
from qc_desktop.services.certificates.print_words import (
    became_in_words,
    counted_in_words,
    reason_in_words,
    state_in_words,
)
from qc_desktop.services.certificates.reconciliation import BehindRow
from qc_desktop.services.certificates.trial import trial
from qc_desktop.services.office import Office

app = typer.Typer(name="print", no_args_is_help=True, help="打印 / printing")

EVERYTHING, NOTHING = "all", "none"
SHOWN = 20
"""How many that are missing are listed on a screen; ``--json`` and ``--out`` have all of them."""

Batch = Annotated[str, typer.Argument(help="批次，print list 里的那几位 / batch, as print list names it")]
Number = Annotated[str, typer.Argument(help="证书编号或末几位 / certificate number or its last digits")]


@app.command("printers")
def printers(context: typer.Context) -> None:
    """列出打印机 / list the printers."""
    run = session(context)
    found = registry.system_here().printers()
    lines = [
        f"{printer.name}  {run.say('default_printer') if printer.is_default else ''}".rstrip() for printer in found
    ]
    run.show({"printers": found}, lines or [run.words.text("print.no_printer")])


@app.command("start")
def start(
    context: typer.Context,
    numbers: Numbers = None,
    year: Year = None,
    everyone: Everyone = False,
    first: First = "",
    last: Last = "",
    printer: Printer = "",
    chunk: Annotated[int, typer.Option(help="每次送几张 / sheets a chunk")] = CHUNK,
    copies: Annotated[int, typer.Option(help="每家几份 / copies of each")] = 1,
    reason: Reason = "",
    tray: Tray = "",
    paper: Paper = None,
) -> None:
    """打印证书，一批一批送，每张登记 / print certificates in chunks; every sheet is logged."""
    run = session(context)
    with run.office() as office:
        wanted = in_range(run, office, year, numbers, first, last, everyone=everyone)
        queue = queue_of(run, printer)
        options = options_of(run, queue, tray, paper)
        begin(run, office, wanted, queue, options, chunk=chunk, copies=copies, reason=reason)


@app.command("resume")
def resume(
    context: typer.Context,
    batch: Batch,
    right_up_to: Annotated[
        str | None, typer.Option("--right-up-to", help="正确印到哪一号；all 都好，none 都没有 / last good number")
    ] = None,
    printer: Printer = "",
    tray: Tray = "",
    paper: Paper = None,
) -> None:
    """接着打印；卡纸或中断后写明正确印到哪一号 / go on, after a jam from the number behind the last good one."""
    run = session(context)
    with run.office() as office:
        row = print_lists.batch(office, batch)
        queue = queue_of(run, printer or row.printer)
        if right_up_to is not None:
            print_mending.settle(office, row.id, _last_good(office, row, right_up_to))
        if queue.name != row.printer or tray or paper:
            print_batches.turn_to(office, row.id, queue.name, options_of(run, queue, tray, paper))
        send(run, office, row.id, queue)


def _last_good(office: Office, row: BatchRow, typed: str) -> str:
    if typed == NOTHING:
        return ""
    return print_lists.last_sent(office, row.id) if typed == EVERYTHING else typed


@app.command("damage")
def damage(
    context: typer.Context,
    batch: Batch,
    numbers: Annotated[list[str], typer.Argument(help="编号、末几位，或 118～121 / numbers, last digits, ranges")],
    reason: Reason = "",
    printer: Printer = "",
) -> None:
    """登记损坏的纸，印下一份 / note spoiled sheets and print their next copies."""
    run = session(context)
    with run.office() as office:
        row = print_lists.batch(office, batch)
        queue = queue_of(run, printer or row.printer)
        print_mending.damage(office, row.id, numbers, reason)
        send(run, office, row.id, queue)


@app.command("elsewhere")
def elsewhere(
    context: typer.Context,
    numbers: Numbers = None,
    year: Year = None,
    everyone: Annotated[
        bool, typer.Option("--all", help="全部有效而没有打印记录的 / all of which no copy is known")
    ] = False,
    first: First = "",
    last: Last = "",
    sure: Annotated[bool, typer.Option("--yes", help="不再询问 / do not ask")] = False,
) -> None:
    """登记已在别处打印的证书，不能撤回 / note what came out of another printer; no undo."""
    run = session(context)
    with run.office() as office:
        if everyone and numbers:
            raise UserError("cli.all_or_numbers")
        wanted = in_range(run, office, year, numbers, first, last, everyone=everyone)
        if everyone:
            found = reconciliation.reconcile(office, chosen_campaign(office, year).id)
            unknown = {row.number for row in found.rows if row.may_lie_elsewhere}
            wanted = [number for number in wanted if number in unknown]
        print_elsewhere.check(office, wanted)
        about = {"count": len(wanted), "first": wanted[0], "last": wanted[-1]}
        if not sure and not typer.confirm(run.say("elsewhere_sure", **about), err=True):
            raise UserError("print.elsewhere_not_noted")
        noted = print_elsewhere.note(office, wanted)
    run.show({"noted": noted}, [run.say("elsewhere_noted", count=noted)])


@app.command("reprint")
def reprint(
    context: typer.Context,
    batch: Batch,
    first: Annotated[str, typer.Option("--from", help="从哪一号起 / from this number on")],
    reason: Reason = "",
    printer: Printer = "",
) -> None:
    """从某号起重印 / print again from a number on, as the next copies."""
    run = session(context)
    with run.office() as office:
        row = print_lists.batch(office, batch)
        queue = queue_of(run, printer or row.printer)
        print_mending.reprint(office, row.id, first, reason)
        send(run, office, row.id, queue)


@app.command("cancel")
def cancel(context: typer.Context, batch: Batch) -> None:
    """取消还没印的 / give up what is not printed yet."""
    run = session(context)
    with run.office() as office:
        dropped = print_batches.cancel(office, batch)
        row = print_lists.batch(office, batch)
    run.show({"dropped": dropped, "batch": row}, [_line(run, row)])


@app.command("trial")
def trial_print(
    context: typer.Context,
    number: Number,
    year: Year = None,
    printer: Printer = "",
    tray: Tray = "",
    paper: Paper = None,
) -> None:
    """试打一张，印有“样张”，不算份数 / print one on trial, marked, not counted."""
    run = session(context)
    with run.office() as office:
        number = one_numbered(office, year, number)
        queue = queue_of(run, printer)
        options = options_of(run, queue, tray, paper)
        job = run.watch(trial(office, number, queue, options))
        print_choices.remember(run.profile, queue.name, options)
    to = on_paper(run, queue.name, options.placing)
    run.show({"job": job, "printer": queue.name}, [run.say("trial_sent", number=number, printer=to)])


@app.command("list")
def list_batches(context: typer.Context, offset: Offset = 0, limit: Limit = 50) -> None:
    """列出打印批次 / list the batches."""
    run = session(context)
    with run.office() as office:
        rows, total = print_lists.page(office, offset, limit), print_lists.count(office)
    lines = [*(_line(run, row) for row in rows), run.say("shown_of", shown=len(rows), total=total)]
    run.show({"total": total, "batches": rows}, lines)


@app.command("show")
def show(
    context: typer.Context,
    batch: Batch,
    state: Annotated[SheetState | None, typer.Option(help="状态 / state")] = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> None:
    """看一个批次的每一张 / the sheets of a batch."""
    run = session(context)
    with run.office() as office:
        row = print_lists.batch(office, batch)
        states = (state.value,) if state else ()
        sheets = print_lists.sheets(office, row.id, states, offset, limit)
        total = print_lists.sheet_count(office, row.id, states)
    lines = [_line(run, row), *(_sheet_line(run, sheet) for sheet in sheets)]
    result = {"batch": row, "total": total, "sheets": sheets}
    run.show(result, [*lines, run.say("shown_of", shown=len(sheets), total=total)])


@app.command("papers")
def papers(
    context: typer.Context,
    batch: Batch,
    seal_register: Annotated[Path | None, typer.Option(help="用印登记表写到 .pdf .xlsx .docx / seal register")] = None,
    receipts: Annotated[Path | None, typer.Option(help="领取签收单写到 .pdf .xlsx .docx / receipt list")] = None,
) -> None:
    """一个批次的用印登记表和领取签收单 / seal register and receipt list of a batch."""
    run = session(context)
    wanted = [(SEAL_REGISTER, seal_register), (RECEIPTS, receipts)]
    if not any(path for _, path in wanted):
        raise TyperException(run.words.text("usage.one_at_least", options=["--seal-register", "--receipts"]))
    with run.office() as office:
        sheets = sealing.of_batch(office, batch)
        written = [run.watch(sealing.write(office, paper, sheets, path.absolute())) for paper, path in wanted if path]
    result = {"sheets": len(sheets), "written": written}
    run.show(result, [run.say("papers_written", count=len(sheets), path=path) for path in written])


@app.command("reconcile")
def reconcile(
    context: typer.Context,
    year: Year = None,
    batch: Annotated[str, typer.Option(help="只对这一批出证，写末几位 / one batch of issue, by its end")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="写到 .xlsx .csv .docx / write to a file")] = None,
) -> None:
    """对账：选中、编号、生成、打印、寄出，差在哪里 / who is missing between selected and dispatched."""
    run = session(context)
    with run.office() as office:
        row = chosen_campaign(office, year)
        found = reconciliation.reconcile(
            office, row.id, reconciliation.batch_named(office, row.id, batch) if batch else ""
        )
        title = run.say("reconciliation", year=row.values.campaign_year)
        if out is not None:
            reconciliation.write(found, title, out.absolute(), run.words)
    lines = [reconciliation.counted(found, run.words), *reconciliation.told(found, run.words)]
    lines += [*_counted_reasons(run, found.missing), *_behind_lines(run, found.missing)]
    apart = found.at(None)
    lines += [f"{len(apart):,}  {run.words.text('reconcile.apart')}", *_behind_lines(run, apart)] if apart else []
    run.show(
        {"counts": found.counts, "missing": _rows(run, found.missing), "not_counted": _rows(run, apart)},
        lines,
    )


def _counted_reasons(run: Session, rows: Sequence[BehindRow]) -> list[str]:
    """How many there are of each reason, the most first."""
    counted = Counter(row.why for row in rows)
    return [f"{count:,}  {run.words.text(f'reconcile.{why}')}" for why, count in counted.most_common()]


def _rows(run: Session, rows: Sequence[BehindRow]) -> list[dict[str, object]]:
    return [{**vars(one), "findings": [run.finding(each) for each in one.findings]} for one in rows]


def _behind_lines(run: Session, rows: Sequence[BehindRow]) -> list[str]:
    lines = [_behind_line(run, one) for one in rows[:SHOWN]]
    return [*lines, run.say("more_rows", count=len(rows) - SHOWN)] if len(rows) > SHOWN else lines


def _behind_line(run: Session, row: BehindRow) -> str:
    return "  " + "  ".join(filter(None, [row.number, row.holder, reconciliation.in_words(row, run.words)]))


@app.command("log")
def log(context: typer.Context, number: Number, year: Year = None) -> None:
    """看一张证书的打印记录 / the print log of a certificate."""
    run = session(context)
    with run.office() as office:
        number = one_numbered(office, year, number)
        rows = print_lists.print_log(office, number)
    places = run.say("log_at"), run.say("log_copy"), run.say("log_printer"), run.say("log_staff")
    headings = [*places, run.say("log_why"), run.say("log_state"), run.say("log_became")]
    lines = aligned([headings, *(_log_cells(run, row) for row in rows)]) if rows else []
    run.show({"number": number, "printed": rows}, lines)


def _log_cells(run: Session, row: PrintedRow) -> list[str]:
    state = state_in_words(row.state, row.remark, run.words) if row.state else ""
    why, became = reason_in_words(row.reason, run.words), became_in_words(row, run.words)
    return [f"{local(row.at):%Y-%m-%d %H:%M}", *_what(run, row), row.staff, why, state, became]


def _what(run: Session, row: PrintedRow) -> tuple[str, str]:
    """Which copy came out where; a file and a trial are none and are not counted among them."""
    if row.is_trial:
        return run.say("log_trial"), ""
    if row.elsewhere:
        return str(row.copy), run.words.text("print_batch.elsewhere")
    return (str(row.copy), row.printer) if row.printer else (run.say("log_file"), "")


def _line(run: Session, row: BatchRow) -> str:
    state = run.words.text(f"print_batch.{row.state.value}")
    counted = counted_in_words(row.sheets, row.not_come_out, run.words)
    printer = run.words.text("print_batch.elsewhere") if row.elsewhere else row.printer
    return f"{short_id(row.id)}  {local(row.created_at):%Y-%m-%d %H:%M}  {row.title}  {printer}  {state}  {counted}"


def _sheet_line(run: Session, row: SheetRow) -> str:
    state, became = state_in_words(row.state, row.remark, run.words), became_in_words(row, run.words)
    return "  ".join(filter(None, [row.number, str(row.copy), state, row.holder, became]))
