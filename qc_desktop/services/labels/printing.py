"""From a batch to sheets of labels: files of so many sheets, each checked and noted; what lies there is not made again.

Every label is derived anew from the batch and the key, so that a million of them need the memory of one file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import rfc8785
from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.documents.labels.checking import SheetProblem, Verify, check_labels
from qc_desktop.documents.labels.fitting import SYMBOLS
from qc_desktop.documents.labels.layout import parse_label_layout
from qc_desktop.documents.labels.rendering import Label, LabelJob, LabelPage, write_labels
from qc_desktop.domain.dates import chinese
from qc_desktop.domain.label_files import MOST_SHEETS_A_FILE, SHEETS_A_FILE, LabelFile, cut
from qc_desktop.domain.label_sheets import (
    SheetMemory,
    check_memory,
    memory_after,
    sheet_count,
)
from qc_desktop.domain.labels import LabelBatchState, LabelEventKind, serial_text
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import clean
from qc_desktop.domain.verification import Reason
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path, ensure_folder
from qc_desktop.services import keys, preferences
from qc_desktop.services.labels import presets
from qc_desktop.services.labels.batches import batch_of
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import LabelBatch, LabelEvent, Template
from qc_desktop.trust.item_labels import hidden_code, hidden_secret, label_digits
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.verify import check

STEP = "label_render"
CHECK = "label_check"
DPI = 600
_TAIL = b"%%EOF\n"


@dataclass(frozen=True)
class PrintOrder:
    """How a batch is to be printed. ``first`` and ``last`` are label numbers, None for all of it; ``start`` is where
    the part-used sheet goes on, None for what this PC remembers. ``again`` says why labels are printed once more."""

    preset: str
    first: int | None = None
    last: int | None = None
    start: SheetMemory | None = None
    dpi: int = DPI
    hidden: bool = False
    checked: bool = True
    again: str = ""
    sheets_a_file: int = SHEETS_A_FILE


@dataclass(frozen=True)
class PrintedLabels:
    """What a print run made. ``skipped`` lay there whole already; ``withheld`` failed the check twice."""

    folder: Path
    files: tuple[Path, ...]
    labels: int
    sheets: int
    skipped: int = 0
    withheld: tuple[SheetProblem, ...] = ()
    checked: bool = True


@dataclass(frozen=True)
class _Run:
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


def print_labels(office: Office, batch: str, order: PrintOrder, folder: Path, signer: Signer) -> Job[PrintedLabels]:
    """Writes the labels of the batch numbered ``batch`` into ``folder``, and remembers where the last sheet goes on.

    A page that fails the check is made once more and withheld if it fails again. Closing the generator leaves whole
    files only, and the next run goes on behind them. Raises UserError before anything is written for whatever would go
    wrong on paper, for a stopped batch, and for labels that were printed before, unless the order says why.
    """
    run = _run(office, batch, order, signer)
    ensure_folder(folder)
    missing = [file for file in run.files() if not _is_whole(folder / run.name(file))]
    _refuse_second_print(office, run, missing)
    total, done, withheld = sum(file.count for file in missing), 0, list[SheetProblem]()
    with_check = 2 if order.checked else 1
    for file in missing:
        path = folder / run.name(file)
        failed = yield from _one_file(run, file, path, done * with_check, total * with_check)
        done += file.count
        withheld += failed
        _note(office, run, file, failed)
    _note_what_lies_there(office, run, missing)
    presets.remember(office, run.job.preset, memory_after(run.job.preset, run.start, run.last - run.first + 1))
    return PrintedLabels(
        folder=folder,
        files=tuple(folder / run.name(file) for file in run.files()),
        labels=total,
        sheets=sheet_count(run.job.preset, run.start, run.last - run.first + 1),
        skipped=run.last - run.first + 1 - total,
        withheld=tuple(withheld),
        checked=order.checked,
    )


def preflight(office: Office, batch: str, order: PrintOrder) -> int:
    """How many sheets the order takes. Raises UserError for whatever would go wrong on paper."""
    with office.store.reading() as session:
        found = batch_of(session, batch)
        job = _job(office, session, found, order)
    first, last = _span(found, order)
    start = order.start or presets.memory(office, job.preset)
    return sheet_count(job.preset, check_memory(job.preset, start), last - first + 1)


def signer_for(office: Office, batch: str, passphrase: str) -> Signer:
    """The key that the batch was issued under, unlocked. Raises UserError."""
    with office.store.reading() as session:
        key_id = batch_of(session, batch).key_id
    return keys.signer_of(office, key_id, passphrase)


def _run(office: Office, batch: str, order: PrintOrder, signer: Signer) -> _Run:
    if not 1 <= order.sheets_a_file <= MOST_SHEETS_A_FILE:
        raise UserError("label.sheets_a_file", most=MOST_SHEETS_A_FILE)
    with office.store.reading() as session:
        found = batch_of(session, batch)
        job = _job(office, session, found, order)
    if found.key_id != signer.kid.hex():
        raise UserError("label.other_key", batch=found.number)
    first, last = _span(found, order)
    return _Run(
        batch_id=found.id,
        number=found.number,
        job=job,
        order=order,
        start=check_memory(job.preset, order.start or presets.memory(office, job.preset)),
        first=first,
        last=last,
        signer=signer,
        secret=hidden_secret(found.number, signer) if order.hidden else b"",
        verify=_verifier(office, found.number),
    )


def _job(office: Office, session: Session, batch: LabelBatch, order: PrintOrder) -> LabelJob:
    if batch.state != LabelBatchState.LIVE:
        raise UserError("label.stopped", batch=batch.number, reason=batch.state_reason)
    if order.hidden and not batch.hidden_codes:
        raise UserError("label.no_hidden_codes", batch=batch.number)
    layout = parse_label_layout(session.get_one(Template, batch.layout_sha256).content)
    job = LabelJob(
        layout=layout,
        facts={
            "company": batch.company_name,
            "product": batch.product,
            "lot": batch.lot,
            "valid_until": chinese(batch.valid_until) if batch.valid_until else "",
            "serial": serial_text(batch.number, batch.count),
        },
        preset=presets.preset(office, order.preset),
        symbol=SYMBOLS[batch.symbol],
        dpi=order.dpi,
        prefix=batch.link_prefix,
        hidden=order.hidden,
        title=f"{layout.heading} {batch.number:05}",
        author=preferences.issuer_line(office),
    )
    job.cell  # noqa: B018 - composed now, so that what has no room is said before anything is written
    return job


def _span(batch: LabelBatch, order: PrintOrder) -> tuple[int, int]:
    end = batch.first_index + batch.count - 1
    first = batch.first_index if order.first is None else order.first
    last = end if order.last is None else order.last
    if not batch.first_index <= first <= last <= end:
        raise UserError("label.range", first=first, last=last, most=end)
    return first, last


def _verifier(office: Office, number: int) -> Verify:
    published, day = keys.key_list(office), office.today

    def is_ours(text: str) -> bool:
        found = check(text, published, day)
        return found.reason is Reason.BATCH_NOT_CHECKED and found.batch == number

    return is_ours


def _is_whole(path: Path) -> bool:
    """Whether a file of that name lies there with its end: it took its name only when it was whole."""
    try:
        with path.open("rb") as stream:
            stream.seek(-len(_TAIL), 2)
            return stream.read() == _TAIL
    except OSError:
        return False


def _one_file(run: _Run, file: LabelFile, path: Path, before: int, total: int) -> Job[list[SheetProblem]]:
    """Makes one file beside its place and checks it there; returns what failed twice, whose sheets are not in it."""
    out, suspected, withheld = frozenset[int](), frozenset[int](), list[SheetProblem]()
    with atomic_path(path) as part:
        while True:
            with part.open("wb") as stream:
                for done in write_labels(stream, run.job, run.pages(file, out)):
                    yield Progress(STEP, before + done, total)
            failed = (yield from _failed(run, file, part, out, before, total)) if run.order.checked else []
            if not failed:
                return withheld
            again = [problem for problem in failed if problem.sheet in suspected]
            withheld += again
            suspected |= {problem.sheet for problem in failed}
            out |= {problem.sheet for problem in again}
            if not any(True for _ in run.sheets(file, out)):
                raise UserError("label.all_withheld", name=path.name)


def _failed(
    run: _Run, file: LabelFile, part: Path, out: frozenset[int], before: int, total: int
) -> Job[list[SheetProblem]]:
    failed = list[SheetProblem]()
    for found in check_labels(part, run.job, run.pages(file, out), run.verify):
        if isinstance(found, int):
            yield Progress(CHECK, before + file.count + found, total)
        else:
            failed.append(found)
    return failed


def _refuse_second_print(office: Office, run: _Run, missing: Sequence[LabelFile]) -> None:
    """Raises UserError where labels of ``missing`` were printed before and the order does not say why again."""
    bound(run.order.again, REASON)
    if clean(run.order.again):
        return
    with office.store.reading() as session:
        for file in missing:
            before = _printed(session, run.batch_id, file)
            if before is not None:
                first, last = max(before[0], file.first), min(before[1], file.last)
                said = {"first": serial_text(run.number, first), "last": serial_text(run.number, last)}
                raise UserError("label.printed_before", **said)


def _printed(session: Session, batch_id: str, file: LabelFile) -> tuple[int, int] | None:
    """The first note of a print that has some of the file's labels: its first and last."""
    query = select(LabelEvent.first_index, LabelEvent.last_index).where(
        LabelEvent.batch_id == batch_id,
        LabelEvent.kind == LabelEventKind.PRINTED,
        LabelEvent.first_index <= file.last,
        LabelEvent.last_index >= file.first,
    )
    found = session.execute(query.limit(1)).first()
    return (found[0] or file.first, found[1] or file.last) if found else None


