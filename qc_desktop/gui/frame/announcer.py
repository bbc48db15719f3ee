"""The message above the page. One whose statement is no longer true goes away by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.tasks import Ticket

if TYPE_CHECKING:
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.speaker import Said
    from qc_desktop.gui.widgets.message_bar import MessageBar


READ_S = 10
"""After so many seconds a message has been read by whoever works on."""


class Announcer(QObject):
    """Speaks through ``bar``. After every change, and where a person goes to another page, it asks on the reader
    thread whether what it said still holds.
    """

    def __init__(self, bar: MessageBar, jobs: Jobs, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(bar)
        self._clock = clock
        self._said_at = 0.0
        self._bar = bar
        self._jobs = jobs
        self._holds: Callable[[], bool] | None = None
        self._ticket = Ticket()
        jobs.changed.connect(self.look)

    def say(self, said: Said) -> None:
        """Shows what is ``said`` until it is put away or replaced, or until it no longer holds."""
        self._ticket.tear()
        self._holds, self._said_at = said.holds, self._clock()
        self._bar.say(said.tone, said.text, said.action, said.other)

    def leave_page(self) -> None:
        """A person goes to another page. Good news goes away, and so does what was there long enough to be read; of
        what has a condition it is asked whether it still holds.
        """
        if self._bar.is_good_news or (self._holds is None and self._clock() - self._said_at >= READ_S):
            self._bar.clear()
        self.look()

    def look(self) -> None:
        """Asks whether what was said still holds."""
        if self._holds is not None and not self._bar.isHidden():
            self._ticket.tear()
            self._ticket = self._jobs.query(self._holds, self._settle)

    def _settle(self, holds: bool) -> None:
        if not holds:
            self._holds = None
            self._bar.clear()
