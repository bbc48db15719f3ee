"""试打: one sheet of samples of a batch on a printer. Nothing on it is genuine, and nothing is used up."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qc_desktop.documents.labels.rendering import LabelPage, write_labels
from qc_desktop.documents.printing.queue import PrintOptions, PrintQueue
from qc_desktop.domain.labels import serial_text
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.services.labels.batches import batch_of
from qc_desktop.services.labels.previewing import sample_label
from qc_desktop.services.labels.runs import PrintOrder, job_of
from qc_desktop.services.labels.sending import STEP, media_of
from qc_desktop.services.office import Office

_NO_LABEL = 0
"""The number of a label that no batch has: they are counted from 1."""


def trial_sheet(office: Office, batch: str, order: PrintOrder, queue: PrintQueue, tray: str = "") -> Job[str]:
    """Prints a whole sheet as ``order`` asks, each label with a number that none has and a code that no check finds
    genuine; returns the job's id. The ledger and the part-used sheet stay as they were. Raises UserError as printing
    does."""
    with office.store.reading() as session:
        found = batch_of(session, batch)
        job, number = job_of(office, session, found, order), found.number
    label = sample_label(serial_text(number, _NO_LABEL), hidden=job.hidden)
    size = job.preset.size
    with tempfile.TemporaryDirectory(prefix="qc-print-") as place:
        path = Path(place) / "trial.pdf"
        with path.open("wb") as stream:
            for done in write_labels(stream, job, [LabelPage(1, list(range(1, size + 1)), [label] * size)]):
                yield Progress(STEP, done, size)
        sent = queue.submit(path, f"试打 标识 {number:05}", PrintOptions(media=media_of(job.preset), tray=tray))
    with office.writing("label_trial", undoable=False, batch=number, printer=queue.name):
        return sent
