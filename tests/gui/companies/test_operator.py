"""Saying who works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qc_desktop.gui import operator
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.frame.service import Frame
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.operator import OperatorPicker
from qc_desktop.gui.shell import Shell
from qc_desktop.messages import messages
from qc_desktop.paths import Profile
from qc_desktop.services import preferences, staff
from qc_desktop.services.office import open_office

from .. import checks
from ..conftest import Keep

Key = Qt.Key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(open_office(Profile(tmp_path / "profile"), "示例管理员"))
    yield made
    made.office.close()


@pytest.fixture
def make_picker(
    qtbot: QtBot, keep: Keep, jobs: Jobs, desk: Desk, speak: Callable[[str], None]
) -> Callable[[str], OperatorPicker]:
    def make(lang: str) -> OperatorPicker:
        speak(lang)
        words = messages(lang)
        shell = Shell(PAGES, Frame(desk, words), desk, jobs, words)
        keep(shell).show()
        made = OperatorPicker(shell, shell.context)
        shell.operator_clicked.connect(made.open)
        return made

    return make


@pytest.fixture
def picker(make_picker: Callable[[str], OperatorPicker]) -> OperatorPicker:
    return make_picker("en")


def opened(qtbot: QtBot, picker: OperatorPicker) -> None:
    picker._window._status._operator.click()
    qtbot.waitUntil(picker.isVisible)


def test_a_name_is_chosen_by_keyboard(qtbot: QtBot, picker: OperatorPicker, desk: Desk, jobs: Jobs) -> None:
    for name in ("示例甲", "示例乙"):
        staff.add(desk.office, name)
    opened(qtbot, picker)
    wanted = staff.names(desk.office)[1]
    QTest.keyClick(picker.list, Key.Key_Down)
    QTest.keyClick(picker.list, Key.Key_Return)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert desk.office.author.staff == wanted
    assert preferences.pc_value(desk.office.profile, "operator") == wanted
    qtbot.waitUntil(lambda: wanted in picker._window._status._operator.text())
    assert not picker.isVisible()


def test_a_new_name_joins_the_staff(qtbot: QtBot, picker: OperatorPicker, desk: Desk, jobs: Jobs) -> None:
    opened(qtbot, picker)
    assert picker.name.hasFocus()
    picker.name.setText(" 示例新人 ")
    QTest.keyClick(picker.name, Key.Key_Return)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert staff.names(desk.office) == ["示例新人"]
    assert desk.office.author.staff == "示例新人"


def test_nothing_typed_changes_nobody(qtbot: QtBot, picker: OperatorPicker, desk: Desk, jobs: Jobs) -> None:
    opened(qtbot, picker)
    QTest.keyClick(picker.name, Key.Key_Return)
    QTest.keyClick(picker, Key.Key_Escape)
    assert not picker.isVisible()
    assert desk.office.author.staff == "示例管理员"


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_it_stays_within_the_window_and_fits(
    qtbot: QtBot, make_picker: Callable[[str], OperatorPicker], desk: Desk, lang: str
) -> None:
    picker = make_picker(lang)
    for place in range(9):
        staff.add(desk.office, f"示例操作员{place}")
    opened(qtbot, picker)
    window = picker._window.frameGeometry()
    assert window.contains(picker.frameGeometry())
    assert checks.unnamed(picker) == []
    assert checks.truncated(picker) == []
    assert checks.repeated_mnemonics(picker) == []
    assert checks.too_wide(picker) == []
    assert checks.tab_misses(picker) == []
    assert picker._names.rowCount() > operator.SHOWN
    picker.hide()
