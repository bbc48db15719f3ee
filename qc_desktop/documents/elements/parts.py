"""The parts of a flow, set: a sentence, a value that is made to fit, lines of lists, clauses in columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.elements.headline import hanging, headline
from qc_desktop.documents.elements.part import Part, Region, Stacked
from qc_desktop.documents.elements.written import fill, items, items_of, signature
from qc_desktop.documents.scene import Spot, Text, demand_short, fit_block, justified, put
from qc_desktop.documents.typesetting import Block, paragraph, set_line
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.values import Values

_COLUMN_GAP = 1.2
_ORDINAL = 1.6
"""The room of an ordinal before its clause, in ems."""


def stacked(layout: Layout, part: Part, region: Region, values: Values, scale: float) -> Stacked | None:
    """``part`` of a record at ``scale``, or None where it has nothing to say. Raises OverfullError."""
    room = Region(region.left + part.left, region.width - part.left - part.right)
    if part.set == "lines":
        return _lines(layout, part, room, tuple(values.lines(part.text)), tuple(values.lines(part.short)), scale)
    if part.set == "columns":
        return _columns(layout, part, room, _short(part, _clauses(part, values)), scale)
    if part.set == "items":
        return items(layout, part, room, _each_short(part, items_of(part, values)), _scaled(part, scale))
    if part.set == "fill":
        label, filled = _short(part, (values.one(part.text[:1])[0], values.one(part.text[1:])[0]))
        return fill(layout, part, room, (label, filled), _scaled(part, scale))
    if part.set == "signature":
        lines = tuple(line for line, _ in values.lines(part.text))
        return signature(layout, part, room, lines, _scaled(part, scale))
    if part.set == "hanging":
        label, text = _short(part, (values.one(part.text[:1])[0], values.one(part.text[1:])[0]))
        return hanging(layout, part, room, (label, text), _scaled(part, scale)) if text else None
    text, shared = values.one(part.text)
    if not text:
        return None
    demand_short(text, part.id)
    if part.set == "fit":
        return _fit(layout, part, room, text)
    if part.set == "headline":
        return headline(layout, part, room, text, _scaled(part, scale))
    return (_shared_sentence if shared else _sentence)(layout, part, room, text, scale, shared)


def _short(part: Part, texts: tuple[str, ...]) -> tuple[str, ...]:
    """``texts``, none of them longer than a page. Raises OverfullError."""
    demand_short("".join(texts), part.id)
    return texts


def _each_short(part: Part, texts: tuple[str, ...]) -> tuple[str, ...]:
    """``texts``, which may go on overleaf, no single one longer than a page. Raises OverfullError."""
    for text in texts:
        demand_short(text, part.id)
    return texts


def _clauses(part: Part, values: Values) -> tuple[str, ...]:
    """The clauses: each item of the lists that the part names."""
    items: list[str] = []
    for text in part.text:
        found = values[text.strip("{}")]
        items += [found] if isinstance(found, str) else found
    return tuple(filter(None, items))


def _scaled(part: Part, scale: float) -> tuple[float, float]:
    """Size and leading at ``scale``: the size not below its least, the leading in proportion."""
    size = max(round(part.size * scale, 2), part.least)
    return size, part.step * (0.25 + 0.75 * size / part.size)


def _spot(room: Region, leading: float) -> Spot:
    return Spot(room.left, 0.0, room.width, leading)


def _sentence(layout: Layout, part: Part, room: Region, text: str, scale: float, shared: bool) -> Stacked:
    size, leading = _scaled(part, scale)
    block = justified(part, room.width, text, size)
    texts = put(layout, part, _spot(room, leading), block, shared)
    return Stacked(part.gap, leading, len(block.lines), tuple(texts))


_shared_sentence = for_a_batch(256)(_sentence)


def _fit(layout: Layout, part: Part, room: Region, text: str) -> Stacked:
    block = fit_block(part, room.width, text, part.id)
    texts = put(layout, part, _spot(room, part.step), block, shared=False)
    return Stacked(part.gap, part.step, len(block.lines), tuple(texts))


_Said = tuple[tuple[str, bool], ...]


@for_a_batch(256)
def _lines(layout: Layout, part: Part, room: Region, said: _Said, short: _Said, scale: float) -> Stacked | None:
    size, leading = _scaled(part, scale)
    width = room.width * POINTS_PER_MM / size - part.indent
    texts: list[Text] = []
    for row, (line, _) in enumerate(said):
        fits = set_line(line, part.font).width <= width or row >= len(short)
        block = Block(size, (set_line(line if fits else short[row][0], part.font),))
        texts += put(layout, part, Spot(room.left, row * leading, room.width, leading), block, shared=False)
    return Stacked(part.gap, leading, len(said), tuple(texts)) if said else None


@for_a_batch(64)
def _columns(layout: Layout, part: Part, room: Region, clauses: tuple[str, ...], scale: float) -> Stacked | None:
    """The clauses with their ordinals, in as many columns as they fit."""
    if not clauses:
        return None
    size, leading = _scaled(part, scale)
    columns = next((count for count in (3, 2) if _fits(part, room, size, clauses, count)), 1)
    wide = room.width / columns
    texts: list[Text] = []
    row = 0
    for number, clause in enumerate(clauses):
        spot = Spot(room.left + wide * (number % columns), row * leading, wide, leading)
        lines = list(_clause(layout, part, spot, size, number, clause))
        texts += lines
        if columns == 1:
            row += len({text.y for text in lines})
        elif number % columns == columns - 1 or number == len(clauses) - 1:
            row += 1
    return Stacked(part.gap, leading, row, tuple(texts))


def _fits(part: Part, room: Region, size: float, clauses: tuple[str, ...], columns: int) -> bool:
    wide = room.width * POINTS_PER_MM / columns / size - _ORDINAL - _COLUMN_GAP
    return all(set_line(clause, part.font).width <= wide for clause in clauses)


def _clause(layout: Layout, part: Part, spot: Spot, size: float, number: int, clause: str) -> Iterator[Text]:
    """An ordinal, Chinese up to ten, and the clause beside it."""
    ordinals = layout.words["ordinals"]
    ordinal = ordinals[number] if number < len(ordinals) else str(number + 1)
    aside = _ORDINAL * size / POINTS_PER_MM
    marked: Any = replace(part, colour=part.mark_colour, font=part.mark_font)
    yield from put(layout, marked, spot, Block(size, (set_line(ordinal, marked.font),)))
    beside = spot._replace(x=spot.x + aside, width=spot.width - aside)
    lines = paragraph(clause, part.font, beside.width * POINTS_PER_MM / size)
    yield from put(layout, part, beside, Block(size, lines))
