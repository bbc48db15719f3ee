"""Folders that are either whole or absent; single files are written by :mod:`qc_desktop.files`."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from qc_desktop.errors import UserError
from qc_desktop.files import DiskFault, atomic_path, fault_of

_LOG = logging.getLogger(__name__)


@contextmanager
def staged_file(path: Path) -> Iterator[BinaryIO]:
    """The stream of a file that takes its name when the block ends well. Raises UserError as ``atomic_path`` does."""
    with atomic_path(path) as part, part.open("wb") as out:
        yield out


@contextmanager
def synced_file(path: Path) -> Iterator[BinaryIO]:
    """The stream of a file within a staged folder: fsynced, not renamed, because the folder is."""
    with path.open("wb") as out:
        yield out
        out.flush()
        os.fsync(out.fileno())


@contextmanager
def staged_folder(folder: Path) -> Iterator[Path]:
    """A folder ``NAME.part`` to fill; its files reach ``folder`` when the block ends well, else nothing is left.

    An existing ``folder`` keeps its other files; files of the same name are replaced. Raises UserError.
    """
    part = folder.with_name(f"{folder.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        yield part
        _arrive(part, folder)
    except OSError as problem:
        raise not_written(folder, problem) from problem
    finally:
        shutil.rmtree(part, ignore_errors=True)


def not_written(path: Path, problem: OSError) -> UserError:
    """What to tell of ``problem`` with a paper; one that has no words of ours is logged with the system's."""
    fault = fault_of(problem)
    if fault is DiskFault.OTHER:
        _LOG.warning("%s was not written: %s", path, problem)
    return UserError("documents.not_written", path=str(path), reason=fault)


def _arrive(part: Path, folder: Path) -> None:
    if not folder.exists():
        part.replace(folder)
        return
    for file in sorted(part.iterdir()):
        file.replace(folder / file.name)
