"""The process that parses a workbook: it may be killed, and it may run out of memory, without harm to ours.

It is started by :mod:`qc_desktop.exchange.reading.workbooks` and answers once, in JSON: nothing that comes back from
parsing a stranger's file is ever executed. Its imports are few, because every reading pays for them.
"""

from __future__ import annotations

import datetime as dt
import gc
import io
import json
import os
import sys
from typing import TYPE_CHECKING, TypeAlias

from qc_desktop.exchange import limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

    from python_calamine import CalamineSheet, CalamineWorkbook

    from qc_desktop.domain.cells import Cell

RawCell: TypeAlias = "int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta"
Parsed: TypeAlias = "dict[str, object]"
"""``sheet``, ``sheets`` and ``rows``, each row its number and its cells."""

_PLAIN = frozenset((str, float, int))
"""The kinds of cell that travel as they are; ``bool`` is not among them."""


class Refused(Exception):  # noqa: N818 - a UserError once the reader has put the path in
    """Why a workbook is not read: the code of a sentence and its values, but for the path, which is not known here."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def main() -> None:
    """Parses the workbook on standard input as ``sys.argv`` says; the answer goes to standard output."""
    answer = answer_to(sys.stdin.buffer.read, *json.loads(sys.argv[1]))
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing to tidy up, and freeing every cell takes its time


def main_frozen(channel: Connection, path: str, sheet: str | None, memory: int, seconds: float) -> None:
    """As :func:`main` in a frozen build, whose executable is no interpreter."""
    from pathlib import Path

    channel.send_bytes(answer_to(Path(path).read_bytes, sheet, memory, seconds))
    channel.close()


def answer_to(read: Callable[[], bytes], sheet: str | None, memory: int, seconds: float) -> bytes:
    """What :func:`parse` makes of what ``read`` gives, within ``memory`` more bytes and ``seconds`` of CPU."""
    gc.disable()  # this process lives for one answer, and nothing in it is a cycle
    silence()
    limit(memory, seconds)
    try:
        answer = parse(read(), sheet)
    except Refused as error:
        answer = {"refused": error.code, "params": error.params}
    except MemoryError:
        answer = {"refused": "exchange.too_heavy", "params": {}}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"), default=tagged).encode()


def tagged(value: object) -> dict[str, str]:
    """A day or a moment, which JSON has no form for."""
    if isinstance(value, dt.datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    raise TypeError(type(value))


def silence() -> None:
    """A parser that runs out of memory or panics writes to stderr; the reader gets a sentence instead."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def limit(extra: int, seconds: float) -> None:
    """Lets this process take ``extra`` bytes more, and ``seconds`` of CPU should nobody be left to kill it.

    Windows has no such limits and relies on those of sniffing.
    """
    try:
        import resource
    except ImportError:
        return
    limit_memory(extra)
    _lower(resource.RLIMIT_CPU, int(seconds) + 2)


def limit_memory(extra: int) -> None:
    """Lets this process take ``extra`` bytes more, where the system has such a limit."""
    try:
        import resource
    except ImportError:
        return
    _lower(resource.RLIMIT_AS, _address_space(resource.getpagesize()) + extra)


def _lower(kind: int, allowed: int) -> None:
    """Lowers a limit of this process for good; one that is lower already stays."""
    import resource

    _, hard = resource.getrlimit(kind)
    if hard == resource.RLIM_INFINITY or allowed < hard:
        resource.setrlimit(kind, (allowed, hard))


def _address_space(page: int) -> int:
    """What this process has mapped, in bytes; 0 where the system does not say."""
    try:
        statm = os.open("/proc/self/statm", os.O_RDONLY)
    except FileNotFoundError:
        return 0
    with os.fdopen(statm, encoding="ascii") as stream:
        return int(stream.read().split()[0]) * page


def parse(content: bytes, sheet: str | None) -> Parsed:
    """The rows of ``sheet``, or of the sheet that looks most like a list of companies.

    Raises Refused, ``exchange.*``, for what cannot be read, encrypted workbooks and sheets beyond the limits.
    """
    import python_calamine as calamine

    try:
        workbook = calamine.load_workbook(io.BytesIO(content))
        names = _visible_sheets(workbook)
        if not names:
            raise Refused("exchange.no_sheet")
        if sheet is not None and sheet not in workbook.sheet_names:
            raise Refused("exchange.no_such_sheet", sheet=sheet, sheets=list(names))
        chosen, cells = _choose(workbook, names if sheet is None else [sheet])
        return {"sheet": chosen, "sheets": names, "rows": list(_rows(cells))}
    except calamine.PasswordError as error:
        raise Refused("exchange.encrypted") from error
    except calamine.CalamineError as error:
        raise Refused("exchange.damaged") from error


def _visible_sheets(workbook: CalamineWorkbook) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    tables = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in tables if sheet.visible == SheetVisibleEnum.Visible]
    return visible or [sheet.name for sheet in tables]


def _choose(workbook: CalamineWorkbook, names: Sequence[str]) -> tuple[str, CalamineSheet]:
    if len(names) == 1:
        return names[0], workbook.get_sheet_by_name(names[0])
    from qc_desktop.exchange.reading.header import score

    def best_score(sheet: CalamineSheet) -> int:
        top = zip(range(limits.HEADER_ROWS), sheet.iter_rows(), strict=False)
        return max((score([cell_of(cell) for cell in cells]) for _, cells in top), default=0)

    return max(((name, workbook.get_sheet_by_name(name)) for name in names), key=lambda named: best_score(named[1]))


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, Sequence[object]]]:
    """The rows that are not blank, numbered from 1 at the top of the sheet."""
    found = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = trimmed(cells)
        if not row:
            continue
        found += 1
        if found > limits.ROWS:
            raise Refused("exchange.too_many_rows", limit=limits.ROWS)
        if len(row) > limits.COLUMNS:
            raise Refused("exchange.too_many_columns", limit=limits.COLUMNS)
        if any(len(cell) > limits.CELL_CHARACTERS for cell in row if isinstance(cell, str)):
            raise Refused("exchange.cell_too_long", row=number, limit=limits.CELL_CHARACTERS)
        yield number, row if _PLAIN.issuperset(map(type, row)) else [cell_of(cell) for cell in row]


def trimmed(cells: list[RawCell]) -> list[RawCell]:
    """``cells`` without the blank ones at the end."""
    while cells and isinstance(cells[-1], str) and (not cells[-1] or cells[-1].isspace()):
        cells.pop()
    return cells


def cell_of(value: RawCell) -> Cell:
    """``value`` in the kinds that a cell of ours has."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (dt.time, dt.timedelta)):
        return str(value)
    return value
