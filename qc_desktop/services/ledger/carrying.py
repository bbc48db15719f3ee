"""The ledger outlives a restore: what stood in it stays in it, also where the events behind it are lost."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert

from qc_desktop.services.ledger.heads import entries
from qc_desktop.storage.engine import sqlite_module
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import LedgerCheckpoint, LedgerLeaf


@dataclass(frozen=True)
class Held:
    """The entries of a ledger and its signed heads as rows (size, note, moment as the database keeps it)."""

    entries: Sequence[bytes] = ()
    heads: Sequence[tuple[int, str, str]] = ()


def held(database: Path) -> Held:
    """What ``database`` holds, read only; nothing where it is missing, from before the ledger, or cannot be read."""
    driver = sqlite_module()
    try:
        with closing(driver.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            leaves = connection.execute("SELECT entry FROM ledger_leaf ORDER BY place").fetchall()
            heads = connection.execute("SELECT size, note, at FROM ledger_checkpoint ORDER BY size").fetchall()
    except driver.DatabaseError:  # a damaged file is no reason not to restore
        return Held()
    return Held([entry for (entry,) in leaves], heads)


def carry(work: UnitOfWork, before: Held) -> tuple[int, int]:
    """Within ``work``, puts behind the ledger of a restored backup what stood in it before: the first place, and how
    many entries. Nothing where the backup's is no beginning of it: then the next signature is refused."""
    present = list(entries(work.session))
    first, missing = len(present), before.entries[len(present) :]
    if not missing or present != list(before.entries[:first]):
        return first, 0
    places = enumerate(missing, first)
    work.session.execute(insert(LedgerLeaf), [{"place": place, "entry": entry} for place, entry in places])
    lost = [head for head in before.heads if work.session.get(LedgerCheckpoint, head[0]) is None]
    connection = work.session.connection()
    for head in lost:
        connection.exec_driver_sql("INSERT INTO ledger_checkpoint (size, note, at) VALUES (?, ?, ?)", tuple(head))
    return first, len(missing)
