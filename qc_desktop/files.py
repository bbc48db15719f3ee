"""Writing a file so that it is either whole or absent, and saying in words why it could not be written."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_BUSY = {errno.EBUSY}
_SHARING_VIOLATIONS = {32, 33}
"""Windows error numbers: another program has the file open, or locked a part of it."""


@contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """Yields ``NAME.part`` beside ``path`` to be written; on success it is fsynced and takes the place of ``path``.

    Whatever is raised inside, also by an interrupt, leaves ``path`` as it was and no part file. Raises UserError
    ``file.disk_full``, ``file.denied``, ``file.in_use``, ``file.folder_missing`` or ``file.is_folder`` when the
    system refuses; other errors pass unchanged.
    """
    part = path.with_name(path.name + ".part")
    _check_target(path)
    try:
        yield part
        _sync_file(part)
        _replace(part, path)
    except OSError as error:
        raise _in_words(error, path, part) from error
    finally:
        _discard(part)


def write_atomic(path: Path, content: bytes) -> None:
    """Writes ``content`` to ``path``, whole or not at all. Raises UserError as :func:`atomic_path` does."""
    with atomic_path(path) as part:
        part.write_bytes(content)


def is_writable(folder: Path) -> bool:
    """Whether a file can be made in ``folder`` now: tried, because permissions alone do not tell it on every system."""
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def with_ending(path: Path, suffix: str) -> Path:
    """``path`` ending in ``suffix``, which is put after what was typed: 「名单 2026.3.15」 has no suffix of its own.

    ``Path.with_suffix`` would cut the day off, and the file might be another one.
    """
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def _check_target(path: Path) -> None:
    if path.is_dir():
        raise UserError("file.is_folder", path=path)
    if not path.parent.is_dir():
        raise UserError("file.folder_missing", path=path, folder=path.parent)


def _sync_file(part: Path) -> None:
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())


def _replace(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except PermissionError as error:
        if os.name == "nt" and path.exists():  # a spreadsheet program holds the old file
            raise UserError("file.in_use", path=path) from error
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes the names in ``folder`` durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _discard(part: Path) -> None:
    with suppress(PermissionError):  # a refused folder: that is what is being raised already
        part.unlink(missing_ok=True)


def _in_words(error: OSError, path: Path, part: Path) -> Exception:
    """``error`` as a sentence if it concerns ``path`` or ``part``, else itself."""
    if error.errno in _FULL:
        return UserError("file.disk_full", path=path)
    about = error.filename
    if about is not None and Path(os.fsdecode(about)) not in (path, part, path.parent):
        return error
    if error.errno in _BUSY or getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return UserError("file.in_use", path=path)
    if error.errno in _DENIED:
        return UserError("file.denied", path=path, folder=path.parent)
    return error
