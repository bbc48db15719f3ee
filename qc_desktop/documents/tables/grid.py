"""Printed tables: which way round the page lies, and how wide the columns are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from qc_desktop.documents.fonts.glyphs import spec_of
from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.documents.tables.cells import in_lines, width
from qc_desktop.domain.column_widths import Column, asked, fitted, least_of, lines_of

HEADING_FONT, CELL_FONT = "serif_bold", "serif"
Cells = tuple[tuple[str, ...], ...]
"""The lines of each cell of a row."""
_SINGLE = 0.9
_ROUNDING = 0.02


@dataclass(frozen=True)
class Grid:
    """A table's page and columns, in points; ``centred`` are the columns of numbers, the fonts are specs."""

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
    heading_font: str
    cell_font: str

    def high(self, cells: Cells) -> float:
        """The height of a row."""
        return _high(max(1, *map(len, cells)), self.row, self.leading, self.wrapped)

    def within(self, room: float) -> int:
        """How many lines of a row ``room`` holds."""
        return max(0, int((room - self.row - self.wrapped) / self.leading + 1.001))


def _high(lines: int, row: float, leading: float, wrapped: float) -> float:
    return row + (lines - 1) * leading + (wrapped if lines > 1 else 0.0)


def grid(
    settings: Mapping[str, Any],
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[str]],
    fonts: Mapping[str, str],
) -> Grid:
    """The first setting in which nearly every row takes one line, else that of the fewest pages.

    ``fonts`` are an office's specs by font name.
    """
    used = spec_of(HEADING_FONT, fonts), spec_of(CELL_FONT, fonts)
    asking = _asking(columns, rows, used)
    shares = [share if column.filled else 0.0 for (_, share), column in zip(columns, asking, strict=True)]
    tried = [_tried(settings, setting, asking, shares, used) for setting in settings["setting"]]
    plain = next((found for found, _, single in tried if single >= _SINGLE), None)
    return plain or min(tried, key=lambda one: one[1])[0]


def _asking(
    columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]], fonts: tuple[str, str]
) -> list[Column]:
    heading, cell = fonts
    return [
        asked(width(title, heading), values, partial(width, font=cell))
        for (title, _), values in zip(columns, zip(*rows, strict=True), strict=True)
    ]


def _tried(
    settings: Mapping[str, Any],
    setting: Mapping[str, Any],
    asking: Sequence[Column],
    shares: Sequence[float],
    fonts: tuple[str, str],
) -> tuple[Grid, float, float]:
    """A grid, about how many pages it takes, and the part of its rows that stand on one line."""
    page, table, size = settings[setting["page"]], settings["table"], setting["size"]
    em = size / POINTS_PER_MM
    padding = 2 * table["padding"] / em + _ROUNDING
    room = (page["width"] - page["left"] - page["right"]) / em - padding * len(asking)
    cells = [column.cells for column in asking]
    widths = fitted(cells, least_of(asking, room), room)
    lines = lines_of(cells, widths)
    high = sum(_high(count, setting["row"], setting["leading"], table["wrapped"]) for count in lines)
    pages = high / (page["height"] - page["top"] - page["bottom"] - table["heading"])
    spare, whole = max(0.0, room - sum(widths)), sum(shares) or 1.0
    edges = [page["left"] * POINTS_PER_MM]
    for wide, share in zip(widths, shares, strict=True):
        edges.append(edges[-1] + (wide + padding + spare * share / whole) * size)
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
        centred=tuple(column.coded for column in asking),
        heading_font=fonts[0],
        cell_font=fonts[1],
    )
    return made, pages, lines.count(1) / len(lines)


def set_cells(grid: Grid, values: Sequence[str], font: str) -> Cells:
    """``values`` in lines that fit their columns."""
    rooms = [
        (right - left - 2 * grid.padding) / grid.size
        for left, right in zip(grid.edges[:-1], grid.edges[1:], strict=True)
    ]
    return tuple(in_lines(value, font, room) for value, room in zip(values, rooms, strict=True))
