"""Sending a batch to its printer, a chunk at a time: rendered, checked, handed over, logged.

A chunk is marked as on its way before it is handed over and logged behind it. A crash between the two leaves sheets of
which only a person can say whether they came out; everything else stands, and the batch goes on behind it. Which copy a
page is stands on it, so it is counted before it is rendered and once more where it is marked: what another batch sent
in between is rendered anew.
"""

from __future__ import annotations

import tempfile
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import func, select

from qc_desktop.documents.printing.queue import PrintOptions, PrintQueue
from qc_desktop.documents.sheets import Sheet
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.printing import BatchState, Placing, SheetState
from qc_desktop.domain.progress import Job, Progress, within
from qc_desktop.errors import UserError
from qc_desktop.services.certificates import print_lists, quotas
from qc_desktop.services.certificates.print_batches import batch_of, log_sheets, range_of
from qc_desktop.services.certificates.print_mending import retry
from qc_desktop.services.certificates.print_standing import told_where_it_stands
from qc_desktop.services.certificates.printing import sound_file, stock_of
from qc_desktop.services.certificates.quotas import copies_used, first_printed_elsewhere
from qc_desktop.services.office import Office
from qc_desktop.services.queue_waiting import Pause, room, seen_through
from qc_desktop.storage.tables import Certificate, PrintBatch, PrintSheet

STEP = "print"
_ENDED = "certificate.ended"
"""Why a sheet is not printed any more."""


@dataclass(frozen=True)
class Sent:
    """What a run handed over: how many sheets, in how many jobs. What of its batch is ``withheld`` then, also since
    before; what is not printed any more, because its certificate ``ended``."""

    batch_id: str
    sheets: int
    jobs: int
    withheld: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Planned:
    """A sheet about to be printed, of a certificate that had ``used`` copies; ``unexplained`` is a further copy beside
    another batch's, without a reason."""

    id: str
    certificate_id: str
    number: str
    used: int
    copy: int
    unexplained: bool


def send(office: Office, batch_id: str, queue: PrintQueue, pause: Pause | None = None) -> Job[Sent]:
    """Sends what waits of the batch, and what was withheld once more, and sees it through the printer.

    Closing the generator stops between two chunks, and what was sent stands; ``pause`` waits that many seconds between
    two looks at the queue. Raises UserError where sheets are on their way of which nobody knows whether they came out
    (see :func:`~…print_mending.settle`), where the printer stands still or refuses, and as rendering does; a fault of
    the disk says where the batch stands by then.
    """
    batch_id = _begin(office, batch_id)
    ended = retry(office, batch_id)
    waiting = print_lists.sheet_count(office, batch_id, (SheetState.WAITING,))
    with told_where_it_stands(office, batch_id):
        sent = yield from _sent(office, batch_id, waiting, queue, pause or threading.Event().wait)
    return replace(sent, ended=tuple(dict.fromkeys([*ended, *sent.ended])))


def _sent(office: Office, batch_id: str, waiting: int, queue: PrintQueue, pause: Pause) -> Job[Sent]:
    pending: list[str] = []
    jobs, done, unsent, ended = 0, 0, 0, list[str]()
    while planned := _next_chunk(office, batch_id):
        pending = yield from room(queue, pending, pause, Progress(STEP, done, waiting))
        with tempfile.TemporaryDirectory(prefix="qc-print-") as place:
            path = Path(place) / "chunk.pdf"
            on_stock = _options(office, batch_id).placing is Placing.ON_STOCK
            sound, failed = yield from within(_rendered(office, planned, path, on_stock), done, waiting)
            _withhold(office, failed)
            job_id = _hand_over(office, batch_id, sound, path, queue) if sound else ""
        if job_id:
            pending.append(job_id)
            jobs += 1
        unsent += len(failed)
        ended += [sheet.number for sheet, code in failed if code == _ENDED]
        done += len(failed) + (len(sound) if job_id else 0)
        yield Progress(STEP, done, waiting)
    if done < waiting and _is_cancelled(office, batch_id):
        raise UserError("print.cancelled_meanwhile")
    _close(office, batch_id)
    yield from seen_through(queue, pending, pause, Progress(STEP, done, waiting))
    held = print_lists.sheets(office, batch_id, (SheetState.WITHHELD,), limit=None)
    return Sent(batch_id, done - unsent, jobs, tuple(dict.fromkeys(sheet.number for sheet in held)), tuple(ended))


