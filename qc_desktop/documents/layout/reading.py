"""Layouts read from their text."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from qc_desktop.documents.layout.model import Accepted, Background, Design, Layout, page_of
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from qc_desktop.documents.elements.base import Element

    T = TypeVar("T", bound="DataclassInstance")

FORMAT = 2
LONGEST = 400_000
"""Characters of a layout's text: a hundred times what ships."""
MOST_ELEMENTS = 300
_ACCEPTED: Mapping[str, tuple[type, ...]] = {
    "float": (int, float),
    "int": (int,),
    "str": (str,),
    "bool": (bool,),
}


def parse_layout(text: str) -> Layout:
    """The page laid out in ``text``. Raises UserError as :func:`parse_design`, and for a layout that is no page."""
    return page_of(parse_design(text))


def parse_design(text: str) -> Design:
    """The layout written in ``text``, of whichever form. Raises UserError where it cannot be used, naming the entry."""
    from qc_desktop.documents.layout.forms import form_of

    design = design_of(text)
    form_of(design).check(design)
    return design


def design_of(text: str) -> Design:
    """The layout in ``text``, read but not checked. Raises UserError, naming the entry that cannot be read."""
    from qc_desktop.documents.layout.forms import form_of_kind

    source = _tables(text)
    version = source.get("format", 1)
    if type(version) is int and version > FORMAT:
        raise UserError("documents.layout_newer")
    try:
        return form_of_kind(source["kind"]).read(source, text, fingerprint(source))
    except KeyError as problem:
        raise UserError("documents.layout_entry", entry=str(problem.args[0])) from problem
    except (TypeError, AttributeError, ValueError) as problem:
        raise UserError("documents.layout_entry", entry=str(problem)) from problem


def _tables(text: str) -> dict[str, Any]:
    if len(text) > LONGEST:
        raise UserError("documents.layout_unreadable")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as problem:  # also a number of thousands of digits
        raise UserError("documents.layout_unreadable") from problem


def read_page(source: Mapping[str, Any], text: str, sha256: str) -> Layout:
    """The page in ``source``, also of the first format. Raises KeyError with the entry that is wrong or missing."""
    from qc_desktop.documents.layout.first_format import upgraded

    if source.get("format", 1) == 1:
        source = upgraded(source)
    if len(source["element"]) > MOST_ELEMENTS:
        raise KeyError("element")
    return Layout(
        kind=str(source["kind"]),
        edition=int(source["edition"]),
        language=str(source["language"]),
        width=float(source["page"]["width"]),
        height=float(source["page"]["height"]),
        words=_strings(source["words"]),
        phrases={name: tuple(map(str, phrases)) for name, phrases in source["phrases"].items()},
        schemes={name: _strings(colours) for name, colours in source["schemes"].items()},
        elements=tuple(map(_element, source["element"])),
        background=make(Background, "background", source["background"]) if "background" in source else None,
        accepted=accepted_in(source),
        approval=str(source.get("approval", "")),
        text=text,
        sha256=sha256,
    )


def accepted_in(source: Mapping[str, Any]) -> tuple[Accepted, ...]:
    """The words that were kept with a reason. Raises KeyError."""
    return tuple(make(Accepted, "accepted", entry) for entry in source.get("accepted", ()))


def _strings(entries: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in entries.items()}


def fingerprint(source: Mapping[str, Any]) -> str:
    """SHA-256 of the content (RFC 8785): comments and line ends do not count."""
    import rfc8785

    try:
        return hashlib.sha256(rfc8785.dumps(dict(source))).hexdigest()
    except (rfc8785.CanonicalizationError, RecursionError) as problem:
        raise UserError("documents.layout_unreadable") from problem


def _element(entry: Mapping[str, Any]) -> Element:
    from qc_desktop.documents.elements.registry import ELEMENTS, element_kind

    kind = entry.get("kind")
    name = str(entry.get("id", kind))
    if kind not in {known.KIND for known in ELEMENTS}:
        raise KeyError(f"{name}.kind")
    return make(element_kind(kind), name, {key: value for key, value in entry.items() if key != "kind"})


def make(kind: type[T], name: str, entry: Mapping[str, Any]) -> T:
    """A ``kind`` from a table of the file called ``name``. Raises KeyError with the entry that is wrong or missing."""
    from dataclasses import MISSING

    if not isinstance(entry, Mapping):
        raise KeyError(name)
    known = {field.name: field for field in fields(kind)}
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key not in known:
            raise KeyError(f"{name}.{key}")
        values[key] = _value(f"{name}.{key}", str(known[key].type), known[key].metadata, value)
    missing = [key for key, field in known.items() if field.default is MISSING and key not in values]
    if missing:
        raise KeyError(f"{name}.{missing[0]}")
    return kind(**values)


def _value(name: str, wanted: str, about: Mapping[str, Any], value: Any) -> Any:
    if "one" in about:
        return make(about["one"], name, value)
    if "of" in about:
        if not isinstance(value, list):
            raise KeyError(name)
        return tuple(make(about["of"], f"{name}.{place + 1}", entry) for place, entry in enumerate(value))
    if wanted.startswith("tuple[str"):
        return (value,) if isinstance(value, str) else _texts(name, value)
    if type(value) not in _ACCEPTED.get(wanted, ()):
        raise KeyError(name)
    if "low" in about and not about["low"] <= value <= about["high"]:
        raise KeyError(name)
    if "choices" in about and value not in about["choices"]:
        raise KeyError(name)
    return float(value) if wanted == "float" else value


def _texts(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
        raise KeyError(name)
    return tuple(value)
