"""How long the window stands still: the longest time in which its thread comes round to nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

BEAT_MS = 5
SETTLED_MS = 200
"""Longer than any field waits for more to be typed before it asks."""
PATIENCE_MS = 900_000


@dataclass(frozen=True)
class Stall:
    """The longest stall of a step in milliseconds: by the clock, and of the thread's own processor time.

    The second does not grow when others use the machine. ``seconds`` is how long the step took until all was still.
    """

    clock: float
    processor: float
    seconds: float


class Watchdog(QObject):
    """Beats on the window's thread; between two beats the thread was busy, or had nothing to do."""

    def __init__(self) -> None:
        super().__init__()
        self._beat = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._count)
        self._poll = QTimer(self, interval=BEAT_MS)
        self._last = (0.0, 0.0)
        self._longest = (0.0, 0.0)

    def watch(self, act: Callable[[], object], is_still: Callable[[], bool]) -> Stall:
        """Does ``act`` and lets the window live until ``is_still`` has been true for a while.

        Raises TimeoutError where it never is.
        """
        self._last, self._longest = _now(), (0.0, 0.0)
        began = time.perf_counter()
        self._beat.start()
        try:
            act()
            ended = self._wait(is_still)
        finally:
            self._beat.stop()
        clock, processor = self._longest
        return Stall(1000 * clock, 1000 * processor, ended - began)

    def _count(self) -> None:
        now = _now()
        clock, processor = now[0] - self._last[0], now[1] - self._last[1]
        self._longest = max(self._longest[0], clock), max(self._longest[1], processor)
        self._last = now

    def _wait(self, is_still: Callable[[], bool]) -> float:
        """Until all was still; returns the moment when it was."""
        loop, still_since = QEventLoop(), [0.0]

        def look() -> None:
            now = time.perf_counter()
            if not is_still():
                still_since[0] = 0.0
            elif not still_since[0]:
                still_since[0] = now
            elif now - still_since[0] > SETTLED_MS / 1000:
                loop.quit()

        limit = QTimer(interval=PATIENCE_MS, singleShot=True)
        limit.timeout.connect(lambda: loop.exit(1))
        limit.start()
        told = self._poll.timeout.connect(look)
        self._poll.start()
        outcome = loop.exec()
        self._poll.stop()
        self._poll.timeout.disconnect(told)
        if outcome:
            raise TimeoutError("the window does not come to rest")
        return still_since[0]


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()
