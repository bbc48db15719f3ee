"""A layout changed: its text and hash follow what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from qc_desktop.documents.layout.forms import form_of
from qc_desktop.documents.layout.reading import fingerprint

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Design, Layout

    D = TypeVar("D", bound=Design)


def changed(layout: D, **changes: Any) -> D:
    """``layout`` with other values; whether it can be used is its form's to say."""
    made: Any = replace(layout, **changes)  # type: ignore[type-var]
    source = form_of(made).tables(made)
    found: D = replace(made, text=written(source), sha256=fingerprint(source))
    return found


def layout_text(layout: Design) -> str:
    """``layout`` as TOML; :func:`~.reading.parse_design` reads the same layout from it."""
    return written(form_of(layout).tables(layout))


def written(source: Mapping[str, Any]) -> str:
    """The tables of a layout as text."""
    import tomli_w

    return tomli_w.dumps(source, indent=2)


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
