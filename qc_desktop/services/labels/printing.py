"""From a batch to sheets of labels: files of so many sheets, each checked and noted; what lies there is not made again.

Every label is derived anew from the batch and the key, so that a million of them need the memory of one file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from qc_desktop.documents.labels.checking import SheetProblem, check_labels
from qc_desktop.documents.labels.rendering import write_labels
from qc_desktop.domain.label_files import LabelFile
from qc_desktop.domain.label_sheets import SheetMemory, check_memory, memory_after, sheet_count
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path, folder_to_fill
from qc_desktop.services import vault
from qc_desktop.services.labels import presets
from qc_desktop.services.labels.batches import batch_of
from qc_desktop.services.labels.layouts import frozen_layout
from qc_desktop.services.labels.lying import is_whole, labels_there, told_what_lies_there
from qc_desktop.services.labels.printed import made_in, note, note_what_lies_there, refuse_second_print
from qc_desktop.services.labels.runs import PrintOrder, Run, job_of, run_of, span_of
from qc_desktop.services.office import Office
from qc_desktop.services.withdrawing import demand_good
from qc_desktop.services.writing_alone import writing_alone
from qc_desktop.trust.keys import Signer

STEP = "label_render"
CHECK = "label_check"


@dataclass(frozen=True)
class PrintedLabels:
    """What a print run made. ``skipped`` lay there whole already; ``withheld`` failed the check twice.

    Of ``labels`` those count as ``mended`` that lay there in files which were no longer as they were made. ``spoiled``
    counts the earlier copies that were noted so because theirs were printed again.
    """

    folder: Path
    files: tuple[Path, ...]
    labels: int
    sheets: int
    skipped: int = 0
    withheld: tuple[SheetProblem, ...] = ()
    checked: bool = True
    mended: int = 0
    spoiled: int = 0


def print_labels(office: Office, batch: str, order: PrintOrder, folder: Path, signer: Signer) -> Job[PrintedLabels]:
    """Writes the labels of the batch numbered ``batch`` into ``folder``; with each file it is remembered where the last
    sheet goes on. A run that was stopped there is taken up on the sheet on which it began.

    A page that fails the check is made once more and withheld if it fails again. Closing the generator leaves whole
    files only, and the next run goes on behind them; one that is no longer as it was made is made again. Raises
    UserError before anything is written for whatever would go wrong on paper, for a stopped batch, and for labels that
    were printed before, unless the order says why and their quota allows it.
    """
    with writing_alone(folder):
        return (yield from _printed(office, run_of(office, batch, order, signer), folder))


def _printed(office: Office, begun: Run, folder: Path) -> Job[PrintedLabels]:
    run = _taken_up(begun, folder)
    with folder_to_fill(folder), told_what_lies_there(office, folder, run):
        missing = [file for file in run.files() if not is_whole(folder, run, file)]
        damaged = {file for file in missing if _lay_there(office, folder, run.name(file))}
        refuse_second_print(office, run, [file for file in missing if file not in damaged])
        total, done, withheld, spoiled = sum(file.count for file in missing), 0, list[SheetProblem](), 0
        for file in missing:
            path = folder / run.name(file)
            failed = yield from make_file(run, file, path, done, total)
            done += file.count
            withheld += failed
            spoiled += _note(office, run, file, path, failed, mended=file in damaged)
        for file in note_what_lies_there(office, run, missing, folder):
            if file.last == run.last:
                _remember(office, run, file)
    return PrintedLabels(
        folder=folder,
        files=tuple(folder / run.name(file) for file in run.files()),
        labels=total,
        sheets=sheet_count(run.job.preset, run.start, run.last - run.first + 1),
        skipped=run.last - run.first + 1 - total,
        withheld=tuple(withheld),
        checked=run.order.checked,
        mended=sum(file.count for file in damaged),
        spoiled=spoiled,
    )


def made_so_far(office: Office, batch: str, order: PrintOrder, folder: Path, signer: Signer) -> int:
    """How many labels of ``order`` are in whole files in ``folder``, whichever run made them. Raises UserError."""
    return labels_there(folder, _taken_up(run_of(office, batch, order, signer), folder))


def _lay_there(office: Office, folder: Path, name: str) -> bool:
    """Whether what lies in ``folder`` as ``name`` was made there once: anything else so called is no file of ours."""
    return (folder / name).is_file() and made_in(office, folder, name)


def _note(office: Office, run: Run, file: LabelFile, path: Path, failed: list[SheetProblem], *, mended: bool) -> int:
    """As ``note``; a file that cannot be noted does not stay: nobody would know of its labels."""
    try:
        spoiled = note(office, run, file, failed, path.parent, mended=mended)
    except UserError:
        path.unlink(missing_ok=True)
        raise
    if not mended:
        _remember(office, run, file)
    return spoiled


def _taken_up(run: Run, folder: Path) -> Run:
    """``run`` on the sheet on which it began, where files of it lie in ``folder``: memory has moved on since.

    One that is at its end is not taken up where the order says why its labels are printed again.
    """
    if run.order.start is not None:
        return run
    for place in range(1, run.job.preset.size + 1):
        begun = replace(run, start=SheetMemory(place))
        first = next(begun.files(), None)
        if first is None or not (folder / begun.name(first)).is_file():
            continue
        if not (clean(run.order.again) and all(is_whole(folder, begun, file) for file in begun.files())):
            return begun
    return run


def _remember(office: Office, run: Run, file: LabelFile) -> None:
    """The sheet goes on behind ``file``."""
    presets.remember(office, run.job.preset, memory_after(run.job.preset, run.start, file.last - run.first + 1))


def preflight(office: Office, batch: str, order: PrintOrder) -> int:
    """How many sheets the order takes. Raises UserError for whatever would go wrong on paper."""
    with office.store.reading() as session:
        found = batch_of(session, batch)
        job = job_of(office, session, found, order)
    first, last = span_of(found, order)
    start = order.start or presets.memory(office, job.preset)
    return sheet_count(job.preset, check_memory(job.preset, start), last - first + 1)


def tells_lot(office: Office, batch: str, key: str) -> bool:
    """Whether labels of the preset ``key`` say the lot of the batch: the smallest have no room for it."""
    preset = presets.preset(office, key)
    with office.store.reading() as session:
        layout = frozen_layout(office, session, batch_of(session, batch).layout_sha256)
    return layout.tells(preset.width, preset.height, "lot")


def is_key_of(office: Office, batch: str, signer: Signer) -> bool:
    """Whether the batch was issued under the key of ``signer``."""
    with office.store.reading() as session:
        return batch_of(session, batch).key_id == signer.kid.hex()


def signer_for(office: Office, batch: str, passphrase: str) -> Signer:
    """The key that the batch was issued under, unlocked. Raises UserError."""
    with office.store.reading() as session:
        key_id = batch_of(session, batch).key_id
        demand_good(session, key_id)
    return vault.signer_of(office, key_id, passphrase)


def make_file(run: Run, file: LabelFile, path: Path, before: int, total: int) -> Job[list[SheetProblem]]:
    """Makes one file beside its place and checks it there; returns what failed twice, whose sheets are not in it.

    ``before`` of ``total`` labels were made before it. Raises UserError where no sheet of it is sound.
    """
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
    run: Run, file: LabelFile, part: Path, out: frozenset[int], before: int, total: int
) -> Job[list[SheetProblem]]:
    failed = list[SheetProblem]()
    for found in check_labels(part, run.job, run.pages(file, out), run.verify):
        if isinstance(found, int):
            yield Progress(CHECK, before + found, total)
        else:
            failed.append(found)
    return failed
