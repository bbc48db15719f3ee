"""Whether what a page prints stands on the page, and on a ground on which it can be read.

Who reads the file finds a text beyond the paper's edge, and white on white; who looks at the paper does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.composing import HALF_TYPED, paged, runs_of, values_of
from qc_desktop.documents.elements.base import ink
from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.layout.covering import said
from qc_desktop.documents.layout.extents import Extent, box_of, line_extent
from qc_desktop.documents.layout.sampling import least_record, sample_record
from qc_desktop.documents.registry import document_type
from qc_desktop.domain.colours import contrast
from qc_desktop.domain.findings import Finding, error, warning

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.scene import Text
    from qc_desktop.documents.values import Values
    from qc_desktop.domain.records import Record

LEAST_CONTRAST = 1.7
"""Of a text to what it stands on: less is swallowed by it."""
_OFF = 0.3
"""What of a line may lie beyond the edge, in mm: glyphs do not fill their squares."""


@for_a_batch(16)
def badly_placed(layout: Layout) -> tuple[Finding, ...]:
    """Texts, the label and the seal's place where a part is off the page, and texts that their ground swallows, as
    errors; of everything else what is off the page, as warnings: a band may run over the edge on purpose."""
    found: dict[tuple[str, str], Finding] = {}
    texts = [one for record in (sample_record(layout), least_record(layout)) for one in misplaced(layout, record)]
    for finding in (*texts, *_boxes(layout)):
        found.setdefault((finding.code, finding.field), finding)
    return tuple(found.values())


def misplaced(layout: Layout, record: Record) -> list[Finding]:
    """The same of the texts of ``record`` alone; nothing for what cannot be set."""
    try:
        return [
            finding
            for values in paged(values_of(record, layout), layout)
            for finding in _on_page(layout, values, [each for run in runs_of(layout, values) for each in run.elements])
        ]
    except HALF_TYPED:
        return []


def off_with(layout: Layout, record: Record) -> list[Finding]:
    """As :func:`misplaced`, for a record of which a text may be longer than the sample's: mostly there is room for
    all that it may take, and nothing needs to be set."""
    return misplaced(layout, record) if _can_leave(layout) else []


@lru_cache(maxsize=16)
def _can_leave(layout: Layout) -> bool:
    return any(_is_off(layout, _room(element)) for element in layout.elements if any(element.written()))


def _room(element: Element) -> Extent:
    """Where a text may print: with all the lines that it is allowed."""
    if isinstance(element, TextElement):
        high = element.step * element.lines
        return Extent(element.x, element.y - high, element.width, 2 * high)
    return box_of(element)


def _on_page(layout: Layout, values: Values, shown: list[Element]) -> Iterator[Finding]:
    for place, element in enumerate(shown):
        for text in element.texts(layout, values):
            yield from _line(layout, shown[:place], element, text)


def _line(layout: Layout, below: list[Element], element: Element, text: Text) -> Iterator[Finding]:
    room = line_extent(text, layout)
    if _is_off(layout, room, _OFF):
        yield error("preflight.off_page", element.id, name=said(element))
    if min(_contrasts(layout, below, room, text.colour), default=LEAST_CONTRAST) < LEAST_CONTRAST:
        yield error("preflight.text_pale", element.id, name=said(element))


def _contrasts(layout: Layout, below: list[Element], room: Extent, colour: str) -> Iterator[float]:
    """Of a line in ``room`` to the ground under its middle, in every scheme."""
    x, y = room.x + room.width / 2, room.y + room.height / 2
    grounds = [one.fill for one in below if isinstance(one, Frame) and one.fill and _holds(one, x, y)]
    for colours in layout.schemes.values():
        ground = ink(colours, grounds[-1]) if grounds else "#FFFFFF"
        yield contrast(ink(colours, colour), ground)


def _holds(one: Element, x: float, y: float) -> bool:
    return one.x <= x <= one.x + one.width and one.y <= y <= one.y + one.height


def _boxes(layout: Layout) -> Iterator[Finding]:
    needed = document_type(layout.kind).elements
    for element in layout.elements:
        if not any(element.written()) and _is_off(layout, box_of(element)):
            finding = error if element.KIND in needed else warning
            yield finding("preflight.off_page", element.id, name=said(element))


def _is_off(layout: Layout, room: Extent, spared: float = 0.01) -> bool:
    beyond = (-room.x, -room.y, room.right - layout.width, room.bottom - layout.height)
    return max(beyond) > spared
