"""Braces that no variable stands in: they would be printed as they are, where somebody spoiled one in typing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.layout.model import Layout
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.values import PHRASES, WORD
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.slots import BRACES, SLOT, SlotName, SlotText, around, first_brace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qc_desktop.documents.layout.model import Design
    from qc_desktop.documents.types import DocumentType

_MEANT = re.compile(rf"[{re.escape(BRACES[::2])}]\s*([a-z_]+)\s*([:：]\s*date)?")
_CALLED = 40
"""Characters of a text that stand for its name."""


class _Written(NamedTuple):
    """A text: its place (``words.NAME``, ``phrases.NAME``, the id of an element or part), what that is called, and
    which variables it may name (None: any)."""

    place: str
    called: str
    text: str
    slots: Iterable[str] | None


def stray_braces(layout: Design) -> Iterator[Finding]:
    """An error for each text of ``layout`` with a brace that belongs to no variable that may stand there."""
    known = document_type(layout.kind)
    for one in _texts(layout, known):
        place = first_brace(SLOT.sub(partial(_masked, one.slots), one.text))
        if place is not None:
            quoted = around(one.text, place)
            code = "layout.brace" if one.slots is None or any(one.slots) else "layout.brace_plain"
            example = _example(known, one, place)
            yield error(code, one.place, one.text, name=one.called, text=SlotText(quoted), example=example)


def _masked(allowed: Iterable[str] | None, slot: re.Match[str]) -> str:
    return "·" * len(slot[0]) if allowed is None or slot[1] in allowed else slot[0]


def _texts(layout: Design, known: DocumentType) -> Iterator[_Written]:
    for name, text in layout.words.items():
        yield _Written(f"words.{name}", SlotName(WORD + known.called(name)), text, known.word_slots.get(name))
    for name, lines in layout.phrases.items():
        yield from (_Written(f"phrases.{name}", SlotName(PHRASES + name), line, None) for line in lines)
    if isinstance(layout, Layout):
        yield from _on_page(layout)


def _on_page(layout: Layout) -> Iterator[_Written]:
    for element in layout.elements:
        if isinstance(element, Flow):
            for part in element.part:
                called = _called(part.name, part.text, part.id)
                yield from (_Written(part.id, called, text, None) for text in (*part.text, *part.short))
            continue
        texts = [text for text, _ in element.written()]
        called = _called(element.name, texts, element.id)
        yield from (_Written(element.id, called, text, None) for text in texts)
        yield from (_Written(element.id, called, text, ()) for text in element.headings())


def _called(name: str, texts: Iterable[str], fallback: str) -> str:
    return name or SlotText("".join(texts)[:_CALLED]) or fallback


def _example(known: DocumentType, one: _Written, place: int) -> str:
    """How a variable is written: the one that was meant where one can tell, else the first that may stand there."""
    own = known.phrase_slots.get(one.place.removeprefix(PHRASES), {}) if one.place.startswith(PHRASES) else {}
    names = tuple(one.slots or own or known.by_name)
    meant = _MEANT.match(one.text, place)
    if meant and meant[1] in names:
        return f"{{{meant[1]}{':date' if meant[2] else ''}}}"
    return SlotText(f"{{{next(iter(names), '')}}}")
