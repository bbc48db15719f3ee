"""Whether a layout can be rendered, and says what it must."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.elements import border, flow, label
from qc_desktop.documents.elements.base import ink
from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.elements.table import Table
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.fonts.glyphs import FONTS
from qc_desktop.documents.layout.saying import said_always, stands_always
from qc_desktop.documents.registry import DOCUMENT_TYPES, document_type
from qc_desktop.documents.values import PHRASES, WORD, template
from qc_desktop.domain.colours import contrast
from qc_desktop.domain.slots import SLOT, SlotName
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.types import DocumentType

SCOPE_SIZE = 9.0
"""The least size of the locked scope sentence, in points."""
LEAST_LEADING = 0.1
"""The least distance of two lines in mm, where one is given."""
LEAST_CONTRAST = 7.0
"""Of the scope sentence to what it stands on (WCAG 2.1, 1.4.6)."""
LEAST_PAGE, MOST_PAGE = 15.0, 1200.0
LABEL_MM = 33.02
"""The side of a certificate's label with its quiet zone: modules of 0.508 mm, whole dots at 300 and 600 to the inch."""
USER_FONT = "user:"
_COLOUR = re.compile(r"#[0-9A-F]{6}")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")


def check_layout(layout: Layout) -> None:
    """Raises UserError, naming the entry, for a layout that could not be rendered or hides its scope sentence."""
    if layout.kind not in {known.kind for known in DOCUMENT_TYPES}:
        raise _wrong("kind")
    known = document_type(layout.kind)
    if not all(LEAST_PAGE <= side <= MOST_PAGE for side in (layout.width, layout.height)):
        raise _wrong("page")
    _check_tables(layout, known)
    _check_names(layout)
    for element in layout.elements:
        _check_element(layout, element)
    _check_slots(layout, known)
    _check_contents(layout, known)
    if "scope" in known.words:
        _check_scope(layout)


def _wrong(entry: str) -> UserError:
    return UserError("documents.layout_entry", entry=entry)


def _check_tables(layout: Layout, known: DocumentType) -> None:
    """Whether the words and schemes that the document asks for are there, and every colour is one."""
    present: Mapping[str, Mapping[str, Any]] = {
        "words": layout.words,
        "phrases": layout.phrases,
        "schemes": layout.schemes,
    }
    if "scope" in known.words and not layout.words.get("scope"):
        raise UserError("documents.layout_scope", size=SCOPE_SIZE)
    for table, names in (("words", known.words), ("phrases", known.phrases), ("schemes", known.schemes)):
        for name in names:
            if name not in present[table]:
                raise _wrong(f"{table}.{name}")
    for name, colours in layout.schemes.items():
        if not all(_COLOUR.fullmatch(colour) for colour in colours.values()):
            raise _wrong(f"schemes.{name}")


def _check_names(layout: Layout) -> None:
    times = Counter(element.id for element in layout.elements)
    for name, count in times.items():
        if count > 1:
            raise UserError("documents.layout_twice", entry=name, count=count)
        if not _NAME.fullmatch(name):
            raise _wrong(name)


def _check_element(layout: Layout, element: Element) -> None:
    _check_styles(layout, element.id, element)
    if isinstance(element, flow.Flow):
        for part in element.part:
            _check_styles(layout, part.id, part)
        if element.overflow == "pages":
            _check_spread(layout, element)
    if isinstance(element, border.Border) and element.style == "guilloche" and not border.fits(element):
        raise _wrong(f"{element.id}.band")
    if isinstance(element, label.Label) and abs(element.width - element.height) > 0.001:
        raise _wrong(f"{element.id}.height")


def _check_spread(layout: Layout, element: flow.Flow) -> None:
    """Only a document that may take several pages has text that goes on overleaf, and only one such text."""
    alone = sum(other.overflow == "pages" for other in layout.of(flow.Flow)) == 1
    if not (document_type(layout.kind).pages and alone and element.pages == "every_page"):
        raise _wrong(f"{element.id}.overflow")
    if element.later >= element.y + element.height:
        raise _wrong(f"{element.id}.later")


def _check_styles(layout: Layout, name: str, styled: Any) -> None:
    """Fonts, colours and sizes of an element or of a part of one."""
    for field in fields(styled):
        value = getattr(styled, field.name)
        if field.metadata.get("is") == "font" and not (value in FONTS or value.startswith(USER_FONT)):
            raise _wrong(f"{name}.{field.name}")
        if field.metadata.get("is") == "colour" and not _is_colour(layout, value, optional=field.default == ""):
            raise _wrong(f"{name}.{field.name}")
        if field.metadata.get("is") == "variable" and value and value not in document_type(layout.kind).by_name:
            raise UserError("documents.layout_variable", entry=name, variable=value)
    if 0 < getattr(styled, "leading", 0.0) < LEAST_LEADING:
        raise _wrong(f"{name}.leading")
    if hasattr(styled, "least") and not 0 < styled.least <= styled.size:
        raise _wrong(f"{name}.smallest")


def _is_colour(layout: Layout, value: str, *, optional: bool) -> bool:
    if not value:
        return optional
    return bool(_COLOUR.fullmatch(value)) or all(value in colours for colours in layout.schemes.values())


