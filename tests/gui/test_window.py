"""The window in another language, in other colours: built anew in place, and what was typed is still there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qc_desktop.gui import theme
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.language import Language
from qc_desktop.gui.tokens import DARK
from qc_desktop.gui.window import Window, _Deaf
from qc_desktop.services import drafts as files
from qc_desktop.services import preferences
from tests.samples import Year

from .real import rest

NAME = "示例松涛仪器有限公司"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, year: Year, jobs: Jobs) -> Iterator[Window]:
    keeper, language = DraftKeeper(year.office.profile.drafts), Language(qapp)
    made = Window(Desk(year.office), jobs, keeper, language, "zh_CN")
    made.shell.resize(1366, 728)
    made.shell.show()
    made.shell.activateWindow()
    rest(qtbot, made.shell)
    yield made
    made.shell.leave()
    keeper.close()
    made.shell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language.use("en")


def turn(qtbot: QtBot, window: Window, lang: str) -> None:
    before = window.shell
    window.shell.speaker.speak(lang)
    qtbot.waitUntil(lambda: window.shell is not before)
    rest(qtbot, window.shell)


def test_a_half_typed_company_is_there_in_the_other_language(qtbot: QtBot, window: Window) -> None:
    window.shell.go("companies", "new")
    rest(qtbot, window.shell)
    window.shell.page.editor.company.form.name.setText(NAME)
    turn(qtbot, window, "en")
    page = window.shell.page
    assert window.shell.windowTitle() == "Quality Pledges – sample data"
    assert page.editor.company.form.name.text() == NAME
    assert page.editor.save_button.text() == "Save"
    assert page.is_unsaved
    assert window.shell._status.said == "Not saved yet"
    turn(qtbot, window, "zh_CN")
    assert window.shell.page.editor.company.form.name.text() == NAME
    assert window.shell.page.editor.save_button.text() == "保存"


def test_keys_between_two_windows_reach_neither(qtbot: QtBot, window: Window) -> None:
    window.shell.go("companies", "new")
    rest(qtbot, window.shell)
    field = window.shell.page.editor.company.form.name
    field.setFocus()
    QTest.keyClick(window.shell.windowHandle(), Qt.Key.Key_A)
    assert field.text() == "a"
    _Deaf(window.shell)
    QTest.keyClick(window.shell.windowHandle(), Qt.Key.Key_B)
    assert field.text() == "a"


def test_the_place_and_the_year_are_carried_over(qtbot: QtBot, window: Window, year: Year) -> None:
    window.shell.go("settings", "backup")
    turn(qtbot, window, "en")
    assert window.shell.whereabouts == ("settings", "backup", year.office.today.year)
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window.shell]
    assert (window.shell.width(), window.shell.height()) == (1366, 728)


def test_what_is_typed_about_the_year_is_carried_over(qtbot: QtBot, window: Window) -> None:
    window.shell.go("campaign", "details")
    rest(qtbot, window.shell)
    theme_field = window.shell.page.rooms.details._form._form.theme
    theme_field.setText("示例主题")
    turn(qtbot, window, "en")
    assert window.shell.page.rooms.details._form._form.theme.text() == "示例主题"
    assert window.shell.page.rooms.details.is_dirty
    window.shell.page.rooms.details.bar.discard_button.click()
    assert not window.shell.page.is_unsaved
    qtbot.waitUntil(lambda: files.kept(window.desk.office.profile.drafts) == [])


def test_what_is_typed_into_the_clauses_survives_a_restart(qtbot: QtBot, window: Window, year: Year) -> None:
    window.shell.go("campaign", "clauses")
    rest(qtbot, window.shell)
    window.shell.page.rooms.clauses._lines[0].write(
        replace(window.shell.page.rooms.clauses._read()[0], short="示例条款")
    )
    window.shell.page.rooms.clauses._mark()
    assert window.shell.close()
    (draft,) = files.kept(year.office.profile.drafts)
    assert draft.kind == "campaign_clauses"
    assert draft.values["values"][0][0] == "示例条款"


def test_settings_are_taken_up_again_after_a_restart(
    qtbot: QtBot, window: Window, year: Year, tmp_path: Path, qapp: QApplication
) -> None:
    window.shell.go("settings", "office")
    rest(qtbot, window.shell)
    window.shell.page.sections["office"].ui.issuer_line.setText("示例落款")
    assert window.shell.close()
    jobs, keeper = Jobs(tmp_path / "logs"), DraftKeeper(year.office.profile.drafts)
    again = Window(Desk(year.office), jobs, keeper, window._language, "zh_CN")
    rest(qtbot, again.shell)
    assert "协会" in again.shell._messages.text
    again.shell._messages._act()
    rest(qtbot, again.shell)
    section = again.shell.page.sections["office"]
    assert section.ui.issuer_line.text() == "示例落款"
    assert section.bar.is_unsaved
    section.save()
    rest(qtbot, again.shell)
    assert preferences.get(year.office, "issuer_line") == "示例落款"
    again.shell.close()
    again.shell.deleteLater()
    assert files.kept(year.office.profile.drafts) == []


def test_a_year_about_to_be_opened_is_taken_up_again(qtbot: QtBot, window: Window) -> None:
    window.shell.go("campaign", "opening")
    rest(qtbot, window.shell)
    page = window.shell.page
    typed_year = page.rooms.opening.year
    page.rooms.opening._form._values["theme"].setText("示例主题")
    turn(qtbot, window, "en")
    page = window.shell.page
    assert page.rooms.opening.isVisible()
    assert (page.rooms.opening.year, page.rooms.opening._form.values()["theme"]) == (typed_year, "示例主题")


def test_what_no_draft_keeps_holds_the_language(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    before = window.shell
    window.shell.go("companies")
    monkeypatch.setattr(type(window.shell.page), "form_would_lose", True)
    window.shell.speaker.speak("en")
    qtbot.waitUntil(lambda: bool(before._messages.text))
    assert window.shell is before
    assert "请先保存" in before._messages.text
    monkeypatch.undo()


def test_the_language_waits_for_work_that_goes_on(
    qtbot: QtBot, window: Window, jobs: Jobs, look: Callable[..., None]
) -> None:
    import threading

    gate, before = threading.Event(), window.shell
    jobs.change(gate.wait)
    window.shell.speaker.speak("en")
    qtbot.wait(1)
    assert window.shell is before
    gate.set()
    qtbot.waitUntil(lambda: window.shell is not before)
    rest(qtbot, window.shell)


def test_typed_text_survives_colours_and_text_size(qtbot: QtBot, window: Window) -> None:
    window.shell.go("companies", "new")
    rest(qtbot, window.shell)
    form = window.shell.page.editor.company.form
    form.name.setText(NAME)
    for command in ("theme", "text_extra_large"):
        window.shell.run(command)
    rest(qtbot, window.shell)
    assert theme.tokens_in_use() is DARK
    assert theme.size_in_use() is theme.TextSize.EXTRA_LARGE
    assert form.name.text() == NAME
    profile = window.desk.office.profile
    assert [preferences.pc_value(profile, key) for key in ("theme", "text_size")] == ["dark", "extra_large"]


@pytest.mark.parametrize(("section", "field"), [("members", "member_no_prefix"), ("texts", "chase_text")])
def test_settings_that_were_typed_are_found_again(qtbot: QtBot, window: Window, section: str, field: str) -> None:
    window.shell.go("settings", section)
    rest(qtbot, window.shell)
    put(window, section, field, "示例甲")
    keeper = window.shell.context.drafts
    qtbot.waitUntil(lambda: keeper.found(f"settings_{section}", "") is not None)
    assert not window.shell.would_lose
    turn(qtbot, window, "en")
    window.shell.go("settings", section)
    rest(qtbot, window.shell)
    shown = window.shell.page.sections[section]
    assert shown.changes == {field: "示例甲"}
    shown.revert()
    assert keeper.found(f"settings_{section}", "") is None


def put(window: Window, section: str, field: str, text: str) -> None:
    shown = window.shell.page.sections[section]
    if section == "texts":
        shown._fields[field].setPlainText(text)
    else:
        shown.ui.member_no_prefix.setText(text)
