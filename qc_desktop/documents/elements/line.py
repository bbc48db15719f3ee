"""A straight line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.base import Drawn, Element, flipped, ink
from qc_desktop.documents.pdf import drawing

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout

DASHES = {"solid": b"[] 0 d ", "dashed": b"[4 3] 0 d ", "dotted": b"[1 2] 0 d "}


@dataclass(frozen=True, kw_only=True, eq=False)
class LineElement(Element):
    """A line from its upper left to its lower right corner: level without a height, upright without a width."""

    KIND: ClassVar[str] = "line"
    LAYER: ClassVar[str] = "art"

    weight: float = fields.points(0.7, 0.1, 20.0)
    colour: str = fields.colour("ink")
    dash: str = fields.choice("solid", "dashed", "dotted")

    def art(self, layout: Layout, colours: Mapping[str, str]) -> Drawn:
        """The line."""
        x, y, width, height = flipped(layout, self)
        pen = drawing.stroke(ink(colours, self.colour), self.weight)
        return Drawn(b"q " + DASHES[self.dash] + pen + drawing.line(x, y + height, x + width, y) + b"S Q\n")
