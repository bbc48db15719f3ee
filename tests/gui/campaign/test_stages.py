"""Bulk actions: approve, move on, announce; each said and taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.campaign.funnel import Funnel, Level
from qc_desktop.gui.theme import Theme
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.toast import Toast

from .conftest import AT_STAGE, Open, Window


def toast(window: Window) -> Toast:
    (found,) = window.shell.findChildren(Toast)
    return found


def press(window: Window, stage: Stage) -> None:
    steps = window.page.rooms.standing.steps
    button = steps._approve if stage is Stage.MATERIAL_REVIEW else steps._lines[stage].button
    assert button.isVisible()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    window.rest()


def test_the_funnel_says_where_everybody_stands(opened: Open) -> None:
    window = opened()
    lines = window.page.rooms.standing.funnel._lines
    shown = {key: number.text() for key, (_, _, number) in lines.items()}
    assert {stage.value: str(count) for stage, count in AT_STAGE.items()}.items() <= shown.items()
    assert shown["invited"] == str(20 - sum(AT_STAGE.values()))
    assert "declined" not in shown
    assert lines["announced"][0].accessibleName() == "已公告 3"


def test_a_line_of_the_funnel_opens_the_companies(opened: Open) -> None:
    window = opened()
    window.page.rooms.standing.funnel._lines["pledged"][0].click()
    window.rest()
    companies = window.shell._pages["companies"]
    assert window.shell.page is companies
    assert companies.listing.chips.current == "stage:pledged"
    assert companies.listing.model.rowCount() == AT_STAGE[Stage.PLEDGED]


def test_lines_whose_work_is_done_here_open_their_view(opened: Open) -> None:
    window = opened()
    page = window.page
    page.rooms.standing.funnel._lines["material_review"][0].click()
    window.rest()
    assert page.rooms.currentWidget() is page.rooms.review
    page.tabs.choose("standing")
    page.rooms.standing.funnel._lines["invited"][0].click()
    window.rest()
    assert page.rooms.currentWidget() is page.rooms.chase
    assert page.rooms.chase.listing.chips.current == "awaited"


def test_after_a_bulk_step_the_focus_is_where_the_work_goes_on(opened: Open) -> None:
    window = opened()
    press(window, Stage.MATERIAL_REVIEW)
    assert QApplication.focusWidget() is window.page.rooms.standing.steps._lines[Stage.PLEDGED].button
    press(window, Stage.PLEDGED)
    assert QApplication.focusWidget() is window.page.rooms.standing.steps._lines[Stage.ANNOUNCEMENT_PENDING].button


def test_everyone_in_review_is_approved_and_taken_back(opened: Open) -> None:
    window = opened()
    press(window, Stage.MATERIAL_REVIEW)
    assert window.at(Stage.PLEDGED) == AT_STAGE[Stage.PLEDGED] + AT_STAGE[Stage.MATERIAL_REVIEW]
    assert toast(window).accessibleName() == "6 家企业已变为“审核通过”。"
    assert not window.page.rooms.standing.steps._lines[Stage.MATERIAL_REVIEW].button.isVisible()
    toast(window)._button.click()
    window.rest()
    assert window.at(Stage.MATERIAL_REVIEW) == AT_STAGE[Stage.MATERIAL_REVIEW]
    assert window.page.rooms.standing.steps._lines[Stage.MATERIAL_REVIEW].button.isVisible()


def test_the_toast_takes_back_its_own_command(opened: Open) -> None:
    window = opened()
    press(window, Stage.MATERIAL_REVIEW)
    action = toast(window)._actions[0]
    press(window, Stage.PLEDGED)
    assert action is not None
    action.call()
    window.rest()
    assert window.at(Stage.ANNOUNCEMENT_PENDING) == 4 + 5 + 6  # the later step touched them: refused with words
    assert window.shell._messages.text


def test_the_first_thing_to_do_is_the_main_button(opened: Open) -> None:
    window = opened()

    def main() -> list[str]:
        buttons = window.page.findChildren(QPushButton)
        return [made.text() for made in buttons if made.property("kind") == "primary" and made.isVisible()]

    assert main() == ["逐家审核"]
    press(window, Stage.MATERIAL_REVIEW)
    assert main() == ["进入待公告"]


def test_announcing_asks_for_the_number_in_its_place(opened: Open) -> None:
    window = opened()
    asked = window.page.rooms.standing.steps._announcing
    press(window, Stage.ANNOUNCEMENT_PENDING)
    assert asked._number_note.text == "请填写公告文号，证书上要引用它。"
    assert window.at(Stage.ANNOUNCED) == AT_STAGE[Stage.ANNOUNCED]
    assert asked.day.text() == "2026-03-12"
    QTest.keyClicks(asked.number, "2026 No. 12")
    asked.day.setText("三月")
    press(window, Stage.ANNOUNCEMENT_PENDING)
    assert "2026-03-15" in asked._day_note.text
    asked.day.setText("2026年3月10日")
    QTest.keyClick(asked.day, Qt.Key.Key_Return)
    window.rest()
    assert window.at(Stage.ANNOUNCED) == AT_STAGE[Stage.ANNOUNCED] + AT_STAGE[Stage.ANNOUNCEMENT_PENDING]
    values = window.row().values
    assert (values.announcement_no, values.announced_on) == ("2026 No. 12", dt.date(2026, 3, 10))
    assert not asked.isVisible()


def test_what_is_typed_for_the_announcement_survives_a_refresh(opened: Open) -> None:
    window = opened()
    asked = window.page.rooms.standing.steps._announcing
    asked.number.setText("2026年第1")
    window.page.refresh()
    press(window, Stage.MATERIAL_REVIEW)
    assert asked.number.text() == "2026年第1"


def test_announced_companies_lead_to_the_certificates(opened: Open) -> None:
    window = opened()
    press(window, Stage.ANNOUNCED)
    certificates = window.shell._pages["certificates"]
    assert window.shell.page is certificates
    assert certificates.rooms.batch.isVisible()


def test_stop_moves_nobody_and_says_so(opened: Open) -> None:
    window = opened()
    gate = Event()
    window.shell.context.jobs.note(gate.wait)
    window.page.rooms.standing.steps._approve.click()
    assert window.page.progress._stop.isVisible()
    window.page.progress._stop.click()
    gate.set()
    window.rest()
    assert window.at(Stage.MATERIAL_REVIEW) == AT_STAGE[Stage.MATERIAL_REVIEW]
    assert "没有一家" in toast(window)._text.text()


def test_only_numbers_that_are_there_stand_out(qtbot: QtBot, look: Callable[[Theme], None]) -> None:
    look(Theme())
    funnel = Funnel("示例", lambda key: None)
    qtbot.addWidget(funnel)
    funnel.show()
    for count in (3, 0, 3):
        funnel.show_levels([Level("pledged", "审核通过", count, Tone.OK)])
        (number,) = [part for part in funnel.findChildren(QLabel) if part.text() == str(count)]
        assert number.font().bold() is bool(count)
