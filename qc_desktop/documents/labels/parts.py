"""A label in parts, in points from its lower left corner."""

from __future__ import annotations

from dataclasses import dataclass

from qc_desktop.documents.typesetting import Line

ADVANCE, ASCENT, DESCENT = 1.2, 0.88, 0.12
"""Of a text's size: from line to line, and above and below its baseline."""
BLACK = "#000000"
RULE = 0.35
"""Points that a fine line is wide."""


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
    """Where a text that differs goes: left end, baseline and size in points, the font's name, the room it has, its
    colour."""

    x: float
    y: float
    size: float
    font: str
    room: float = 0.0
    colour: str = BLACK


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
