"""Whether the layout of a label can be used: its words say what they must, its classes can be set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qc_desktop.documents.fonts.glyphs import ADDED, FONTS
from qc_desktop.documents.labels.layout import BREAK, COLOURS, LEAST_TYPE, WORDS
from qc_desktop.documents.layout.fresh import LANGUAGES, LAST_EDITION
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.values import WORD, slots_of, template
from qc_desktop.domain.claims import is_national, speaks_for_all
from qc_desktop.domain.lengths import bound
from qc_desktop.domain.slots import SlotName
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.labels.layout import LabelClass, LabelLayout, LabelLine
    from qc_desktop.documents.types import DocumentType

HOTLINE = "12315"
"""The national number for consumers' complaints: every label names it."""
SERIAL = "serial"
MOST_WORDS, MOST_CLASSES, MOST_LINES = 120, 12, 12
"""Characters of a word, classes of a layout, lines on one side of a label."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def check_label_layout(layout: LabelLayout) -> None:
    """Raises UserError, naming the entry, for a layout that cannot be printed or leaves out what a label must say."""
    known = document_type(layout.kind)
    if not 1 <= layout.edition <= LAST_EDITION:
        raise _wrong("edition")
    if layout.language not in LANGUAGES:
        raise _wrong("language")
    _check_words(layout, known)
    _check_colours(layout)
    if not 1 <= len(layout.classes) <= MOST_CLASSES:
        raise _wrong("classes")
    names = Counter(one.name for one in layout.classes)
    for place, one in enumerate(layout.classes, 1):
        if not one.name or len(one.name) > MOST_WORDS or names[one.name] > 1:
            raise _wrong(f"classes.{place}.name")
        _check_class(layout, known, f"classes.{place}", one)
        _check_reached(layout, one)


def label_texts(layout: LabelLayout) -> Iterator[str]:
    """Every text that labels print of their own."""
    return (text.replace(BREAK, "") for text in layout.words.values())


def national_words(layout: LabelLayout) -> Iterator[str]:
    """The heading and other lines that carry 全国 or the like; bodies and numbers that are called so apart."""
    if is_national(layout.heading):
        yield layout.heading
    yield from (text for text in label_texts(layout) if speaks_for_all(text))


def _wrong(entry: str) -> UserError:
    return UserError("documents.layout_entry", entry=entry)


def _check_words(layout: LabelLayout, known: DocumentType) -> None:
    for name in known.words:
        if name not in layout.words:
            raise _wrong(f"words.{name}")
    for name, text in layout.words.items():
        if name not in known.words:
            raise _wrong(f"words.{name}")
        bound(text, MOST_WORDS)
        _check_slots(name, text, known)
    if HOTLINE not in layout.words["complaint"]:
        raise UserError("label.hotline", number=HOTLINE)
    for name in ("heading", "hidden"):
        if not layout.words[name].replace(BREAK, "").strip():
            raise UserError("documents.layout_unsaid", variable=SlotName(WORD + name))
    for name in (SERIAL, "company"):
        if slots_of(layout.words[name]).count(name) != 1:
            raise UserError("documents.layout_unsaid", variable=SlotName(name))


def _check_slots(name: str, text: str, known: DocumentType) -> None:
    for _, slot, as_date in template(text).slots:
        if as_date or slot not in known.word_slots[name]:
            raise UserError("documents.layout_variable", entry=SlotName(f"words.{name}"), variable=slot)


def _check_colours(layout: LabelLayout) -> None:
    for name in COLOURS:
        if name not in layout.colours:
            raise _wrong(f"colours.{name}")
    for name, colour in layout.colours.items():
        if name not in COLOURS or not _COLOUR.fullmatch(colour):
            raise _wrong(f"colours.{name}")


def _check_class(layout: LabelLayout, known: DocumentType, entry: str, one: LabelClass) -> None:
    for side, lines in (("top", one.top), ("bottom", one.bottom)):
        if len(lines) > MOST_LINES:
            raise _wrong(f"{entry}.{side}")
        for place, line in enumerate(lines, 1):
            _check_line(layout, f"{entry}.{side}.{place}", line)
    times = Counter(line.word for line in one.lines)
    for word in WORDS:
        if times[word] > 1:
            raise UserError("label.line_twice", line=SlotName(WORD + word), **_size(one))
    for said in known.says:
        word = said.removeprefix(WORD)
        if not times[word]:
            raise UserError("label.line_missing", line=SlotName(WORD + word), **_size(one))
    if one.frame > one.edge:
        raise UserError("label.frame_inside", **_size(one))


def _size(one: LabelClass) -> dict[str, float]:
    return {"width": one.width, "height": one.height}


def _check_line(layout: LabelLayout, entry: str, line: LabelLine) -> None:
    if not (line.font in FONTS or line.font.startswith(ADDED)):
        raise _wrong(f"{entry}.font")
    if not (line.colour in layout.colours or _COLOUR.fullmatch(line.colour)):
        raise _wrong(f"{entry}.colour")
    if not LEAST_TYPE <= line.least <= line.size:
        raise UserError("label.line_sizes", line=SlotName(WORD + line.word), size=line.size, least=line.least)
    if line.word == SERIAL and line.lines != 1:
        raise _wrong(f"{entry}.lines")


def _check_reached(layout: LabelLayout, one: LabelClass) -> None:
    """A class behind one that takes all its labels would never be used."""
    if layout.class_of(one.width, one.height) is not one:
        raise UserError("label.class_hidden", **_size(one))
