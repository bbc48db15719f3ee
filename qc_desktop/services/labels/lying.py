"""What lies in a folder of labels: whether a file there is whole, and the one that its name says it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qc_desktop.documents import pdfium
from qc_desktop.documents.pdf.proof import is_as_written
from qc_desktop.domain.labels import LabelEventKind, parse_serial
from qc_desktop.errors import UserError
from qc_desktop.services.labels.copies import told_of
from qc_desktop.storage.faults import fault_behind

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.domain.label_files import LabelFile
    from qc_desktop.services.labels.runs import Run
    from qc_desktop.services.office import Office

_PRINTED = (LabelEventKind.PRINTED,)
_SERIAL = re.compile(r"[0-9]{5,}-[0-9]{6,}")


def is_whole(folder: Path, run: Run, file: LabelFile) -> bool:
    """Whether ``file`` lies in ``folder`` as it was made: every byte of it, and with labels of its own.

    Only its first page is read, for another file of ours that took its name; a sheet may have been withheld.
    """
    path = folder / run.name(file)
    return is_as_written(path) and all(
        serial is not None and serial[0] == run.number and file.first <= serial[1] <= file.last
        for serial in map(parse_serial, _serials(path) or [""])
    )


def labels_there(folder: Path, run: Run) -> int:
    """How many labels of ``run`` lie in ``folder`` in whole files."""
    return sum(file.count for file in _whole_files(folder, run))


def _whole_files(folder: Path, run: Run) -> list[LabelFile]:
    return [file for file in run.files() if is_whole(folder, run, file)]


def unnoted(office: Office, run: Run, files: Iterable[LabelFile]) -> list[LabelFile]:
    """Those of ``files`` of which no print is noted: they took their names just before a crash."""
    with office.store.reading() as session:
        return [file for file in files if not told_of(session, run.batch_id, _PRINTED, file.first, file.last)]


def _noted_there(office: Office, folder: Path, run: Run) -> int:
    whole = _whole_files(folder, run)
    left_out = unnoted(office, run, whole)
    return sum(file.count for file in whole if file not in left_out)


@contextmanager
def told_what_lies_there(office: Office, folder: Path, run: Run) -> Iterator[None]:
    """A fault of the disk in the middle is raised with how many labels are in whole files, and noted, by then; else as
    it is."""
    try:
        yield
    except (UserError, OSError) as problem:
        fault = fault_behind(problem)
        count = _noted_there(office, folder, run) if fault is not None else 0
        if not count:
            raise
        raise UserError("label.broke_off", reason=fault, count=count, path=folder) from problem


def _serials(path: Path) -> list[str]:
    """What is printed beside the codes on the first page, empty for a file that cannot be read."""
    try:
        with pdfium.document(path) as opened, pdfium.page_of(opened, 0) as page:
            return _SERIAL.findall(pdfium.page_text(page))
    except UserError:
        return []
