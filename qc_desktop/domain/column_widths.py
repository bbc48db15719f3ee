"""How wide the columns of a printed table are: as its cells ask for, or so that the rows together are lowest."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

_LOST = 0.6
"""Of each line but the last, in the unit of the widths: a line of Chinese seldom ends exactly at its edge."""
_STEPS = (4.0, 2.0, 1.0, 0.5)
_SAMPLE = 600
_WORD = re.compile(r"[!-~]{3,}")
_CHINESE = re.compile(r"[⺀-鿿豈-﫿\U00020000-\U0003FFFF]")
_DIGIT = re.compile(r"\d")
_KEPT, _LONGEST_WORD, _LONGEST_NUMBER = 4.0, 12.0, 24.0
"""Ems that are not broken: a short cell such as 福建省, a foreign word, a number."""
_WHOLE, _FAIR = 9.0, 10.0
"""A column with nothing wider than the first (新疆维吾尔自治区) is not broken where each other one keeps the second."""


@dataclass(frozen=True)
class Column:
    """What a column asks for, in ems: its ``cells`` on one line, and the ``least`` it bears.

    ``coded`` columns hold numbers without Chinese, and stand in the middle; ``filled`` is false where all is empty.
    """

    cells: list[float]
    least: float
    coded: bool
    filled: bool


def asked(heading: float, values: Sequence[str], width: Callable[[str], float]) -> Column:
    """What the column of ``values`` under a heading so wide asks for: numbers and short words are not broken."""
    cells = list(map(width, values))
    filled = [value for value in values if value]
    number = bool(filled) and all(map(_DIGIT.search, filled))
    words = (width(word) for value in filled for word in _WORD.findall(value))
    kept = min(max(cells, default=0.0), _LONGEST_NUMBER if number else _KEPT)
    least = max(heading, kept, min(max(words, default=0.0), _LONGEST_WORD))
    return Column(cells, least, number and not any(map(_CHINESE.search, filled)), bool(filled))


def least_of(columns: Sequence[Column], room: float) -> list[float]:
    """The least of each column, in ``room`` ems: all of a short one, where that leaves the others their fair part."""
    widest = [max([column.least, *column.cells]) for column in columns]
    whole = [wide if wide <= _WHOLE else column.least for wide, column in zip(widest, columns, strict=True)]
    needed = sum(max(kept, min(wide, _FAIR)) for kept, wide in zip(whole, widest, strict=True))
    return whole if needed <= room else [column.least for column in columns]


def fitted(cells: Sequence[Sequence[float]], least: Sequence[float], room: float) -> tuple[float, ...]:
    """Widths for columns of ``cells`` (ems on one line, a sequence per column), in sum at most ``room``.

    Each is as wide as its widest cell where that fits. Where it does not, none is narrower than ``least`` (if these
    fit) and room goes where it saves lines.
    """
    most = [max([low, *column]) for low, column in zip(least, cells, strict=True)]
    if sum(most) <= room:
        return tuple(most)
    if sum(least) >= room:
        return tuple(low * room / sum(least) for low in least)
    every = max(1, len(cells[0]) // _SAMPLE)
    trade = _Trade([column[::every] for column in cells], least, most)
    return trade.settled(_levelled(least, most, room))


def lines_of(cells: Sequence[Sequence[float]], widths: Sequence[float]) -> list[int]:
    """About how many lines each row takes."""
    return list(map(max, zip(*map(_lines, cells, widths), strict=True)))


def _lines(column: Sequence[float], width: float) -> list[int]:
    whole, wrapped = width + 1e-6, max(width - _LOST, 0.5)
    return [1 if cell <= whole else ceil(cell / wrapped) for cell in column]


def _levelled(least: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Every column up to one common width, that which fills ``room``."""
    low, high = 0.0, room
    for _ in range(40):
        level = (low + high) / 2
        taken = sum(max(few, min(many, level)) for few, many in zip(least, most, strict=True))
        low, high = (level, high) if taken <= room else (low, level)
    return [max(few, min(many, low)) for few, many in zip(least, most, strict=True)]


class _Trade:
    """Columns give room to one another as long as that saves lines."""

    def __init__(self, cells: Sequence[Sequence[float]], least: Sequence[float], most: Sequence[float]) -> None:
        self._cells, self._least, self._most = cells, least, most
        self._known: dict[tuple[int, float], list[int]] = {}

    def settled(self, widths: list[float]) -> tuple[float, ...]:
        """``widths`` after all bargains."""
        places = [place for place, low in enumerate(self._least) if low < self._most[place]]
        price = self._price(widths)
        for step in _STEPS:
            bargains = [(giver, taker) for giver in places for taker in places if giver != taker]
            while bargains:
                giver, taker = bargains.pop()
                tried = self._moved(widths, giver, taker, step)
                if tried and (lower := self._price(tried)) < price:
                    widths, price = tried, lower
                    bargains = [(giver, taker) for giver in places for taker in places if giver != taker]
        return tuple(widths)

    def _moved(self, widths: list[float], giver: int, taker: int, step: float) -> list[float]:
        """``widths`` after one gift; [] where the giver has too little, or the taker enough."""
        step = min(step, self._most[taker] - widths[taker])
        if step <= 1e-6 or widths[giver] - step < self._least[giver]:
            return []
        moved = list(widths)
        moved[giver], moved[taker] = widths[giver] - step, widths[taker] + step
        return moved

    def _price(self, widths: Sequence[float]) -> tuple[int, int]:
        """The lines of all rows; then those of all cells."""
        columns = [self._column(place, round(width, 3)) for place, width in enumerate(widths)]
        return sum(map(max, zip(*columns, strict=True))), sum(map(sum, columns))

    def _column(self, place: int, width: float) -> list[int]:
        known = place, width
        if known not in self._known:
            self._known[known] = _lines(self._cells[place], width)
        return self._known[known]
