"""Rubbish that holds itself together is looked for while nobody waits: it holds every thread up for as long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from qc_desktop.memory import look_through_everything

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from qc_desktop.gui.jobs import Jobs


class Tidying(QObject):
    """Looks through everything once a person turned to another program and nothing is being done."""

    def __init__(self, app: QGuiApplication, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        app.applicationStateChanged.connect(self.turn)

    @Slot(Qt.ApplicationState)
    def turn(self, state: Qt.ApplicationState) -> None:
        """The window came to the front, or another did."""
        if state != Qt.ApplicationState.ApplicationActive and not (self._jobs.is_busy or self._jobs.is_asking):
            look_through_everything()
