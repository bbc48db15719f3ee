"""A table on a scrolling page: as tall as its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.gui.theme import row_height

if TYPE_CHECKING:
    from qc_desktop.gui.widgets.table import Table

MOST_ROWS = 8
_FRAME = 10


def fit_rows(table: Table, rows: int) -> None:
    """Makes ``table`` as tall as ``rows`` rows need, eight at most; beyond that it scrolls inside."""
    header = row_height() + 4
    table.setFixedHeight(row_height() * min(max(rows, 1), MOST_ROWS) + header + _FRAME)
