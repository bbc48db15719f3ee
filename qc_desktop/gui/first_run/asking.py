"""Which records a start opens: those chosen before, else what a person answers now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt

from qc_desktop.gui import theme
from qc_desktop.gui.first_run.window import FirstRun
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.language import Language
from qc_desktop.messages import messages
from qc_desktop.paths import Profile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def ask(app: QApplication, profile: Profile, lang: str) -> Profile | None:
    """Asks how to begin with ``profile``; None where the window was closed without an answer."""
    language = Language(app)
    language.use(lang)
    theme.apply(app, theme.Theme())
    jobs = Jobs(profile.logs)
    answer: list[Profile] = []
    loop = QEventLoop()
    window = FirstRun(profile, jobs, messages(lang))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.ready.connect(answer.append)
    window.ready.connect(window.close)
    window.destroyed.connect(loop.quit)
    keeps_running = app.quitOnLastWindowClosed()
    app.setQuitOnLastWindowClosed(False)
    window.show()
    loop.exec()
    app.setQuitOnLastWindowClosed(keeps_running)
    language.clear()
    return answer[0] if answer else None
