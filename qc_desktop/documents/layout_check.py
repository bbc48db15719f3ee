"""Whether a layout can be rendered, and says what it must."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qc_desktop.documents.fonts import FONTS
from qc_desktop.documents.registry import DOCUMENT_TYPES
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection

    from qc_desktop.documents.layout import Layout

SCOPE_SIZE = 9.0
"""The least size of the locked scope sentence, in points."""
_COLOUR = re.compile(r"#[0-9A-F]{6}")
_ALIGNMENTS = ("left", "right", "centre", "justify")


def check_layout(layout: Layout) -> None:
    """Raises UserError, naming the entry, for a layout that could not be rendered or hides its scope sentence."""
    _check_scope(layout)
    _check_entries(layout)
    for name, place in layout.places.items():
        if place.align not in _ALIGNMENTS or place.font not in FONTS or not 0 < place.least <= place.size:
            raise UserError("documents.layout_entry", entry=f"places.{name}")
        if any(place.colour not in colours for colours in layout.schemes.values()):
            raise UserError("documents.layout_entry", entry=f"{name}.colour")
    for name, colours in layout.schemes.items():
        if not all(_COLOUR.fullmatch(colour) for colour in colours.values()):
            raise UserError("documents.layout_entry", entry=f"schemes.{name}")


def _check_scope(layout: Layout) -> None:
    scope = layout.places.get("scope")
    if not layout.words.get("scope") or scope is None or scope.size < SCOPE_SIZE or scope.colour != "black":
        raise UserError("documents.layout_scope", size=SCOPE_SIZE)
    if any(colours.get("black") != "#000000" for colours in layout.schemes.values()):
        raise UserError("documents.layout_scope", size=SCOPE_SIZE)


def _check_entries(layout: Layout) -> None:
    """Whether everything that the document's composition asks for is there."""
    known = next((known for known in DOCUMENT_TYPES if known.kind == layout.kind), None)
    if known is None:
        raise UserError("documents.layout_entry", entry="kind")
    present: dict[str, Collection[str]] = {
        "words": layout.words,
        "phrases": layout.phrases,
        "places": layout.places,
        "boxes": layout.boxes,
        "schemes": layout.schemes,
        "flow": layout.flow.order,
    }
    for table, names in known.entries.items():
        for name in names:
            if name not in present[table]:
                raise UserError("documents.layout_entry", entry=f"{table}.{name}")
    for name in layout.flow.order:
        if name not in known.entries["flow"]:
            raise UserError("documents.layout_entry", entry=f"flow.{name}")
