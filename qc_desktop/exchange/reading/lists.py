"""Reading a list out of whatever an office sends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.domain.company_rows import is_no_record
from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange.reading import header
from qc_desktop.exchange.reading.csv_text import read_csv
from qc_desktop.exchange.reading.sniff import FileKind, sniff
from qc_desktop.exchange.reading.table import Row, SheetData, Table
from qc_desktop.exchange.reading.workbooks import read_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from qc_desktop.domain.cells import Cell

__all__ = ["READERS", "Reader", "Row", "Table", "read_table", "records"]


@dataclass(frozen=True)
class Reader:
    """How files of one kind are read; ``suffixes`` are for file dialogs, the content decides."""

    kind: FileKind
    suffixes: tuple[str, ...]
    read: Callable[[Path, str | None], SheetData]


READERS: tuple[Reader, ...] = (
    Reader(FileKind.WORKBOOK, (".xlsx", ".xls", ".et", ".xlsm"), read_workbook),
    Reader(FileKind.TEXT, (".csv", ".txt"), read_csv),
)


def read_table(path: Path, sheet: str | None = None) -> Table:
    """The list in ``path`` (.xlsx .xls .et .csv by content): its header found, blank and total lines left out.

    Of several sheets the one whose header is best known is read unless ``sheet`` names one. Raises UserError
    ``exchange.*`` for a file that cannot be read, that has no header we know, or no row below it.
    """
    kind = sniff(path)
    reader = next(reader for reader in READERS if reader.kind is kind)
    return table_of(path, reader.read(path, sheet))


def records(table: Table, mapping: Mapping[int, str]) -> Iterator[tuple[int, dict[str, Cell]]]:
    """Every row of ``table`` as its sheet row number and its cells by field, columns by ``mapping``."""
    for row in table.rows:
        yield row.number, {field: row.cells[index] for index, field in mapping.items()}


def table_of(path: Path, data: SheetData) -> Table:
    """The list in ``data``, which was read from ``path``. Raises UserError without a header or a row below it."""
    found = header.find(data.rows[: limits.HEADER_ROWS])
    if found is None:
        raise UserError("exchange.no_header", path=path, sheet=data.sheet or path.name)
    first, lines = found
    heading, body = data.rows[first : first + lines], data.rows[first + lines :]
    width = max(len(row.cells) for row in (*heading, *body))
    shown = header.headers(heading, width)
    skipped = tuple(row.number for row in body if is_no_record(row.cells) or row.cells == heading[-1].cells)
    left_out = set(skipped)
    rows = tuple(_padded(row, width) for row in body if row.number not in left_out)
    if not rows:
        raise UserError("exchange.no_rows", path=path)
    return Table(path.name, data.sheet, data.sheets, heading[-1].number, shown, rows, skipped, data.encoding)


def _padded(row: Row, width: int) -> Row:
    return row if len(row.cells) == width else Row(row.number, row.cells + ("",) * (width - len(row.cells)))
