"""Locks what the issuing passphrase opened when nobody has touched the window for a while; what is typed stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from qc_desktop.domain import dates
from qc_desktop.gui.widgets.passphrase import forget_passphrases

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.shell import Shell

LOOK_MS = 10_000
_TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)


class IdleLock(QObject):
    """Watches ``shell``, and forgets the keys and every typed passphrase after ``minutes()`` without a touch.

    It goes by the clock, so that a PC that slept wakes up locked. A job that runs goes on with the keys it was given.
    """

    def __init__(
        self, shell: Shell, desk: Desk, minutes: Callable[[], int], clock: Callable[[], dt.datetime] = dates.now
    ) -> None:
        super().__init__(shell)
        self._shell, self._desk, self._minutes, self._clock = shell, desk, minutes, clock
        self._touched, self._was_open, self._is_watching = clock(), desk.keys is not None, False
        self._timer = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        shell.lock_wanted.connect(self.lock)
        input_method = QGuiApplication.inputMethod()  # it may keep the keys of a composition to itself
        input_method.cursorRectangleChanged.connect(self._touch)

    def look(self) -> None:
        """Locks where nobody was here for long enough."""
        self._watch()
        now = self._clock()
        if self._desk.keys is not None and not self._was_open:
            self._touched = now  # it counts anew with each unlock
        self._was_open = self._desk.keys is not None
        self._touched = min(self._touched, now)  # the clock was set back
        if now - self._touched >= dt.timedelta(minutes=self._minutes()):
            self.lock()

    def lock(self) -> None:
        """Forgets the keys, and what is typed of passphrases; nothing else."""
        was_open = self._desk.keys is not None
        self._desk.lock()
        self._was_open = False
        forget_passphrases(self._shell)
        if was_open:
            self._shell.show_locked()

    def _watch(self) -> None:
        """Follows the window's input, once it has a window of the system."""
        handle = self._shell.windowHandle()
        if handle is not None and not self._is_watching:
            handle.installEventFilter(self)
            self._is_watching = True

    def _touch(self) -> None:
        self._touched = self._clock()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touch()
        return False
