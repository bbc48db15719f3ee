"""Looks at scans that came from outside, without trusting them: in a process that is killed when one takes too long."""

from __future__ import annotations

import multiprocessing
from types import TracebackType
from typing import TYPE_CHECKING, Self

from qc_desktop.documents.scan_child import MOST_PIXELS, PAGE_LIMIT, run
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from qc_desktop.domain.scans import MediaType

SECONDS = 10.0
"""A file that is not decoded after this time is refused."""


class ScanCheck:
    """One process for any number of files; a new one where the last had to be killed. Use it with ``with``."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def pages(self, path: Path, kind: MediaType, name: str) -> int:
        """How many pages the file at ``path`` has. Raises UserError ``scan.*`` where it cannot be used."""
        pipe = self._pipe or self._begin()
        try:
            pipe.send((str(path), kind.value))
            if not pipe.poll(self._seconds):
                self._end()
                raise UserError("scan.too_slow", name=name)
            word, value = pipe.recv()
        except (EOFError, OSError) as died:  # it ran out of memory, or worse
            self._end()
            raise UserError("scan.not_readable", name=name) from died
        if word == "too_many":
            raise UserError("scan.too_many_pages", name=name, pages=value, limit=PAGE_LIMIT)
        if word == "pixels":
            raise UserError("scan.too_many_pixels", name=name, limit=MOST_PIXELS // 10_000)
        if word == "damaged":
            raise UserError("scan.not_readable", name=name)
        return int(value)

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(target=run, args=(theirs,), daemon=True)
        self._child.start()
        theirs.close()
        return self._pipe

    def _end(self) -> None:
        if self._child is not None and self._pipe is not None:
            self._child.kill()
            self._child.join()
            self._pipe.close()
        self._child = self._pipe = None
