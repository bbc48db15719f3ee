"""What comes between: bars with two ways on, an admitted fault, hits of the search; and what closing leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui import theme
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.frame.service import Frame
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.messages import messages
from tests.gui.real import Real, faults, real, rest
from tests.samples import Year

from . import checks

__all__ = ["real"]

LONG = Path("/示例文件夹/示例协会的备份和报告/2026-03-15/报告-2026-03-15-093000.txt")


def _two_ways(shell: Shell) -> None:
    done = shell.context.speaker.say
    told = shell.context.words.text("settings.folder_read_only", path=LONG)
    done(Tone.WARN, told, Action("改用 D:\\示例文件夹\\QC Desktop", print), Action("打开文件夹", print))


def _admitted(shell: Shell) -> None:
    shell.admit(LONG)


def _hits(shell: Shell) -> None:
    shell._search.begin()
    shell._search.setText("示例")


@pytest.mark.parametrize(
    ("lang", "size"),
    [("zh_CN", theme.TextSize.STANDARD), ("zh_CN", theme.TextSize.EXTRA_LARGE), ("en", theme.TextSize.STANDARD)],
    ids=str,
)
@pytest.mark.parametrize("said", [_two_ways, _admitted, _hits], ids=lambda said: said.__name__)
def test_what_comes_between_passes_every_check(
    qtbot: QtBot,
    real: Real,
    year: Year,
    look: Callable[[theme.Theme], None],
    lang: str,
    size: theme.TextSize,
    said: Callable[[Shell], None],
) -> None:
    look(theme.Theme(size=size))
    shell = real(year.office, "settings", lang)
    said(shell)
    qtbot.wait(300)
    rest(qtbot, shell)
    found = faults(qtbot, shell)
    assert found == [], "\n".join(found)


def test_a_text_to_read_needs_a_name_too(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    text = QTextBrowser(page)
    page.show()
    assert len(checks.unnamed(page)) == 1
    text.setAccessibleName("示例")
    assert checks.unnamed(page) == []


def test_the_real_window_is_freed_with_all_its_pages(
    qtbot: QtBot, jobs: Jobs, year: Year, speak: Callable[[str], None]
) -> None:
    speak("zh_CN")
    desk, words = Desk(year.office), messages("zh_CN")
    shell = Shell(PAGES, Frame(desk, words), desk, jobs, words)
    shell.show()
    shell.start("home")
    for entry in PAGES:
        shell.go(entry.id)
        rest(qtbot, shell)
    held = [shell, *shell._pages.values(), *shell.findChildren(QWidget)]
    assert len(shell._pages) == len(PAGES)
    shell.leave()
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [widget for widget in held if shiboken6.isValid(widget)] == []
