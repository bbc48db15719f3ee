"""A layout changed: its text and hash follow what it holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.layout.reading import fingerprint
from qc_desktop.documents.layout.writing import layout_text, source_of

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout


def changed(layout: Layout, **changes: Any) -> Layout:
    """``layout`` with other values; whether it can be used is :func:`~.checking.check_layout`'s to say."""
    made = replace(layout, **changes)
    return replace(made, text=layout_text(made), sha256=fingerprint(source_of(made)))


def with_element(layout: Layout, name: str, element: Element) -> Layout:
    """``layout`` with ``element`` in the place of the one called ``name``."""
    return changed(layout, elements=tuple(element if one.id == name else one for one in layout.elements))


def without_element(layout: Layout, name: str) -> Layout:
    """``layout`` without the element called ``name``."""
    return changed(layout, elements=tuple(one for one in layout.elements if one.id != name))


def raised(layout: Layout, name: str, steps: int) -> Layout:
    """``layout`` with the element called ``name`` so many places higher (negative: lower)."""
    elements = list(layout.elements)
    place = next(number for number, one in enumerate(elements) if one.id == name)
    moving = elements.pop(place)
    elements.insert(min(max(0, place + steps), len(elements)), moving)
    return changed(layout, elements=tuple(elements))


def free_name(layout: Layout, kind: str) -> str:
    """A name for a new element of ``kind`` that no other has."""
    taken = {one.id for one in layout.elements}
    return next(name for name in (f"{kind}{number}" for number in range(1, len(taken) + 2)) if name not in taken)
