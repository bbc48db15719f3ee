"""Opening SQLite so that what was acknowledged is there after a power cut.

Rollback journal in TRUNCATE mode with EXTRA syncing; every writing transaction begins IMMEDIATE, because a
plain BEGIN loses the race for the lock among several writers.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from qc_desktop.domain.search_words import spelled
from qc_desktop.domain.text import gb_order
from qc_desktop.errors import UserError

BUSY_TIMEOUT_MS = 10_000
READING_PATIENCE_MS = 30_000
"""Readers wait longer: behind a command that spills they have to, and no window's thread waits with them."""
SPILL_PAGES = 8_193
"""Pages of 4 KiB that a command may change in memory. A larger one (100,000 companies at once) writes some before it
commits, and keeps readers out from then on; a kill undoes them from the journal. Not a multiple of 256: SQLite would
read that as "off"."""
APPLICATION_ID = 0x51434431
"""``QCD1``: how a file is known to be ours."""

READ_ONLY = "qc_read_only"
"""Execution option of a connection that only reads: it begins deferred and refuses to write."""

_PRAGMAS = (
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-4096",  # KiB for each of the three or four connections, and for each sort
    f"PRAGMA cache_spill={SPILL_PAGES}",
    "PRAGMA trusted_schema=OFF",
)


def sqlite_module() -> ModuleType:
    """The SQLite driver: pysqlite3 brings one known, recent SQLite; where it has no wheel, Python's own."""
    try:
        import pysqlite3.dbapi2 as driver
    except ImportError:
        import sqlite3 as driver
    return driver  # type: ignore[no-any-return,unused-ignore]


def open_engine(path: Path) -> Engine:
    """An engine on the SQLite file ``path``, which is made if missing now, and never again.

    Raises UserError where it cannot be made; so do later connections where it is gone.
    """
    _make(path)
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=sqlite_module(),
        connect_args={"isolation_level": None, "timeout": BUSY_TIMEOUT_MS / 1000},
    )
    event.listen(engine, "do_connect", partial(_refuse_gone, path))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make(path: Path) -> None:
    try:
        path.touch()
    except OSError as problem:
        if not path.exists():
            raise UserError("store.cannot_write", path=path) from problem


def _refuse_gone(path: Path, *_about: object) -> None:
    """SQLite itself would make an empty file in the place of one that was taken away."""
    if not path.exists():
        raise UserError("store.moved_away", path=path)


def _prepare(connection: Any, _record: object) -> None:
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    connection.create_function("spelled", 2, spelled, deterministic=True)
    connection.create_function("gb_order", 1, gb_order, deterministic=True)


def _begin(connection: Connection) -> None:
    read_only = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql(f"PRAGMA query_only={'ON' if read_only else 'OFF'}")
    connection.exec_driver_sql(f"PRAGMA busy_timeout={READING_PATIENCE_MS if read_only else BUSY_TIMEOUT_MS}")
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
