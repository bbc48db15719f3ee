"""Entries of a layout's file: a table read into what it describes, and written again, with the bounds of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from qc_desktop.documents.layout.model import Accepted

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from qc_desktop.documents.layout.model import Design

    T = TypeVar("T", bound="DataclassInstance")

FORMAT = 2
"""The form of files that is written; the first is read too."""
_ACCEPTED: Mapping[str, tuple[type, ...]] = {
    "float": (int, float),
    "int": (int,),
    "str": (str,),
    "bool": (bool,),
}
_FIRST = ("kind", "id", "name", "x", "y", "width", "height", "stock", "set", "text")
"""The entries of an element that are written first, in this order."""
_DECIMALS = 4


def head_of(layout: Design) -> dict[str, Any]:
    """How the file of a layout of either form begins."""
    return {
        "format": FORMAT,
        "kind": layout.kind,
        "edition": layout.edition,
        "language": layout.language,
        "approval": layout.approval,
        "words": dict(layout.words),
        "accepted": [entry_of(one) for one in layout.accepted],
    }


def accepted_in(source: Mapping[str, Any]) -> tuple[Accepted, ...]:
    """The words that were kept with a reason. Raises KeyError."""
    return tuple(make(Accepted, "accepted", entry) for entry in source.get("accepted", ()))


def make(kind: type[T], name: str, entry: Mapping[str, Any]) -> T:
    """A ``kind`` from a table of the file called ``name``. Raises KeyError with the entry that is wrong or missing."""
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
        return rounded(value)
    if isinstance(value, tuple):
        items = [_plain(item) if isinstance(item, str) else entry_of(item) for item in value]
        return items[0] if len(items) == 1 and isinstance(items[0], str) else items
    if is_dataclass(value):
        return entry_of(value)
    return dict(value) if isinstance(value, Mapping) else value


def rounded(value: float) -> float:
    """``value`` as it is written: to a ten-thousandth."""
    return round(float(value), _DECIMALS)
