"""The last numbers given out: they outlive a restore, for the paper they stand on does."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.orm import Session

from qc_desktop.storage.engine import sqlite_module
from qc_desktop.storage.tables import Counter

LastNumbers = Mapping[tuple[int, int], int]
"""By series and year."""


LABEL_BATCHES = (0, 0)
"""The counter of label batches: no series of certificates has the code 0, and batches do not count by years."""


def take(session: Session, series: int, year: int, count: int) -> int:
    """Takes ``count`` numbers from a counter within the transaction that uses them; returns the last of them."""
    if session.get(Counter, (series, year)) is None:
        session.add(Counter(series=series, year=year, last=0))
        session.flush()
    return session.execute(
        update(Counter)
        .where(Counter.series == series, Counter.year == year)
        .values(last=Counter.last + count)
        .returning(Counter.last)
    ).scalar_one()


def last_numbers(database: Path) -> LastNumbers:
    """What the counters of ``database`` say, read only; nothing where the file is missing or cannot be read."""
    driver = sqlite_module()
    try:
        with closing(driver.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT series, year, last FROM certificate_counter").fetchall()
    except driver.DatabaseError:  # a damaged file is no reason not to restore
        return {}
    return {(series, year): last for series, year, last in found}


def keep_ahead(session: Session, known: LastNumbers) -> int:
    """Moves every counter to what ``known`` says where that is further; returns how many numbers are passed over."""
    passed = 0
    for (series, year), last in known.items():
        counter = session.get(Counter, (series, year)) or Counter(series=series, year=year, last=0)
        session.add(counter)
        passed += max(last - counter.last, 0)
        counter.last = max(counter.last, last)
    return passed
