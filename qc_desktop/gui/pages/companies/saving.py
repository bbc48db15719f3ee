"""Saving the form away from the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from qc_desktop.errors import UserError
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.services.companies import entering
from qc_desktop.services.companies.entering import Entered, Entry


class Saver(QObject):
    """Saves one entry at a time.

    ``saved`` carries the result, what :meth:`save` was told of the form, and whether to go on; ``refused`` a
    UserError; ``failed`` tells of a defect, which the window admits.
    """

    saved = Signal(object, int, bool)
    refused = Signal(object)
    failed = Signal()

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.is_saving = False

    def save(self, entry: Entry, edits: int, *, go_on: bool) -> None:
        """Saves ``entry``; a second call while the first is under way is one key too many."""
        if self.is_saving:
            return
        self.is_saving = True
        desk = self._context.services
        task = self._context.jobs.change(
            lambda: entering.enter(desk.office, entry),
            lambda entered: self._finish(entered, entry, edits, go_on),
            self._fail,
        )
        task.crashed.connect(self._give_up)

    def _finish(self, entered: Entered, entry: Entry, edits: int, go_on: bool) -> None:
        self.is_saving = False
        name = entered.detail.values["name"]
        words = self.tr("Pledge entered: {name}") if entry.pledge is not None else self.tr("Saved: {name}")
        self._context.undoing.offer(words.format(name=name), entered.command)
        self.saved.emit(entered, edits, go_on)

    def _give_up(self) -> None:
        """Nothing was saved; it can be tried again."""
        self.is_saving = False
        self.failed.emit()

    def _fail(self, error: UserError) -> None:
        self.is_saving = False
        self.refused.emit(error)
