"""Parts that letters and forms are made of: paragraphs behind marks, lines to fill in, the signature over its date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.elements.part import Part, Region, Stacked
from qc_desktop.documents.scene import Spot, Text, justified, put
from qc_desktop.documents.typesetting import Block, paragraph, set_line
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.domain.slots import SLOT

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.values import Values

_AFTER_LABEL = 0.3
"""Between a label and the line to write on, in ems."""
_FROM_RIGHT = 4.0
"""A signature's date ends so many characters from the right edge (GB/T 9704-2012, 7.3.5.1)."""

Scaled = tuple[float, float]
"""Size in points and leading in mm."""


def items_of(part: Part, values: Values) -> tuple[str, ...]:
    """The paragraphs: each item of a list, each phrase, each other text."""
    made: list[str] = []
    for text in part.text:
        slot = SLOT.fullmatch(text)
        listed = values[slot[1]] if slot and "." not in slot[1] and not slot[2] else ""
        made += [line for line, _ in values.lines((text,))] if isinstance(listed, str) else listed
    return tuple(filter(None, made))


@for_a_batch(128)
def items(layout: Layout, part: Part, room: Region, said: tuple[str, ...], scaled: Scaled) -> Stacked | None:
    """A paragraph for each item, its first line indented, its mark before it; one alone is not counted."""
    size, leading = scaled
    texts: list[Text] = []
    heads: list[int] = []
    row = 0
    for number, item in enumerate(said):
        mark = _mark(layout, part, number) if len(said) > 1 else ""
        block = justified(part, room.width, mark + item, size)
        texts += put(layout, part, Spot(room.left, row * leading, room.width, leading), block, shared=False)
        heads.append(row)
        row += len(block.lines)
    return Stacked(part.gap, leading, row, tuple(texts), heads=tuple(heads)) if said else None


def _mark(layout: Layout, part: Part, number: int) -> str:
    if part.mark == "unmarked":
        return ""
    ordinals = layout.words.get("ordinals", "")
    if part.mark == "ordinal" and number < len(ordinals):
        return f"{ordinals[number]}、"
    return f"{number + 1}．"


@for_a_batch(128)
def fill(layout: Layout, part: Part, room: Region, said: tuple[str, str], scaled: Scaled) -> Stacked:
    """A label and what is filled in on the line behind it, or the lines left empty."""
    size, leading = scaled
    label = set_line(said[0], part.mark_font, trim=False)
    aside = max(part.aside, (label.width + _AFTER_LABEL) * size / POINTS_PER_MM) if said[0] else part.aside
    left, width = room.left + aside, room.width - aside
    lines = paragraph(said[1], part.font, width * POINTS_PER_MM / size) if said[1] else ()
    texts = put(layout, part, Spot(room.left, 0.0, room.width, leading), Block(size, (label,)), shared=False)
    filled = put(layout, beside(part), Spot(left, 0.0, width, leading), Block(size, lines), shared=False)
    rows = max(part.rows, len(lines), 1)
    rules = tuple((row, left, left + width, part.mark_colour) for row in range(rows))
    return Stacked(part.gap, leading, rows, (*texts, *filled), rules)


def beside(part: Part) -> Part:
    """``part`` for lines that are put where they belong already."""
    return replace(part, indent=0.0, align="left")


@for_a_batch(128)
def signature(layout: Layout, part: Part, room: Region, said: tuple[str, ...], scaled: Scaled) -> Stacked | None:
    """Lines centred over the last, the date, which ends four characters from the right edge; a long one ends there."""
    if not said:
        return None
    size, leading = scaled
    ems, right = size / POINTS_PER_MM, room.left + room.width
    lines = [set_line(line, part.font) for line in said]
    middle = right - (_FROM_RIGHT + lines[-1].width / 2) * ems
    texts: list[Text] = []
    for row, line in enumerate(lines):
        half = line.width * ems / 2
        spot = Spot(min(middle, right - half) - half, row * leading, line.width * ems, leading)
        texts += put(layout, beside(part), spot, Block(size, (line,)), shared=False)
    return Stacked(part.gap, leading, len(lines), tuple(texts), whole=True)
