"""A page that fails says so in its place, with the way to try again; the others go on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.gui.frame.failed_page import FailedPage
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.navigation import Entry
from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.shell import Shell
from qc_desktop.messages import messages

from . import checks
from .conftest import Keep
from .demo_page import DemoPage
from .fakes import FakeFrame, Lines

pytestmark = pytest.mark.pages_may_fail


class Sick(Page):
    """Fails at refresh in the way it is told to, until it is healed."""

    def __init__(self, context: PageContext, way: str) -> None:
        super().__init__(context, "Sick")
        self.way = way

    def refresh(self) -> None:
        if self.way == "at once":
            raise RuntimeError("invented")
        if self.way == "asking":
            self.context.jobs.query(lambda: 1 // 0, lambda _: None)
        if self.way == "answered":
            self.context.jobs.query(lambda: None, self._show)

    def _show(self, _answer: object) -> None:
        raise RuntimeError("invented")


@pytest.fixture
def window(qtbot: QtBot, keep: Keep, jobs: Jobs, frame: FakeFrame) -> Callable[[Callable[..., Page]], Shell]:
    def make(factory: Callable[..., Page]) -> Shell:
        pages = (
            Entry("well", "Well", "house", "Ctrl+1", lambda context: DemoPage(context, Lines())),
            Entry("sick", "Sick", "inbox", "Ctrl+2", factory),
        )
        shell = Shell(pages, frame, None, jobs, messages("en"))
        keep(shell).resize(1366, 728)
        shell.show()
        shell.start("well")
        qtbot.waitUntil(lambda: not jobs.is_asking)
        return shell

    return make


def failed(shell: Shell) -> FailedPage:
    told = shell._stack.currentWidget()
    assert isinstance(told, FailedPage)
    return told


def test_a_page_that_cannot_be_made(qtbot: QtBot, window: Callable[..., Shell], jobs: Jobs, tmp_path: Path) -> None:
    ways = ["at once"]

    def factory(context: PageContext) -> Page:
        if ways:
            raise RuntimeError("invented defect")
        return DemoPage(context, Lines())

    shell = window(factory)
    shell.go("sick")
    (report,) = (tmp_path / "logs").iterdir()
    said = " ".join(label.text() for label in failed(shell).findChildren(QLabel)).replace("\u200b", "")
    assert "Sick" in said
    assert str(report) in said
    assert "invented defect" in report.read_text(encoding="utf-8")
    assert shell._messages.text == ""
    assert checks.unnamed(shell) == []
    for size in checks.SIZES:
        shell.resize(*size)
        qtbot.wait(1)
        assert checks.too_wide(shell) + checks.truncated(shell) == []
    shell.go("well")
    assert isinstance(shell.page, DemoPage)
    shell.go("sick")
    ways.clear()
    failed(shell).findChild(QPushButton).click()
    assert isinstance(shell.page, DemoPage)
    qtbot.waitUntil(lambda: not jobs.is_asking)


@pytest.mark.parametrize("way", ["at once", "asking", "answered"])
def test_a_page_that_fails_when_refreshed(qtbot: QtBot, window: Callable[..., Shell], jobs: Jobs, way: str) -> None:
    shell = window(lambda context: Sick(context, ""))
    shell.go("sick")
    page = shell.page
    assert isinstance(page, Sick)
    page.way = way
    with qtbot.waitSignal(jobs.changed):
        jobs.change(lambda: None)
    qtbot.waitUntil(lambda: not jobs.is_asking)
    told = failed(shell)
    shell.go("well")
    assert isinstance(shell.page, DemoPage)
    shell.go("sick")
    page.way = ""
    assert failed(shell) is told
    told.again_wanted.emit()
    assert shell.page is page


def test_a_page_in_the_background_does_not_come_forward(qtbot: QtBot, window: Callable[..., Shell], jobs: Jobs) -> None:
    shell = window(lambda context: Sick(context, ""))
    shell.go("sick")
    shell.page.way = "at once"
    shell.go("well")
    shell._turn_to(2025)
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert isinstance(shell.page, DemoPage)
    assert shell.page.year == 2025
    shell.go("sick")
    assert failed(shell)


def test_a_page_that_failed_while_the_window_turned_comes_back_in_that_year(
    qtbot: QtBot, window: Callable[..., Shell], jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = window(lambda context: Sick(context, ""))
    shell.go("sick")
    page = shell.page
    with monkeypatch.context() as patch:
        patch.setattr(page, "show_year", lambda year: 1 // 0)
        shell._turn_to(2025)
        qtbot.waitUntil(lambda: not jobs.is_asking)
    told = failed(shell)
    told.again_wanted.emit()
    assert shell.page is page
    assert page.year == 2025
