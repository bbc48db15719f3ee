"""A table: a row for each item of the lists that its columns name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.base import Element, flipped, ink
from qc_desktop.documents.elements.style import Style
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.scene import Spot, Text, fit_block, put
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.values import Value, Values

_PADDING = 1.2
"""Between a column's edge and its text, in mm."""
_RAISED = 0.36
"""From the baseline to the middle of a line, in ems."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Column:
    """A column as wide as its ``share`` of all; ``text`` is one variable, a list or a value for every row."""

    title: str = ""
    text: str = ""
    share: float = fields.mm(1.0, 0.05, 100.0)
    align: str = fields.choice("left", "centre", "right")


@dataclass(frozen=True, kw_only=True, eq=False)
class Table(Element):
    """Rows of equal height from the top of the box; where they are too many they and their type shrink together.

    A cell that is too long shrinks to ``smallest`` and then takes up to ``lines`` lines.
    """

    KIND: ClassVar[str] = "table"

    column: tuple[Column, ...] = field(default=(), metadata={"of": Column})
    font: str = fields.font()
    heading_font: str = fields.font("serif_bold")
    size: float = fields.points(10.5, 3.0)
    smallest: float = fields.points(7.0)
    lines: int = fields.count(2, 1, 4)
    row: float = fields.mm(7.0, 2.0, 60.0)
    colour: str = fields.colour("ink")
    rule: str = fields.colour("main")

    def written(self) -> Iterator[tuple[str, str]]:
        """The texts of its columns."""
        return ((column.text, self.font) for column in self.column)

    def headings(self) -> Iterator[str]:
        """The titles of its columns."""
        return (column.title for column in self.column)

    def texts(self, layout: Layout, values: Values) -> list[Text]:
        """Headings and cells. Raises OverfullError."""
        rows = self._rows(values)
        if not rows:
            return []
        high = self._height(len(rows))
        headings = self._row(layout, [column.title for column in self.column], 0, high, self.heading_font)
        cells = (self._row(layout, row, number, high, self.font) for number, row in enumerate(rows, 1))
        return [*headings, *(text for row in cells for text in row)]

    def rules(self, layout: Layout, values: Values, colours: Mapping[str, str]) -> bytes:
        """Lines between the rows and around them all."""
        rows = self._rows(values)
        if not rows:
            return b""
        x, y, width, height = flipped(layout, self)
        step = self._height(len(rows)) * POINTS_PER_MM
        levels = [y + height - step * number for number in range(len(rows) + 2)]
        inner = b"".join(drawing.line(x, level, x + width, level) for level in levels[1:-1])
        pen = drawing.stroke(ink(colours, self.rule), 0.4)
        box = drawing.rectangle(x, levels[-1], width, levels[0] - levels[-1])
        return pen + inner + b"S\n" + drawing.stroke(ink(colours, self.rule), 0.9) + box + b"S\n"

    def _rows(self, values: Values) -> list[list[str]]:
        """The cells, row by row; a list that is shorter than others leaves its last ones empty."""
        found = [values[column.text.strip("{}")] if column.text else "" for column in self.column]
        most = max((len(value) for value in found if not isinstance(value, str)), default=0)
        return [[_cell(value, place) for value in found] for place in range(most)]

    def _height(self, rows: int) -> float:
        """The height of a row in mm. Raises OverfullError where even small type would not fit."""
        high = min(self.row, self.height / (rows + 1))
        if high * POINTS_PER_MM < self.smallest * 1.15:
            raise OverfullError(self.id, str(rows))
        return high

    def _row(self, layout: Layout, cells: list[str], number: int, high: float, face: str) -> Iterator[Text]:
        total = sum(column.share for column in self.column)
        edges = list(accumulate((self.width * column.share / total for column in self.column), initial=self.x))
        middle = self.y + (number + 0.5) * high
        size = min(self.size, max(self.smallest, high * POINTS_PER_MM / 1.5))
        for column, left, right, cell in zip(self.column, edges, edges[1:], cells, strict=False):
            lines = max(1, min(self.lines, int(high * POINTS_PER_MM / (self.smallest * 1.15))))
            style = Style(
                font=face, size=size, smallest=self.smallest, lines=lines, align=column.align, colour=self.colour
            )
            yield from _centred(layout, style, Spot(left + _PADDING, middle, right - left - 2 * _PADDING, 0.0), cell)


def _cell(value: Value, place: int) -> str:
    if isinstance(value, str):
        return value
    return value[place] if place < len(value) else ""


def _centred(layout: Layout, style: Style, spot: Spot, cell: str) -> list[Text]:
    """The lines of ``cell`` around the height ``spot.y``."""
    if not cell:
        return []
    block = fit_block(style, spot.width, cell, "cell")
    step = block.size * 1.2 / POINTS_PER_MM
    first = spot.y + _RAISED * block.size / POINTS_PER_MM - (len(block.lines) - 1) * step / 2
    return put(layout, style, spot._replace(y=first, step=step), block, shared=False)
