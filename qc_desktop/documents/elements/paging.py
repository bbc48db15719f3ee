"""Blocks one below the other over several pages: no paragraph leaves a line alone, what belongs together stays so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qc_desktop.documents.elements.part import Stacked

ABOVE, BELOW = "above", "below"
"""What a block may be held to: the end of what stands before it, or the beginning of what follows."""
_TOGETHER = 2
"""Lines of a paragraph that stay together at the foot and at the top of a page."""
_ROUNDING = 0.005


@dataclass(frozen=True)
class Piece:
    """The rows ``first`` … ``last`` (the last not included) of a block."""

    block: Stacked
    first: int
    last: int

    @property
    def gap(self) -> float:
        """The space above it, in mm: only a block's beginning has one."""
        return self.block.gap if self.first == 0 else 0.0

    @property
    def high(self) -> float:
        """Its height without that, in mm."""
        return self.block.leading * (self.last - self.first)


@dataclass(frozen=True)
class Placed:
    """A piece with its top, in mm below the top of its page's region."""

    piece: Piece
    top: float


def spread(blocks: Sequence[tuple[str, Stacked]], first: float, later: float) -> list[list[Placed]]:
    """``blocks``, each with what it is held to, on pages with so much room in mm; at least one page, be it empty.

    A gap at the top of a later page goes. Raises ValueError where what must stay together is higher than a page.
    """
    pages: list[list[Placed]] = [[]]
    used, room = 0.0, first
    for group in _groups(blocks):
        high = sum(piece.gap + piece.high for piece in group)
        if pages[-1] and used + high > room + _ROUNDING:
            pages.append([])
            used, room = -group[0].gap, later
        if used + high > room + _ROUNDING:
            raise ValueError(high)
        for piece in group:
            used += piece.gap
            pages[-1].append(Placed(piece, used))
            used += piece.high
    return pages


def _groups(blocks: Iterable[tuple[str, Stacked]]) -> Iterator[list[Piece]]:
    """Pieces that stay on one page."""
    group: list[Piece] = []
    holds = False
    for held_to, block in blocks:
        for number, (first, last) in enumerate(pairwise([*_beginnings(block), block.rows])):
            joins = number == 0 and (holds or held_to == ABOVE)
            if group and not joins:
                yield group
                group = []
            group.append(Piece(block, first, last))
        holds = held_to == BELOW
    if group:
        yield group


def _beginnings(block: Stacked) -> Iterator[int]:
    """The rows with which a page may begin."""
    if block.whole:
        yield 0
        return
    for head, end in pairwise([*block.heads, block.rows]):
        yield from (row for row in range(head, end) if row == head or (row - head >= _TOGETHER <= end - row))
