"""What is asked of a layout that is new, and never of one from which something was issued: that stays as it was."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.elements.vertical import VerticalText
from qc_desktop.documents.layout.entries import FORMAT
from qc_desktop.documents.layout.model import Layout
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Design

LANGUAGES = ("zh-CN", "en")
"""In which dates and figures can be printed."""
LAST_EDITION = 999_999
LONGEST_NAME = 60
"""Characters of what an element, a part, a word or a colour is called."""
_FIRST_FORMAT = 1
_TABLES = frozenset(
    {"format", "kind", "edition", "language", "page", "words", "phrases", "schemes", "element"}
    | {"background", "accepted", "approval"}
)
_SIDES = ((Picture, ("width", "height")), (VerticalText, ("width", "height")), (TextElement, ("width",)))
_PAGE = frozenset({"width", "height"})


def check_fresh(design: Design) -> None:
    """Raises UserError, naming the entry, for an edition that is no number from 1, a language that cannot be printed,
    a name that is too long, a picture or a text without its size, what is no text or number where one belongs, and
    entries that nobody reads.

    Layouts of labels are read so strictly that nothing is left to be asked.
    """
    source = tomllib.loads(design.text)
    version = source.get("format", _FIRST_FORMAT)
    if type(version) is not int or not _FIRST_FORMAT <= version <= FORMAT:
        raise UserError("documents.layout_entry", entry="format")
    if not isinstance(design, Layout):
        return
    for entry in _mistyped(source):
        raise UserError("documents.layout_entry", entry=entry[:LONGEST_NAME])
    if type(source["edition"]) is not int or not 1 <= design.edition <= LAST_EDITION:
        raise UserError("layout.edition", edition=source["edition"], most=LAST_EDITION)
    if design.language not in LANGUAGES:
        raise UserError("layout.language", language=design.language[:20], known=list(LANGUAGES))
    if version != _FIRST_FORMAT:
        for entry in _unread(source):
            raise UserError("layout.entry_unread", entry=entry[:LONGEST_NAME])
    for entry in _sizeless(design):
        raise UserError("documents.layout_entry", entry=entry[:LONGEST_NAME])
    for name in _names(design):
        if len(name) > LONGEST_NAME:
            raise UserError("layout.name_long", name=f"{name[:20]}…", limit=LONGEST_NAME)


def _mistyped(source: dict[str, Any]) -> Iterator[str]:
    """Entries that are no text, or no number, where one belongs: as they are read they would be printed as Python
    writes them."""
    yield from (name for name in ("kind", "language", "approval") if not isinstance(source.get(name, ""), str))
    yield from (f"page.{name}" for name in _PAGE if type(source["page"][name]) not in (int, float))
    yield from _no_texts("words", source["words"])
    for name, lines in source["phrases"].items():
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            yield f"phrases.{name}"
    for name, colours in source["schemes"].items():
        yield from _no_texts(f"schemes.{name}", colours)


def _no_texts(table: str, entries: dict[str, Any]) -> Iterator[str]:
    return (f"{table}.{name}" for name, value in entries.items() if not isinstance(value, str))


def _sizeless(layout: Layout) -> Iterator[str]:
    """Sides that were not given, or are nothing, of what could then not be seen on paper."""
    for element in layout.elements:
        sides = next((sides for kind, sides in _SIDES if isinstance(element, kind)), ())
        yield from (f"{element.id}.{side}" for side in sides if not getattr(element, side))


def _unread(source: dict[str, Any]) -> Iterator[str]:
    yield from (name for name in source if name not in _TABLES)
    yield from (f"page.{name}" for name in source["page"] if name not in _PAGE)


def _names(layout: Layout) -> Iterator[str]:
    for element in layout.elements:
        yield element.name
        if isinstance(element, Flow):
            yield from (part.called for part in element.part)
    yield from (*layout.words, *layout.phrases, *layout.schemes)
    for colours in layout.schemes.values():
        yield from colours
