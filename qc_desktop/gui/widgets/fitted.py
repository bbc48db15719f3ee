"""A table on a scrolling page: as tall as its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qc_desktop.gui.widgets.table import Table

MOST_ROWS = 8


def fit_rows(table: Table, rows: int) -> None:
    """Makes ``table`` as tall as ``rows`` rows need, eight at most; beyond that it scrolls inside."""
    table.keep_rows(min(max(rows, 1), MOST_ROWS))
