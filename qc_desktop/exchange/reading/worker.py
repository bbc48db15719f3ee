"""The process that parses a workbook: it may be killed, and it may run out of memory, without harm to ours.

It is started by :mod:`qc_desktop.exchange.reading.workbooks` and answers once: SheetData, or the code of a UserError
with its parameters.
"""

from __future__ import annotations

import datetime as dt
import gc
import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange.reading.table import Row, SheetData

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

    from python_calamine import CalamineSheet, CalamineWorkbook

    from qc_desktop.domain.cells import Cell

RawCell: TypeAlias = "int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta"


@dataclass(frozen=True)
class Refusal:
    """A UserError on its way between processes."""

    code: str
    params: dict[str, object]


def main(channel: Connection, path: str, sheet: str | None, memory: int) -> None:
    """Parses ``path`` under a limit of ``memory`` more bytes, and sends the result through ``channel``."""
    gc.disable()  # this process lives for one answer, and nothing in it is a cycle
    _silence()
    limit_memory(memory)
    try:
        answer: SheetData | Refusal = parse(Path(path), sheet)
    except UserError as error:
        answer = Refusal(error.code, error.params)
    except MemoryError:
        answer = Refusal("exchange.too_heavy", {"path": path})
    channel.send(answer)
    channel.close()


def _silence() -> None:
    """A parser that runs out of memory or panics writes to stderr; the reader gets a sentence instead."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def limit_memory(extra: int) -> None:
    """Lets this process take ``extra`` bytes more; Windows has no such limit and relies on those of sniffing."""
    try:
        import resource
    except ImportError:
        return
    allowed = _address_space(resource.getpagesize()) + extra
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or allowed < hard:
        resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


def _address_space(page: int) -> int:
    """What this process has mapped, in bytes; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text(encoding="ascii").split()[0]) * page if statm.exists() else 0


def parse(path: Path, sheet: str | None) -> SheetData:
    """The rows of ``sheet``, or of the sheet that looks most like a list of companies.

    Raises UserError ``exchange.*`` for what cannot be read, encrypted workbooks and sheets beyond the limits.
    """
    import python_calamine as calamine

    try:
        workbook = calamine.load_workbook(io.BytesIO(path.read_bytes()))
        names = _visible_sheets(workbook)
        if not names:
            raise UserError("exchange.no_sheet", path=path)
        if sheet is not None and sheet not in workbook.sheet_names:
            raise UserError("exchange.no_such_sheet", path=path, sheet=sheet, sheets="、".join(names))
        chosen, content = _choose(workbook, names if sheet is None else [sheet])
        return SheetData(chosen, tuple(names), list(_rows(path, content)))
    except calamine.PasswordError as error:
        raise UserError("exchange.encrypted", path=path) from error
    except calamine.CalamineError as error:
        raise UserError("exchange.damaged", path=path) from error


def _visible_sheets(workbook: CalamineWorkbook) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    tables = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in tables if sheet.visible == SheetVisibleEnum.Visible]
    return visible or [sheet.name for sheet in tables]


def _choose(workbook: CalamineWorkbook, names: Sequence[str]) -> tuple[str, CalamineSheet]:
    if len(names) == 1:
        return names[0], workbook.get_sheet_by_name(names[0])
    from qc_desktop.exchange.reading.header import best_score

    sheets = [(name, workbook.get_sheet_by_name(name)) for name in names]
    return max(sheets, key=lambda named: best_score(_top(named[1])))


def _top(sheet: CalamineSheet) -> list[Row]:
    return [
        Row(number, tuple(map(_cell, cells)))
        for number, cells in zip(range(limits.HEADER_ROWS), sheet.iter_rows(), strict=False)
    ]


def _rows(path: Path, sheet: CalamineSheet) -> Iterator[Row]:
    """The rows that are not blank, numbered from 1 at the top of the sheet."""
    found = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = _trimmed(cells)
        if not row:
            continue
        found += 1
        if found > limits.ROWS:
            raise UserError("exchange.too_many_rows", path=path, limit=limits.ROWS)
        if len(row) > limits.COLUMNS:
            raise UserError("exchange.too_many_columns", path=path, limit=limits.COLUMNS)
        if any(isinstance(cell, str) and len(cell) > limits.CELL_CHARACTERS for cell in row):
            raise UserError("exchange.cell_too_long", path=path, row=number, limit=limits.CELL_CHARACTERS)
        yield Row(number, tuple(map(_cell, row)))


def _trimmed(cells: list[RawCell]) -> list[RawCell]:
    end = len(cells)
    while end and (cells[end - 1] == "" or str(cells[end - 1]).isspace()):
        end -= 1
    return cells[:end]


def _cell(value: RawCell) -> Cell:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (dt.time, dt.timedelta)):
        return str(value)
    return value
