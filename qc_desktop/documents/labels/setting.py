"""A label's texts set: shrunk, then wrapped between words, as far as each line of the layout allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qc_desktop.documents.labels.layout import BREAK, LabelLayout, LabelLine
from qc_desktop.documents.labels.parts import ADVANCE, ASCENT, DESCENT
from qc_desktop.documents.typesetting import Block, fit, set_line, steps
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.documents.values import template
from qc_desktop.domain.headlines import headline

_STEP = 0.25


@dataclass(frozen=True)
class SetText:
    """A text set in the font of a spec: ``tall`` is what it takes of the column's height with ``after``, in mm."""

    line: LabelLine
    text: str
    font: str
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
    parts = said(layout, line.word, facts)
    whole, font = "".join(parts), layout.font(line.font)
    room = (span[1] - span[0]) * POINTS_PER_MM
    largest = round(max(line.size * scale, line.least), 2)
    sizes = steps(largest, min(largest, line.least) if scale <= 1 else largest, _STEP)
    block = _set(parts, whole, font, line.lines, room, sizes)
    return SetText(line, whole, font, block, line.after * scale) if block else None


def said(layout: LabelLayout, word: str, facts: Mapping[str, str]) -> tuple[str, ...]:
    """What ``word`` says of ``facts``, in the parts between which it breaks; () where a value is missing."""
    parts = [template(part).fill(facts) for part in layout.words[word].split(BREAK)]
    found = tuple(part for part in parts if part is not None)
    return found if len(found) == len(parts) and any(found) else ()


def _set(
    parts: tuple[str, ...], whole: str, font: str, most: int, room: float, sizes: tuple[float, ...]
) -> Block | None:
    """One line, shrunk half of the way; else several at the largest size, broken between words."""
    one = fit(whole, font, room, sizes if most == 1 else sizes[: len(sizes) // 2 + 1], 1)
    if one or most == 1:
        return one
    for size, count in ((size, count) for count in range(2, most + 1) for size in sizes):
        broken = parts if len(parts) > 1 else _between_words(whole, font, room / size, count)
        lines = tuple(set_line(part, font) for part in broken)
        if lines and len(lines) <= count and all(each.width * size <= room for each in lines):
            return Block(size, lines)
    return fit(whole, font, room, sizes, most)


def _between_words(text: str, font: str, room: float, count: int) -> tuple[str, ...]:
    return headline(text, room, lambda part: set_line(part, font).width, count)
