"""What went wrong between SQLite and the disk, as a sentence: these are faults of the PC, not of the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from qc_desktop.errors import UserError
from qc_desktop.files import DiskFault, fault_of

_CODES = (
    ("SQLITE_BUSY", "store.busy"),
    ("SQLITE_LOCKED", "store.busy"),
    ("SQLITE_FULL", "store.disk_full"),
    ("SQLITE_IOERR_WRITE", "store.disk_full"),
    ("SQLITE_IOERR_READ", "store.cannot_read"),
    ("SQLITE_IOERR_SHORT_READ", "store.cannot_read"),
    ("SQLITE_IOERR", "store.cannot_write"),
    ("SQLITE_READONLY", "store.cannot_write"),
    ("SQLITE_CANTOPEN", "store.cannot_write"),
    ("SQLITE_CORRUPT", "store.damaged"),
    ("SQLITE_NOTADB", "store.damaged"),
)
"""How SQLite's result codes begin, and the sentence for them; the first that fits counts."""


_SENTENCES = (
    ("malformed", "SQLITE_CORRUPT"),
    ("not a database", "SQLITE_NOTADB"),
    ("is full", "SQLITE_FULL"),
    ("is locked", "SQLITE_BUSY"),
    ("readonly", "SQLITE_READONLY"),
    ("unable to open", "SQLITE_CANTOPEN"),
    ("disk I/O", "SQLITE_IOERR"),
)

_DISK = (
    ("SQLITE_FULL", DiskFault.FULL),
    ("SQLITE_BUSY", DiskFault.IN_USE),
    ("SQLITE_LOCKED", DiskFault.IN_USE),
    ("SQLITE_READONLY", DiskFault.READ_ONLY),
    ("SQLITE_CANTOPEN", DiskFault.DENIED),
    ("SQLITE_IOERR", DiskFault.AWAY),
)


def code_of(error: BaseException | None) -> str:
    """The message code for an error of the SQLite driver; empty where it is no fault of disk, lock or file."""
    return next((code for begin, code in _CODES if _name(error).startswith(begin)), "")


def disk_fault(error: BaseException) -> DiskFault:
    """What an error of the SQLite driver says of the disk."""
    return next((fault for begin, fault in _DISK if _name(error).startswith(begin)), DiskFault.OTHER)


_OF_THE_DISK = ("store.", "file.")
"""How the codes of sentences begin that tell no more than the fault behind them: others name their own cause."""


def fault_behind(problem: BaseException) -> DiskFault | None:
    """What was wrong with the disk where that is behind ``problem``; None for anything else, as a printer's trouble."""
    if isinstance(problem, UserError) and not problem.code.startswith(_OF_THE_DISK):
        return None
    for error in (problem, problem.__cause__):
        if isinstance(error, DBAPIError) and code_of(error.orig):
            return disk_fault(error.orig or error)
        if isinstance(error, OSError):
            return fault_of(error)
    return None


def _name(error: BaseException | None) -> str:
    return getattr(error, "sqlite_errorname", "") or _named(str(error))


def _named(sentence: str) -> str:
    """The result code behind SQLite's own ``sentence``: the driver's backup gives no code."""
    return next((name for part, name in _SENTENCES if part in sentence), "")


@contextmanager
def said_of(path: object) -> Iterator[None]:
    """Turns faults of disk, lock and file under a database statement on ``path`` into UserError; defects pass."""
    try:
        yield
    except StaleDataError as stale:
        raise UserError("store.changed_meanwhile") from stale
    except DBAPIError as problem:
        code = code_of(problem.orig)
        if not code:
            raise
        if code == "store.cannot_write" and not Path(str(path)).exists():  # the driver does not say which kind it is
            code = "store.moved_away"
        raise UserError(code, path=path) from problem
