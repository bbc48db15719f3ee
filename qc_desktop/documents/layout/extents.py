"""How much of the page an element takes: what a person sees of it and can take hold of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.documents.elements.line import LineElement
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.fonts.glyphs import MissingGlyphError
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.documents.values import Values

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout

ABOVE, BELOW = 0.88, 0.14
"""How far a line of Chinese reaches above and below its baseline, in ems."""
_THIN = 1.5
"""The least height of what can be taken hold of, in mm."""


@dataclass(frozen=True)
class Extent:
    """A rectangle in mm from the page's upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> Extent:
        """The same rectangle elsewhere."""
        return Extent(self.x + dx, self.y + dy, self.width, self.height)


def extent(element: Element, layout: Layout, values: Values) -> Extent:
    """Where ``element`` stands with ``values``; a text takes as many lines as it prints, at least one."""
    if isinstance(element, TextElement):
        return _of_text(element, layout, values)
    if isinstance(element, LineElement):
        return Extent(element.x, element.y, max(element.width, _THIN), max(element.height, _THIN))
    return Extent(element.x, element.y, element.width, element.height)


def _of_text(element: TextElement, layout: Layout, values: Values) -> Extent:
    em = element.size / POINTS_PER_MM
    tops, bottoms = [element.y - ABOVE * em], [element.y + BELOW * em]
    try:
        for text in element.texts(layout, values):
            baseline, own = layout.height - text.y / POINTS_PER_MM, text.size / POINTS_PER_MM
            tops.append(baseline - ABOVE * own)
            bottoms.append(baseline + BELOW * own)
    except (OverfullError, MissingGlyphError, KeyError, ValueError):  # half typed: no such variable, no such date
        bottoms.append(element.y + BELOW * em)
    return Extent(element.x, min(tops), element.width, max(bottoms) - min(tops))
