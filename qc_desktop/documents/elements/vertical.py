"""Vertical Chinese text: columns from right to left; figures, letters and brackets lie on their side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.base import Element
from qc_desktop.documents.scene import Text, demand_short
from qc_desktop.documents.typesetting import OverfullError, set_line, steps
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.values import Values

_PITCH = 1.5
"""From column to column where no distance is given, in ems."""
_BELOW = 0.88
"""From the top of a character's square to its baseline, in ems (the ascent of Chinese fonts)."""
_HANGING = frozenset("，。、；：！？．")
_LYING = frozenset("（）()《》〈〉「」『』【】〔〕[]{}“”‘’—…～-–")


@dataclass(frozen=True, kw_only=True, eq=False)
class VerticalText(Element):
    """Text from top to bottom, its first column at the right edge of the box.

    It shrinks from ``size`` to ``smallest``, then takes up to ``lines`` columns.
    """

    KIND: ClassVar[str] = "vertical"

    text: tuple[str, ...] = ()
    font: str = fields.font()
    size: float = fields.points(16.0, 3.0)
    smallest: float = fields.points(0.0)
    lines: int = fields.count()
    leading: float = fields.mm(0.0, 0.0, 100.0)
    align: str = fields.choice("top", "middle", "bottom")
    colour: str = fields.colour("ink")
    tracking: float = fields.ems(0.0)

    @property
    def least(self) -> float:
        """The smallest size to which a long text may shrink, in points."""
        return self.smallest or self.size

    def written(self) -> Iterator[tuple[str, str]]:
        """Its texts and their font."""
        return ((text, self.font) for text in self.text)

    def texts(self, layout: Layout, values: Values) -> list[Text]:
        """Each character, or figure on its side, at its place. Raises OverfullError."""
        whole, shared = values.one(self.text)
        if not whole:
            return []
        demand_short(whole, self.id)
        size, columns = self._fitted(pieces(whole, self.font))
        pitch = (self.leading or size * _PITCH / POINTS_PER_MM) * POINTS_PER_MM
        right, top = (self.x + self.width) * POINTS_PER_MM, (layout.height - self.y) * POINTS_PER_MM
        made: list[Text] = []
        for number, column in enumerate(columns):
            middle = right - size / 2 - number * pitch
            made += self._column(column, middle, top - self._drop(column, size), size, shared)
        return made

    def _fitted(self, found: list[Piece]) -> tuple[float, list[list[Piece]]]:
        room = self.height * POINTS_PER_MM
        tries = [(size, _broken(found, room / size, self.tracking)) for size in steps(self.size, self.least)]
        for most in range(1, self.lines + 1):
            for size, columns in tries:
                if len(columns) <= most and self._is_wide_enough(len(columns), size):
                    return size, columns
        raise OverfullError(self.id, "".join(piece.text for piece in found))

    def _is_wide_enough(self, columns: int, size: float) -> bool:
        pitch = (self.leading * POINTS_PER_MM) or size * _PITCH
        return size + (columns - 1) * pitch <= self.width * POINTS_PER_MM + 0.01

    def _drop(self, column: list[Piece], size: float) -> float:
        spare = self.height * POINTS_PER_MM - _long(column, self.tracking) * size
        return {"middle": spare / 2, "bottom": spare}.get(self.align, 0.0)

    def _column(self, column: list[Piece], middle: float, top: float, size: float, shared: bool) -> Iterator[Text]:
        for piece in column:
            line = set_line(piece.text, self.font, trim=False)
            if piece.lying:
                x, y = middle - (_BELOW - 0.5) * size, top
            elif piece.text in _HANGING:
                x, y = middle + 0.12 * size, top - (_BELOW - 0.52) * size
            else:
                x, y = middle - line.width * size / 2, top - _BELOW * size
            yield Text(line, round(x, 2), round(y, 2), size, self.colour, shared, turned=piece.lying)
            top -= (piece.length + self.tracking) * size


@dataclass(frozen=True)
class Piece:
    """What stands together in a column: ``length`` ems of it, ``lying`` on its side or upright."""

    text: str
    length: float
    lying: bool


def pieces(text: str, font: str) -> list[Piece]:
    """``text`` character by character, runs of Latin letters and figures together."""
    made: list[Piece] = []
    for char in text:
        lying = char in _LYING or (char.isascii() and not char.isspace())
        if lying and made and made[-1].lying and char.isascii() and made[-1].text.isascii():
            joined = made.pop().text + char
            made.append(Piece(joined, set_line(joined, font, trim=False).width, lying=True))
        else:
            length = set_line(char, font, trim=False).width if lying or char.isspace() else 1.0
            made.append(Piece(char, length, lying))
    return made


def _long(column: list[Piece], tracking: float) -> float:
    return sum(piece.length for piece in column) + tracking * max(0, len(column) - 1)


def _broken(found: list[Piece], room: float, tracking: float) -> list[list[Piece]]:
    """Columns of at most ``room`` ems; a mark that ends a phrase hangs below rather than begin a column."""
    columns: list[list[Piece]] = [[]]
    long = 0.0
    for piece in found:
        count = len(columns[-1])
        if count and long + piece.length + tracking * count > room + 1e-6 and piece.text not in _HANGING:
            columns.append([piece])
            long = piece.length
        else:
            columns[-1].append(piece)
            long += piece.length
    return columns