def _note(office: Office, run: _Run, file: LabelFile, withheld: Sequence[SheetProblem]) -> None:
    """Notes what is in a file that has just taken its name."""
    out = frozenset(problem.sheet for problem in withheld)
    with office.writing("label_print", undoable=False, count=file.count) as work:
        for first, last in _stretches(run.sheets(file, out)):
            work.session.add(
                LabelEvent(
                    batch_id=run.batch_id,
                    kind=LabelEventKind.PRINTED.value,
                    count=last - first + 1,
                    first_index=first,
                    last_index=last,
                    remark=clean(run.order.again),
                    staff=work.author.staff,
                    at=work.command.at,
                )
            )


def _stretches(sheets: Iterator[tuple[int, list[int], range]]) -> list[tuple[int, int]]:
    """First and last label of each unbroken stretch of ``sheets``."""
    found: list[tuple[int, int]] = []
    for _, _, indices in sheets:
        if found and found[-1][1] + 1 == indices[0]:
            found[-1] = found[-1][0], indices[-1]
        else:
            found.append((indices[0], indices[-1]))
    return found


def _note_what_lies_there(office: Office, run: _Run, made: Sequence[LabelFile]) -> None:
    """A file that took its name just before a crash was not noted: it is now."""
    there = [file for file in run.files() if file not in made]
    with office.store.reading() as session:
        unknown = [file for file in there if _printed(session, run.batch_id, file) is None]
    for file in unknown:
        _note(office, run, file, ())
