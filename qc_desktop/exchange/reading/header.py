"""Where the header of a list is: below title blocks, in one row or in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.domain.cells import Cell, text_of
from qc_desktop.domain.text import clean_name
from qc_desktop.exchange.columns import field_of, is_known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.exchange.reading.table import Row

_LEAST_SCORE = 2
_NAME_SCORE = 2


def score(cells: Sequence[Cell]) -> int:
    """How much ``cells`` look like a header: one for every field they name, more for the company's name."""
    fields = {field_of(cell) for cell in cells if isinstance(cell, str)} - {None}
    return len(fields) + ("name" in fields) * (_NAME_SCORE - 1)


def find(rows: Sequence[Row]) -> tuple[int, int] | None:
    """Index of the first header row among ``rows`` and how many rows (1 or 2) the header has, or None.

    A header of two rows comes from merged cells: a group (联系方式) above its columns (联系人, 电话).
    """
    best = max(range(len(rows)), key=lambda index: score(rows[index].cells), default=None)
    if best is None or score(rows[best].cells) < _LEAST_SCORE:
        return None
    if best + 1 < len(rows) and _continues(rows[best], rows[best + 1]):
        return best, 2
    if best > 0 and _continues(rows[best - 1], rows[best]) and _adds_fields(rows[best - 1], rows[best]):
        return best - 1, 2
    return best, 1


def headers(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """The header of every column: the lowest text of ``rows`` in it, tidied; empty where there is none."""
    lines = [[clean_name(text_of(cell)) for cell in row.cells] + [""] * width for row in rows]
    return tuple(next((line[index] for line in reversed(lines) if line[index]), "") for index in range(width))


def _continues(upper: Row, lower: Row) -> bool:
    """Whether everything in ``lower`` names a column, and stands below or beside what ``upper`` names."""
    texts = [cell for cell in lower.cells if cell != ""]
    return (
        _is_adjacent(upper, lower)
        and bool(texts)
        and all(isinstance(text, str) and is_known(text) for text in texts)
        and score(lower.cells) > 0
    )


def _is_adjacent(upper: Row, lower: Row) -> bool:
    return lower.number == upper.number + 1


def _adds_fields(upper: Row, lower: Row) -> bool:
    """Whether ``upper`` names a field in a column that ``lower`` leaves blank."""
    below = [*lower.cells, *([""] * len(upper.cells))]
    return any(
        isinstance(cell, str) and field_of(cell) and below[index] == "" for index, cell in enumerate(upper.cells)
    )
