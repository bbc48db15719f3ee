"""After the start the records are held against the issuance register; where they differ the window says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services.ledger.replay import replaying

if TYPE_CHECKING:
    from qc_desktop.domain.findings import Finding
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.shell import Shell


def watch(shell: Shell, desk: Desk, jobs: Jobs) -> None:
    """Looks beside everything else; nobody waits for it."""
    jobs.aside(lambda: replaying(desk.office), partial(_tell, shell))


def _tell(shell: Shell, found: list[Finding]) -> None:
    if not found:
        return
    words = shell.context.words
    said = words.of(found[0])
    if len(found) > 1:
        said += words.text("ledger.more", count=len(found) - 1)
    show = Action(QCoreApplication.translate("RegisterWatch", "Show all"), partial(shell.go, "settings", "health"))
    shell.speaker.say(Tone.BAD, said, show, holds=lambda: True)
