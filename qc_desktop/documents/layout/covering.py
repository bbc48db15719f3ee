"""What lies over printed text, other text too: who reads the file finds it, who looks at the paper does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.composing import HALF_TYPED, lettered, paged, runs_of, values_of
from qc_desktop.documents.elements.base import ink
from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.elements.label import Label
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.layout.extents import Extent, box_of, extent, line_extent
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.domain.colours import contrast
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.slots import SlotText

if TYPE_CHECKING:
    from PIL.Image import Image

    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.scene import Text
    from qc_desktop.documents.values import Values
    from qc_desktop.domain.records import Record

MOST_HIDDEN = 0.5
"""The part of a line beyond which no reason helps: nobody could read it."""
_TOUCH = 0.5
"""What may lie over the edge of a line, in mm: glyphs do not fill their squares."""
_NEAR = 0.25
"""What two lines of text may share of the height of the smaller."""
_ORNATE = 4.0
"""How much larger than another a text is that ornaments the page."""
_WATERMARK = 3.0
"""The contrast to white paper below which a text is a watermark (WCAG 2.1, 1.4.3: large type needs as much)."""
_LEAVES = ((1, 1), (1, 2), (2, 2), (2, 3), (3, 3), (3, 4))
"""Pages, of how many, between which elements choose: first, odd, even; the last or not."""
_QUOTED = 20
_MASK = 128
"""Pixels along the longer side of a picture's mask."""


@dataclass(frozen=True)
class Cover:
    """``over`` hides so large a ``share`` of a line of ``text``, of that which it hides most of; where both are
    written, of the shorter of two lines."""

    over: Element
    text: Element
    share: float

    @property
    def key(self) -> str:
        """Under which a reason for it is kept in the layout."""
        return f"{self.over.id}/{self.text.id}"

    @property
    def is_lost(self) -> bool:
        """Whether nobody could read the line."""
        return self.share > MOST_HIDDEN

    @property
    def code(self) -> str:
        """The finding that says it."""
        if not _is_opaque(self.over):
            return "preflight.texts_lost" if self.is_lost else "preflight.texts_crossed"
        return "preflight.text_hidden" if self.is_lost else "preflight.text_covered"


def all_covers(layout: Layout, record: Record | None = None) -> list[Cover]:
    """What hides text of ``record``, else of an invented one; nothing for a layout that cannot be set."""
    most: dict[str, Cover] = {}
    try:
        pairs = _pairs(layout)
        if not pairs:
            return []
        for values in paged(values_of(record or _sample(layout), layout), layout):
            for found in _on_page(layout, values, pairs):
                if found.share > (most[found.key].share if found.key in most else 0.0):
                    most[found.key] = found
    except HALF_TYPED:
        return []
    return list(most.values())


def covered(layout: Layout, record: Record | None = None) -> list[Finding]:
    """As :func:`all_covers`, as errors; a reason takes one away, unless nobody could read the text."""
    kept = {accepted.word for accepted in layout.accepted if accepted.is_told}
    return [
        error(
            found.code,
            found.over.id,
            name=said(found.text),
            other=said(found.over),
            share=round(100 * found.share),
        )
        for found in all_covers(layout, record)
        if found.is_lost or found.key not in kept
    ]


def said(element: Element) -> str:
    """What a sentence calls ``element``: by its name, by the beginning of its words, by its id."""
    return element.name or SlotText("".join(text for text, _ in element.written())[:_QUOTED]) or element.id


@for_a_batch(16)
def _pairs(layout: Layout) -> frozenset[tuple[str, str]]:
    """Texts, with what is written or opaque above them, that could meet: without any there is nothing to be set for an
    answer."""
    elements, values = lettered(layout), values_of(_sample(layout), layout)
    found: set[tuple[str, str]] = set()
    for page, pages in _LEAVES:
        there = [one for one in elements if one.stands_on(page, pages)]
        rooms = [(one, _room(one, layout, values, first=page == 1)) for one in there]
        for place, (text, room) in enumerate(rooms):
            if any(text.written()):
                above = rooms[place + 1 :]
                found |= {(text.id, one.id) for one, other in above if _can_hide(one) and room.common(other)}
    return frozenset(found)


def _can_hide(element: Element) -> bool:
    return _is_opaque(element) or any(element.written())


def _sample(layout: Layout) -> Record:
    return {**sample_record(layout), "template": layout.sha256}


