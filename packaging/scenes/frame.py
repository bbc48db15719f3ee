"""Settings, history, manual, and what the window itself says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sample

from .stage import Scene, Stage, page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TYPED = "示例松涛仪器有限公司"
SECTIONS = ("office", "members", "texts", "fonts", "pc", "backup", "moving", "passphrase", "site", "health", "about")


def history_detail(stage: Stage) -> None:
    """A change and what it changed."""
    page = stage.go("history")
    page.table.choose_place(9)
    page.table.verticalScrollBar().setValue(0)


def draft_recovered(stage: Stage) -> QWidget:
    """What was typed before the window closed, offered again."""
    from qc_desktop.services.drafts import Draft

    values = {"company": {}, "pledge": {}, "submit": False, "contacts": None}
    stage.shell.context.drafts.keep(Draft("company", "", TYPED, values, sample.YEAR))
    stage.go("home", "today")
    stage.shell.recovery.offer()
    bar: QWidget = stage.shell._messages
    return bar


def message(stage: Stage) -> None:
    """A sentence above the page with something to do about it, and one that goes away by itself."""
    from qc_desktop.gui.tokens import Tone
    from qc_desktop.gui.widgets.parts import Action

    stage.go("companies", "all")
    shell = stage.shell
    told = shell.tr("Work is still going on. Closing the window now stops it; what is not finished is left out.")
    shell.speaker.say(Tone.WARN, told, Action(shell.tr("Stop it and close"), shell.leave))
    shell.speaker.toast(shell.tr("Something here is not saved or finished yet. Finish it before you close the window."))


def unsaved(stage: Stage) -> None:
    """Something typed that is not saved yet."""
    from PySide6.QtWidgets import QLineEdit

    page = stage.go("settings", "office")
    page.findChild(QLineEdit).setText("示例质量协会")


def signature(stage: Stage) -> None:
    """Whether files are signed, and what that is not."""
    from qc_desktop.gui.widgets.into_view import bring_into_view

    section = stage.go("settings", "passphrase").sections["passphrase"]
    stage.rest()
    bring_into_view(section.signature)


SCENES: dict[str, Scene] = {
    **{f"settings_{section}": page("settings", section) for section in SECTIONS},
    "settings_signature": signature,
    "history": history_detail,
    "help": page("help", "begin"),
    "message": message,
    "unsaved": unsaved,
    "draft_recovered": draft_recovered,
}
