"""How certificates get to a printer, for every command that prints: which of them, where, on what, why again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from qc_desktop.cli.choosing import certificates
from qc_desktop.cli.session import Session, StoppedError
from qc_desktop.cli.usage import demand_apart_names
from qc_desktop.documents.printing import registry
from qc_desktop.documents.printing.queue import PrintOptions, PrintQueue
from qc_desktop.domain.findings import Finding, warning
from qc_desktop.domain.printing import CHUNK, Placing
from qc_desktop.domain.short_ids import short_id
from qc_desktop.errors import UserError
from qc_desktop.services import calibrations, print_choices
from qc_desktop.services.certificates import pre_printed, print_batches, print_lists, print_sending
from qc_desktop.services.certificates.print_standing import BROKE_OFF, LAST_MAY_LIE, UNSURE, standing
from qc_desktop.services.office import Office

Printer = Annotated[str, typer.Option("--printer", help="打印机，默认上次用的 / printer, the last one by default")]
Tray = Annotated[str, typer.Option("--tray", help="纸盒，见 printer list，默认上次用的 / tray, the last by default")]
Paper = Annotated[
    Placing | None,
    typer.Option(
        "--paper",
        help="纸：as_is A4，on_stock A4 预印纸（套打），enlarged 放大到 A3，two_up A3 上两张；默认上次用的 / "
        "paper, the last one by default",
    ),
]
Reason = Annotated[str, typer.Option("--reason", help="再印一份的原因 / why there is a further copy")]
First = Annotated[str, typer.Option("--from", help="从哪一号起，编号或末几位 / from this number on")]
Last = Annotated[str, typer.Option("--to", help="到哪一号止，编号或末几位 / up to this number")]


def in_range(
    run: Session,
    office: Office,
    year: int | None,
    numbers: list[str] | None,
    first: str,
    last: str,
    *,
    everyone: bool,
) -> list[str]:
    """The certificates that are named, or those of the year from ``first`` to ``last``; both is wrong usage."""
    ranged = bool(first or last)
    if ranged:
        demand_apart_names(run.words, numbers, "--from" if first else "--to")
    chosen = certificates(office, year, numbers, everyone or ranged)
    return print_batches.within(office, chosen, first, last) if ranged else chosen


def begin(
    run: Session,
    office: Office,
    wanted: list[str],
    queue: PrintQueue,
    options: PrintOptions,
    *,
    chunk: int = CHUNK,
    copies: int = 1,
    reason: str = "",
) -> None:
    """Makes a batch, remembers how it is printed, and sends it."""
    if options.placing is Placing.ON_STOCK:
        for found in pre_printed.remarks(office, wanted):
            run.remark(run.words.of(found))
    about: dict[str, Any] = {"chunk": chunk, "copies": copies, "options": options, "reason": reason}
    batch_id = print_batches.create(office, wanted, queue.name, **about)
    print_choices.remember(run.profile, queue.name, options)
    to = on_paper(run, queue.name, options.placing)
    run.remark(run.say("print_begun", batch=short_id(batch_id), printer=to))
    send(run, office, batch_id, queue)


def queue_of(run: Session, printer: str) -> PrintQueue:
    """The queue of ``printer``, else of the one used last, with its corrections; what is nonsense in them is said."""
    known = calibrations.known(run.profile)
    if known.ignored:
        run.remark(run.words.text("calibration.ignored", count=known.ignored))
    return calibrations.queue(run.profile, registry.system_here(), printer)


def tray_of(queue: PrintQueue, typed: str) -> str:
    """The tray that a person named as the printer calls it. Raises UserError where it has none of that name."""
    trays = queue.abilities().trays
    if not typed or not trays:
        return typed
    found = next((tray for tray, words in trays if typed.casefold() in (tray.casefold(), words.casefold())), "")
    if not found:
        raise UserError("print.no_tray", printer=queue.name, tray=typed, known=[words for _, words in trays])
    return found


def options_of(run: Session, queue: PrintQueue, tray: str, paper: Placing | None) -> PrintOptions:
    """As chosen; what is not said is as it was for this printer the last time."""
    last = print_choices.remembered(run.profile, queue.name)
    return print_choices.options_of(paper or last.placing, tray_of(queue, tray) if tray else last.tray)


def send(run: Session, office: Office, batch_id: str, queue: PrintQueue) -> None:
    """Sends what waits of the batch and says what became of it."""
    with _told_where_it_stands(run, office, batch_id):
        sent = run.watch(print_sending.send(office, batch_id, queue))
    row = print_lists.batch(office, batch_id)
    withheld = sent.withheld
    if withheld:
        run.remark(run.words.text("print.withheld", count=len(withheld), numbers=withheld, batch=short_id(row.id)))
    if sent.ended:
        run.remark(run.words.text("print.ended", count=len(sent.ended), numbers=sent.ended))
    told = {"sent": sent.sheets, "jobs": sent.jobs, "withheld": withheld, "ended": sent.ended}
    result: dict[str, Any] = {**told, "batch": row}
    to = on_paper(run, queue.name, row.placing)
    sent_words = run.say("print_sent", count=sent.sheets, jobs=sent.jobs, printer=to, batch=short_id(row.id))
    run.show(result, [sent_words if sent.jobs else run.say("print_nothing_waits", batch=short_id(row.id))])


def on_paper(run: Session, printer: str, placing: Placing) -> str:
    """``printer`` in quotes, and the paper where it is not the plain one: perhaps nobody named it this time."""
    plain = placing is Placing.AS_IS
    return run.say("to_printer", printer=printer) + ("" if plain else run.words.text(f"cli.on_paper_{placing.value}"))


@contextmanager
def _told_where_it_stands(run: Session, office: Office, batch_id: str) -> Iterator[None]:
    """A print that was stopped, or that the disk or the printer broke off, says what was sent and how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        found = standing(office, batch_id)
        raise StoppedError("cli.print_stopped", standing=found, how=_how_to_go_on(batch_id, found)) from None
    except UserError as problem:
        if problem.code != BROKE_OFF:
            _remark_where_it_stands(run, office, batch_id)
            raise
        known = problem.params["standing"]
        how = _how_to_go_on(batch_id, known) if isinstance(known, Finding) else ""
        raise UserError("cli.print_broke_off", **problem.params, how=how) from problem


def _remark_where_it_stands(run: Session, office: Office, batch_id: str) -> None:
    found = standing(office, batch_id)
    if found.params.get("sent"):
        run.remark(run.words.of(found) + run.words.of(_how_to_go_on(batch_id, found)))


def _how_to_go_on(batch_id: str, found: Finding) -> Finding:
    if found.code in (UNSURE, LAST_MAY_LIE):
        return warning("cli.print_look_and_resume", batch=short_id(batch_id))
    if found.params.get("waiting") == 0:
        return warning("cli.print_nothing_left")
    return warning("cli.print_resume", batch=short_id(batch_id))
