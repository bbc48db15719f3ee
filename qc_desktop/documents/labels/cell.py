"""One label composed: what all labels of a batch have in common, and where that goes in which they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qc_desktop.documents.elements.base import ink
from qc_desktop.documents.fonts.glyphs import MissingGlyphError, face, members
from qc_desktop.documents.labels.hidden_box import SetHidden, drawn, hidden_box
from qc_desktop.documents.labels.layout import HiddenBox, LabelClass, LabelLayout, LabelLine
from qc_desktop.documents.labels.parts import ADVANCE, ASCENT, RULE, Cell, Placed, Slot, SymbolPlan
from qc_desktop.documents.labels.setting import SetText, said, set_text
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.units import POINTS_PER_MM

VARYING = "serial"
"""The line that differs from label to label; its digits are all of one width."""
_SCALES = (1.3, 1.2, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""A label with room to spare is set larger, one without smaller, as far as each line's smallest size allows."""
_MOST_AIR = 0.9
"""Millimetres by which lines move apart where there is room."""


def cell(
    layout: LabelLayout,
    kind: LabelClass,
    facts: Mapping[str, str],
    size: tuple[float, float],
    symbol: SymbolPlan,
    *,
    hidden: bool = False,
) -> Cell:
    """A label of ``size`` mm (width, height) of the batch that ``facts`` tells of, its serial among them.

    Raises OverfullError where a text has no room, MissingGlyphError for a character that no font prints, UserError for
    a font that is not there.
    """
    width, height = size
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
    box = hidden_box(layout, hidden, span) if hidden else None
    room = height - 2 * kind.rim - (box.height + box.after if box else 0.0)
    longest: tuple[str, str] = ("", "")
    for scale in _SCALES:
        top = [set_text(layout, line, facts, span, scale) for line in _said(layout, kind.top, facts)]
        bottom = [set_text(layout, line, facts, span, scale) for line in _said(layout, kind.bottom, facts)]
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
    return [line for line in lines if said(layout, line.word, facts)]


def _too_wide(
    layout: LabelLayout, kind: LabelClass, facts: Mapping[str, str], span: tuple[float, float]
) -> OverfullError:
    """Which text has no room even at its smallest."""
    lines = _said(layout, (*kind.top, *kind.bottom), facts)
    line = next(line for line in lines if set_text(layout, line, facts, span, _SCALES[-1]) is None)
    return OverfullError(line.word, "".join(said(layout, line.word, facts)))


def _placed(
    layout: LabelLayout,
    kind: LabelClass,
    span: tuple[float, float],
    height: float,
    top: Sequence[SetText],
    bottom: Sequence[SetText],
    box: SetHidden | None,
    spare: float,
) -> _Column:
    made = _Column([], [], Slot(0.0, 0.0, 0.0, ""), [])
    air = min(max(spare, 0.0) / (len(top) + len(bottom)), _MOST_AIR)
    at = height - kind.rim
    for each in top:
        _put(made, layout, each, span, at)
        at -= each.tall + air
    at = kind.rim
    for each in bottom:
        at += each.tall
        _put(made, layout, each, span, at)
        at += air
    if box:
        outline, word, rows = drawn(layout, box, span[0], at + box.after)
        made.art.append(outline)
        made.texts.append(word)
        made.hidden += rows
    return made


def _put(made: _Column, layout: LabelLayout, each: SetText, span: tuple[float, float], at: float) -> None:
    """Puts a text with its top at ``at`` mm from the label's foot."""
    line, left, size = each.line, span[0] * POINTS_PER_MM, each.block.size
    baseline = at * POINTS_PER_MM - ASCENT * size
    for number, text in enumerate(each.block.lines):
        x, y = round(left + text.lead * size, 2), round(baseline - number * ADVANCE * size, 2)
        if line.word == VARYING:
            made.serial = Slot(x, y, size, _only(each), colour=ink(layout.colours, line.colour))
        else:
            made.texts.append(Placed(text, x, y, size, ink(layout.colours, line.colour)))
    if line.rule:
        under = (at - each.tall + each.after / 2) * POINTS_PER_MM
        path = drawing.line(left, under, span[1] * POINTS_PER_MM, under)
        made.art.append(drawing.stroke(layout.colours["line"], RULE) + path + b"S\n")


def _only(serial: SetText) -> str:
    """The font that prints the serial, which is written anew on every label: one alone. Raises MissingGlyphError."""
    font = members(serial.font)[0]
    for char in serial.text:
        if not face(font).has(char):
            raise MissingGlyphError(char)
    return font


def _frame(layout: LabelLayout, kind: LabelClass, size: tuple[float, float]) -> bytes:
    if not kind.frame:
        return b""
    inset, width, height = kind.frame * POINTS_PER_MM, size[0] * POINTS_PER_MM, size[1] * POINTS_PER_MM
    path = drawing.rounded(inset, inset, width - 2 * inset, height - 2 * inset, 2.5)
    return drawing.stroke(layout.colours["line"], RULE) + path + b"S\n"
