"""Taking a change back: the one way for all pages, with words for what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import history

if TYPE_CHECKING:
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.speaker import Speaker
    from qc_desktop.messages import Messages
    from qc_desktop.services.history import CommandRow


class Undoing(QObject):
    """Offers Undo after a change and does it. ``desk`` gives the office at work."""

    def __init__(self, desk: Any, jobs: Jobs, speaker: Speaker, words: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._speaker = speaker
        self._words = words

    def offer(self, told: str, command: int, other: Action | None = None) -> None:
        """Says ``told`` for a while, with Undo for the command ``command``; 0 is nothing to take back.

        ``other`` is what may come next."""
        undo = Action(self.tr("Undo"), lambda: self.take_back(command)) if command else None
        self._speaker.toast(told, undo, other)

    def take_back(self, command: int) -> None:
        """Takes the command ``command`` back, and says what that was."""
        desk = self._desk
        self._jobs.run(lambda: history.undoing(desk.office, command), self._say)

    def _say(self, row: CommandRow) -> None:
        self._speaker.toast(history.told_undone(self._words, row))
