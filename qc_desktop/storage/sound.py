"""A database copied while it is in use, and one checked whole, with word on how far that is."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from qc_desktop.domain.progress import BrokenOff, Tell, untold
from qc_desktop.errors import UserError
from qc_desktop.storage.engine import APPLICATION_ID, sqlite_module
from qc_desktop.storage.faults import code_of, disk_fault
from qc_desktop.storage.schema import SCHEMA_VERSION

COUNTED: Mapping[str, str] = {
    "member_company": "member_company",
    "campaign": "campaign",
    "participation": "participation",
    "certificate": "certificate",
    "ended_certificate": "certificate WHERE state <> 'live'",
    "roster": "roster",
    "call_log": "call_log",
    "event": "event",
}
"""What is counted in a database, and among which rows; a table that an old one lacks is left out."""
PAGES = 2048
"""So many are copied between two words."""
OPERATIONS = 50_000
"""Of SQLite's machine, between two words of a check."""
A_PAGE = 450
"""About so many operations a check takes for each page: 330 to 680 were counted on records of 90 and 140 MB."""


def copy(source: Path, target: Path, tell: Tell = untold) -> None:
    """Copies the database ``source`` to ``target`` as it is at this moment; who writes meanwhile waits.

    Raises UserError ``store.damaged`` where ``source`` is, ``store.moved_away`` where it is gone or empty: it is
    neither made anew nor copied; and ``backup.copy_failed``.
    """
    driver = sqlite_module()
    target.unlink(missing_ok=True)
    if not source.is_file() or source.stat().st_size == 0:
        raise UserError("store.moved_away", path=source)
    there = f"{source.absolute().as_uri()}?mode=rw"
    try:
        with closing(driver.connect(there, uri=True, timeout=10)) as live, closing(driver.connect(str(target))) as made:
            live.execute("BEGIN")
            live.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a writer between would begin it all anew
            live.backup(made, pages=PAGES, progress=lambda _, left, total: tell(1 - left / max(total, 1)))
            made.execute("PRAGMA journal_mode=DELETE")
    except driver.DatabaseError as problem:
        if code_of(problem) == "store.damaged":
            raise UserError("store.damaged", path=source) from problem
        raise UserError("backup.copy_failed", folder=target.parent, reason=disk_fault(problem)) from problem


class _Watch:
    """Asked by SQLite every OPERATIONS steps; an answer other than 0 ends the statement."""

    def __init__(self, tell: Tell, expected: float) -> None:
        self._tell = tell
        self._expected = max(expected, 1.0)
        self._times = 0
        self.broken_off: BrokenOff | None = None

    def __call__(self) -> int:
        self._times += 1
        try:
            self._tell(min(self._times / self._expected, 1.0))
        except BrokenOff as stop:  # SQLite passes no exception on
            self.broken_off = stop
        return int(self.broken_off is not None)


def check(path: Path, tell: Tell = untold) -> dict[str, int]:
    """Opens ``path`` as a database of ours, checks it whole, and returns how many rows its main tables have.

    Raises UserError where it is damaged, not ours, or newer than this program.
    """
    driver = sqlite_module()
    watch = _Watch(tell, 0)
    try:
        with closing(driver.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] not in (APPLICATION_ID, 0):
                raise UserError("backup.not_ours", path=path)
            if connection.execute("PRAGMA user_version").fetchone()[0] > SCHEMA_VERSION:
                raise UserError("backup.newer", path=path)
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            watch = _Watch(tell, pages * A_PAGE / OPERATIONS)
            connection.set_progress_handler(watch, OPERATIONS)
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            if not sound or connection.execute("PRAGMA foreign_key_check").fetchone():
                raise UserError("backup.damaged", path=path)
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
            return {
                name: connection.execute(f"SELECT count(*) FROM {rows}").fetchone()[0]
                for name, rows in COUNTED.items()
                if rows.partition(" ")[0] in tables
            }
    except driver.DatabaseError as problem:
        if watch.broken_off is not None:
            raise watch.broken_off from None
        raise UserError("backup.damaged", path=path) from problem
