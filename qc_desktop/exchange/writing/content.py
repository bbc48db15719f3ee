"""What a list says, whatever it is written as; and how wide text is where Chinese stands in it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from qc_desktop.domain.column_widths import Column, asked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

ListCell: TypeAlias = str | int | float


@dataclass(frozen=True)
class ListContent:
    """A titled list. Every row has a cell per column: text, or a number to count with.

    ``subtitle`` stands under the title (排名不分先后); without a title a workbook begins with the columns' names.
    ``created`` is the moment the file says it was made, so that the same list gives the same bytes.
    """

    title: str
    subtitle: str
    columns: tuple[str, ...]
    rows: tuple[tuple[ListCell, ...], ...]
    created: dt.datetime


def display_width(text: str) -> int:
    """The width of the longest line of ``text`` in half-width characters: a Chinese one counts two."""
    return max((sum(_width(c) for c in line) for line in text.splitlines()), default=0)


def column_widths(columns: Iterable[str], rows: Iterable[Iterable[ListCell]], most: int) -> list[int]:
    """The width that shows the header and every cell of each column, at most ``most`` half-width characters."""
    widths = [display_width(title) for title in columns]
    for row in rows:
        for index, cell in enumerate(row):
            widths[index] = max(widths[index], display_width(str(cell)))
    return [min(width, most) for width in widths]


def lines_needed(row: Iterable[ListCell], widths: Iterable[int]) -> int:
    """How many lines the tallest cell of ``row`` takes when each is wrapped at the width of its column."""
    return max((_lines(str(cell), width) for cell, width in zip(row, widths, strict=True)), default=1)


def _lines(text: str, width: int) -> int:
    return sum(max(1, -(-display_width(line) // max(width - 1, 1))) for line in text.splitlines()) or 1


def ems(text: str) -> float:
    """The width of ``text`` on one line in ems of a Chinese font; capitals are wider than figures."""
    return sum(1.0 if _width(c) == 2 else 0.74 if c.isupper() else 0.55 for c in text)


def asked_by(content: ListContent, title_width: float = 1.0) -> list[Column]:
    """What each column of ``content`` asks for; ``title_width`` is how much wider than cells headings are set."""
    values = zip(*content.rows, strict=True) if content.rows else ((),) * len(content.columns)
    return [
        asked(ems(name) * title_width, [str(cell) for cell in column], ems)
        for name, column in zip(content.columns, values, strict=True)
    ]


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
