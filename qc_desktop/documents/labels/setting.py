"""A label's texts set: shrunk, then wrapped between words, as far as each line of the layout allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qc_desktop.documents.labels.layout import BREAK, LabelLayout, LabelLine
from qc_desktop.documents.labels.parts import ADVANCE, ASCENT, DESCENT
from qc_desktop.documents.typesetting import Block, fit, set_line, steps
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.domain.headlines import headline

_STEP = 0.25


@dataclass(frozen=True)
class SetText:
    """A text set: ``tall`` is what it takes of the column's height with ``after``, in mm."""

    line: LabelLine
    text: str
    block: Block
    after: float

    @property
    def tall(self) -> float:
        """The height in mm."""
        inner = (len(self.block.lines) - 1) * ADVANCE + ASCENT + DESCENT
        return inner * self.block.size / POINTS_PER_MM + self.after


def set_text(
    layout: LabelLayout, line: LabelLine, facts: Mapping[str, str], span: tuple[float, float], scale: float
) -> SetText | None:
    """``line`` at ``scale``: shrunk, then wrapped; None where it has no room. What is enlarged is never shrunk."""
    text = layout.words[line.word].format(**facts)
    room = (span[1] - span[0]) * POINTS_PER_MM
    largest = round(max(line.size * scale, line.least), 2)
    block = _set(text, line, room, steps(largest, min(largest, line.least) if scale <= 1 else largest, _STEP))
    return SetText(line, text.replace(BREAK, ""), block, line.after * scale) if block else None


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
