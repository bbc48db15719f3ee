"""正文: parts stacked in a region, shrunk together until they fit it, or going on overleaf."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.base import Element, ink
from qc_desktop.documents.elements.paging import Piece, Placed, spread
from qc_desktop.documents.elements.part import Part, Region, Stacked
from qc_desktop.documents.elements.parts import stacked
from qc_desktop.documents.elements.style import FIRST_BASELINE
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.scene import Text, lowered
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.values import Values

_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
_RULE_DROP, _RULE_WEIGHT = 0.32, 0.5
"""A line to write on lies so far below the baseline, in ems of its row; its weight in points."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Flow(Element):
    """Parts one below the other between top and bottom.

    They *shrink* until they fit, and the room they leave is shared out over their gaps; or they keep their size and go
    on over as many *pages* as they take, on which they begin at ``later`` (0: where they do on the first), or are
    refused where one page does not hold them.
    """

    KIND: ClassVar[str] = "flow"

    overflow: str = fields.choice("shrink", "pages", "refuse")
    later: float = fields.mm()
    part: tuple[Part, ...] = field(default=(), metadata={"of": Part})

    def written(self) -> Iterator[tuple[str, str]]:
        """The texts of its parts."""
        return ((text, part.font) for part in self.part for text in (*part.text, *part.short))

    def texts(self, layout: Layout, values: Values) -> list[Text]:
        """Its lines on the page that ``values`` are for.

        Raises OverfullError, naming the longest part, where the smallest sizes, or a whole page, do not hold it.
        """
        return [text for placed in self._placed(layout, values) for text in _texts(layout, placed, self._top(values))]

    def rules(self, layout: Layout, values: Values, colours: Mapping[str, str]) -> bytes:
        """The lines to write on."""
        if not any(part.set == "fill" for part in self.part):
            return b""
        lines = [
            drawing.stroke(ink(colours, colour), _RULE_WEIGHT) + drawing.line(left, y, right, y) + b"S\n"
            for placed in self._placed(layout, values)
            for left, right, y, colour in _rules(layout, placed, self._top(values))
        ]
        return b"".join(lines)

    def spread(self, layout: Layout, values: Values) -> list[list[Placed]]:
        """Its parts over their pages; found once a record. Raises OverfullError."""
        if self.id not in values.kept:
            made = ((part, stacked(layout, part, self._region, values, 1.0)) for part in self._said(values))
            blocks = [(part.keep, block) for part, block in made if block is not None]
            later = self.y + self.height - (self.later or self.y)
            try:
                values.kept[self.id] = spread(blocks, self.height, later)
            except ValueError as problem:
                raise self._overfull(values) from problem
        found: list[list[Placed]] = values.kept[self.id]
        return found

    @property
    def _region(self) -> Region:
        return Region(self.x, self.width)

    def _said(self, values: Values) -> list[Part]:
        return [part for part in self.part if part.holds(values)]

    def _top(self, values: Values) -> float:
        return self.later or self.y if self.overflow == "pages" and values.facts.page > 1 else self.y

    def _placed(self, layout: Layout, values: Values) -> list[Placed]:
        if self.overflow == "shrink":
            return self._shrunk(layout, values)
        pages = self.spread(layout, values)
        if self.overflow == "refuse" and len(pages) > 1:
            raise self._overfull(values)
        return pages[values.facts.page - 1] if values.facts.page <= len(pages) else []

    def _shrunk(self, layout: Layout, values: Values) -> list[Placed]:
        for scale in _SCALES:
            made = [stacked(layout, part, self._region, values, scale) for part in self._said(values)]
            blocks = [block for block in made if block is not None]
            if sum(block.high for block in blocks) <= self.height:
                return self._stack(blocks)
        raise self._overfull(values)

    def _overfull(self, values: Values) -> OverfullError:
        said = {part.id: _said(part, values) for part in self._said(values)}
        longest = max(said, key=lambda name: len(said[name]))
        return OverfullError(longest, said[longest])

    def _stack(self, blocks: list[Stacked]) -> list[Placed]:
        spare = self.height - sum(block.high for block in blocks)
        stretch = 1 + spare / (sum(block.gap for block in blocks) or 1.0)
        top, placed = 0.0, []
        for block in blocks:
            top += block.gap * stretch
            placed.append(Placed(Piece(block, 0, block.rows), top))
            top += block.leading * block.rows
        return placed


def _texts(layout: Layout, placed: Placed, region_top: float) -> list[Text]:
    piece, top = placed.piece, region_top + placed.top
    block = piece.block
    down = top + (FIRST_BASELINE - piece.first) * block.leading
    if piece.first == 0 and piece.last == block.rows:
        return lowered(block.texts, down)
    return lowered((text for text in block.texts if piece.first <= _row(layout, block, text) < piece.last), down)


def _row(layout: Layout, block: Stacked, text: Text) -> int:
    return round((layout.height * POINTS_PER_MM - text.y) / (block.leading * POINTS_PER_MM))


def _rules(layout: Layout, placed: Placed, region_top: float) -> Iterator[tuple[float, float, float, str]]:
    """Left and right end, height and colour of the lines to write on, in points."""
    piece, k = placed.piece, POINTS_PER_MM
    for row, left, right, colour in piece.block.rules:
        if piece.first <= row < piece.last:
            below = (row - piece.first + FIRST_BASELINE) * piece.block.leading + _RULE_DROP * piece.block.leading / 2
            yield left * k, right * k, (layout.height - region_top - placed.top - below) * k, colour


def _said(part: Part, values: Values) -> str:
    return "".join(line for line, _ in values.lines(part.text))
