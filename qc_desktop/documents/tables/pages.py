"""Pages of a printed table: which rows stand on each, and how heading, rows, hairlines and foot are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.scene import Text
from qc_desktop.documents.tables.grid import set_cells
from qc_desktop.documents.typesetting import set_line

if TYPE_CHECKING:
    from qc_desktop.documents.book import Book
    from qc_desktop.documents.tables.grid import Cells, Grid

INK = {"ink": "#000000"}
_FEWEST = 4
"""Lines of a divided row that stand together."""
_RAISED = 0.36
"""From the baseline to the middle of a line, in ems."""


@dataclass(frozen=True)
class Head:
    """Title and subtitle; ``depth`` points below the top of the type area the table begins."""

    texts: tuple[Text, ...]
    depth: float


@dataclass(frozen=True)
class Row:
    """A row, or a part of one that is higher than a page; ``begins`` is false for what continues a row."""

    cells: Cells
    begins: bool


class Flow:
    """Gives every row its page, so that a page can say how many there are."""

    def __init__(self, layout: Grid, heading: float, depth: float) -> None:
        self._layout = layout
        self._whole = layout.top - heading * POINTS_PER_MM - layout.bottom
        self._room = self._whole - depth
        self.pages: list[list[Row]] = [[]]

    def add(self, cells: Cells, begins: bool = True) -> None:
        """Puts a row below the last, or on a new page where it does not fit; a very high one goes on overleaf."""
        high = self._layout.high(cells)
        if high <= self._room + 0.01:
            self.pages[-1].append(Row(cells, begins))
            self._room -= high
            return
        here = self._layout.within(self._room) if high > self._whole / 4 else 0
        if here >= _FEWEST:
            self.pages[-1].append(Row(tuple(cell[:here] for cell in cells), begins))
            cells, begins = tuple(cell[here:] for cell in cells), False
        self.pages.append([])
        self._room = self._whole
        self.add(cells, begins)


class Sheets:
    """Draws pages: heading, rows, hairlines, and at the foot the page's number and the title."""

    def __init__(
        self, settings: Mapping[str, Any], layout: Grid, headings: Sequence[str], title: str, pages: int
    ) -> None:
        self._settings, self._layout, self._title, self._pages = settings, layout, title, pages
        self._table = settings["table"]
        self._headings = set_cells(layout, headings, layout.heading_font)

    def page(self, book: Book, number: int, rows: Sequence[Row], head: Head) -> bytes:
        """The operators of page ``number``."""
        return self.table(book, rows, head) + book.texts(self._foot(number), INK)

    def table(self, book: Book, rows: Sequence[Row], head: Head) -> bytes:
        """The operators of a page without its foot."""
        layout = self._layout
        at = layout.top - head.depth
        below = at - self._table["heading"] * POINTS_PER_MM
        texts = [*head.texts, *self._cells(self._headings, (at + below) / 2, layout.heading_font)]
        rules = [self._rule(at, "outer", "ink"), self._rule(below, "inner", "ink")]
        for place, row in enumerate(rows):
            at, below = below, below - layout.high(row.cells)
            texts += self._cells(row.cells, (at + below) / 2, layout.cell_font)
            if place and row.begins:
                rules.append(self._rule(at, "hair", "grey"))
        rules.append(self._rule(below, "outer", "ink"))
        return b"".join(rules) + book.texts(texts, INK)

    def _rule(self, y: float, weight: str, colour: str) -> bytes:
        set_up = drawing.stroke(self._table[colour], self._table[weight])
        return set_up + drawing.line(self._layout.edges[0], y, self._layout.edges[-1], y) + b"S\n"

    def _cells(self, cells: Cells, middle: float, font: str) -> Iterator[Text]:
        """The lines of a row around the height ``middle``; headings and numbers in the middle of their columns."""
        layout = self._layout
        size, leading = layout.size, layout.leading
        edges = zip(layout.edges[:-1], layout.edges[1:], layout.centred, strict=True)
        for (left, right, centred), lines in zip(edges, cells, strict=True):
            first = middle + (len(lines) - 1) * leading / 2 - _RAISED * size
            for number, words in enumerate(lines):
                line = set_line(words, font)
                x = (left + right - line.width * size) / 2 if centred else left + layout.padding
                yield Text(line, round(x + line.lead * size, 2), round(first - number * leading, 2), size, "ink", False)

    def _foot(self, number: int) -> Iterator[Text]:
        """The number at the outer edge, one character in (7.5); from the second page on the title at the other."""
        style, layout = self._settings["foot"], self._layout
        line = set_line(self._settings["words"]["page"].format(page=number, pages=self._pages), layout.cell_font)
        size, wide = style["size"], line.width * style["size"]
        y = layout.bottom - style["drop"] * POINTS_PER_MM
        near, far = layout.edges[0] + size, layout.edges[-1] - size
        odd = number % 2 == 1
        yield Text(line, far - wide if odd else near, y, size, "ink", False)
        name = set_line(self._title, layout.cell_font)
        room = name.width * style["title"]
        if number > 1 and room < far - near - wide - 2 * size:
            x = near if odd else far - room
            yield Text(name, x + name.lead * style["title"], y, style["title"], "ink", False)
