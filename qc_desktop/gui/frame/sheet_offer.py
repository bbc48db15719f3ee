"""Once the issuing passphrase was given, its recovery sheet is offered where it was not printed and proved yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import recovery

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.shell import Shell
    from qc_desktop.services.recovery import SheetState


class SheetOffer(QObject):
    """Says so once a session, behind the first work that took the passphrase: right after the first issue ever."""

    def __init__(self, shell: Shell, desk: Desk, jobs: Jobs) -> None:
        super().__init__(shell)
        self._shell, self._desk, self._jobs = shell, desk, jobs
        self._was_asked = False
        jobs.changed.connect(self._look)

    def _look(self) -> None:
        if self._was_asked or self._desk.keys is None:
            return
        self._was_asked = True
        self._jobs.query(lambda: recovery.state(self._desk.office), self._tell)

    def _tell(self, state: SheetState) -> None:
        if state.proved:
            return
        told = (
            self.tr("The recovery sheet of the issuing passphrase was printed and not checked yet.")
            if state.made
            else self.tr("Print the recovery sheet of the issuing passphrase now: without it nobody can recover it.")
        )
        go = Action(self.tr("See to it"), partial(self._shell.go, "settings", "passphrase:sheet"))
        self._shell.speaker.say(Tone.WARN, told, go)
