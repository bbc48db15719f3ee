"""Two pieces of code that each want to be the one who calls, joined by a pipe and a thread."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import IO

Work = Callable[[IO[bytes]], None]


class _Piped:
    """Runs ``work`` on one end of a pipe while the body of the ``with`` has the other."""

    mine, theirs = "rb", "wb"

    def __init__(self, work: Work) -> None:
        self._work = work

    def __enter__(self) -> IO[bytes]:
        source, sink = os.pipe()
        mine, theirs = (source, sink) if self.mine == "rb" else (sink, source)
        self._pool = ThreadPoolExecutor(1, "pipe")
        self._done = self._pool.submit(self._run, theirs)
        self._stream = os.fdopen(mine, self.mine)
        return self._stream

    def _run(self, end: int) -> None:
        """Closes its end whatever happens: the other side must not wait for ever."""
        with os.fdopen(end, self.theirs) as stream:
            self._work(stream)

    def _finish(self) -> BaseException | None:
        """Closes this side, waits for the other, and gives what it raised."""
        with suppress(OSError):  # the last bytes of a stream that nobody reads any more
            self._stream.close()
        self._pool.shutdown()
        return self._done.exception()


class Pushed(_Piped):
    """The body writes, ``work`` reads. What ``work`` raised comes out in place of the broken pipe it left."""

    mine, theirs = "wb", "rb"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _at: TracebackType | None
    ) -> None:
        problem = self._finish()
        if problem is not None and (kind is None or isinstance(error, OSError)):
            raise problem from None


class Pulled(_Piped):
    """The body reads, ``work`` writes. What ``work`` raised comes out, unless the body left before the end."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _at: TracebackType | None
    ) -> None:
        read_whole = kind is None and not self._stream.read(1)
        problem = self._finish()
        failed = isinstance(error, Exception) and not isinstance(problem, BrokenPipeError)
        if problem is not None and (read_whole or failed):
            raise problem from None
