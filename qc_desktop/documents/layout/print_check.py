"""What of a layout would come out badly on paper: modules too fine, type too small, pictures too coarse."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.elements.label import Label
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.elements.seal import Seal
from qc_desktop.documents.layout.braces import stray_braces
from qc_desktop.documents.layout.checking import LABEL_MM, darkens
from qc_desktop.documents.layout.covering import covered
from qc_desktop.documents.layout.sealing import badly_sealed
from qc_desktop.documents.layout.standing import badly_placed
from qc_desktop.documents.layout.titles import beside_title
from qc_desktop.documents.layout.trying import tried
from qc_desktop.documents.pictures import COARSE_DPI, LEAST_DPI
from qc_desktop.domain.findings import Finding, error, warning

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout

LEAST_DOTS = 4
"""Printer dots that a module must have on a side: fewer smear into each other."""
LEAST_TYPE, SMALL_TYPE = 5.0, 6.5
"""Points below which type is refused, and below which it is warned of."""
LARGEST = (297.0, 420.0)
"""A3, the largest paper that certificates are printed on, in mm (ISO 216)."""
LEAST_SEAL = 10.0
"""The least side of a seal's place, in mm: a smaller one is hardly seen, and was made by mistake."""
LABEL_CONTRAST = 10.0
"""Of a black symbol to its ground."""


def check_print(layout: Layout, dpi: int = 300) -> list[Finding]:
    """What stops ``layout`` on a printer of ``dpi`` dots to the inch, and what deserves a look."""
    found = [*tried(layout), *(finding for element in layout.elements for finding in _element(layout, element, dpi))]
    return [
        *stray_braces(layout),
        *_page(layout),
        *found,
        *_covered(layout),
        *covered(layout),
        *badly_placed(layout),
        *badly_sealed(layout),
        *beside_title(layout),
    ]


def _page(layout: Layout) -> Iterator[Finding]:
    if layout.width > max(LARGEST) or layout.height > max(LARGEST) or min(layout.width, layout.height) > min(LARGEST):
        yield error("preflight.page_large", "page", width=f"{layout.width:g}", height=f"{layout.height:g}")


def _element(layout: Layout, element: Element, dpi: int) -> Iterator[Finding]:
    if isinstance(element, Label):
        yield from _label(element, dpi)
    if isinstance(element, Seal) and min(element.width, element.height) < LEAST_SEAL:
        yield error("preflight.seal_small", element.id, least=f"{LEAST_SEAL:g}")
    if isinstance(element, Picture):
        yield from _picture(layout, element)
    for styled in (element, *_parts(element)):
        yield from _type(styled)


def _parts(element: Element) -> tuple[Any, ...]:
    return element.part if isinstance(element, Flow) else ()


def _label(element: Label, dpi: int) -> Iterator[Finding]:
    dots = element.module / 25.4 * dpi
    if dots < LEAST_DOTS:
        yield error(
            "preflight.module_dots", element.id, name=element.called, dots=round(dots, 1), least=LEAST_DOTS, dpi=dpi
        )
    elif element.width < LABEL_MM - 0.001:
        yield error("preflight.label_small", element.id, name=element.called, width=element.width, least=LABEL_MM)


def _type(styled: Any) -> Iterator[Finding]:
    known = {field.name for field in fields(styled)}
    if not {"size", "smallest"} <= known:
        return
    least = styled.smallest or styled.size
    if least < LEAST_TYPE:
        yield error("preflight.type_small", styled.id, name=styled.called, size=least, least=LEAST_TYPE)
    elif least < SMALL_TYPE:
        yield warning("preflight.type_fine", styled.id, name=styled.called, size=least, least=SMALL_TYPE)


def _picture(layout: Layout, element: Picture) -> Iterator[Finding]:
    from PIL import Image

    content = layout.resources.pictures.get(element.picture)
    if content is None:
        yield error("preflight.picture_missing", element.id, name=element.called)
        return
    with Image.open(io.BytesIO(content)) as image:
        size = image.size
    if not element.width or not element.height:
        yield error("preflight.picture_no_size", element.id, name=element.called)
        return
    ratios = (size[0] / element.width, size[1] / element.height)
    dpi = round(25.4 * (min(ratios) if element.fit == "stretch" else max(ratios)))
    if dpi < LEAST_DPI:
        yield error("preflight.picture_coarse", element.id, name=element.called, dpi=dpi, least=LEAST_DPI)
    elif dpi < COARSE_DPI:
        yield warning("preflight.picture_soft", element.id, name=element.called, dpi=dpi, least=COARSE_DPI)


def _covered(layout: Layout) -> Iterator[Finding]:
    """What lies over the label, or darkens its ground: it could not be scanned."""
    for place, label in enumerate(layout.elements):
        if isinstance(label, Label):
            above = [one for one in layout.elements[place + 1 :] if one.LAYER != "seal" and _overlap(one, label)]
            below = [
                one for one in layout.elements[:place] if _overlap(one, label) and darkens(layout, one, LABEL_CONTRAST)
            ]
            for one in (*above, *below):
                yield error("preflight.label_covered", label.id, name=label.called, other=one.called)


def _overlap(one: Element, other: Element) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height
