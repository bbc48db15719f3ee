"""Asking on the reader thread, one question at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.pages.desk.model import Found, look, look_at_picture, names_file
from qc_desktop.gui.tasks import Ticket

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk


class Asking(QObject):
    """``answered`` carries the Found of the latest question; answers to earlier ones are dropped."""

    answered = Signal(object)  # Found

    def __init__(self, jobs: Jobs, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._desk = desk
        self._ticket = Ticket()

    def ask_live(self, text: str) -> None:
        """Asks while somebody types. A file waits for Return: a path is not there before it is whole."""
        if names_file(text):
            self.forget()
        else:
            self._ask(lambda: look(self._desk.office, text, settled=False))

    def ask(self, text: str) -> None:
        """Asks what somebody has typed, scanned or chosen."""
        self._ask(lambda: look(self._desk.office, text))

    def ask_picture(self, name: str, png: bytes) -> None:
        """Asks what is on a pasted picture."""
        self._ask(lambda: look_at_picture(self._desk.office, name, png))

    def forget(self) -> None:
        """Drops the question on its way."""
        self._ticket.tear()

    def _ask(self, question: Callable[[], Found]) -> None:
        self.forget()
        self._ticket = self._jobs.query(question, self.answered.emit)
