"""One label composed: what all labels of a batch have in common, and where that goes in which they differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qc_desktop.documents.labels.layout import BREAK, HiddenBox, LabelClass, LabelLayout, LabelLine
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.typesetting import Block, Line, OverfullError, fit, set_line, steps
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.domain.headlines import headline

VARYING = "serial"
"""The line that differs from label to label; its digits are all of one width."""
_HIDDEN_SAMPLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_HIDDEN_WIDTH = 20.0 / len(_HIDDEN_SAMPLE) * 1.12
"""Of the sample's width: twenty characters that chance made a little wide, and the marks between them."""
_ADVANCE, _ASCENT, _DESCENT = 1.2, 0.88, 0.12
_SCALES = (1.3, 1.2, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""A label with room to spare is set larger, one without smaller, as far as each line's smallest size allows."""
_STEP = 0.25
_MOST_AIR = 0.9
"""Millimetres by which lines move apart where there is room."""
_RULE = 0.35
"""Points that a fine line is wide."""
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Placed:
    """A line of text: its left end and baseline in points from the label's lower left corner."""

    line: Line
    x: float
    y: float
    size: float
    colour: str


@dataclass(frozen=True)
class Slot:
    """Where a text that differs goes: left end, baseline and size in points, the font's name, the room it has."""

    x: float
    y: float
    size: float
    font: str
    room: float = 0.0


@dataclass(frozen=True)
class Cell:
    """A label of ``width`` × ``height`` points. ``symbol`` is the lower left corner of its modules, without the quiet
    zone, ``module`` their width; ``hidden`` has a slot for each row of a hidden code."""

    width: float
    height: float
    texts: tuple[Placed, ...]
    art: bytes
    serial: Slot
    symbol: tuple[float, float]
    module: float
    hidden: tuple[Slot, ...] = ()


@dataclass(frozen=True)
class SymbolPlan:
    """``size`` modules on a side without the quiet zone, each ``module`` mm wide; a printer's dot is ``dot`` mm."""

    size: int
    module: float
    dot: float
    quiet: int = 4

    @property
    def side(self) -> float:
        """The width of the symbol with its quiet zone, in mm."""
        return (self.size + 2 * self.quiet) * self.module


def cell(
    layout: LabelLayout,
    facts: Mapping[str, str],
    size: tuple[float, float],
    symbol: SymbolPlan,
    *,
    hidden: bool = False,
) -> Cell:
    """A label of ``size`` mm (width, height) of the batch that ``facts`` tells of, its serial among them.

    Raises OverfullError where a text or the symbol has no room, MissingGlyphError for a character that no font prints.
    """
    width, height = size
    kind = layout.class_of(width, height)
    if kind is None or symbol.side > min(width, height) or (hidden and kind.hidden is None):
        raise OverfullError("symbol", f"{symbol.side:.1f} mm")
    left = _on_dot(kind.edge if kind.edge + symbol.side < width else 0.0, symbol.dot)
    bottom = _on_dot((height - symbol.side) / 2, symbol.dot)
    column = left + symbol.side + kind.gap, width - kind.edge
    found = _column(layout, kind, facts, column, height, kind.hidden if hidden else None)
    quiet = symbol.quiet * symbol.module
    return Cell(
        width=width * POINTS_PER_MM,
        height=height * POINTS_PER_MM,
        texts=tuple(found.texts),
        art=_frame(layout, kind, size) + b"".join(found.art),
        serial=found.serial,
        symbol=((left + quiet) * POINTS_PER_MM, (bottom + quiet) * POINTS_PER_MM),
        module=symbol.module * POINTS_PER_MM,
        hidden=tuple(found.hidden),
    )


def _on_dot(mm: float, dot: float) -> float:
    return round(mm / dot) * dot


@dataclass
class _Column:
    texts: list[Placed]
    art: list[bytes]
    serial: Slot
    hidden: list[Slot]


def _column(
    layout: LabelLayout,
    kind: LabelClass,
    facts: Mapping[str, str],
    span: tuple[float, float],
    height: float,
    hidden: HiddenBox | None,
) -> _Column:
    """The text beside the symbol, as large as has room between ``span`` (mm)."""
    box = _hidden_box(layout, hidden, span) if hidden else None
    room = height - 2 * kind.edge - (box.height + box.after if box else 0.0)
    longest: tuple[str, str] = ("", "")
    for scale in _SCALES:
        top = [_block(layout, line, facts, span, scale) for line in _said(layout, kind.top, facts)]
        bottom = [_block(layout, line, facts, span, scale) for line in _said(layout, kind.bottom, facts)]
        fitting = [each for each in (*top, *bottom) if each is not None]
        if len(fitting) < len(top) + len(bottom):
            continue
        spare = room - sum(each.tall for each in fitting)
        if spare >= -0.01:
            above, below = fitting[: len(top)], fitting[len(top) :]
            return _placed(layout, kind, span, height, above, below, box, spare)
        longest = max(((each.line.word, each.text) for each in fitting), key=lambda said: len(said[1]))
    raise OverfullError(*longest) if longest[1] else _too_wide(layout, kind, facts, span)


def _said(layout: LabelLayout, lines: Sequence[LabelLine], facts: Mapping[str, str]) -> list[LabelLine]:
    """Those of ``lines`` whose values are all there."""
    return [line for line in lines if all(facts.get(name) for name in _SLOT.findall(layout.words[line.word]))]


def _too_wide(
    layout: LabelLayout, kind: LabelClass, facts: Mapping[str, str], span: tuple[float, float]
) -> OverfullError:
    """Which text has no room even at its smallest."""
    lines = _said(layout, (*kind.top, *kind.bottom), facts)
    line = next(line for line in lines if _block(layout, line, facts, span, _SCALES[-1]) is None)
    return OverfullError(line.word, layout.words[line.word].format(**facts))


@dataclass(frozen=True)
class _Block:
    """A text set: ``tall`` is what it takes of the column's height with ``after``, in mm."""

    line: LabelLine
    text: str
    block: Block
    after: float

    @property
    def tall(self) -> float:
        inner = (len(self.block.lines) - 1) * _ADVANCE + _ASCENT + _DESCENT
        return inner * self.block.size / POINTS_PER_MM + self.after


def _block(
    layout: LabelLayout, line: LabelLine, facts: Mapping[str, str], span: tuple[float, float], scale: float
) -> _Block | None:
    """``line`` at ``scale``: shrunk, then wrapped; None where it has no room. What is enlarged is never shrunk."""
    text = layout.words[line.word].format(**facts)
    room = (span[1] - span[0]) * POINTS_PER_MM
    largest = round(max(line.size * scale, line.least), 2)
    block = _set(text, line, room, steps(largest, min(largest, line.least) if scale <= 1 else largest, _STEP))
    return _Block(line, text.replace(BREAK, ""), block, line.after * scale) if block else None


def _set(text: str, line: LabelLine, room: float, sizes: tuple[float, ...]) -> Block | None:
    """One line, shrunk half of the way; else several at the largest size, broken between words."""
    whole = text.replace(BREAK, "")
    one = fit(whole, line.font, room, sizes if line.lines == 1 else sizes[: len(sizes) // 2 + 1], 1)
    if one or line.lines == 1:
        return one
    for size, count in ((size, count) for count in range(2, line.lines + 1) for size in sizes):
        parts = text.split(BREAK) if BREAK in text else _between_words(whole, line.font, room / size, count)
        lines = tuple(set_line(part, line.font) for part in parts)
        if lines and len(lines) <= count and all(each.width * size <= room for each in lines):
            return Block(size, lines)
    return fit(whole, line.font, room, sizes, line.lines)


def _between_words(text: str, font: str, room: float, count: int) -> tuple[str, ...]:
    return headline(text, room, lambda part: set_line(part, font).width, count)


def _placed(
    layout: LabelLayout,
    kind: LabelClass,
    span: tuple[float, float],
    height: float,
    top: Sequence[_Block],
    bottom: Sequence[_Block],
    box: _Hidden | None,
    spare: float,
) -> _Column:
    made = _Column([], [], Slot(0.0, 0.0, 0.0, ""), [])
    air = min(max(spare, 0.0) / (len(top) + len(bottom)), _MOST_AIR)
    at = height - kind.edge
    for each in top:
        _put(made, layout, each, span, at)
        at -= each.tall + air
    at = kind.edge
    for each in bottom:
        at += each.tall
        _put(made, layout, each, span, at)
        at += air
    if box:
        _put_hidden(made, layout, box, span[0], at + box.after)
    return made


def _put(made: _Column, layout: LabelLayout, each: _Block, span: tuple[float, float], at: float) -> None:
    """Puts a text with its top at ``at`` mm from the label's foot."""
    line, left, size = each.line, span[0] * POINTS_PER_MM, each.block.size
    baseline = at * POINTS_PER_MM - _ASCENT * size
    for number, text in enumerate(each.block.lines):
        x, y = round(left + text.lead * size, 2), round(baseline - number * _ADVANCE * size, 2)
        if line.word == VARYING:
            made.serial = Slot(x, y, size, line.font)
        else:
            made.texts.append(Placed(text, x, y, size, layout.colours[line.colour]))
    if line.rule:
        under = (at - each.tall + each.after / 2) * POINTS_PER_MM
        path = drawing.line(left, under, span[1] * POINTS_PER_MM, under)
        made.art.append(drawing.stroke(layout.colours["line"], _RULE) + path + b"S\n")


@dataclass(frozen=True)
class _Hidden:
    """The box of a hidden code, in mm, and its rows."""

    width: float
    height: float
    after: float
    size: float
    rows: int
    word: Line


_WORD_SIZE = 4.5
_PAD = 1.4
"""Points between the box of a hidden code and what stands in it."""


def _hidden_box(layout: LabelLayout, box: HiddenBox, span: tuple[float, float]) -> _Hidden:
    """The box on one row, or on two where the column is narrow. Raises OverfullError where neither has room."""
    word = set_line(layout.words["hidden"], "sans")
    marks = set_line("---", "sans").width * box.size
    whole = set_line(_HIDDEN_SAMPLE, "sans").width * _HIDDEN_WIDTH * box.size + marks
    for rows in (1, 2):
        width = (whole / rows + word.width * _WORD_SIZE + 3 * _PAD) / POINTS_PER_MM
        if width <= span[1] - span[0]:
            return _Hidden(width, (rows * box.size * 1.1 + 2 * _PAD) / POINTS_PER_MM, box.after, box.size, rows, word)
    raise OverfullError("hidden", layout.words["hidden"])


def _put_hidden(made: _Column, layout: LabelLayout, box: _Hidden, left: float, bottom: float) -> None:
    """The box to scratch off: its dashed outline, its word, and slots for the rows of the code."""
    x, y = left * POINTS_PER_MM, bottom * POINTS_PER_MM
    height = box.height * POINTS_PER_MM
    outline = drawing.stroke(layout.colours["accent"], _RULE) + b"[1.4 1.1] 0 d\n"
    path = drawing.rounded(x, y, box.width * POINTS_PER_MM, height, 1.0)
    made.art.append(b"q " + outline + path + b"S Q\n")
    middle = y + height / 2
    beside = round(middle - (_ASCENT - _DESCENT) / 2 * _WORD_SIZE, 2)
    made.texts.append(Placed(box.word, round(x + _PAD, 2), beside, _WORD_SIZE, layout.colours["accent"]))
    indent = round(x + box.word.width * _WORD_SIZE + 2 * _PAD, 2)
    pitch = box.size * 1.1
    first = middle + (box.rows - 1) * pitch / 2 - (_ASCENT - _DESCENT) / 2 * box.size
    room = x + box.width * POINTS_PER_MM - _PAD - indent
    made.hidden += [Slot(indent, round(first - row * pitch, 2), box.size, "sans", room) for row in range(box.rows)]


def _frame(layout: LabelLayout, kind: LabelClass, size: tuple[float, float]) -> bytes:
    if not kind.frame:
        return b""
    inset, width, height = kind.frame * POINTS_PER_MM, size[0] * POINTS_PER_MM, size[1] * POINTS_PER_MM
    path = drawing.rounded(inset, inset, width - 2 * inset, height - 2 * inset, 2.5)
    return drawing.stroke(layout.colours["line"], _RULE) + path + b"S\n"
