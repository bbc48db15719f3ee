"""Texts with variables, and what a record gives for them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from qc_desktop.domain.dates import chinese
from qc_desktop.domain.slots import SLOT

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.domain.records import Record

Value: TypeAlias = str | Sequence[str]
WORD, PHRASES = "word.", "phrases."
JOINED = "、"


@dataclass(frozen=True, eq=False)
class Facts:
    """What a page is made from: the record, its layout, which copy it is, and which of its pages."""

    record: Record
    layout: Layout
    copy: int = 1
    page: int = 1
    pages: int = 1

    def text(self, name: str) -> str:
        """The record's value ``name`` as one text; empty where it is absent."""
        value = self.record.get(name, "")
        return value if isinstance(value, str) else JOINED.join(value)

    def items(self, name: str) -> tuple[str, ...]:
        """The record's list ``name``."""
        value = self.record.get(name, ())
        return (value,) if isinstance(value, str) else tuple(value)


@dataclass(frozen=True)
class Variable:
    """Something a page can say: its name, what it looks like, and how it is found.

    ``fields`` are the record's values that it shows; what is not ``own`` is the same on many pages of a batch.
    """

    id: str
    sample: Value
    evaluate: Callable[[Facts], Value]
    fields: tuple[str, ...] = ()
    own: bool = True


@dataclass(frozen=True)
class Template:
    """A text with slots: what stands before each slot, its name, whether it is printed as a date; and the end."""

    slots: tuple[tuple[str, str, bool], ...]
    end: str

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The variables it asks for."""
        return tuple(name for _, name, _ in self.slots)

    def fill(self, values: Mapping[str, Value]) -> str | None:
        """The text for ``values``, or None where one is missing or empty."""
        parts: list[str] = []
        for before, name, as_date in self.slots:
            value = values[name]
            if not value:
                return None
            said = value if isinstance(value, str) else JOINED.join(value)
            parts += (before, chinese(dt.date.fromisoformat(said)) if as_date else said)
        return "".join([*parts, self.end])


@lru_cache(maxsize=2048)
def template(text: str) -> Template:
    """``text`` taken apart at its slots."""
    slots, last = [], 0
    for found in SLOT.finditer(text):
        slots.append((text[last : found.start()], found[1], bool(found[2])))
        last = found.end()
    return Template(tuple(slots), text[last:])


def slots_of(text: str) -> tuple[str, ...]:
    """The names in the braces of ``text``."""
    return template(text).names


@lru_cache(maxsize=512)
def spelled_out(layout: Layout, texts: tuple[str, ...]) -> tuple[Template, ...]:
    """``texts`` with the layout's own words and phrases put in; a text that is phrases becomes several."""
    made: list[str] = []
    for text in texts:
        found = SLOT.fullmatch(text)
        if found and found[1].startswith(PHRASES):
            made += layout.phrases[found[1].removeprefix(PHRASES)]
        else:
            made.append(text)
    return tuple(template(SLOT.sub(lambda slot: _word(layout, slot), text)) for text in made)


def _word(layout: Layout, slot: re.Match[str]) -> str:
    return layout.words[slot[1].removeprefix(WORD)] if slot[1].startswith(WORD) else slot[0]


class Values(dict[str, Value]):
    """What the variables say of one record, found when first asked for."""

    def __init__(self, variables: Mapping[str, Variable], facts: Facts) -> None:
        super().__init__()
        self._variables = variables
        self.facts = facts
        self.kept: dict[str, Any] = {}
        """What elements found out about the record as a whole, by their name: all its pages share it."""

    def on_page(self, page: int, pages: int) -> Values:
        """The same record's values for one of its pages."""
        values = Values(self._variables, replace(self.facts, page=page, pages=pages))
        values.kept = self.kept
        return values

    def __missing__(self, name: str) -> Value:
        self[name] = value = self._variables[name].evaluate(self.facts)
        return value

    def lines(self, texts: tuple[str, ...]) -> list[tuple[str, bool]]:
        """``texts`` filled, those left out whose data is missing; each with whether many pages say the same."""
        filled = ((known.fill(self), known) for known in spelled_out(self.facts.layout, texts))
        return [(line, self.is_shared(known)) for line, known in filled if line]

    def one(self, texts: tuple[str, ...]) -> tuple[str, bool]:
        """As :meth:`lines`, all in one."""
        lines = self.lines(texts)
        return "".join(line for line, _ in lines), all(shared for _, shared in lines)

    def is_shared(self, known: Template) -> bool:
        """Whether many pages of a batch say the same."""
        return not any(self._variables[name].own for name in known.names)
