"""What a page prints of its own: texts for the check of its wording, pictures by their hash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.values import WORD
from qc_desktop.domain.slots import SLOT

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout

LOCKED = ("scope",)
"""Words of a layout that nobody edits: they say what a certificate is not."""


def printed_texts(layout: Layout) -> Iterator[str]:
    """Every text that a layout prints of its own, the locked ones apart."""
    yield from (text for name, text in layout.words.items() if name not in LOCKED)
    yield from ("".join(phrases) for phrases in layout.phrases.values())
    for element in layout.elements:
        yield from _as_printed(layout, element)


def _as_printed(layout: Layout, element: Element) -> Iterator[str]:
    """The element's texts one after the other, its words put in and its variables left out; and each by itself."""
    alone = [text for text, _ in element.written()] + list(element.headings())
    yield "".join(own_words(layout, text) for text in alone)
    yield from alone


def own_words(layout: Layout, text: str) -> str:
    """``text`` with the layout's words put in, its variables left out; empty for the locked sentence."""
    if f"{{{WORD}{LOCKED[0]}}}" in text:
        return ""
    return SLOT.sub(lambda slot: layout.words.get(slot[1].removeprefix(WORD), ""), text)


def named_pictures(layout: Layout) -> tuple[str, ...]:
    """The pictures that ``layout`` asks for, by SHA-256."""
    used = [picture.picture for picture in layout.of(Picture) if picture.picture]
    if layout.background and layout.background.picture:
        used.append(layout.background.picture)
    return tuple(dict.fromkeys(used))
