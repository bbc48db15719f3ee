"""What a page says as its title, and what stands on it by itself as a heading does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.layout.printed import own_words
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.types import CERTIFICATE
from qc_desktop.documents.values import PHRASES, WORD, slots_of
from qc_desktop.domain.claims import is_national, speaks_for_all
from qc_desktop.domain.findings import Finding, warning
from qc_desktop.domain.slots import SlotText
from qc_desktop.domain.spelling import BREAK, GAPS, spelled

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout

TITLE = "title"
_TITLES = frozenset({TITLE, WORD + TITLE})


def national_texts(layout: Layout) -> Iterator[str]:
    """Titles as they are printed that carry 全国 or the like; of a certificate headings too.

    A sentence may say so, as may what a variable stands for: neither names the document.
    """
    title = layout.words.get(TITLE, "")
    if is_national(title):
        yield title
    certifies = document_type(layout.kind).group == CERTIFICATE
    for texts in (texts for element in layout.elements for texts in _groups(element)):
        lines = [own_words(layout, line) for text in texts for line in _lines(layout, text)]
        printed = "".join(lines)
        if any(_TITLES.intersection(slots_of(text)) for text in texts):
            yield from (printed,) if is_national(printed) else ()
        elif certifies:
            yield from (text for text in (*lines, printed) if not _is_sentence(text) and speaks_for_all(text))


def beside_title(layout: Layout) -> Iterator[Finding]:
    """Words of its own that a certificate prints in one text with its title: its record does not know them."""
    if document_type(layout.kind).group != CERTIFICATE:
        return
    for element in layout.elements:
        for text, _ in element.written():
            if TITLE in slots_of(text) and not _is_sentence(text) and spelled(text).letters.strip(BREAK + GAPS):
                yield warning("layout.title_added", element.id, name=element.called, text=SlotText(text))


def _groups(element: Element) -> Iterator[tuple[str, ...]]:
    """Texts that are read together."""
    if isinstance(element, Flow):
        yield from (texts for part in element.part for texts in (part.text, part.short))
    else:
        yield tuple(text for text, _ in element.written())
    yield tuple(element.headings())


def _lines(layout: Layout, text: str) -> tuple[str, ...]:
    named = slots_of(text)
    if len(named) == 1 and named[0].startswith(PHRASES):
        return layout.phrases[named[0].removeprefix(PHRASES)]
    return (text,)


def _is_sentence(text: str) -> bool:
    """Whether ``text`` is running text, and no heading with a dot behind it."""
    return "。" in text.rstrip("。") or ("。" in text and "，" in text)
