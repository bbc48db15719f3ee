"""Sheets and rolls of labels: where each label lies, how large a code may be on it, and where a used sheet goes on."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from qc_desktop.errors import UserError

DOTS: dict[int, float] = {203: 203.2, 300: 300.0, 600: 600.0}
"""Dots to the inch by what printers are called: thermal ones have eight a millimetre."""
LEAST_DOTS = 4
"""Printer's dots a module."""
LEAST_MODULE = 20 / 53
"""Millimetres: a symbol of 45 modules and its quiet zone are then 20 mm wide."""
QUIET = 4
_SLACK = 0.02
_MM_AN_INCH = 25.4
MOST_ON_A_SHEET = 1000
MOST_KEY = 24
"""Characters of a preset's name."""


@dataclass(frozen=True)
class SheetPreset:
    """A sheet, or with one label a page a roll; lengths in mm, ``left`` and ``top`` to the first label's corner."""

    key: str
    page_width: float
    page_height: float
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    pitch_x: float
    pitch_y: float
    stock: str = ""

    @property
    def called(self) -> str:
        """What a person calls it."""
        return self.stock or self.key

    @property
    def size(self) -> int:
        """Labels a page."""
        return self.columns * self.rows

    @property
    def is_roll(self) -> bool:
        """Whether a page is one label."""
        return self.size == 1

    def corner(self, position: int) -> tuple[float, float]:
        """The upper left corner of the label at ``position`` (from 1, row by row), mm from the page's upper left."""
        row, column = divmod(position - 1, self.columns)
        return self.left + column * self.pitch_x, self.top + row * self.pitch_y


@dataclass(frozen=True)
class SheetMemory:
    """A part-used sheet: its first label that may be free (from 1), and those behind it that are spoiled."""

    first: int = 1
    spoiled: tuple[int, ...] = ()


def check_preset(preset: SheetPreset) -> SheetPreset:
    """``preset`` if its labels lie on the page and apart. Raises UserError in words."""
    lengths = (preset.page_width, preset.page_height, preset.width, preset.height)
    named = 0 < len(preset.key.strip()) <= MOST_KEY
    if not named or not all(math.isfinite(each) and 5 <= each <= 1000 for each in lengths):
        raise UserError("label.preset_size", preset=preset.key)
    if not (min(preset.columns, preset.rows) >= 1 and preset.size <= MOST_ON_A_SHEET):
        raise UserError("label.preset_grid", preset=preset.key, most=MOST_ON_A_SHEET)
    apart_x = preset.columns == 1 or preset.pitch_x >= preset.width - _SLACK
    apart_y = preset.rows == 1 or preset.pitch_y >= preset.height - _SLACK
    if not (apart_x and apart_y):
        raise UserError("label.preset_overlap", preset=preset.key)
    right = preset.left + (preset.columns - 1) * preset.pitch_x + preset.width
    bottom = preset.top + (preset.rows - 1) * preset.pitch_y + preset.height
    inside = min(preset.left, preset.top) >= -_SLACK and right <= preset.page_width + _SLACK
    if not (inside and bottom <= preset.page_height + _SLACK):
        raise UserError("label.preset_page", preset=preset.key)
    return preset


def module_width(preset: SheetPreset, modules: int, dpi: int, most: float, edge: float) -> float:
    """The width of a module in mm: whole dots of a printer with ``dpi``, as wide as label and ``most`` (mm) allow.

    ``modules`` are those on a side without the quiet zone. Raises UserError where that is below four dots or below
    the minimum size, saying whether 600 dots to the inch would do.
    """
    if dpi not in DOTS:
        raise UserError("label.dpi", dpi=dpi, known=list(DOTS))
    found = _widest(preset, modules, dpi, most, edge)
    if found:
        return found
    needed = (modules + 2 * QUIET) * LEAST_MODULE
    said = {"preset": preset.called, "width": preset.width, "height": preset.height, "needed": round(needed, 1)}
    if dpi < 600 and _widest(preset, modules, 600, most, edge):
        raise UserError("label.needs_600", dpi=dpi, **said)
    raise UserError("label.symbol_too_large", **said)


def _widest(preset: SheetPreset, modules: int, dpi: int, most: float, edge: float) -> float:
    """0 where no width will do; a printer with coarse dots may go beyond ``most`` to reach the minimum."""
    dot, across = dot_of(dpi), modules + 2 * QUIET
    room = (min(preset.width, preset.height) - 2 * edge) / across
    wished = int(min(most / 53, room) / dot + 1e-6)
    needed = max(LEAST_DOTS, math.ceil(LEAST_MODULE / dot - 1e-9))
    dots = max(wished, needed)
    return dots * dot if dots * dot <= room + 1e-9 else 0.0


def dot_of(dpi: int) -> float:
    """The width of a printer's dot in mm."""
    return _MM_AN_INCH / DOTS[dpi]


def check_memory(preset: SheetPreset, memory: SheetMemory) -> SheetMemory:
    """``memory`` if it fits ``preset``. Raises UserError where a position is not on the sheet, or no label is free."""
    for position in (memory.first, *memory.spoiled):
        if not 1 <= position <= preset.size:
            raise UserError("label.position", position=position, most=preset.size)
    if not free_positions(preset, memory):
        raise UserError("label.sheet_used_up", preset=preset.called)
    return memory


def position_of(preset: SheetPreset, row: int, column: int) -> int:
    """The position of the label in ``row`` and ``column``, both from 1. Raises UserError beyond the sheet."""
    if not (1 <= row <= preset.rows and 1 <= column <= preset.columns):
        raise UserError("label.row_column", row=row, column=column, rows=preset.rows, columns=preset.columns)
    return (row - 1) * preset.columns + column


def free_positions(preset: SheetPreset, memory: SheetMemory) -> list[int]:
    """The positions of a sheet that can be printed on, in order."""
    return [place for place in range(memory.first, preset.size + 1) if place not in memory.spoiled]


def sheets(preset: SheetPreset, memory: SheetMemory, count: int) -> Iterator[list[int]]:
    """The positions used on each sheet for ``count`` labels: the first sheet is part-used, the others are whole."""
    free = free_positions(preset, memory)
    while count > 0:
        used = free[:count]
        yield used
        count -= len(used)
        free = list(range(1, preset.size + 1))


def sheet_count(preset: SheetPreset, memory: SheetMemory, count: int) -> int:
    """How many sheets ``count`` labels take."""
    first = len(free_positions(preset, memory))
    return 1 + math.ceil(max(count - first, 0) / preset.size) if count > 0 else 0


def memory_after(preset: SheetPreset, memory: SheetMemory, count: int) -> SheetMemory:
    """What is left of the last sheet once ``count`` labels were printed; a new sheet where it is full."""
    if count <= 0:
        return memory
    free = free_positions(preset, memory)
    if count < len(free):
        return SheetMemory(free[count], _from(memory.spoiled, free[count]))
    rest = (count - len(free)) % preset.size
    return SheetMemory(rest + 1) if rest else SheetMemory()


def _from(positions: Collection[int], first: int) -> tuple[int, ...]:
    return tuple(place for place in sorted(positions) if place > first)
