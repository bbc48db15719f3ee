"""What lies over printed text: who reads the file finds it, who looks at the paper does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from qc_desktop.documents.composing import lettered, paged, runs_of, values_of
from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.elements.label import Label
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.fonts.glyphs import MissingGlyphError
from qc_desktop.documents.layout.extents import Extent, extent, line_extent
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.slots import SlotText
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.values import Values
    from qc_desktop.domain.records import Record

MOST_HIDDEN = 0.5
"""The part of a line beyond which no reason helps: nobody could read it."""
_TOUCH = 0.5
"""What may lie over the edge of a line, in mm: glyphs do not fill their squares."""
_QUOTED = 20
_MASK = 128
"""Pixels along the longer side of a picture's mask."""


@dataclass(frozen=True)
class Cover:
    """``over`` hides so large a ``share`` of a line of ``text``, of that which it hides most of."""

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


def all_covers(layout: Layout, record: Record | None = None) -> list[Cover]:
    """What hides text of ``record``, else of an invented one; nothing for a layout that cannot be set."""
    most: dict[str, Cover] = {}
    try:
        if not _can_hide(layout):
            return []
        for values in paged(values_of(record or _sample(layout), layout), layout):
            for found in _on_page(layout, values):
                if found.share > (most[found.key].share if found.key in most else 0.0):
                    most[found.key] = found
    except (OverfullError, MissingGlyphError, UserError, KeyError, ValueError):  # half typed; said elsewhere
        return []
    return list(most.values())


def covered(layout: Layout, record: Record | None = None) -> list[Finding]:
    """As :func:`all_covers`, as errors; a reason takes one away, unless nobody could read the text."""
    kept = {accepted.word for accepted in layout.accepted if accepted.is_told}
    return [
        error(
            "preflight.text_hidden" if found.is_lost else "preflight.text_covered",
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


@lru_cache(maxsize=16)
def _can_hide(layout: Layout) -> bool:
    """Whether something opaque lies where a text could run to: else there is nothing to be set for an answer."""
    texts = [(place, one) for place, one in enumerate(lettered(layout)) if any(one.written())]
    values = values_of(_sample(layout), layout)
    rooms = [(place, _room(one, layout, values)) for place, one in texts]
    return any(
        place < above and room.common(_box(one))
        for above, one in enumerate(layout.elements)
        if _is_opaque(one)
        for place, room in rooms
    )


def _sample(layout: Layout) -> Record:
    return {**sample_record(layout), "template": layout.sha256}


def _box(element: Element) -> Extent:
    return Extent(element.x, element.y, element.width, element.height)


def _room(element: Element, layout: Layout, values: Values) -> Extent:
    """Where ``element`` prints, with the lines that a longer value takes."""
    box = extent(element, layout, values)
    more = element.step * (element.lines - 1) if isinstance(element, TextElement) else 0.0
    return Extent(box.x, box.y - more, box.width, box.height + 2 * more)


def _is_opaque(element: Element) -> bool:
    """A seal is none: it belongs over the name and the date. Nor is ink, which darkens what lies below."""
    filled = isinstance(element, Frame) and bool(element.fill)
    return filled or isinstance(element, Label) or (isinstance(element, Picture) and not element.ink)


def _on_page(layout: Layout, values: Values) -> Iterator[Cover]:
    shown = [element for run in runs_of(layout, values) for element in run.elements]
    for place, text in enumerate(shown):
        above = [one for one in shown[place + 1 :] if _is_opaque(one)]
        lines = [line_extent(line, layout) for line in text.texts(layout, values)] if above else []
        for one in above:
            share = max((_hidden(line, one, layout) for line in lines), default=0.0)
            if share:
                yield Cover(one, text, share)


def _hidden(line: Extent, element: Element, layout: Layout) -> float:
    """The part of ``line`` that ``element`` hides."""
    mask = _mask_of(element, layout)
    box = _box(element)
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
