"""After the start the records are held against the issuance register; where they differ the window says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services.ledger import standing
from qc_desktop.services.ledger.replay import replaying

if TYPE_CHECKING:
    from qc_desktop.domain.findings import Finding
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.shell import Shell


def watch(shell: Shell, desk: Desk, jobs: Jobs) -> None:
    """Looks beside everything else; nobody waits for it."""
    jobs.aside(lambda: replaying(desk.office), partial(_tell, shell, desk))


def _tell(shell: Shell, desk: Desk, found: list[Finding]) -> None:
    if not found:
        return
    words = shell.context.words
    said = words.of(found[0])
    if len(found) > 1:
        said += words.text("ledger.more", count=len(found) - 1)
    is_behind = found[0].code in standing.BEHIND
    show = Action(QCoreApplication.translate("RegisterWatch", "Show all"), partial(shell.go, "settings", "health"))
    if is_behind:
        go_on = QCoreApplication.translate("RegisterWatch", "Go on with a reason…")
        show = Action(go_on, partial(shell.go, "settings", "health:register"))
    shell.speaker.say(Tone.BAD, said, show, holds=partial(_holds, desk, is_behind))


def _holds(desk: Desk, is_behind: bool) -> bool:
    """What is not as it was entered stays so; that the register may not go on was perhaps passed over meanwhile."""
    return not is_behind or standing.standing(desk.office).behind is not None
