"""Printed tables: which way round the page lies, and how wide the columns are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from qc_desktop.documents.cells import in_lines, width
from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.domain.column_widths import asked, fitted, lines_of

HEADING_FONT, CELL_FONT = "serif_bold", "serif"
Cells = tuple[tuple[str, ...], ...]
"""The lines of each cell of a row."""
_SINGLE = 0.9
_ROUNDING = 0.02


@dataclass(frozen=True)
class Grid:
    """A table's page and columns, in points; ``centred`` are the columns of numbers."""

    width: float
    height: float
    top: float
    bottom: float
    edges: tuple[float, ...]
    size: float
    row: float
    leading: float
    wrapped: float
    padding: float
    centred: tuple[bool, ...]

    def high(self, cells: Cells) -> float:
        """The height of a row."""
        return _high(max(1, *map(len, cells)), self.row, self.leading, self.wrapped)

    def within(self, room: float) -> int:
        """How many lines of a row ``room`` holds."""
        return max(0, int((room - self.row - self.wrapped) / self.leading + 1.001))


def _high(lines: int, row: float, leading: float, wrapped: float) -> float:
    return row + (lines - 1) * leading + (wrapped if lines > 1 else 0.0)


@dataclass(frozen=True)
class _Measured:
    """What a table asks for, column by column, in ems: its cells on one line, and the least it bears."""

    cells: list[list[float]]
    least: list[float]
    shares: list[float]
    numbers: tuple[bool, ...]


def grid(settings: Mapping[str, Any], columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]]) -> Grid:
    """The first setting in which nearly every row takes one line, else that of the fewest pages."""
    measured = _measured(columns, rows)
    tried = [_tried(settings, setting, measured) for setting in settings["setting"]]
    plain = next((found for found, _, single in tried if single >= _SINGLE), None)
    return plain or min(tried, key=lambda one: one[1])[0]


def _measured(columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]]) -> _Measured:
    found = [
        asked(width(title, HEADING_FONT), values, partial(width, font=CELL_FONT))
        for (title, _), values in zip(columns, zip(*rows, strict=True), strict=True)
    ]
    return _Measured(
        cells=[column.cells for column in found],
        least=[column.least for column in found],
        shares=[share if column.filled else 0.0 for (_, share), column in zip(columns, found, strict=True)],
        numbers=tuple(column.coded for column in found),
    )


def _tried(settings: Mapping[str, Any], setting: Mapping[str, Any], measured: _Measured) -> tuple[Grid, float, float]:
    """A grid, about how many pages it takes, and the part of its rows that stand on one line."""
    page, table, size = settings[setting["page"]], settings["table"], setting["size"]
    em = size / POINTS_PER_MM
    padding = 2 * table["padding"] / em + _ROUNDING
    room = (page["width"] - page["left"] - page["right"]) / em - padding * len(measured.cells)
    widths = fitted(measured.cells, measured.least, room)
    lines = lines_of(measured.cells, widths)
    high = sum(_high(count, setting["row"], setting["leading"], table["wrapped"]) for count in lines)
    pages = high / (page["height"] - page["top"] - page["bottom"] - table["heading"])
    spare, shares = max(0.0, room - sum(widths)), sum(measured.shares) or 1.0
    edges = [page["left"] * POINTS_PER_MM]
    for wide, share in zip(widths, measured.shares, strict=True):
        edges.append(edges[-1] + (wide + padding + spare * share / shares) * size)
    made = Grid(
        width=page["width"] * POINTS_PER_MM,
        height=page["height"] * POINTS_PER_MM,
        top=(page["height"] - page["top"]) * POINTS_PER_MM,
        bottom=page["bottom"] * POINTS_PER_MM,
        edges=tuple(edges),
        size=size,
        row=setting["row"] * POINTS_PER_MM,
        leading=setting["leading"] * POINTS_PER_MM,
        wrapped=table["wrapped"] * POINTS_PER_MM,
        padding=table["padding"] * POINTS_PER_MM,
        centred=measured.numbers,
    )
    return made, pages, lines.count(1) / len(lines)


def set_cells(grid: Grid, values: Sequence[str], font: str) -> Cells:
    """``values`` in lines that fit their columns."""
    rooms = [
        (right - left - 2 * grid.padding) / grid.size
        for left, right in zip(grid.edges[:-1], grid.edges[1:], strict=True)
    ]
    return tuple(in_lines(value, font, room) for value, room in zip(values, rooms, strict=True))
