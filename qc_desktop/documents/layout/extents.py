"""How much of the page an element takes: what a person sees of it and can take hold of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.documents.composing import HALF_TYPED
from qc_desktop.documents.elements.line import LineElement
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.documents.values import Values

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.scene import Text

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

    def common(self, other: Extent) -> Extent | None:
        """What both take; None where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        width, height = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Extent(x, y, width, height) if width > 0 and height > 0 else None


def box_of(element: Element) -> Extent:
    """What ``element`` was given, whatever it prints there."""
    return Extent(element.x, element.y, element.width, element.height)


def extent(element: Element, layout: Layout, values: Values) -> Extent:
    """Where ``element`` stands with ``values``; a text takes as many lines as it prints, at least one."""
    if isinstance(element, TextElement):
        return _of_text(element, layout, values)
    if isinstance(element, LineElement):
        return Extent(element.x, element.y, max(element.width, _THIN), max(element.height, _THIN))
    return box_of(element)


def line_extent(text: Text, layout: Layout) -> Extent:
    """The room of one printed line, from its first character to its last."""
    long, above, below = (part * text.size / POINTS_PER_MM for part in (text.line.width, ABOVE, BELOW))
    x, baseline = text.x / POINTS_PER_MM, layout.height - text.y / POINTS_PER_MM
    if text.turned:
        return Extent(x - below, baseline, above + below, long)
    return Extent(x, baseline - above, long, above + below)


def _of_text(element: TextElement, layout: Layout, values: Values) -> Extent:
    em = element.size / POINTS_PER_MM
    tops, bottoms = [element.y - ABOVE * em], [element.y + BELOW * em]
    try:
        for text in element.texts(layout, values):
            baseline, own = layout.height - text.y / POINTS_PER_MM, text.size / POINTS_PER_MM
            tops.append(baseline - ABOVE * own)
            bottoms.append(baseline + BELOW * own)
    except HALF_TYPED:
        bottoms.append(element.y + BELOW * em)
    return Extent(element.x, min(tops), element.width, max(bottoms) - min(tops))
