"""The message above the page. One whose statement is no longer true goes away by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.jobs import Ticket

if TYPE_CHECKING:
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.tokens import Tone
    from qc_desktop.gui.widgets.message_bar import MessageBar
    from qc_desktop.gui.widgets.parts import Action


class Announcer(QObject):
    """Speaks through ``bar``. After every change, and where a person goes to another page, it asks on the reader
    thread whether what it said still holds.
    """

    def __init__(self, bar: MessageBar, jobs: Jobs) -> None:
        super().__init__(bar)
        self._bar = bar
        self._jobs = jobs
        self._holds: Callable[[], bool] | None = None
        self._ticket = Ticket()
        jobs.changed.connect(self.look)

    def say(
        self,
        tone: Tone,
        text: str,
        action: Action | None = None,
        other: Action | None = None,
        holds: Callable[[], bool] | None = None,
    ) -> None:
        """Shows ``text`` until it is put away or replaced, or until ``holds`` is no longer true."""
        self._ticket.tear()
        self._holds = holds
        self._bar.say(tone, text, action, other)

    def look(self) -> None:
        """Asks whether what was said still holds."""
        if self._holds is not None and not self._bar.isHidden():
            self._ticket.tear()
            self._ticket = self._jobs.query(self._holds, self._settle)

    def _settle(self, holds: bool) -> None:
        if not holds:
            self._holds = None
            self._bar.clear()
