"""Chinese lines: where they may break, squeezed punctuation, justification, and names made to fit.

All widths are ems. The rules are those of GB/T 15834-2011 (5.1: which marks may not begin or end a line),
GB/T 9704-2012 (7.3.3: figures and years are not divided) and W3C's CLREQ (3.1.6: adjacent marks share one em).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.fonts.glyphs import face, split_by_face
from qc_desktop.domain.headlines import headline

CLOSING = frozenset("，。、；：？！）》」』】〕〉”’．")
OPENING = frozenset("（《「『【〔〈“‘")
_NEVER_FIRST = CLOSING | frozenset("…—·%‰℃,.;:?!)]}年月日号项条款份")
_NEVER_LAST = OPENING | frozenset("([{第№￥$")
_ATOM = re.compile(r"[A-Za-z0-9]+(?:[.,:/\-–—·_&+@'’][A-Za-z0-9]+)*|.", re.DOTALL)
_MAX_SPREAD = 0.15
"""A line is not spread by more than this many ems a gap; it then ends ragged."""
_GLANCE = 64
"""Characters looked at first of a text that may be far too long."""


class OverfullError(Exception):
    """A text that does not fit its place even at the smallest size."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(field, text)
        self.field = field
        self.text = text


class Run(NamedTuple):
    """Characters of one font; ``squeeze`` ems are taken away after the last."""

    face: str
    text: str
    squeeze: float


class Line(NamedTuple):
    """One line: ``lead`` ems before the first run (negative for an opening mark), ``spacing`` after each character."""

    runs: tuple[Run, ...]
    width: float
    lead: float = 0.0
    spacing: float = 0.0

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Block:
    """Lines at one size, in points."""

    size: float
    lines: tuple[Line, ...]


def _widths(text: str, font: str) -> list[float]:
    """The advance of each character. Raises MissingGlyphError."""
    first = face(font)
    if all(map(first.glyphs.__getitem__, text)):
        return list(map(first.advances.__getitem__, text))
    return [found.advances[char] for found, piece in split_by_face(text, font) for char in piece]


def _squeezes(text: str, widths: list[float]) -> list[float]:
    """What is taken away after each character: half an em between two full-width marks whose blanks meet."""
    squeezes = [0.0] * len(text)
    for place in range(len(text) - 1):
        here, after = text[place], text[place + 1]
        closes = here in CLOSING and widths[place] == 1.0
        opens = after in OPENING and widths[place + 1] == 1.0
        if (closes and (opens or after in CLOSING)) or (opens and here in OPENING):
            squeezes[place] = 0.5
    return squeezes


def _edges(text: str, widths: list[float]) -> tuple[float, float]:
    """The blank halves at the line's ends: before an opening mark, after a closing one."""
    before = 0.5 if text[0] in OPENING and widths[0] == 1.0 else 0.0
    after = 0.5 if text[-1] in CLOSING and widths[-1] == 1.0 else 0.0
    return before, after


@for_a_batch(512)
def set_line(text: str, font: str, spacing: float = 0.0, trim: bool = True) -> Line:
    """``text`` as one line at its natural width; ``trim`` drops the blank half of a mark at either end.

    Raises MissingGlyphError.
    """
    if not text:
        return Line((), 0.0)
    widths = _widths(text, font)
    squeezes = _squeezes(text, widths)
    before, after = _edges(text, widths) if trim else (0.0, 0.0)
    width = sum(widths) - sum(squeezes) - before - after + spacing * (len(text) - 1)
    return Line(_runs(text, font, squeezes), width, -before, spacing)


def _runs(text: str, font: str, squeezes: list[float]) -> tuple[Run, ...]:
    runs: list[Run] = []
    start = 0
    for place, squeeze in enumerate(squeezes):
        if squeeze or place == len(text) - 1:
            pieces = split_by_face(text[start : place + 1], font)
            runs += [Run(piece.name, part, 0.0) for piece, part in pieces[:-1]]
            runs.append(Run(pieces[-1][0].name, pieces[-1][1], squeeze))
            start = place + 1
    return tuple(runs)


def clusters(text: str) -> list[str]:
    """``text`` in the pieces between which a line may break."""
    pieces: list[str] = []
    for atom in _ATOM.findall(text):
        if pieces and (_sticks_to(pieces[-1][-1], atom[0]) or pieces[-1].rstrip()[-1:] in _NEVER_LAST):
            pieces[-1] += atom
        else:
            pieces.append(atom)
    return pieces


def _sticks_to(before: str, after: str) -> bool:
    """Whether ``after`` may not begin a line behind ``before``; measure words stick to figures only."""
    if after in "年月日号项条款份":
        return before.isascii() and before.isdigit()
    return after in _NEVER_FIRST or after == " "


