"""A document's layout: places, printed words and colours, read from ``resources/documents/KIND.toml``.

Lengths are millimetres from the page's top left corner (y downwards, a text's y is its baseline), sizes are
points, tracking and indent are ems. The layout's hash is frozen into each record, its text beside it, so that an
old certificate is rendered again as it was.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from qc_desktop.errors import UserError
from qc_desktop.paths import resource

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

POINTS_PER_MM = 72 / 25.4
_ACCEPTED: dict[str, tuple[type, ...]] = {"float": (int, float), "int": (int,), "str": (str,)}


@dataclass(frozen=True)
class Place:
    """Where and how a piece of text stands."""

    x: float
    width: float
    font: str
    size: float
    colour: str
    y: float = 0.0
    align: str = "left"
    leading: float = 0.0
    smallest: float = 0.0
    lines: int = 1
    tracking: float = 0.0
    indent: float = 0.0
    gap: float = 0.0

    @property
    def least(self) -> float:
        """The smallest size to which a long text may shrink, in points."""
        return self.smallest or self.size


@dataclass(frozen=True)
class Box:
    """A rectangle; the seal's x and y are its centre."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Flow:
    """The region whose places are stacked in ``order`` between ``top`` and ``bottom``."""

    top: float
    bottom: float
    order: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """One edition of a document's layout; ``text`` is the source it was read from."""

    kind: str
    edition: int
    language: str
    width: float
    height: float
    words: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]
    places: Mapping[str, Place]
    boxes: Mapping[str, Box]
    flow: Flow
    schemes: Mapping[str, Mapping[str, str]]
    text: str
    sha256: str

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Layout) and other.sha256 == self.sha256


@cache
def load_layout(kind: str) -> Layout:
    """The layout of ``kind`` that ships with this version. Raises FileNotFoundError for an unknown kind."""
    return parse_layout(resource("documents", f"{kind}.toml").read_text(encoding="utf-8"))


def parse_layout(text: str) -> Layout:
    """The layout written in ``text``. Raises UserError where it cannot be used, naming the entry."""
    from qc_desktop.documents.layout_check import check_layout

    try:
        source = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise UserError("documents.layout_unreadable", reason=str(problem)) from problem
    try:
        layout = _layout(source, text)
    except KeyError as problem:
        raise UserError("documents.layout_entry", entry=str(problem.args[0])) from problem
    except (TypeError, AttributeError, ValueError) as problem:
        raise UserError("documents.layout_entry", entry=str(problem)) from problem
    check_layout(layout)
    return layout


def by_hash(*layouts: Layout) -> dict[str, Layout]:
    """``layouts`` keyed by their hash, the form in which rendering wants them."""
    return {layout.sha256: layout for layout in layouts}


def _layout(source: dict[str, Any], text: str) -> Layout:
    flow = source["flow"]
    return Layout(
        kind=source["kind"],
        edition=int(source["edition"]),
        language=source["language"],
        width=float(source["page"]["width"]),
        height=float(source["page"]["height"]),
        words=_strings(source["words"]),
        phrases={name: tuple(map(str, phrases)) for name, phrases in source["phrases"].items()},
        places={name: _make(Place, name, entry) for name, entry in source["places"].items()},
        boxes={name: _make(Box, name, entry) for name, entry in source["boxes"].items()},
        flow=Flow(float(flow["top"]), float(flow["bottom"]), tuple(flow["order"])),
        schemes={name: _strings(colours) for name, colours in source["schemes"].items()},
        text=text,
        sha256=_fingerprint(source),
    )


def _strings(entries: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in entries.items()}


def _fingerprint(source: dict[str, Any]) -> str:
    """SHA-256 of the content: comments and line ends do not count."""
    import rfc8785

    return hashlib.sha256(rfc8785.dumps(source)).hexdigest()


T = TypeVar("T", bound="DataclassInstance")


def _make(kind: type[T], name: str, entry: dict[str, Any]) -> T:
    types = {field.name: str(field.type) for field in fields(kind)}
    values: dict[str, Any] = {}
    for key, value in entry.items():
        wanted = types.get(key, "")
        if type(value) not in _ACCEPTED.get(wanted, ()):
            raise KeyError(f"{name}.{key}")
        values[key] = float(value) if wanted == "float" else value
    missing = [field.name for field in fields(kind) if field.default is MISSING and field.name not in values]
    if missing:
        raise KeyError(f"{name}.{missing[0]}")
    return kind(**values)