def _room(element: Element, layout: Layout, values: Values, *, first: bool) -> Extent:
    """Where ``element`` prints on its first page, or on a later one, with the lines that a longer value takes."""
    box = extent(element, layout, values)
    if isinstance(element, TextElement):
        more = element.step * (element.lines - 1)
        up = more if element.anchor == "last" else 0.0
        return Extent(box.x, box.y - up, box.width, box.height + more)
    if isinstance(element, Flow) and element.later and not first:
        return Extent(box.x, element.later, box.width, box.bottom - element.later)
    return box


def _is_opaque(element: Element) -> bool:
    """A seal is none: it belongs over the name and the date. Nor is ink, which darkens what lies below."""
    filled = isinstance(element, Frame) and bool(element.fill)
    return filled or isinstance(element, Label) or (isinstance(element, Picture) and not element.ink)


def _on_page(layout: Layout, values: Values, pairs: frozenset[tuple[str, str]]) -> Iterator[Cover]:
    met = {name for pair in pairs for name in pair}
    shown = [element for run in runs_of(layout, values) for element in run.elements if element.id in met]
    lines = {one.id: one.texts(layout, values) for one in shown}
    for place, text in enumerate(shown):
        for one in shown[place + 1 :]:
            if (text.id, one.id) in pairs:
                shares = _shares(layout, lines[text.id], one, lines[one.id])
                if share := max(shares, default=0.0):
                    yield Cover(one, text, share)


def _shares(layout: Layout, below: list[Text], over: Element, above: list[Text]) -> Iterator[float]:
    """Of each line of ``below``, how much of it ``over`` hides."""
    if _is_opaque(over):
        yield from (_hidden(line_extent(line, layout), over, layout) for line in below)
        return
    written = [(line, line_extent(line, layout)) for line in above if not _is_pale(layout, line.colour)]
    for line in below:
        place = line_extent(line, layout)
        for other, there in written:
            common = place.common(there)
            if common and not _is_pale(layout, line.colour) and _are_alike(line, other):
                yield _crossed(place, there, common)


def _crossed(line: Extent, other: Extent, common: Extent) -> float:
    """The part of the shorter of two lines that both print on."""
    least = max(_TOUCH, _NEAR * min(line.height, other.height, line.width, other.width))
    if min(common.width, common.height) <= least:
        return 0.0
    return common.width * common.height / min(line.width * line.height, other.width * other.height)


def _are_alike(line: Text, other: Text) -> bool:
    """Whether two lines would be taken for text alike: a letter as large as a hand below a sentence is an ornament."""
    return max(line.size, other.size) < _ORNATE * min(line.size, other.size)


@lru_cache(maxsize=64)
def _is_pale(layout: Layout, colour: str) -> bool:
    """Whether what is printed in ``colour`` is a watermark."""
    return all(contrast(ink(colours, colour), "#FFFFFF") < _WATERMARK for colours in layout.schemes.values())


def _hidden(line: Extent, element: Element, layout: Layout) -> float:
    """The part of ``line`` that ``element`` hides."""
    mask = _mask_of(element, layout)
    box = box_of(element)
    if isinstance(element, Picture) and mask is not None:
        box = Extent(*element.seen(mask.size))
    common = line.common(box)
    if common is None or min(common.width, common.height) <= _TOUCH:
        return 0.0
    return common.width * common.height / (line.width * line.height) * _opaque(mask, common, box)


def _opaque(mask: Image | None, common: Extent, box: Extent) -> float:
    """The part of ``common`` that is not transparent in ``box``."""
    if mask is None:
        return 1.0
    across, down = mask.width / box.width, mask.height / box.height
    left, top = int((common.x - box.x) * across), int((common.y - box.y) * down)
    right = max(left + 1, round((common.right - box.x) * across))
    bottom = max(top + 1, round((common.bottom - box.y) * down))
    histogram = mask.crop((left, top, right, bottom)).histogram()
    return histogram[255] / max(1, sum(histogram))


def _mask_of(element: Element, layout: Layout) -> Image | None:
    content = layout.resources.pictures.get(element.picture) if isinstance(element, Picture) else None
    return _mask(content) if content is not None else None


@lru_cache(maxsize=8)
def _mask(picture: bytes) -> Image:
    """Where ``picture`` is more opaque than not, small, in its shape. Raises UserError."""
    from qc_desktop.documents.pictures import opened

    image = opened(picture).getchannel("A")
    image.thumbnail((_MASK, _MASK))
    return image.point(lambda value: 255 * (value > 127))