def _begin(office: Office, batch_id: str) -> str:
    """The whole id. Raises UserError where sheets are neither here nor there."""
    with office.store.reading() as session:
        batch = batch_of(session, batch_id)
        of_batch = select(Certificate.number).join(PrintSheet, PrintSheet.certificate_id == Certificate.id)
        unsure = session.scalars(
            of_batch.where(PrintSheet.batch_id == batch.id, PrintSheet.state == SheetState.SENDING).order_by(
                Certificate.serial
            )
        ).all()
        if unsure:
            raise UserError("print.unsure", first=unsure[0], last=unsure[-1], count=len(unsure))
        return batch.id


def _next_chunk(office: Office, batch_id: str) -> list[_Planned]:
    """The next sheets in the order of the register, with the copies they will be."""
    with office.store.reading() as session:
        chunk = session.get_one(PrintBatch, batch_id).chunk
        rows = session.execute(
            select(PrintSheet, Certificate.number)
            .join(Certificate, Certificate.id == PrintSheet.certificate_id)
            .where(PrintSheet.batch_id == batch_id, PrintSheet.state == SheetState.WAITING)
            .order_by(Certificate.serial, PrintSheet.position)
            .limit(chunk)
        ).all()
        ids = [sheet.certificate_id for sheet, _ in rows]
        used, elsewhere = copies_used(session, ids), first_printed_elsewhere(session, batch_id, ids)
    planned: list[_Planned] = []
    copies = Counter(used)
    for sheet, number in rows:
        copies[sheet.certificate_id] += 1
        before, copy = used.get(sheet.certificate_id, 0), copies[sheet.certificate_id]
        unexplained = not sheet.reason and sheet.certificate_id in elsewhere
        planned.append(_Planned(sheet.id, sheet.certificate_id, number, before, copy, unexplained))
    return planned


_Failed = list[tuple[_Planned, str]]


def _rendered(
    office: Office, planned: Sequence[_Planned], path: Path, on_stock: bool
) -> Job[tuple[list[_Planned], _Failed]]:
    """Renders and checks ``planned`` into ``path``; what is in it, and what is withheld with the reason's code."""
    alive, allowed = _live(office, planned), quotas.quota(office)
    explained = [sheet for sheet in alive if not sheet.unexplained]
    live = [sheet for sheet in explained if quotas.has_room(allowed, sheet.copy, 0)]
    failed: _Failed = [(sheet, _ENDED) for sheet in planned if sheet not in alive]
    failed += [(sheet, quotas.UNEXPLAINED) for sheet in alive if sheet.unexplained]
    failed += [(sheet, quotas.REACHED) for sheet in explained if sheet not in live]
    if not live:
        return [], failed
    stock = stock_of(office, [sheet.number for sheet in live]).on_paper(on_stock=on_stock)
    by_number = {sheet.value("number"): sheet for sheet in stock.sheets}
    pages: list[Sheet] = [replace(by_number[sheet.number], copy=sheet.copy) for sheet in live]
    _, problems = yield from sound_file(replace(stock, sheets=tuple(pages)), path, checked=True)
    codes = {problem.number: problem.finding.code for problem in problems}
    failed += [(sheet, codes[sheet.number]) for sheet in live if sheet.number in codes]
    return [sheet for sheet in live if sheet.number not in codes], failed


