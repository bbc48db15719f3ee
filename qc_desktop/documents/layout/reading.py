"""Layouts read from their text."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.layout.entries import FORMAT
from qc_desktop.documents.layout.forms import form_of, form_of_kind
from qc_desktop.documents.layout.model import page_of
from qc_desktop.documents.layout.pages import MOST_ELEMENTS
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Design, Layout

_LARGEST = 2**53 - 1
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
LONGEST = 400_000
"""Characters of a layout's text: a hundred times what ships."""


def parse_layout(text: str) -> Layout:
    """The page laid out in ``text``. Raises UserError as :func:`parse_design`, and for a layout that is no page."""
    return page_of(parse_design(text))


def parse_design(text: str) -> Design:
    """The layout written in ``text``, of whichever form. Raises UserError where it cannot be used, naming the entry."""
    design = design_of(text)
    form_of(design).check(design)
    return design


def design_of(text: str) -> Design:
    """The layout in ``text``, read but not checked. Raises UserError, naming the entry that cannot be read."""
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
        raise UserError("documents.layout_too_long", count=len(text), most=LONGEST, elements=MOST_ELEMENTS)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise unread_at(*_place(text, str(problem))) from problem
    except (ValueError, RecursionError) as problem:  # also a number of thousands of digits
        raise UserError("documents.layout_unreadable") from problem


def unread_at(line: int, column: int) -> UserError:
    """What is said of a layout that can be read no farther than ``line`` and ``column``, from 1."""
    return UserError("documents.layout_syntax", line=line, column=column)


def _place(text: str, told: str) -> tuple[int, int]:
    """Line and column, from 1, of what the parser ``told`` of: before Python 3.14 they stand in its words alone, and
    there is none of a text that ends too early."""
    found = _AT.search(told)
    return (int(found[1]), int(found[2])) if found else end_of(text)


def end_of(text: str) -> tuple[int, int]:
    """Line and column, from 1, behind ``text``."""
    lines = text.rstrip("\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def fingerprint(source: Mapping[str, Any]) -> str:
    """SHA-256 of the content (RFC 8785): comments and line ends do not count."""
    import rfc8785

    try:
        return hashlib.sha256(rfc8785.dumps(dict(source))).hexdigest()
    except rfc8785.CanonicalizationError as problem:
        raise UserError("documents.layout_entry", entry=next(_no_values("", source), "")) from problem
    except RecursionError as problem:
        raise UserError("documents.layout_unreadable") from problem


def _no_values(name: str, value: Any) -> Iterator[str]:
    """The names of entries in ``value`` that are no text, no switch and no number: nan and inf, dates, and whole
    numbers that do not survive being a float."""
    if isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _no_values(f"{name}.{key}".removeprefix("."), entry)
    elif isinstance(value, list):
        for place, entry in enumerate(value, 1):
            own = entry.get("id") if isinstance(entry, Mapping) else None
            yield from _no_values(str(own or f"{name}.{place}"), entry)
    elif type(value) is int or isinstance(value, float):
        if not abs(value) <= _LARGEST:
            yield name
    elif not isinstance(value, str | bool):
        yield name
