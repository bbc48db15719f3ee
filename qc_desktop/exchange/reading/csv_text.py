"""CSV and other delimited text: byte order mark, strict UTF-8, then GB18030; comma, semicolon or tab."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from qc_desktop.domain.text import looks_like_formula
from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange.reading.table import Row, SheetData

if TYPE_CHECKING:
    from pathlib import Path

DELIMITERS = (",", "\t", ";")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE_RECORDS = 50


def read_csv(path: Path, sheet: str | None = None) -> SheetData:
    """The records of ``path`` that are not blank, numbered as a spreadsheet would number their rows.

    A CSV file has no sheets: naming one raises UserError ``exchange.csv_has_no_sheet``. Otherwise raises UserError
    ``exchange.undecodable``, ``exchange.csv_quotes`` or one of the limits.
    """
    if sheet is not None:
        raise UserError("exchange.csv_has_no_sheet", path=path, sheet=sheet)
    csv.field_size_limit(limits.FILE_BYTES)  # the cells are measured below, in words
    text, encoding = decode(path)
    rows = [Row(number, tuple(cells)) for number, cells in _records(path, text) if any(map(str.strip, cells))]
    return SheetData("", (), rows, encoding)


def decode(path: Path) -> tuple[str, str]:
    """The text of ``path`` and the encoding it was read in."""
    found = decoded(path.read_bytes())
    if found is None:
        raise UserError("exchange.undecodable", path=path)
    return found


def decoded(content: bytes) -> tuple[str, str] | None:
    """The text in ``content`` and its encoding; None where it is no text in any of them."""
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return None


def delimiter_of(text: str) -> str:
    """The delimiter under which most of the first records of ``text`` have one width; the comma if none does."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        widths = Counter(len(record) for record in islice(reader, _SAMPLE_RECORDS))
    except csv.Error:
        return 0, 0
    return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))


def _records(path: Path, text: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    records: list[tuple[int, list[str]]] = []
    try:
        for number, cells in enumerate(reader, start=1):
            records.append((number, [_unquote(cell) for cell in _bounded(path, number, cells)]))
            if number > limits.ROWS:
                raise UserError("exchange.too_many_rows", path=path, limit=limits.ROWS)
    except csv.Error as error:
        raise UserError("exchange.csv_quotes", path=path, line=reader.line_num) from error
    return records


def _bounded(path: Path, number: int, cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > limits.COLUMNS:
        raise UserError("exchange.too_many_columns", path=path, limit=limits.COLUMNS)
    if any(len(cell) > limits.CELL_CHARACTERS for cell in cells):
        raise UserError("exchange.cell_too_long", path=path, row=number, limit=limits.CELL_CHARACTERS)
    return cells


def _unquote(cell: str) -> str:
    """``cell`` without the ' that our own export, and careful others, set before formula-like text."""
    return cell[1:] if cell[:1] == "'" and looks_like_formula(cell[1:]) else cell