def _live(office: Office, planned: Sequence[_Planned]) -> list[_Planned]:
    with office.store.reading() as session:
        wanted = [sheet.number for sheet in planned]
        query = select(Certificate.number).where(
            Certificate.number.in_(wanted), Certificate.state == CertificateState.LIVE
        )
        live = set(session.scalars(query))
    return [sheet for sheet in planned if sheet.number in live]


def _withhold(office: Office, failed: _Failed) -> None:
    if not failed:
        return
    with office.writing("print_withhold", undoable=False, count=len(failed)) as work:
        for sheet, code in failed:
            row = work.session.get_one(PrintSheet, sheet.id)
            row.state, row.remark = (SheetState.ENDED, "") if code == _ENDED else (SheetState.WITHHELD, code)


def _hand_over(office: Office, batch_id: str, sheets: Sequence[_Planned], path: Path, queue: PrintQueue) -> str:
    """Marks ``sheets`` as on their way, hands ``path`` to the printer, and logs them.

    Returns the job's id; nothing where another batch sent one of them meanwhile, so that ``path`` miscounts.
    """
    chunk_no = _mark_sending(office, batch_id, sheets)
    if not chunk_no:
        return ""
    title = range_of([sheets[0].number, sheets[-1].number])
    try:
        job = queue.submit(path, title, _options(office, batch_id))
    except UserError:
        _mark_back(office, sheets)
        raise
    handed = [sheet.number for sheet in sheets]
    with (
        told_where_it_stands(office, batch_id, handed),
        office.writing("print_chunk", undoable=False, batch=batch_id, chunk=chunk_no, count=len(sheets)) as work,
    ):
        rows = [work.session.get_one(PrintSheet, sheet.id) for sheet in sheets]
        for row in rows:
            row.state, row.job = SheetState.SENT, job
        log_sheets(work, rows, queue.name)
    return job


def _options(office: Office, batch_id: str) -> PrintOptions:
    with office.store.reading() as session:
        batch = session.get_one(PrintBatch, batch_id)
        return PrintOptions(media=batch.media, tray=batch.tray, placing=Placing(batch.placing))


def _mark_sending(office: Office, batch_id: str, sheets: Sequence[_Planned]) -> int:
    """The number of the chunk that ``sheets`` are now; 0, with nothing marked, where their copies are counted wrong.

    Raises UserError where another PC took one of ``sheets`` in the meantime, or cancelled the batch.
    """
    with office.writing("print_begin", undoable=False, batch=batch_id, count=len(sheets)) as work:
        last = work.session.scalar(select(func.max(PrintSheet.chunk_no)).where(PrintSheet.batch_id == batch_id))
        rows = [work.session.get_one(PrintSheet, sheet.id) for sheet in sheets]
        if any(row.state != SheetState.WAITING for row in rows):
            is_cancelled = any(row.state == SheetState.DROPPED for row in rows)
            raise UserError("print.cancelled_meanwhile" if is_cancelled else "print.being_printed")
        used = copies_used(work.session, [sheet.certificate_id for sheet in sheets])
        if any(used.get(sheet.certificate_id, 0) != sheet.used for sheet in sheets):
            return 0
        for row, sheet in zip(rows, sheets, strict=True):
            row.state, row.copy, row.chunk_no = SheetState.SENDING, sheet.copy, (last or 0) + 1
            row.sent_at = work.command.at
        return (last or 0) + 1


def _mark_back(office: Office, sheets: Sequence[_Planned]) -> None:
    with office.writing("print_refused", undoable=False, count=len(sheets)) as work:
        for sheet in sheets:
            row = work.session.get_one(PrintSheet, sheet.id)
            row.state, row.sent_at = SheetState.WAITING, None


def _is_cancelled(office: Office, batch_id: str) -> bool:
    return print_lists.batch(office, batch_id).state is BatchState.CANCELLED


def _close(office: Office, batch_id: str) -> None:
    with office.writing("print_finish", undoable=False, batch=batch_id) as work:
        work.session.get_one(PrintBatch, batch_id).closed_at = work.command.at
