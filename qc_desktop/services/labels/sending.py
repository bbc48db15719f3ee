"""Labels straight to a printer, a few sheets at a time: made, checked, handed over, noted.

What was handed over is noted at once, and where its last sheet goes on: a stop or a jam concerns what came after.
"""

from __future__ import annotations

import dataclasses
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from qc_desktop.documents.labels.checking import SheetProblem
from qc_desktop.documents.printing.queue import PrintOptions, PrintQueue
from qc_desktop.domain.label_files import LabelFile
from qc_desktop.domain.label_sheets import SheetPreset, memory_after, sheet_count
from qc_desktop.domain.labels import serial_text
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.services.labels import presets
from qc_desktop.services.labels.printed import note, refuse_second_print
from qc_desktop.services.labels.printing import make_file
from qc_desktop.services.labels.runs import PrintOrder, Run, run_of
from qc_desktop.services.office import Office
from qc_desktop.services.queue_waiting import Pause, room, seen_through
from qc_desktop.storage.faults import fault_behind
from qc_desktop.trust.keys import Signer

STEP = "print"
SHEETS_A_JOB = 20
A4 = (210.0, 297.0)


@dataclass(frozen=True)
class SentLabels:
    """What went to the printer: labels, sheets, and what was withheld because it failed the check twice.

    ``spoiled`` counts the earlier copies of labels that were printed again.
    """

    labels: int
    sheets: int
    withheld: tuple[SheetProblem, ...] = ()
    spoiled: int = 0


def media_of(preset: SheetPreset) -> str:
    """What a printer calls the paper; rolls and other sizes by their measures (PWG 5101.1, 5)."""
    size = (preset.page_width, preset.page_height)
    return "A4" if size == A4 else f"Custom.{size[0]:g}x{size[1]:g}mm"


def send_labels(
    office: Office,
    batch: str,
    order: PrintOrder,
    queue: PrintQueue,
    signer: Signer,
    tray: str = "",
    pause: Pause | None = None,
) -> Job[SentLabels]:
    """Prints what ``order`` asks for on ``queue``; closed, it stops between two jobs and what was sent stands.

    Raises UserError as :func:`~…printing.print_labels`, and where the printer refuses or stands still.
    """
    run = run_of(office, batch, dataclasses.replace(order, sheets_a_file=SHEETS_A_JOB), signer)
    refuse_second_print(office, run, list(run.files()))
    pause = pause or threading.Event().wait
    options = PrintOptions(media=media_of(run.job.preset), tray=tray)
    total, done, noted, spoiled = run.last - run.first + 1, 0, 0, 0
    pending, withheld = list[str](), list[SheetProblem]()
    for file in run.files():
        pending = yield from room(queue, pending, pause, Progress(STEP, done, total))
        with tempfile.TemporaryDirectory(prefix="qc-print-") as place:
            path = Path(place) / run.name(file)
            failed = yield from make_file(run, file, path, done, total)
            refuse_second_print(office, run, [file])  # somebody else may have printed them meanwhile
            pending.append(queue.submit(path, path.stem, options))
        spoiled += _note(office, run, file, failed, noted)
        noted += _labels(run, file, failed)
        withheld += failed
        done += file.count
        yield Progress(STEP, done, total)
    yield from seen_through(queue, pending, pause, Progress(STEP, done, total))
    return SentLabels(total, sheet_count(run.job.preset, run.start, total), tuple(withheld), spoiled)


def _labels(run: Run, file: LabelFile, failed: list[SheetProblem]) -> int:
    """How many labels of ``file`` came to the printer: those of withheld sheets did not."""
    return sum(len(indices) for _, _, indices in run.sheets(file, frozenset(problem.sheet for problem in failed)))


def _note(office: Office, run: Run, file: LabelFile, failed: list[SheetProblem], noted: int) -> int:
    """As ``note`` what was handed over, behind ``noted`` labels of this run.

    Raises UserError where the disk refuses: with the labels of which no record tells.
    """
    try:
        spoiled = note(office, run, file, failed)
    except UserError as problem:
        fault = fault_behind(problem)
        if fault is None:
            raise
        first, last = serial_text(run.number, file.first), serial_text(run.number, file.last)
        about = {"first": first, "last": last, "count": noted, "sent": _labels(run, file, failed)}
        raise UserError("label.sent_not_noted", reason=fault, **about) from problem
    used = file.last - run.first + 1
    presets.remember(office, run.job.preset, memory_after(run.job.preset, run.start, used))
    return spoiled
