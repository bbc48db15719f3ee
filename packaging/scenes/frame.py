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
    rows = page.table.paged
    page.table.choose_place(next(place for place in range(40) if rows.row(place).company))


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


def sheet(stage: Stage) -> None:
    """The recovery sheet asked for, by somebody who forgot the passphrase."""
    from qc_desktop.gui.pages.settings.root_acts import Act

    section = stage.go("settings", "passphrase").sections["passphrase"]
    section.root.begin(Act.FORGOT, is_here=False)


def signature(stage: Stage) -> QWidget:
    """Whether files are signed, and what that is not."""
    from qc_desktop.gui.widgets.into_view import bring_into_view

    section = stage.go("settings", "passphrase").sections["passphrase"]
    stage.rest()
    bring_into_view(section.signature)
    card: QWidget = section.signature.parentWidget()
    return card


def register_kept(stage: Stage) -> QWidget:
    """How the issuance register stands, and that what somebody kept of it agrees."""
    from qc_desktop.services.ledger import heads

    section = stage.go("settings", "health").sections["health"]
    kept = stage.forms.parent / "checkpoint"
    kept.write_text(heads.head(stage.window.desk.office).note, encoding="utf-8")
    section.register.compare(kept)
    stage.rest()
    card: QWidget = section.register.parentWidget()
    return card


def register_differs(stage: Stage) -> None:
    """A certificate that somebody changed past the program, named after the start."""
    from qc_desktop.domain.findings import error
    from qc_desktop.gui.frame import register_watch

    stage.go("certificates")
    register_watch._tell(
        stage.shell, stage.window.desk, [error("ledger.certificate_differs", number=f"QC-{sample.YEAR}-315-000128")]
    )


SCENES: dict[str, Scene] = {
    **{f"settings_{section}": page("settings", section) for section in SECTIONS},
    "sheet_forgot": sheet,
    "settings_signature": signature,
    "register": register_kept,
    "register_differs": register_differs,
    "history": history_detail,
    "help": page("help", "begin"),
    "message": message,
    "unsaved": unsaved,
    "draft_recovered": draft_recovered,
}
