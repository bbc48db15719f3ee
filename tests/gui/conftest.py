"""The window's tests: no screen, no noise, nothing left behind."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui import theme
from qc_desktop.gui.frame.page_stack import PageStack
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.language import Language
from qc_desktop.gui.restyling import restyle_all
from qc_desktop.gui.shell import Shell
from qc_desktop.messages import messages

from .demo_page import entries
from .fakes import FakeFrame, Lines
from .patience import PatientBot

HARMLESS = tuple(
    f"This plugin does not support {what}" for what in ("propagateSizeHints", "raise", "grabbing the keyboard")
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS, extend=True))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["qc-desktop-tests"]


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def rubbish_waits() -> Iterator[None]:
    """Rubbish is looked for between tests, in this thread: a worker that finds an old window takes it down under Qt."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test that logs a warning or worse."""
    yield
    noise = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not noise, f"unexpected log records: {noise}"


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Callable[[theme.Theme], None]]:
    """Every test begins in the light theme; the fixture changes it."""
    theme.apply(qapp, theme.Theme())
    yield lambda wanted: restyle_all(qapp, wanted)
    _let_go_of_keys()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def no_dialog_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file dialog that a test does not answer fails it: it would wait for a person for ever."""

    def unanswered(*arguments: object, **_: object) -> None:
        raise AssertionError(f"nobody answers the file dialog {arguments[1:3]}")

    for asking in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, asking, unanswered)


@pytest.fixture(autouse=True)
def no_page_fails(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test in which a page failed, unless it is about that (``pytest.mark.pages_may_fail``)."""
    failed: list[str] = []
    fail = PageStack._fail

    def note(stack: PageStack, page_id: str, report: Path) -> None:
        failed.append(report.read_text(encoding="utf-8"))
        fail(stack, page_id, report)

    monkeypatch.setattr(PageStack, "_fail", note)
    yield
    if request.node.get_closest_marker("pages_may_fail") is None:
        assert not failed, failed[0]


def _let_go_of_keys() -> None:
    """A chord sent to a window leaves its modifier held in the process: clicks of later tests would mean more."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        window = QWindow()
        window.create()
        QTest.keyRelease(window, Qt.Key.Key_Control, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Sets the language of windows made from now on."""
    language = Language(qapp)
    yield language.use
    language.use("en")


@pytest.fixture
def jobs(qapp: QApplication, tmp_path: Path) -> Iterator[Jobs]:
    made = Jobs(tmp_path / "logs")
    yield made
    made.close()


@pytest.fixture
def frame() -> FakeFrame:
    return FakeFrame()


Keep = Callable[[QWidget], QWidget]


@pytest.fixture
def keep(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Keep]:
    """Holds a window until the test is over, then frees it.

    Without it the garbage collector may free a window in the middle of one of its own events. The program's window is
    not painted unless the test is about what is seen (``pytest.mark.painted``): nobody looks, and it takes a fifth of
    all the time.
    """
    kept: list[QWidget] = []
    is_seen = request.node.get_closest_marker("painted") is not None

    def hold(widget: QWidget) -> QWidget:
        kept.append(widget)
        if isinstance(widget, Shell):
            widget.setUpdatesEnabled(is_seen)
        return widget

    yield hold
    for widget in filter(shiboken6.isValid, kept):
        getattr(widget, "leave", widget.close)()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shown(qtbot: QtBot, keep: Keep) -> Callable[[QWidget], QWidget]:
    """Shows a widget by itself."""

    def show(widget: QWidget) -> QWidget:
        keep(widget).show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def shell(qtbot: QtBot, keep: Keep, jobs: Jobs, frame: FakeFrame) -> Shell:
    made = Shell(entries(Lines()), frame, None, jobs, messages("zh_CN"))
    keep(made).resize(1366, 728)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.start("companies")
    qtbot.waitUntil(lambda: not jobs.is_asking)
    return made
