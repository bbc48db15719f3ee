"""Files that came from outside are looked at in a process of its own, which is killed when it takes too long."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from qc_desktop.documents.outside.codes_child import limit_memory

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Answer: TypeAlias = tuple[str, Any]


class Killable:
    """Has ``answer`` asked in one process for any number of files, a new one where the last had to be killed.

    ``answer`` is a function of a module, so that the process finds it. Use it with ``with``.
    """

    def __init__(self, answer: Callable[..., Answer], seconds: float) -> None:
        self._answer, self._seconds = answer, seconds
        self._child: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def ask(self, *question: object) -> Answer:
        """What the process answers; ("too_slow", None) or ("died", None) where it does not."""
        pipe = self._pipe or self._begin()
        try:
            pipe.send(question)
            if pipe.poll(self._seconds):
                answered: Answer = pipe.recv()
                return answered
        except (EOFError, OSError):  # it ran out of memory, or worse
            self._end()
            return "died", None
        self._end()
        return "too_slow", None

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(target=serve, args=(theirs, self._answer), daemon=True)
        self._child.start()
        theirs.close()
        return self._pipe

    def _end(self) -> None:
        if self._child is not None and self._pipe is not None:
            self._child.kill()
            self._child.join()
            self._pipe.close()
        self._child = self._pipe = None


def serve(pipe: Connection, answer: Callable[..., Answer]) -> None:
    """The other side: answers until the pipe is closed."""
    logging.disable()
    limit_memory()
    while True:
        try:
            question = pipe.recv()
        except EOFError:
            return
        pipe.send(answer(*question))