def _check_slots(layout: Layout, known: DocumentType) -> None:
    """Whether every variable, word and phrase that a text names is there, and what is printed as a date is one."""
    for name, text in _all_texts(layout):
        for _, slot, as_date in template(text).slots:
            inner = name.startswith(("words.", "phrases."))
            if not _is_known(layout, known, slot, text, inner=inner) or (as_date and not _is_date(known, slot)):
                entry = SlotName(name) if inner else name
                raise UserError("documents.layout_variable", entry=entry, variable=slot)
    for phrase, names in known.phrase_slots.items():
        for _, slot, as_date in (slot for text in layout.phrases[phrase] for slot in template(text).slots):
            if slot not in names or (as_date and not _ISO_DATE.fullmatch(names[slot])):
                raise UserError("documents.layout_variable", entry=SlotName(f"phrases.{phrase}"), variable=slot)
    for element in layout.elements:
        for text in _single(element):
            alone = SLOT.fullmatch(text)
            if alone is None or alone[2] or not _is_known(layout, known, alone[1], text, inner=True):
                raise UserError("documents.layout_variable", entry=element.id, variable=text)


def _all_texts(layout: Layout) -> Iterator[tuple[str, str]]:
    for element in layout.elements:
        yield from ((element.id, text) for text, _ in element.written())
    yield from ((f"words.{name}", text) for name, text in layout.words.items())
    frozen = document_type(layout.kind).phrase_slots
    for name in layout.phrases:
        yield from ((f"phrases.{name}", text) for text in layout.phrases[name] if name not in frozen)


def _single(element: Element) -> Iterator[str]:
    """The texts that are one variable and nothing else: columns of a table, clauses."""
    if isinstance(element, Table):
        yield from (column.text for column in element.column if column.text)
    if isinstance(element, flow.Flow):
        yield from (text for part in element.part if part.set == "columns" for text in part.text)


def _is_known(layout: Layout, known: DocumentType, slot: str, text: str, *, inner: bool) -> bool:
    if slot.startswith(WORD):
        return not inner and slot.removeprefix(WORD) in layout.words
    if slot.startswith(PHRASES):
        name = slot.removeprefix(PHRASES)
        return not inner and name in layout.phrases and name not in known.phrase_slots and text == f"{{{slot}}}"
    return slot in known.by_name


def _is_date(known: DocumentType, slot: str) -> bool:
    sample = known.by_name[slot].sample if slot in known.by_name else ""
    return isinstance(sample, str) and bool(_ISO_DATE.fullmatch(sample))


def _check_contents(layout: Layout, known: DocumentType) -> None:
    """Whether what the document must say stands somewhere, and its label and seal just once."""
    there = said_always(layout, known.required)
    missing = [names for names in known.says if there.isdisjoint(names.split("|"))]
    if missing:
        raise UserError("documents.layout_unsaid", variable=SlotName(known.called(missing[0].split("|")[0])))
    for kind in known.elements:
        found = [element for element in layout.elements if kind == element.KIND]
        if len(found) != 1 or not stands_always(found[0]):
            raise _wrong(kind)
    if not known.is_numbered and any(layout.of(label.Label)):
        raise _wrong("label")


def _check_scope(layout: Layout) -> None:
    """The sentence stands in black, at its size, by itself."""
    found = [one for one in layout.of(TextElement) if one.text == (f"{{{WORD}scope}}",)]
    black = all(colours.get("black") == "#000000" for colours in layout.schemes.values())
    if not (black and any(_is_plain(layout, one) for one in found)):
        raise UserError("documents.layout_scope", size=SCOPE_SIZE)


def _is_plain(layout: Layout, scope: TextElement) -> bool:
    """Whether the sentence can be read: black, large enough, on the page, and nothing lies over it."""
    on_page = scope.x + scope.width <= layout.width and scope.step <= scope.y < layout.height
    place = layout.elements.index(scope)
    below, above = layout.elements[:place], layout.elements[place + 1 :]
    hidden = any(_covers(one) and _meets(one, scope) for one in above)
    hidden = hidden or any(darkens(layout, one, LEAST_CONTRAST) and _meets(one, scope) for one in below)
    plain = scope.least >= SCOPE_SIZE and scope.colour in ("black", "#000000") and scope.tracking >= 0
    return plain and on_page and not hidden and not scope.stock and stands_always(scope)


def darkens(layout: Layout, element: Element, least: float) -> bool:
    """Whether black on ``element`` has less contrast than ``least`` in some scheme."""
    if not isinstance(element, Frame) or not element.fill:
        return False
    return any(contrast(ink(colours, element.fill), "#000000") < least for colours in layout.schemes.values())


def _covers(element: Element) -> bool:
    return (isinstance(element, Frame) and bool(element.fill)) or (isinstance(element, Picture) and not element.ink)


def _meets(element: Element, text: TextElement) -> bool:
    """Whether ``element`` lies over a line of ``text``."""
    high = text.step * text.lines
    across = element.x < text.x + text.width and text.x < element.x + element.width
    return across and element.y < text.y + high / 4 and text.y - high < element.y + element.height
