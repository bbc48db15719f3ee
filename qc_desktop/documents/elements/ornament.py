"""Ornament: a pale rosette behind the text, a fine rule with a diamond in its middle."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.base import Drawn, Element, flipped, ink
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.pdf.drawing import Drawing
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout

_INNER, _SWING = 35 / 53, 18 / 53
"""The circle of a rosette and how far its threads swing from it, as parts of its radius."""
_GAP, _DIAMOND = 4.5 * POINTS_PER_MM, 3.6
"""From the middle of a rule to where its lines begin, and half of the diamond's height; points."""
_LOBES, _THREADS, _TURNS = 24, 5, 6


@dataclass(frozen=True, kw_only=True, eq=False)
class Ornament(Element):
    """A rosette that fills its box, or a rule in the middle of it."""

    KIND: ClassVar[str] = "ornament"
    LAYER: ClassVar[str] = "art"

    style: str = fields.choice("rosette", "rule")
    colour: str = fields.colour("pale")

    def art(self, layout: Layout, colours: Mapping[str, str]) -> Drawn:
        """The ornament."""
        x, y, width, height = flipped(layout, self)
        middle, level, tint = x + width / 2, y + height / 2, ink(colours, self.colour)
        if self.style == "rule":
            return Drawn(_rule(middle, level, width / 2, tint))
        radius = min(width, height) / 2
        calls = drawing.stroke(tint, 0.35) + drawing.turned(f"{self.id}R", middle, level, _TURNS)
        return Drawn(calls, {f"{self.id}R": petals(radius * _INNER, radius * _SWING, _LOBES, _THREADS, _TURNS)})


def petals(radius: float, swing: float, lobes: int, threads: int, turns: int) -> Drawing:
    """What ``turns`` times around the origin is a rosette: the circle ``radius``, each thread swinging by ``swing``.

    Several lobes are drawn together: a reader takes up each part anew on every page, which costs as much as a lobe.
    """
    paths = []
    for thread in range(threads):
        shift = 2 * math.pi * thread / threads

        def point(at: float, shift: float = shift) -> tuple[float, float]:
            r = radius + swing * math.cos(lobes * at + shift)
            return r * math.cos(at), r * math.sin(at)

        paths.append(drawing.curve(point, 0.0, 2 * math.pi / turns, 4 * lobes // turns))
    reach = radius + swing
    return Drawing(b"".join(paths) + b"S\n", (-reach, -reach, reach, reach))


def _rule(x: float, y: float, far: float, colour: str) -> bytes:
    """Two lines outwards from the middle and a diamond between them."""
    pen = drawing.stroke(colour, 0.7)
    rules = pen + drawing.line(x - far, y, x - _GAP, y) + drawing.line(x + _GAP, y, x + far, y) + b"S\n"
    corners = (x - _DIAMOND, y, x, y + _DIAMOND, x + _DIAMOND, y, x, y - _DIAMOND)
    return rules + drawing.fill(colour) + b"%.2f %.2f m %.2f %.2f l %.2f %.2f l %.2f %.2f l h f\n" % corners
