"""Waiting in the window's tests: long enough for a loaded machine, and no longer than it takes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer
from pytestqt.qtbot import QtBot
from typing_extensions import override

PATIENCE_MS = 30_000
TICK_MS = 10


class PatientBot(QtBot):
    """Waits longer than a loaded machine takes; what never comes fails all the same."""

    @override
    def waitUntil(self, callback: Callable[[], object], *, timeout: int = PATIENCE_MS) -> None:
        """Asks whenever this thread has nothing left to do; ticks are for what no event of this thread tells."""
        if not (_holds(callback) or _waited(callback, timeout)):
            super().waitUntil(callback, timeout=0)  # says what did not come

    @override
    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


def _waited(callback: Callable[[], object], timeout: int) -> bool:
    loop, ticking = QEventLoop(), QTimer()
    came = asking = False

    def ask() -> None:
        nonlocal came, asking
        if came or asking:  # a question that waits itself is asked once at a time
            return
        asking = True
        came = _holds(callback)
        asking = False
        if came:
            loop.quit()

    idle = QAbstractEventDispatcher.instance().aboutToBlock
    idle.connect(ask)
    ticking.start(TICK_MS)
    QTimer.singleShot(timeout, loop, loop.quit)
    loop.exec()
    idle.disconnect(ask)
    return came


def _holds(callback: Callable[[], object]) -> bool:
    with suppress(AssertionError):
        return callback() in (None, True)
    return False
