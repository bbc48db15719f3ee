"""Lists of what was sent: a carrier's export, an office's own, or rows copied from either."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from qc_desktop.domain import dates
from qc_desktop.domain.cells import Cell, is_blank, text_of
from qc_desktop.domain.company_rows import is_no_record
from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange.columns import normalise
from qc_desktop.exchange.reading.lists import READERS
from qc_desktop.exchange.reading.pasted import SOURCE, pasted_rows
from qc_desktop.exchange.reading.sniff import sniff
from qc_desktop.exchange.reading.table import Row, SheetData, Table
from qc_desktop.paths import resource

WHOSE = ("number", "uscc", "name")
"""Fields that tell whose certificate a row is about."""
_LEAST = 2
_MOST = 0.6
_CARRIERS = re.compile(r"快递|速运|速递|物流|邮政|顺丰|中通|圆通|申通|韵达|极兔|京东|德邦|EMS", re.IGNORECASE)
_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")
_NUMBER = re.compile(r"[A-Z]{1,10}[-/].*\d{3,}", re.IGNORECASE)
_TRACKING = re.compile(r"[A-Z]{0,4}\d{8,24}[A-Z]{0,2}", re.IGNORECASE)
_NAME = re.compile(r"[\u4e00-\u9fff]{4,}")
_COMPANY = re.compile(r"公司|集团|厂$|合作社$|中心$|研究院$|研究所$|商行$")


@cache
def _words() -> tuple[dict[str, str], frozenset[str], dict[str, str]]:
    """Fields by header, headers to pass over, and the header we write for a field."""
    stored = tomllib.loads(resource("exchange", "dispatch_columns.toml").read_text(encoding="utf-8"))
    named: dict[str, list[str]] = stored["dispatch"]
    fields = {normalise(header): field for field, headers in named.items() for header in headers}
    ignored = frozenset(map(normalise, stored["ignored"]["columns"]))
    return fields, ignored, {field: headers[0] for field, headers in named.items()}


def label(field: str) -> str:
    """The header we write for ``field``."""
    return _words()[2][field]


def read_dispatches(path: Path, sheet: str | None = None) -> Table:
    """The list in ``path`` (.xlsx .xls .et .csv by content), its header found. Raises UserError ``exchange.*``."""
    kind = sniff(path)
    reader = next(reader for reader in READERS if reader.kind is kind)
    data = reader.read(path, sheet)
    found = _header(data.rows)
    if found is None:
        raise UserError("dispatch.no_header", path=path)
    return _table(path.name, data, found)


def read_pasted(text: str) -> Table:
    """The list in ``text``, copied from a spreadsheet. Without a header columns are known by what stands in them.

    Raises UserError ``exchange.*`` where there is nothing, ``dispatch.no_header`` where it tells nothing.
    """
    rows = pasted_rows(text)
    found = _header(rows)
    if found is not None:
        return _table(SOURCE, SheetData("", (), rows), found)
    width = max(len(row.cells) for row in rows)
    padded = tuple(_padded(row, width) for row in rows)
    headers = _guessed(padded, width)
    if _known(headers) < _LEAST:
        raise UserError("dispatch.no_header", path=SOURCE)
    return Table(SOURCE, "", (), 0, headers, padded)


def map_columns(headers: Sequence[str]) -> dict[int, str]:
    """Column index (from 0) to field; of two columns with one meaning the first counts."""
    mapping: dict[int, str] = {}
    for index, header in enumerate(headers):
        field = _words()[0].get(normalise(header))
        if field and field not in mapping.values():
            mapping[index] = field
    return mapping


def passed_over(table: Table) -> tuple[str, ...]:
    """Headers of columns that hold something and mean nothing to us."""
    mapping, ignored = map_columns(table.headers), _words()[1]
    return tuple(
        header
        for index, header in enumerate(table.headers)
        if index not in mapping
        and normalise(header) not in ignored
        and any(not is_blank(row.cells[index]) for row in table.rows)
    )


def _known(cells: Sequence[Cell]) -> int:
    found = set(map_columns([cell if isinstance(cell, str) else "" for cell in cells]).values())
    return len(found) if found & set(WHOSE) else 0


def _header(rows: Sequence[Row]) -> int | None:
    best = max(range(min(len(rows), limits.HEADER_ROWS)), key=lambda place: _known(rows[place].cells), default=None)
    return best if best is not None and _known(rows[best].cells) >= _LEAST else None


def _table(source: str, data: SheetData, at: int) -> Table:
    heading, body = data.rows[at], data.rows[at + 1 :]
    width = max(len(row.cells) for row in (heading, *body))
    rows = tuple(_padded(row, width) for row in body if not is_no_record(row.cells) and row.cells != heading.cells)
    if not rows:
        raise UserError("exchange.no_rows", path=source)
    headers = tuple(text_of(cell).strip() for cell in _padded(heading, width).cells)
    return Table(source, data.sheet, data.sheets, heading.number, headers, rows, (), data.encoding)


def _padded(row: Row, width: int) -> Row:
    return Row(row.number, (*row.cells, *([""] * (width - len(row.cells)))))


_LOOKS: Mapping[str, Callable[[str], bool]] = {
    "uscc": lambda text: _CODE.fullmatch(text) is not None,
    "number": lambda text: _NUMBER.fullmatch(text) is not None,
    "sent_on": lambda text: dates.parse(text) is not None,
    "tracking_no": lambda text: _TRACKING.fullmatch(text) is not None,
    "name": lambda text: _COMPANY.search(text) is not None,
    "carrier": lambda text: _CARRIERS.search(text) is not None,
}


def _spoken(rows: Sequence[Row], places: Sequence[int]) -> dict[str, int]:
    """The first column of Chinese words long enough for a company's name: shops and workshops end as they like."""
    for place in places:
        cells = [text for row in rows if (text := text_of(row.cells[place]).strip())]
        if cells and sum(bool(_NAME.search(text)) for text in cells) >= _MOST * len(cells):
            return {"name": place}
    return {}


def _guessed(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """Our header for every column that is known by its cells."""
    known: dict[str, int] = {}
    for place in range(width):
        cells = [text for row in rows if (text := text_of(row.cells[place]).strip())]
        free = (field for field in _LOOKS if field not in known)
        found = next((one for one in free if cells and sum(map(_LOOKS[one], cells)) >= _MOST * len(cells)), None)
        if found is not None:
            known[found] = place
    if not known.keys() & set(WHOSE):
        known |= _spoken(rows, [place for place in range(width) if place not in known.values()])
    called = {place: label(field) for field, place in known.items()}
    return tuple(called.get(place, "") for place in range(width))
