"""Starting the process that parses a workbook, hearing its one answer, and ending it whatever happens."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from qc_desktop.errors import UserError
from qc_desktop.exchange.reading import worker

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from pathlib import Path

_GRACE_SECONDS = 0.5
_BOOT = "import sys; sys.path[:] = {!a}; from qc_desktop.exchange.reading.worker import main; main()"
"""Modules are where they are for us; ``site`` and our own main module, which may be large, are not run again."""


class Task(NamedTuple):
    """What to parse, and within which limits: ``memory`` in bytes beyond what the process has when it begins."""

    path: Path
    sheet: str | None
    memory: int
    seconds: float


def ask(task: Task) -> tuple[bytes, int | None]:
    """The answer to ``task``, empty if the process ended without a word, and its exit code.

    Raises UserError ``exchange.too_slow``.
    """
    return ask_frozen(task) if getattr(sys, "frozen", False) else ask_interpreter(task)


def ask_interpreter(task: Task) -> tuple[bytes, int | None]:
    """:func:`ask` by a bare interpreter, which starts in a third of the time that multiprocessing takes."""
    request = json.dumps(task[1:])
    argv = [sys.executable, "-I", "-S", "-c", _BOOT.format(sys.path), request]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    with (
        task.path.open("rb") as content,
        subprocess.Popen(argv, stdin=content, stdout=subprocess.PIPE, creationflags=hidden) as process,
    ):
        atexit.register(process.kill)
        try:
            answer, _ = process.communicate(timeout=task.seconds)
        except subprocess.TimeoutExpired as late:
            raise _too_slow(task) from late
        finally:
            process.kill()
            atexit.unregister(process.kill)
    return answer, process.returncode


def ask_frozen(task: Task) -> tuple[bytes, int | None]:
    """:func:`ask` where our executable is no interpreter: through ``multiprocessing.freeze_support``."""
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=worker.main_frozen, args=(theirs, str(task.path), *task[1:]), daemon=True)
    process.start()
    theirs.close()
    try:
        answer = _heard(task, ours)
    finally:
        ours.close()
        exit_code = _end(process)
    return answer, exit_code


def _heard(task: Task, channel: Connection) -> bytes:
    if not channel.poll(task.seconds):
        raise _too_slow(task)
    try:
        return channel.recv_bytes()
    except EOFError:
        return b""


def _end(process: SpawnProcess) -> int | None:
    """Waits for ``process``, kills it if it does not end by itself, and gives its exit code."""
    process.join(_GRACE_SECONDS)
    if process.is_alive():
        process.kill()
        process.join()
    exit_code = process.exitcode
    process.close()
    return exit_code


def _too_slow(task: Task) -> UserError:
    return UserError("exchange.too_slow", path=task.path, seconds=round(task.seconds))
