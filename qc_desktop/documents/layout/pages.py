"""Pages in their file: elements, words and colours as plain tables, millimetres and points, one entry a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.layout.entries import accepted_in, entry_of, head_of, make, rounded
from qc_desktop.documents.layout.model import Background, Layout
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element

MOST_ELEMENTS = 300


def read_page(source: Mapping[str, Any], text: str, sha256: str) -> Layout:
    """The page in ``source``, also of the first format. Raises KeyError with the entry that is wrong or missing, and
    UserError for too many elements.
    """
    from qc_desktop.documents.layout.first_format import upgraded

    if source.get("format", 1) == 1:
        source = upgraded(source)
    count = len(source["element"])
    if count > MOST_ELEMENTS:
        raise UserError("documents.layout_too_many", count=count, most=MOST_ELEMENTS)
    return Layout(
        kind=str(source["kind"]),
        edition=int(source["edition"]),
        language=str(source["language"]),
        width=float(source["page"]["width"]),
        height=float(source["page"]["height"]),
        words=_strings(source["words"]),
        phrases={name: _lines(f"phrases.{name}", phrases) for name, phrases in source["phrases"].items()},
        schemes={name: _strings(colours) for name, colours in source["schemes"].items()},
        elements=tuple(map(_element, source["element"])),
        background=make(Background, "background", source["background"]) if "background" in source else None,
        accepted=accepted_in(source),
        approval=str(source.get("approval", "")),
        text=text,
        sha256=sha256,
    )


def _strings(entries: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in entries.items()}


def _lines(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, Iterable):
        raise KeyError(name)
    return tuple(map(str, value))


def _element(entry: Mapping[str, Any]) -> Element:
    from qc_desktop.documents.elements.registry import ELEMENTS, element_kind

    kind = entry.get("kind")
    name = str(entry.get("id", kind))
    if kind not in {known.KIND for known in ELEMENTS}:
        raise KeyError(f"{name}.kind")
    return make(element_kind(kind), name, {key: value for key, value in entry.items() if key != "kind"})


def source_of(layout: Layout) -> dict[str, Any]:
    """``layout``, a page, as the plain tables of its file; what equals its default is left out."""
    source: dict[str, Any] = {
        **head_of(layout),
        "page": {"width": rounded(layout.width), "height": rounded(layout.height)},
        "phrases": {name: list(phrases) for name, phrases in layout.phrases.items()},
        "schemes": {name: dict(colours) for name, colours in layout.schemes.items()},
        "background": entry_of(layout.background) if layout.background else {},
        "element": [_written(element) for element in layout.elements],
    }
    return {name: value for name, value in source.items() if value not in ("", [], {}) or name in ("words", "phrases")}


def _written(element: Element) -> dict[str, Any]:
    return {"kind": element.KIND, **entry_of(element)}