@for_a_batch(256)
def break_lines(text: str, font: str, width: float, indent: float = 0.0) -> tuple[str, ...]:
    """``text`` in lines of at most ``width`` ems, the first shorter by ``indent``; an unbreakable word is cut.

    Blanks at the ends of lines go.
    """
    lines: list[str] = []
    line = ""
    for piece in clusters(text.strip()):
        longer = (line + piece).lstrip()
        if line and _is_wider(longer.rstrip(), font, width - (0.0 if lines else indent)):
            lines.append(line.rstrip())
            longer = piece.lstrip()
        while len(longer) > 1 and _is_wider(longer.rstrip(), font, width - (0.0 if lines else indent)):
            cut = _longest(longer, font, width - (0.0 if lines else indent))
            lines.append(longer[:cut].rstrip())
            longer = longer[cut:].lstrip()
        line = longer
    return (*lines, line.rstrip()) if line.rstrip() else tuple(lines)


def _is_wider(text: str, font: str, room: float) -> bool:
    """Whether ``text`` takes more than ``room``: of one without end only the beginning is set."""
    high = _GLANCE
    while high < len(text) and set_line(text[:high], font).width <= room + 1.0:  # marks may draw an em together
        high *= 2
    return high < len(text) or set_line(text, font).width > room


def _longest(text: str, font: str, room: float) -> int:
    """How many characters of ``text`` fit into ``room``, at least one; rather fewer, to end after a hyphen."""
    fitting = _fitting(text, font, room)
    hyphen = max(text.rfind("-", 0, fitting), text.rfind("/", 0, fitting)) + 1
    return hyphen if hyphen > fitting // 2 else fitting


def _fitting(text: str, font: str, room: float) -> int:
    """How many characters of ``text`` fit, not all, at least one: doubled until too many, then halved down to it."""
    most = len(text) - 1
    high = 2
    while high < most and set_line(text[:high], font).width <= room:
        high *= 2
    return max(1, bisect_right(range(min(high, most) + 1), room, key=lambda cut: set_line(text[:cut], font).width) - 1)


def paragraph(text: str, font: str, width: float, indent: float = 0.0) -> tuple[Line, ...]:
    """``text`` broken and justified to ``width`` ems; the last line ends where it ends."""
    lines = break_lines(text, font, width, indent)
    return tuple(
        _spread(set_line(line, font), width - (indent if place == 0 else 0.0), last=place == len(lines) - 1)
        for place, line in enumerate(lines)
    )


def _spread(line: Line, width: float, *, last: bool) -> Line:
    gaps = len(line.text) - 1
    spare = width - line.width
    if last or gaps < 1 or not 0 < spare <= gaps * _MAX_SPREAD:
        return line
    return Line(line.runs, width, line.lead, spare / gaps)


def balanced(
    text: str, font: str, width: float, most: int, spacing: float = 0.0, *, whole_words: bool = False
) -> tuple[Line, ...]:
    """``text`` in as few lines as needed, about equally long, none wider than ``width`` ems; () where ``most``
    lines do not hold it, or with ``whole_words`` none that divide no word."""
    whole = set_line(text, font, spacing)
    if whole.width <= width:
        return (whole,)
    for count in range(2, most + 1):
        if whole_words:
            found = headline(text, width, _widths_in(font, spacing), count)
            if found:
                return tuple(set_line(line, font, spacing) for line in found)
            continue
        aim = whole.width / count
        while aim <= width:
            lines = tuple(set_line(line, font, spacing) for line in break_lines(text, font, aim))
            if len(lines) <= count and all(line.width <= width for line in lines):
                return lines
            aim += 0.5
    return ()


@cache
def _widths_in(font: str, spacing: float) -> Callable[[str], float]:
    return lambda text: set_line(text, font, spacing, trim=False).width + spacing


@for_a_batch(256)
def fit(
    text: str,
    font: str,
    width: float,
    sizes: tuple[float, ...],
    most: int,
    spacing: float = 0.0,
    *,
    whole_words: bool = False,
) -> Block | None:
    """``text`` within ``width`` points: shrunk on one line, then on up to ``most`` balanced lines; None if overfull.

    ``sizes`` in points, largest first. A name shrinks on one line only half of the way: two lines of a readable
    size are better than one that is hard to read. ``whole_words`` are divided only where no size holds them whole.
    """
    middle = (sizes[0] + sizes[-1]) / 2
    tries = [(size, 1) for size in sizes if most == 1 or size >= middle]
    tries += [(size, count) for count in range(2, most + 1) for size in sizes]
    for size, count in tries:
        lines = balanced(text, font, width / size, count, spacing, whole_words=whole_words)
        if lines:
            return Block(size, lines)
    return fit(text, font, width, sizes, most, spacing) if whole_words else None


@lru_cache(maxsize=256)
def steps(largest: float, smallest: float, step: float = 0.5) -> tuple[float, ...]:
    """Sizes from ``largest`` down to ``smallest`` points, both included."""
    count = int((largest - smallest) / step + 1e-9)
    sizes = [largest - step * place for place in range(count + 1)]
    return tuple(sizes if sizes[-1] == smallest else [*sizes, smallest])
