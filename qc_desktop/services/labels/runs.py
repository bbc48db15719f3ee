"""What a print run of labels needs, read once: the batch, the sheets, the key, and every label derived from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import rfc8785
from sqlalchemy.orm import Session

from qc_desktop.documents.labels.checking import Verify
from qc_desktop.documents.labels.fitting import SYMBOLS
from qc_desktop.documents.labels.rendering import Label, LabelJob, LabelPage
from qc_desktop.domain.label_files import MOST_SHEETS_A_FILE, SHEETS_A_FILE, LabelFile, cut
from qc_desktop.domain.label_sheets import SheetMemory, check_memory
from qc_desktop.domain.labels import LabelBatchState, check_span, serial_text
from qc_desktop.domain.verification import Reason
from qc_desktop.errors import UserError
from qc_desktop.services import keys, preferences
from qc_desktop.services.labels import presets
from qc_desktop.services.labels.batches import batch_of
from qc_desktop.services.labels.layouts import frozen_layout
from qc_desktop.services.labels.ordering import facts_of
from qc_desktop.services.office import Office
from qc_desktop.services.withdrawing import demand_good
from qc_desktop.storage.tables import LabelBatch
from qc_desktop.trust.item_labels import hidden_code, hidden_secret, label_digits
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.verify import check

DPI = 600


@dataclass(frozen=True)
class PrintOrder:
    """How a batch is to be printed. ``first`` and ``last`` are label numbers, None for all of it; ``start`` is where
    the part-used sheet goes on, None for what this PC remembers. ``hidden`` says whether the codes to scratch off are
    printed, None: if the batch was signed with them. ``again`` says why labels are printed once more."""

    preset: str
    first: int | None = None
    last: int | None = None
    start: SheetMemory | None = None
    dpi: int = DPI
    hidden: bool | None = None
    checked: bool = True
    again: str = ""
    sheets_a_file: int = SHEETS_A_FILE


@dataclass(frozen=True)
class Run:
    """Everything a run needs, read once."""

    batch_id: str
    number: int
    job: LabelJob
    order: PrintOrder
    start: SheetMemory
    first: int
    last: int
    signer: Signer
    secret: bytes
    verify: Verify

    def files(self) -> Iterator[LabelFile]:
        """The files of the run, in order."""
        return cut(self.job.preset, self.start, self.first, self.last, self.order.sheets_a_file)

    def sheets(self, file: LabelFile, out: frozenset[int]) -> Iterator[tuple[int, list[int], range]]:
        """Number (from 1), positions and label numbers of the sheets of a file but for those numbered in ``out``."""
        for number, (positions, indices) in enumerate(file.pages(self.job.preset), 1):
            if number not in out:
                yield number, positions, indices

    def pages(self, file: LabelFile, out: frozenset[int]) -> Iterator[LabelPage]:
        """The same with their labels, which are made anew each time."""
        for number, positions, indices in self.sheets(file, out):
            digits = label_digits(self.number, indices[0], indices[-1], self.signer)
            labels = [
                Label(serial_text(self.number, index), each, hidden_code(self.secret, index) if self.secret else "")
                for index, each in zip(indices, digits, strict=True)
            ]
            yield LabelPage(number, positions, labels)

    def name(self, file: LabelFile) -> str:
        """The file's name: other settings are another name, so that nothing made otherwise is taken for it."""
        return f"标识_{self.number:05}_{file.first:07}-{file.last:07}_{self.mark}.pdf"

    @property
    def mark(self) -> str:
        """Six hex digits of what a file's bytes depend on beside its labels."""
        said: dict[str, Any] = {
            "preset": asdict(self.job.preset),
            "dpi": self.job.dpi,
            "hidden": self.job.hidden,
            "layout": self.job.layout.sha256,
            "start": asdict(self.start),
        }
        return hashlib.sha256(rfc8785.dumps(said)).hexdigest()[:6]


def run_of(office: Office, batch: str, order: PrintOrder, signer: Signer) -> Run:
    """The run that ``order`` asks for. Raises UserError for whatever would go wrong on paper."""
    if not 1 <= order.sheets_a_file <= MOST_SHEETS_A_FILE:
        raise UserError("label.sheets_a_file", most=MOST_SHEETS_A_FILE)
    with office.store.reading() as session:
        found = batch_of(session, batch)
        demand_good(session, found.key_id)
        job = job_of(office, session, found, order)
    if found.key_id != signer.kid.hex():
        raise UserError("label.other_key", batch=found.number)
    first, last = span_of(found, order)
    return Run(
        batch_id=found.id,
        number=found.number,
        job=job,
        order=order,
        start=check_memory(job.preset, order.start or presets.memory(office, job.preset)),
        first=first,
        last=last,
        signer=signer,
        secret=hidden_secret(found.number, signer) if job.hidden else b"",
        verify=_verifier(office, found.number),
    )


def job_of(office: Office, session: Session, batch: LabelBatch, order: PrintOrder) -> LabelJob:
    """How the batch lies on the sheets of ``order``, composed. Raises UserError as :func:`run_of`."""
    if batch.state != LabelBatchState.LIVE:
        raise UserError("label.stopped", batch=batch.number, reason=batch.state_reason)
    if order.hidden and not batch.hidden_codes:
        raise UserError("label.no_hidden_codes", batch=batch.number)
    layout = frozen_layout(office, session, batch.layout_sha256)
    job = LabelJob(
        layout=layout,
        facts=facts_of(batch.company_name, batch.product, batch.lot, batch.valid_until, batch.number, batch.count),
        preset=presets.preset(office, order.preset),
        symbol=SYMBOLS[batch.symbol],
        dpi=order.dpi,
        prefix=batch.link_prefix,
        hidden=batch.hidden_codes if order.hidden is None else order.hidden,
        title=f"{layout.heading} {batch.number:05}",
        author=preferences.issuer_line(office),
    )
    job.cell  # noqa: B018 - composed now, so that what has no room is said before anything is written
    return job


def span_of(batch: LabelBatch, order: PrintOrder) -> tuple[int, int]:
    """The first and last label to be printed. Raises UserError for labels that are none of the batch."""
    end = batch.first_index + batch.count - 1
    first = batch.first_index if order.first is None else order.first
    last = end if order.last is None else order.last
    check_span(first, last, batch.first_index, end)
    return first, last


def _verifier(office: Office, number: int) -> Verify:
    published, day = keys.key_list(office), office.today

    def is_ours(text: str) -> bool:
        found = check(text, published, day)
        return found.reason is Reason.BATCH_NOT_CHECKED and found.batch == number

    return is_ours
