"""Layouts written as text that people can read and compare: millimetres, points, one entry a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.layout.reading import FORMAT

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout

_FIRST = ("kind", "id", "name", "x", "y", "width", "height", "stock", "set", "text")
"""The entries of an element that are written first, in this order."""
_DECIMALS = 4


def source_of(layout: Layout) -> dict[str, Any]:
    """``layout``, a page, as the plain tables of its file; what equals its default is left out."""
    source: dict[str, Any] = {
        "format": FORMAT,
        "kind": layout.kind,
        "edition": layout.edition,
        "language": layout.language,
        "approval": layout.approval,
        "page": {"width": _rounded(layout.width), "height": _rounded(layout.height)},
        "words": dict(layout.words),
        "phrases": {name: list(phrases) for name, phrases in layout.phrases.items()},
        "schemes": {name: dict(colours) for name, colours in layout.schemes.items()},
        "accepted": [entry_of(one) for one in layout.accepted],
        "background": entry_of(layout.background) if layout.background else {},
        "element": [_element(element) for element in layout.elements],
    }
    return {name: value for name, value in source.items() if value not in ("", [], {}) or name in ("words", "phrases")}


def _element(element: Element) -> dict[str, Any]:
    return {"kind": element.KIND, **entry_of(element)}


def entry_of(made: Any) -> dict[str, Any]:
    """The fields of ``made`` that differ from their defaults, places first."""
    known = sorted(fields(made), key=_order)
    written = ((field.name, getattr(made, field.name)) for field in known if not _is_default(made, field))
    return {name: _plain(value) for name, value in written}


def _order(field: Field[Any]) -> int:
    return _FIRST.index(field.name) if field.name in _FIRST else len(_FIRST)


def _is_default(made: Any, field: Field[Any]) -> bool:
    return field.default is not MISSING and getattr(made, field.name) == field.default


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return _rounded(value)
    if isinstance(value, tuple):
        items = [_plain(item) if isinstance(item, str) else entry_of(item) for item in value]
        return items[0] if len(items) == 1 and isinstance(items[0], str) else items
    if is_dataclass(value):
        return entry_of(value)
    return dict(value) if isinstance(value, Mapping) else value


def _rounded(value: float) -> float:
    return round(float(value), _DECIMALS)
