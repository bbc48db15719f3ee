"""On the PC whose records were packed for another one: says so at every start, until a person works on here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import moving, preferences

if TYPE_CHECKING:
    from qc_desktop.gui.shell import Shell
    from qc_desktop.paths import Profile


def tell(shell: Shell, profile: Profile) -> None:
    """Warns where the records of ``profile`` went to another PC: two that issue give out the same numbers."""
    day = preferences.remembered(profile, moving.MOVED_ON)
    if not day:
        return
    translate = QCoreApplication.translate
    told = translate(
        "MovedOn",
        "These records were packed for another PC on {day}. Issue certificates on one PC only: two would give out "
        "the same numbers.",
    )
    work_here = Action(translate("MovedOn", "Work on this PC again"), partial(_work_here, shell, profile))
    shell.speaker.say(
        Tone.WARN, told.format(day=day), work_here, holds=lambda: bool(preferences.remembered(profile, moving.MOVED_ON))
    )


def _work_here(shell: Shell, profile: Profile) -> None:
    shell.context.jobs.change(lambda: preferences.remember_on_pc(profile, {moving.MOVED_ON: ""}))
