"""A frame with straight or round corners, filled or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.base import Drawn, Element, flipped, ink
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout


@dataclass(frozen=True, kw_only=True, eq=False)
class Frame(Element):
    """A rectangle; without a ``fill`` what lies below shows through, with ``weight`` 0 it has no line."""

    KIND: ClassVar[str] = "frame"
    LAYER: ClassVar[str] = "art"

    weight: float = fields.points(0.7, 0.0, 20.0)
    colour: str = fields.colour("ink")
    fill: str = fields.colour("")
    radius: float = fields.mm(0.0, 0.0, 50.0)

    def art(self, layout: Layout, colours: Mapping[str, str]) -> Drawn:
        """The frame."""
        x, y, width, height = flipped(layout, self)
        radius = min(self.radius * POINTS_PER_MM, width / 2, height / 2)
        path = drawing.rounded(x, y, width, height, radius) if radius else drawing.rectangle(x, y, width, height)
        pen = drawing.stroke(ink(colours, self.colour), self.weight) if self.weight else b""
        ground = drawing.fill(ink(colours, self.fill)) if self.fill else b""
        paint = {(True, True): b"B\n", (True, False): b"S\n", (False, True): b"f\n", (False, False): b"n\n"}
        return Drawn(pen + ground + path + paint[bool(self.weight), bool(self.fill)])
