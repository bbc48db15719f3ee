"""Where on a page there is room for something new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qc_desktop.documents.composing import HALF_TYPED
from qc_desktop.documents.elements.border import Border
from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.layout.extents import Extent, extent, line_extent

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.values import Values

_STEP = 4.0
_EDGE = 12.0
"""Nothing new begins nearer to the edge of the page, in mm."""
_GAP = 1.0


def free_place(layout: Layout, elements: tuple[Element, ...], values: Values, box: Extent) -> Extent:
    """``box`` moved to the nearest place where nothing is printed; where there is none it stays."""
    taken = [one for element in elements for one in _taken(element, layout, values)]
    places = [box, *_places(layout, box)]
    free = (one for one in places if not any(_wide(one).common(other) for other in taken))
    return min(free, key=lambda one: abs(one.x - box.x) + abs(one.y - box.y), default=box)


def _places(layout: Layout, box: Extent) -> Iterator[Extent]:
    across, down = layout.width - box.width - 2 * _EDGE, layout.height - box.height - 2 * _EDGE
    for column in range(int(across / _STEP) + 1):
        for row in range(int(down / _STEP) + 1):
            yield Extent(_EDGE + column * _STEP, _EDGE + row * _STEP, box.width, box.height)


def _wide(box: Extent) -> Extent:
    return Extent(box.x - _GAP, box.y - _GAP, box.width + 2 * _GAP, box.height + 2 * _GAP)


def _taken(element: Element, layout: Layout, values: Values) -> list[Extent]:
    """What ``element`` prints on; a border and a frame have room inside."""
    if isinstance(element, Border | Frame):
        return []
    try:
        if any(element.written()):
            return [line_extent(line, layout) for line in element.texts(layout, values)]
    except HALF_TYPED:
        pass
    return [extent(element, layout, values)]
