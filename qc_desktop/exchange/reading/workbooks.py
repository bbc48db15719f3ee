"""Workbooks (.xlsx .xls .et): parsed in a process of their own that is killed when it takes too long."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange.reading.process import Task, ask
from qc_desktop.exchange.reading.table import Row, SheetData

if TYPE_CHECKING:
    from pathlib import Path

_PARSER_FAILED = 1
"""Exit code of a worker whose parser gave up on the content; one that ran out of memory dies of a signal."""


def read_workbook(
    path: Path,
    sheet: str | None = None,
    *,
    seconds: float = limits.PARSE_SECONDS,
    memory: int = limits.PARSE_MEMORY,
) -> SheetData:
    """The rows of ``sheet`` or of the best sheet of ``path``, within ``seconds`` and ``memory`` bytes.

    Raises UserError ``exchange.too_slow``, ``exchange.too_heavy`` and whatever :func:`worker.parse` raises.
    """
    answer, exit_code = ask(Task(path, sheet, memory, seconds))
    if not answer:
        raise UserError("exchange.damaged" if exit_code == _PARSER_FAILED else "exchange.too_heavy", path=path)
    parsed = json.loads(answer, object_hook=untagged)
    if "refused" in parsed:
        raise UserError(parsed["refused"], path=path, **parsed["params"])
    rows = [Row(number, tuple(cells)) for number, cells in parsed["rows"]]
    return SheetData(parsed["sheet"], tuple(parsed["sheets"]), rows)


def untagged(value: dict[str, Any]) -> object:
    """A day or a moment as :mod:`~qc_desktop.exchange.reading.worker` sends them; other objects as they are."""
    if "day" in value:
        return dt.date.fromisoformat(value["day"])
    if "moment" in value:
        return dt.datetime.fromisoformat(value["moment"])
    return value
