"""Writing a file so that it is either whole or absent, and saying in words why it could not be written."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from qc_desktop.errors import UserError

_SHARING_VIOLATIONS = {32, 33}
"""Windows error numbers: another program has the file open, or locked a part of it."""
_AWAY_WINDOWS = {21, 53, 59, 64, 67, 121, 1117, 1167, 1231}
"""Windows error numbers: a stick that was pulled out, a share that does not answer."""


class DiskFault(StrEnum):
    """Why the system refused, as the group ``disk`` says it: its own words are English and for programmers."""

    FULL = "full"
    READ_ONLY = "read_only"
    DENIED = "denied"
    IN_USE = "in_use"
    AWAY = "away"
    MISSING = "missing"
    LONG_NAME = "long_name"
    OTHER = "other"


_FAULTS = {
    DiskFault.FULL: {errno.ENOSPC, errno.EDQUOT, errno.EFBIG},
    DiskFault.READ_ONLY: {errno.EROFS},
    DiskFault.DENIED: {errno.EACCES, errno.EPERM},
    DiskFault.IN_USE: {errno.EBUSY},
    DiskFault.AWAY: {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN},
    DiskFault.MISSING: {errno.ENOENT, errno.ENOTDIR},
    DiskFault.LONG_NAME: {errno.ENAMETOOLONG},
}
_SENTENCES = {
    DiskFault.FULL: "file.disk_full",
    DiskFault.READ_ONLY: "file.denied",
    DiskFault.DENIED: "file.denied",
    DiskFault.IN_USE: "file.in_use",
    DiskFault.AWAY: "file.away",
    DiskFault.MISSING: "file.folder_missing",
    DiskFault.LONG_NAME: "file.long_name",
}
_ABOUT_FOLDER = (DiskFault.READ_ONLY, DiskFault.DENIED, DiskFault.MISSING)


@contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """Yields ``NAME.part`` beside ``path`` to be written; on success it is fsynced and takes the place of ``path``.

    Whatever is raised inside, also by an interrupt, leaves ``path`` as it was and no part file. Raises UserError
    ``file.disk_full``, ``file.denied``, ``file.in_use``, ``file.folder_missing``, ``file.is_folder``,
    ``file.is_device``, ``file.away`` or ``file.long_name`` when the system refuses; other errors pass unchanged.
    """
    part = path.with_name(path.name + ".part")
    try:
        _check_target(path)
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


def write_loosely(path: Path, content: bytes) -> None:
    """As :func:`write_atomic` where the program is killed, but not where the power goes: nothing is synced.

    For one of very many files that can all be made again.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        raise _in_words(error, path, part) from error
    finally:
        _discard(part)


def ensure_folder(folder: Path) -> None:
    """Makes ``folder``, for its owner only, where it is missing. Raises UserError where the system refuses."""
    if folder.exists() and not folder.is_dir():
        raise UserError("file.not_folder", path=folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _refusal(error, folder) or UserError("file.denied", path=folder, folder=folder.parent) from error


@contextmanager
def folder_to_fill(folder: Path) -> Iterator[None]:
    """``folder`` as :func:`ensure_folder` makes it; what it made and nothing came to lie in goes away again."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    ensure_folder(folder)
    try:
        yield
    finally:
        with suppress(OSError):  # something lies there
            for each in made:
                each.rmdir()


def trouble(error: BaseException) -> UserError | None:
    """What to tell of an error of the disk that nobody put in words: a fault of the PC. None for any other error."""
    if not isinstance(error, OSError) or fault_of(error) in (DiskFault.OTHER, DiskFault.MISSING):
        return None
    return UserError("file.trouble", path=os.fsdecode(error.filename or "–"), reason=fault_of(error))


def fault_of(error: OSError) -> DiskFault:
    """Why the system refused, from its error numbers."""
    number, windows = error.errno, getattr(error, "winerror", None)
    if windows in _SHARING_VIOLATIONS:
        return DiskFault.IN_USE
    if windows in _AWAY_WINDOWS:
        return DiskFault.AWAY
    return next((fault for fault, numbers in _FAULTS.items() if number in numbers), DiskFault.OTHER)


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
    if path.exists() and not path.is_file():  # else the rename would put a file in the place of a device
        raise UserError("file.is_device", path=path)
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


def sync_everything() -> None:
    """Lets the system write what it holds back, where it can be asked to."""
    if hasattr(os, "sync"):
        os.sync()


def _discard(part: Path) -> None:
    with suppress(OSError):  # what refuses is being raised already
        part.unlink(missing_ok=True)


def _in_words(error: OSError, path: Path, part: Path) -> Exception:
    """``error`` as a sentence if it concerns ``path`` or ``part``, else itself."""
    about = error.filename
    elsewhere = about is not None and Path(os.fsdecode(about)) not in (path, part, path.parent)
    if elsewhere and fault_of(error) is not DiskFault.FULL:
        return error
    return _refusal(error, path) or error


def _refusal(error: OSError, path: Path) -> UserError | None:
    """The system's refusal to write ``path``; None for what is none."""
    fault = fault_of(error)
    if fault is DiskFault.OTHER:
        return None
    more = {"folder": path.parent} if fault in _ABOUT_FOLDER else {}
    return UserError(_SENTENCES[fault], path=path, **more)
