"""Workbooks (.xlsx .xls .et): parsed in a process of their own that is killed when it takes too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange.reading import worker

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from pathlib import Path

    from qc_desktop.exchange.reading.table import SheetData

_GRACE_SECONDS = 0.5
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
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=worker.main, args=(theirs, str(path), sheet, memory), daemon=True)
    process.start()
    theirs.close()
    try:
        answer = _answer(path, ours, seconds)
    finally:
        ours.close()
        exit_code = _end(process)
    if answer is None:
        raise UserError("exchange.damaged" if exit_code == _PARSER_FAILED else "exchange.too_heavy", path=path)
    if isinstance(answer, worker.Refusal):
        raise UserError(answer.code, **answer.params)
    return answer


def _answer(path: Path, channel: Connection, seconds: float) -> SheetData | worker.Refusal | None:
    """What the worker sent; None if it ended without a word."""
    if not channel.poll(seconds):
        raise UserError("exchange.too_slow", path=path, seconds=round(seconds))
    try:
        answer: SheetData | worker.Refusal = channel.recv()
    except EOFError:
        return None
    return answer


def _end(process: SpawnProcess) -> int | None:
    """Waits for ``process``, kills it if it does not end by itself, and gives its exit code."""
    process.join(_GRACE_SECONDS)
    if process.is_alive():
        process.kill()
        process.join()
    exit_code = process.exitcode
    process.close()
    return exit_code
