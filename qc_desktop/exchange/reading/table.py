"""A list as it was read: headers and rows, each row with its number in the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from qc_desktop.domain.cells import Cell


class Row(NamedTuple):
    """One row: its ``number`` as the spreadsheet shows it (from 1; for CSV the record), and its cells."""

    number: int
    cells: tuple[Cell, ...]


class SheetData(NamedTuple):
    """What a reader hands over: the rows of one sheet that are not blank."""

    sheet: str
    sheets: tuple[str, ...]
    rows: list[Row]
    encoding: str = ""


@dataclass(frozen=True)
class Table:
    """A list in a file. Every row has as many cells as there are headers.

    ``skipped`` are the numbers of rows below the header that are no records (totals, notes, repeated headers).
    ``encoding`` is how a CSV file was decoded, empty for workbooks.
    """

    source: str
    sheet: str
    sheets: tuple[str, ...]
    header_row: int
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    skipped: tuple[int, ...] = ()
    encoding: str = ""

    @property
    def other_sheets(self) -> tuple[str, ...]:
        """The sheets of the file that were not read."""
        return tuple(name for name in self.sheets if name != self.sheet)
