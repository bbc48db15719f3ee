"""What is said after forms were made, wherever that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.pages import places
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.tasks import Task
    from qc_desktop.services.returns.making import Made


class FormsMade(QObject):
    """Says how many forms were made and where, with a way there."""

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def follow(self, task: Task) -> None:
        """Says so where ``task``, which makes forms, is stopped."""
        said = self.tr("Stopped. No file was left behind.")
        task.cancelled.connect(lambda: self._context.speaker.toast(said))

    def tell(self, made: Made) -> None:
        """Says what ``made`` is."""
        told = self.tr("%n form(s) made in {path}.", "", made.made).format(path=made.path)
        if made.skipped:
            told += " " + self.tr("%n stood there already and were not touched.", "", made.skipped)
        folder = made.path if made.path.is_dir() else made.path.parent
        self._context.speaker.say(Tone.OK, told, Action(self.tr("Open the folder"), lambda: places.show_folder(folder)))
