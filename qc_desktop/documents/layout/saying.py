"""What the elements of a layout say: of some records, and of every one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.values import PHRASES, WORD, slots_of

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.elements.condition import Conditional
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.domain.records import Record

Conditions = frozenset[tuple[str, bool]]
"""Variables that must be there, or must not."""


def said(layout: Layout, elements: Iterable[Element]) -> set[str]:
    """The variables and words that ``elements`` print of a record that has all of them."""
    return set(_slots(layout, (text for element in elements for text, _ in element.written())))


def said_always(layout: Layout, known: Iterable[str]) -> set[str]:
    """What is printed of every record that has the variables ``known``, on a document of one page too.

    What stands in two places, once with a variable and once without it, is.
    """
    given = {(name, True) for name in known}
    found: dict[str, set[Conditions]] = {}
    for conditions, texts in _places(layout):
        for slot in _slots(layout, texts):
            found.setdefault(slot, set()).add(conditions - given)
    return {slot for slot, cases in found.items() if any(_is_whatever(one, cases) for one in cases)}


def stands_always(element: Element) -> bool:
    """Whether every record shows ``element``, on a document of one page too."""
    return element.stands_on(1, 1) and not element.is_conditional


def unsaid(layout: Layout, record: Record) -> list[str]:
    """What all papers of a run would say alike and ``record`` does not know: a text that says it is not printed."""
    there = said(layout, layout.elements)
    shared = (one for one in document_type(layout.kind).variables if one.fields and not one.own)
    return [one.id for one in shared if one.id in there and not record.get(one.id)]


def _slots(layout: Layout, texts: Iterable[str]) -> Iterator[str]:
    for slot in (slot for text in texts for slot in slots_of(text)):
        yield slot
        if slot.startswith(WORD):
            yield from slots_of(layout.words[slot.removeprefix(WORD)])
        if slot.startswith(PHRASES):
            yield from (name for line in layout.phrases[slot.removeprefix(PHRASES)] for name in slots_of(line))


def _places(layout: Layout) -> Iterator[tuple[Conditions, list[str]]]:
    """The texts of a document of one page, with the conditions under which they are printed."""
    for element in layout.elements:
        if not element.stands_on(1, 1):
            continue
        if isinstance(element, Flow):
            for part in element.part:
                yield _conditions(element) | _conditions(part), [*part.text, *part.short]
        else:
            yield _conditions(element), [text for text, _ in element.written()]


def _conditions(made: Conditional) -> Conditions:
    named = ((made.only_with, True), (made.only_without, False))
    return frozenset((name, there) for name, there in named if name)


def _is_whatever(one: Conditions, cases: set[Conditions]) -> bool:
    return not one or (len(one) == 1 and frozenset((name, not there) for name, there in one) in cases)
