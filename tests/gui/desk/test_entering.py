"""F8 enters a check in the log: once, for good, and only what the person sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.verification import Verdict
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.desk.page import DeskPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services import call_log
from qc_desktop.services.call_log import Call, CallFilter
from tests.gui.real import Real, faults, rest
from tests.samples import Year


def calls(year: Year) -> list[Call]:
    return call_log.page(year.office, CallFilter())


def press_f8(page: DeskPage) -> None:
    QTest.keyClick(page.field, Qt.Key.Key_F8)


def test_f8_right_after_the_digits_answers_and_enters(
    qtbot: QtBot, shell: Shell, page: DeskPage, year: Year, numbers: tuple[str, ...]
) -> None:
    QTest.keyClicks(page.field, "3")
    press_f8(page)
    rest(qtbot, shell)
    (call,) = calls(year)
    assert (call.asked, call.number, call.verdict) == ("3", numbers[2], Verdict.VALID)
    assert "不能修改，也不能撤回" in page.results.entry.told.text()
    assert page.results.calls.isVisible()
    assert page.results.calls.model.rowCount() == 1
    assert page.field.selectedText() == "3"


def test_a_second_f8_enters_nothing_until_it_is_asked_again(
    qtbot: QtBot, shell: Shell, page: DeskPage, year: Year
) -> None:
    QTest.keyClicks(page.field, "3")
    for _ in range(3):
        press_f8(page)
    rest(qtbot, shell)
    press_f8(page)
    rest(qtbot, shell)
    assert len(calls(year)) == 1
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert "登记过 1 次" in page.results.card._seen.text()
    press_f8(page)
    rest(qtbot, shell)
    assert len(calls(year)) == 2


def test_several_are_chosen_from_before_one_is_entered(qtbot: QtBot, shell: Shell, page: DeskPage, year: Year) -> None:
    page.field.insert("示例")
    press_f8(page)
    rest(qtbot, shell)
    press_f8(page)
    rest(qtbot, shell)
    assert calls(year) == []
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    press_f8(page)
    rest(qtbot, shell)
    assert len(calls(year)) == 1


def test_what_stands_in_the_field_is_meant_not_an_older_verdict(
    qtbot: QtBot, shell: Shell, page: DeskPage, year: Year, numbers: tuple[str, ...]
) -> None:
    QTest.keyClicks(page.field, "3")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    rest(qtbot, shell)
    page.field.selectAll()
    QTest.keyClicks(page.field, "4")
    press_f8(page)
    rest(qtbot, shell)
    assert [call.number for call in calls(year)] == [numbers[3]]


def test_the_remark_is_kept_and_return_enters(qtbot: QtBot, shell: Shell, page: DeskPage, year: Year) -> None:
    QTest.keyClicks(page.field, "3")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    rest(qtbot, shell)
    page.results.entry.remark.setText("示例备注")
    QTest.keyClick(page.results.entry.remark, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert [call.remark for call in calls(year)] == ["示例备注"]


def test_an_empty_field_enters_nothing(qtbot: QtBot, shell: Shell, page: DeskPage, year: Year) -> None:
    press_f8(page)
    rest(qtbot, shell)
    assert calls(year) == []
    assert not page.results.calls.isVisible()


def test_a_line_of_today_is_asked_again_and_all_is_exported(
    qtbot: QtBot, shell: Shell, page: DeskPage, year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClicks(page.field, "3")
    press_f8(page)
    rest(qtbot, shell)
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    page.results.calls.picked.emit(calls(year)[0].id)
    rest(qtbot, shell)
    assert page.results.card.isVisible()
    path = tmp_path / "查验登记.xlsx"
    monkeypatch.setattr(places, "ask_file", lambda *_: path)
    page.calls.ask_file()
    rest(qtbot, shell)
    assert path.is_file()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_interface(qtbot: QtBot, real: Real, year: Year, numbers: tuple[str, ...], lang: str) -> None:
    shell = real(year.office, "desk", lang)
    page = shell.page
    assert isinstance(page, DeskPage)
    for typed in ("3", "3", "4"):
        page.open_item(typed)
        press_f8(page)
        rest(qtbot, shell)
    assert page.results.calls.model.rowCount() == 3
    assert faults(qtbot, shell) == []
    page.open_item(numbers[2])
    rest(qtbot, shell)
    assert page.results.card._seen.isVisible()
    assert faults(qtbot, shell) == []
