"""A page put together: what lies on it, in which order, and the texts of a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.fonts.glyphs import MissingGlyphError, spec_of
from qc_desktop.documents.pdf.drawing import Drawing
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.documents.values import Facts, Values, spelled_out
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.scene import Text
    from qc_desktop.domain.records import Record

ART, TEXT, PICTURE, SEAL, LABEL = "art", "text", "picture", "seal", "label"
"""The layers of elements."""

HALF_TYPED = (OverfullError, MissingGlyphError, UserError, KeyError, ValueError)
"""What setting a layout raises while it is being typed: no such variable, no such date, no room; said elsewhere."""


@dataclass(frozen=True, eq=False)
class Run:
    """Neighbours on the page that are drawn together."""

    layer: str
    elements: tuple[Element, ...]


@lru_cache(maxsize=16)
def lettered(layout: Layout) -> tuple[Element, ...]:
    """The elements, their fonts named as the fonts at hand are. Raises UserError for an added font that is gone."""
    return tuple(_lettered(element, layout.resources.fonts) for element in layout.elements)


def _lettered(made: Any, specs: Mapping[str, str]) -> Any:
    """``made``, an element or a part of one, with the specs of its fonts."""
    changes: dict[str, Any] = {}
    for field in fields(made):
        value = getattr(made, field.name)
        if field.metadata.get("is") == "font":
            changes[field.name] = spec_of(value, specs)
        elif "of" in field.metadata:
            changes[field.name] = tuple(_lettered(part, specs) for part in value)
    return replace(made, **changes) if changes else made


@lru_cache(maxsize=64)
def runs(
    layout: Layout, *, on_stock: bool = False, page: int = 1, pages: int = 1, hidden: frozenset[str] = frozenset()
) -> tuple[Run, ...]:
    """What lies on the page, from below; without what stands on pre-printed paper already where that is printed on.

    ``hidden`` are elements that the record does not show.
    """
    there = (element for element in lettered(layout) if element.stands_on(page, pages) and element.id not in hidden)
    shown = [element for element in there if not (on_stock and element.stock)]
    return tuple(Run(layer, tuple(found)) for layer, found in groupby(shown, lambda element: element.LAYER))


@lru_cache(maxsize=16)
def drawn(layout: Layout, scheme: str, run: Run) -> Drawing:
    """What the elements of ``run`` draw on every page alike. Raises KeyError for an unknown scheme."""
    made = [element.art(layout, layout.schemes[scheme]) for element in run.elements]
    parts = {name: part for art in made for name, part in art.parts.items()}
    box = (0.0, 0.0, layout.width * POINTS_PER_MM, layout.height * POINTS_PER_MM)
    return Drawing(b"".join(art.operators for art in made), box, parts)


def values_of(record: Record, layout: Layout, copy: int = 1) -> Values:
    """What the variables of the layout's kind say of ``record``."""
    return Values(document_type(layout.kind).by_name, Facts(record, layout, copy))


def compose(record: Record, layout: Layout, copy: int = 1) -> list[Text]:
    """The texts of one page, in order. Raises OverfullError where a value does not fit, MissingGlyphError."""
    return compose_pages(record, layout, copy)[0]


def compose_pages(record: Record, layout: Layout, copy: int = 1) -> list[list[Text]]:
    """The texts of every page of a record, at least one page. Raises as :func:`compose`."""
    return [
        [text for run in runs_of(layout, values) for element in run.elements for text in element.texts(layout, values)]
        for values in paged(values_of(record, layout, copy), layout)
    ]


def paged(values: Values, layout: Layout) -> list[Values]:
    """``values`` for each page that the record takes. Raises OverfullError, MissingGlyphError."""
    flows = (element for element in lettered(layout) if isinstance(element, Flow) and element.overflow == "pages")
    pages = max((len(flow.spread(layout, values)) for flow in flows), default=1)
    return [values.on_page(page, pages) for page in range(1, pages + 1)] if pages > 1 else [values]


def runs_of(layout: Layout, values: Values, *, on_stock: bool = False) -> tuple[Run, ...]:
    """What lies on the page that ``values`` are for."""
    page, pages = _like(values.facts.page, values.facts.pages)
    hidden = frozenset(element.id for element in _conditional(layout) if not element.holds(values))
    return runs(layout, on_stock=on_stock, page=page, pages=pages, hidden=hidden)


def _like(page: int, pages: int) -> tuple[int, int]:
    """The smallest page and number of pages on which the same elements stand: first, odd, even; the last or not."""
    alike = page if page == 1 else 2 + page % 2
    return alike, alike + (page < pages)


@lru_cache(maxsize=16)
def _conditional(layout: Layout) -> tuple[Element, ...]:
    return tuple(element for element in layout.elements if element.is_conditional)


@lru_cache(maxsize=16)
def fonts_by_field(layout: Layout) -> Mapping[str, tuple[str, ...]]:
    """For each value of a record that the layout prints, the fonts that print it."""
    known = document_type(layout.kind).by_name
    found: dict[str, dict[str, None]] = {}
    for element in lettered(layout):
        for text, font in element.written():
            for name in _variables(layout, text):
                for field in known[name].fields if name in known else ():
                    found.setdefault(field, {})[font] = None
    return {field: tuple(fonts) for field, fonts in found.items()}


def _variables(layout: Layout, text: str) -> tuple[str, ...]:
    return tuple(name for known in spelled_out(layout, (text,)) for name in known.names)
