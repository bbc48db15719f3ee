"""Rows copied in a spreadsheet: tab-separated text, with a header or without."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from qc_desktop.domain.admin_divisions import PROVINCES
from qc_desktop.domain.companies import tier_of
from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange.columns import column_letter, label
from qc_desktop.exchange.reading import header
from qc_desktop.exchange.reading.lists import table_of
from qc_desktop.exchange.reading.table import Row, SheetData, Table

SOURCE = "粘贴的表格"
"""What such a list is called in the history, which speaks the office's language."""
MOST = 0.6
"""Of the cells of a column that hold something: so many must look like what the column is taken for."""


def read_pasted(text: str) -> Table:
    """The list in ``text``. Without a header, columns are known by what stands in them, as far as that tells.

    Raises UserError ``exchange.*`` where there is nothing, or more than a list may have.
    """
    rows = pasted_rows(text)
    if header.find(rows[: limits.HEADER_ROWS]) is not None:
        return table_of(Path(SOURCE), SheetData("", (), rows))
    width = max(len(row.cells) for row in rows)
    padded = tuple(Row(row.number, (*row.cells, *([""] * (width - len(row.cells))))) for row in rows)
    return Table(SOURCE, "", (), 0, _headers(padded, width), padded)


def pasted_rows(text: str) -> list[Row]:
    """The rows of ``text`` that are not blank. Raises UserError ``exchange.*`` for none, and more than a list has."""
    csv.field_size_limit(limits.FILE_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t")
    rows: list[Row] = []
    for number, cells in enumerate(reader, start=1):
        if number > limits.ROWS:
            raise UserError("exchange.too_many_rows", path=SOURCE, limit=limits.ROWS)
        if len(cells) > limits.COLUMNS:
            raise UserError("exchange.too_many_columns", path=SOURCE, limit=limits.COLUMNS)
        if any(len(cell) > limits.CELL_CHARACTERS for cell in cells):
            raise UserError("exchange.cell_too_long", path=SOURCE, row=number, limit=limits.CELL_CHARACTERS)
        if any(map(str.strip, cells)):
            rows.append(Row(number, tuple(cells)))
    if not rows:
        raise UserError("exchange.nothing_pasted")
    return rows


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda cell: compiled.search(cell) is not None


_PLACES = frozenset(called for _, name, short in PROVINCES for called in (name, short))
_LOOKS: Mapping[str, Callable[[str], bool]] = {
    "uscc": _matches(r"^[0-9A-HJ-NPQRTUWXY]{18}$"),
    "contact_email": _matches(r"^[^\s@]+@[^\s@]+\.[a-z]+$"),
    "website": _matches(r"^(https?://|www\.)"),
    "contact_phone": _matches(r"^1[3-9]\d{9}$"),
    "hotline": _matches(r"^(400|800|0\d{2,3}-?)\d{6,8}$|^400-?\d{3}-?\d{4}$"),
    "name": _matches(r"公司|集团|厂$|合作社$|中心$|研究院$|研究所$|商行$|个体"),
    "province": lambda cell: cell in _PLACES,
    "member_tier": lambda cell: tier_of(cell) is not None,
}
"""What the cells of a column without a header look like."""


def _headers(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """Our own header for every column that is known by its cells, the letter of a spreadsheet for the others."""
    known: dict[str, int] = {}
    for place in range(width):
        cells = [text for row in rows if (text := str(row.cells[place]).strip())]
        free = (field for field in _LOOKS if field not in known)
        found = next((field for field in free if _is_mostly(cells, _LOOKS[field])), None)
        if found is not None:
            known[found] = place
    called = {place: label(field) for field, place in known.items()}
    return tuple(called.get(place, f"第{column_letter(place)}列") for place in range(width))


def _is_mostly(cells: Sequence[str], looks: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(looks, cells)) >= MOST * len(cells)
