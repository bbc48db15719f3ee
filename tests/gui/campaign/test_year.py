"""Opening a year, what is known of it, its clauses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.domain.pledges import DEFAULT_CLAUSES
from qc_desktop.errors import UserError
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.campaign.clauses_preview import ClausesPreview
from qc_desktop.gui.pages.campaign.details import written
from qc_desktop.gui.pages.campaign.page import CampaignPage
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.messages import messages
from qc_desktop.services.campaigns import years
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.layouts.previewing import Shown
from qc_desktop.services.office import Office
from qc_desktop.services.worded import Known, Reasons

from ..real import Real, rest
from ..wheel import wheel_down
from .conftest import TODAY, YEAR, Open, Window


def field(window: Window, name: str, opening: bool = False) -> object:
    view = window.page.rooms.opening if opening else window.page.rooms.details
    return view._form._values[name]


def notes(window: Window) -> dict[str, str]:
    return {name: note.text for name, note in window.page.rooms.opening._form._notes.items() if note.text}


def test_an_empty_profile_offers_one_thing_to_do(opened: Open, empty_office: Office) -> None:
    window = opened(on=empty_office)
    page = window.page
    visible = [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]
    assert visible == ["开启年度"]
    page.rooms.empty.findChild(QPushButton).click()
    window.rest()
    assert page.rooms.opening.isVisible()
    assert field(window, "display_from", opening=True).text() == f"{YEAR}-03-15"
    page.rooms.opening._open.click()
    window.rest()
    assert years.campaign(empty_office).values.campaign_year == TODAY.year
    assert page.rooms.standing.isVisible()
    assert page.year == TODAY.year


def test_nothing_is_said_of_a_year_before_it_is_known(qtbot: QtBot, real: Real, office: Office) -> None:
    shell = real(office, "home")
    shell.go("campaign")
    page = shell.page
    assert isinstance(page, CampaignPage)
    assert page.isVisible()
    assert not page.rooms.empty.isVisible()
    rest(qtbot, shell)
    assert page.rooms.standing.isVisible()
    assert not page.rooms.empty.isVisible()


def test_a_new_year_marks_what_differs_and_the_window_turns_to_it(opened: Open) -> None:
    window = opened()
    window.page._open_year.click()
    window.rest()
    assert notes(window) == {
        "edition": f"上年：{YEAR - 1999}",
        "applications_until": f"上年：{YEAR}-02-28",
        "display_from": f"上年：{YEAR}-03-15",
    }
    window.page.rooms.opening._open.click()
    window.rest()
    assert years.campaign(window.office, YEAR + 1).values.applications_until == dt.date(YEAR + 1, 2, 28)
    assert window.page.year == YEAR + 1
    assert window.shell._top.findChild(QComboBox).currentText() == str(YEAR + 1)
    assert window.page.rooms.standing.isVisible()


def test_another_year_can_be_chosen_or_none(opened: Open, empty_office: Office) -> None:
    window = opened(on=empty_office)
    window.page.begin_opening()
    window.rest()
    box = window.page.rooms.opening._years
    assert [box.itemText(place) for place in range(box.count())] == ["2025", "2026", "2027"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    window.rest()
    assert field(window, "display_from", opening=True).text() == "2027-03-15"
    window.page.rooms.opening._cancel.click()
    assert years.campaigns(empty_office) == []
    assert window.page.rooms.empty.isVisible()


def test_what_is_typed_survives_another_year_and_a_look_elsewhere(opened: Open, empty_office: Office) -> None:
    window = opened(on=empty_office)
    page, view = window.page, window.page.rooms.opening
    page.begin_opening()
    window.rest()
    field(window, "announcement_no", opening=True).setText("2026年第12号")
    view._years.setCurrentIndex(2)
    view._years.activated.emit(2)
    window.rest()
    assert field(window, "announcement_no", opening=True).text() == "2026年第12号"
    assert field(window, "display_from", opening=True).text() == "2027-03-15"
    assert page.is_unsaved
    view._cancel.click()
    assert not page.is_unsaved
    page.begin_opening()
    window.rest()
    assert (view.year, field(window, "announcement_no", opening=True).text()) == (2027, "2026年第12号")
    view._open.click()
    window.rest()
    assert years.campaign(empty_office).values.announcement_no == "2026年第12号"
    page.begin_opening()
    window.rest()
    assert not view.is_typed


def test_the_wheel_leaves_the_year_alone(opened: Open, empty_office: Office) -> None:
    window = opened(on=empty_office)
    window.page.begin_opening()
    window.rest()
    box = window.page.rooms.opening._years
    before = box.currentText()
    wheel_down(box)
    assert box.currentText() == before


def test_a_year_without_companies_says_how_to_bring_them_in(opened: Open, empty_office: Office) -> None:
    years.open_year(empty_office, years.suggestion(empty_office, YEAR))
    window = opened(on=empty_office)
    shown = [
        button.text() for button in window.page.rooms.standing.steps.findChildren(QPushButton) if button.isVisible()
    ]
    assert shown == ["导入名单"]
    window.page.rooms.standing.steps.import_wanted.emit()
    window.rest()
    assert window.shell.page is window.shell._pages["companies"]


def test_details_are_saved_and_taken_back(opened: Open) -> None:
    window = opened()
    window.page.tabs.choose("details")
    details = window.page.rooms.details
    assert details.bar.isHidden()
    field(window, "supporters").setPlainText("示例商会\n\n 示例联盟 ")
    field(window, "announcement_no").setText("2026年第12号")
    field(window, "announced_on").setText("2026.3.9")
    assert details.bar.isVisible()
    QTest.keyClick(field(window, "announced_on"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    window.rest()
    values = window.row().values
    assert values.supporters == ("示例商会", "示例联盟")
    assert values.announced_on == dt.date(2026, 3, 9)
    assert not details.is_dirty
    window.shell._toast._button.click()
    window.rest()
    assert window.row().values.supporters == ()
    assert field(window, "supporters").toPlainText() == ""


def test_what_is_wrong_is_said_beside_the_field(opened: Open) -> None:
    window = opened()
    window.page.tabs.choose("details")
    for name, typed in (("edition", "二七"), ("announced_on", "三月"), ("validity_years", "9"), ("theme", "示例")):
        field(window, name).setText(typed)
    window.page.rooms.details.bar.save_button.click()
    window.rest()
    said = {name for name, note in window.page.rooms.details._form._notes.items() if note.text}
    assert said == {"edition", "announced_on", "validity_years"}
    assert window.row().values.theme != "示例"
    assert field(window, "theme").text() == "示例"


def change_elsewhere(office: Office, row: CampaignRow, **changed: object) -> None:
    years.change(office, row.id, row.row_version, replace(row.values, **changed))


def test_typed_text_survives_a_change_elsewhere_and_another_year(opened: Open) -> None:
    window = opened()
    window.page.tabs.choose("details")
    field(window, "theme").setText("示例主题")
    change_elsewhere(window.office, window.row(), invitation_notice="示例〔2026〕1号", edition=99)
    window.page.refresh()
    window.rest()
    assert field(window, "theme").text() == "示例主题"
    assert field(window, "edition").text() == "99"
    window.shell._turn_to(YEAR - 1)
    window.rest()
    assert field(window, "theme").text() == window.row(YEAR - 1).values.theme
    window.shell._turn_to(YEAR)
    window.rest()
    assert field(window, "theme").text() == "示例主题"
    window.page.rooms.details.bar.save_button.click()
    window.rest()
    values = window.row().values
    assert (values.theme, values.invitation_notice, values.edition) == ("示例主题", "示例〔2026〕1号", 99)


def test_changes_can_be_discarded(opened: Open) -> None:
    window = opened()
    window.page.tabs.choose("details")
    field(window, "theme").setText("示例主题")
    window.page.rooms.details.bar.discard_button.click()
    assert window.page.rooms.details._form.values() == written(window.row().values)
    assert not window.page.rooms.details.is_dirty


def test_clauses_become_a_new_version(opened: Open) -> None:
    window = opened()
    window.page.tabs.choose("clauses")
    view = window.page.rooms.clauses
    assert len(view._lines) == len(DEFAULT_CLAUSES)
    view._lines[0]._short.setPlainText("示例简称")
    view._lines[1].removal_wanted.emit()
    view._add.click()
    assert view._lines[-1]._short.hasFocus()
    view.bar.save_button.click()
    window.rest()
    assert "都要填写" in view._problem.text
    assert window.row().clauses == DEFAULT_CLAUSES
    view._lines[-1]._short.setPlainText("示例末条")
    view._lines[-1]._full.setPlainText("示例末条\n全文。")
    view.bar.save_button.click()
    window.rest()
    clauses = window.row().clauses
    assert [clause.short for clause in clauses] == [
        "示例简称",
        *(clause.short for clause in DEFAULT_CLAUSES[2:]),
        "示例末条",
    ]
    assert clauses[-1].full == "示例末条 全文。"
    assert not view.is_dirty
    window.shell._toast._button.click()
    window.rest()
    assert window.row().clauses == DEFAULT_CLAUSES
    assert view._read() == DEFAULT_CLAUSES


def test_clauses_that_claim_too_much_are_underlined_and_saved_with_a_reason(opened: Open) -> None:
    window = opened()
    window.page.tabs.choose("clauses")
    view = window.page.rooms.clauses
    first = view._lines[0]._short
    assert view.reasons.isHidden()
    window.qtbot.waitUntil(lambda: not view.preview.picture.is_blank)
    first.setPlainText("本会推荐产品")
    window.qtbot.waitUntil(lambda: view.preview._drawn[0] == "本会推荐产品")
    assert view.preview._problem.isHidden()
    assert [one.cursor.selectedText() for one in first.extraSelections()] == ["推荐"]
    view.bar.save_button.click()
    window.rest()
    assert "“推荐”" in view._problem.text
    assert window.row().clauses == DEFAULT_CLAUSES
    reason = view.reasons.reasons["推荐"]
    QTest.keyClicks(reason, "quo")
    reason.editingFinished.emit()
    assert view.reasons.notes[reason].text
    QTest.keyClicks(reason, "ted from the charter")
    assert view.reasons.notes[reason].text == ""
    assert first.extraSelections() == []
    view.bar.save_button.click()
    window.rest()
    assert (window.row().clauses[0].short, view.is_dirty) == ("本会推荐产品", False)
    assert view.reasons.reasons["推荐"].text() == "quoted from the charter"
    first.setPlainText("本会推荐该产品")
    assert view.reasons.reasons["推荐"].text() == ""


def test_earlier_clauses_get_their_reason_and_no_new_version(opened: Open) -> None:
    window = opened()
    view, row = window.page.rooms.clauses, window.row()
    window.page.tabs.choose("clauses")
    view.show_row(row, Known(earlier=("本会推荐本品",)))
    assert "“本会推荐本品”" in view.reasons._told.text()
    QTest.keyClicks(view.reasons.reasons["推荐"], "quoted from the charter")
    view.show_row(replace(row, id="示例"), Known())
    assert (view.is_dirty, view.holds_changes) == (False, True)
    view.show_row(row, Known(earlier=("本会推荐本品",)))
    assert view.reasons.reasons["推荐"].text() == "quoted from the charter"
    with window.qtbot.waitSignal(view.save_wanted) as saved:
        view.bar.save_button.click()
    window.rest()
    assert saved.args[1:] == [row.clauses, Reasons({"推荐": "quoted from the charter"}, spare=True)]
    assert not view.is_dirty


def test_a_brace_is_told_beside_its_field(opened: Open) -> None:
    window = opened()
    line, form = window.page.rooms.clauses._lines[0], window.page.rooms.details._form
    theme = form._values["theme"]
    assert isinstance(theme, LineEdit)
    for field, note in ((line._full, line._notes[line._full]), (theme, form._notes["theme"])):
        for text, is_told in (("{year诚信", True), ("诚信", False)):
            field.setPlainText(text) if isinstance(field, QPlainTextEdit) else field.setText(text)
            form._look("theme")
            assert bool(note.text) is is_told


def test_what_is_far_too_long_is_not_looked_through(opened: Open) -> None:
    window = opened()
    line = window.page.rooms.clauses._lines[0]
    line._full.setPlainText("推荐" * 1000)
    assert window.page.rooms.clauses.reasons.words == []
    assert line._full.extraSelections() == []


def test_a_theme_for_the_whole_country_is_saved_with_its_approval(opened: Open) -> None:
    window = opened()
    window.page.tabs.choose("details")
    view = window.page.rooms.details
    field(window, "theme").setText("全国示例主题")
    view.bar.save_button.click()
    window.rest()
    assert window.row().values.theme != "全国示例主题"
    QTest.keyClicks(view.reasons.approval, "2026-1")
    view.bar.save_button.click()
    window.rest()
    assert (window.row().values.theme, view.is_dirty) == ("全国示例主题", False)
    assert view.reasons.approval.text() == "2026-1"


def test_a_reason_alone_is_something_typed_and_comes_back_with_the_draft(opened: Open) -> None:
    window = opened()
    row = window.row()
    view = window.page.rooms.clauses
    wanting = Known(earlier=("本会推荐本品",))
    view.show_row(row, wanting)
    QTest.keyClicks(view.reasons.reasons["推荐"], "quoted from the charter")
    draft = view.typed_for(row.id)
    assert draft is not None
    view.saved(row.id)
    assert view.typed_for(row.id) is None
    view.show_row(row, wanting)
    assert view.put_over(draft) is False
    assert (view._read(), view.reasons.reasons["推荐"].text()) == (row.clauses, "quoted from the charter")
    assert view.typed_for(row.id) == draft


@pytest.mark.parametrize("form", ["details", "opening"])
def test_an_approval_is_part_of_the_draft(opened: Open, form: str) -> None:
    window = opened()
    if form == "opening":
        window.page.begin_opening()
        window.rest()
    view = getattr(window.page.rooms, form)
    view._form._values["theme"].setText("全国示例主题")
    QTest.keyClicks(view.reasons.approval, "2026-1")
    draft = view.typed_for(window.row().id)
    view.reasons.forget()
    assert view.reasons.approval.text() == ""
    view.put_over(draft)
    assert view.reasons.approval.text() == "2026-1"


def test_typed_clauses_survive_a_refresh(opened: Open) -> None:
    window = opened()
    window.page.tabs.choose("clauses")
    window.page.rooms.clauses._lines[0]._short.setPlainText("示例简称")
    window.page.refresh()
    window.rest()
    assert window.page.rooms.clauses._lines[0]._short.toPlainText() == "示例简称"
    window.page.rooms.clauses.bar.discard_button.click()
    assert window.page.rooms.clauses._read() == DEFAULT_CLAUSES


def test_a_date_is_looked_at_when_its_field_is_left(opened: Open) -> None:
    window = opened()
    window.page.tabs.choose("details")
    day, note = field(window, "applications_until"), window.page.rooms.details._form._notes["applications_until"]
    day.setText("示例")
    day.editingFinished.emit()
    assert "示例" in note.text
    assert note.isVisible()
    day.setText("2026-03-01")
    assert note.text == ""
    edition = field(window, "edition")
    edition.setText("3x")
    edition.editingFinished.emit()
    assert window.page.rooms.details._form._notes["edition"].text


def test_what_was_last_year_stands_there_again_once_a_date_is_right(opened: Open, empty_office: Office) -> None:
    window = opened()
    window.page.begin_opening()
    window.rest()
    told = notes(window)["applications_until"]
    day = field(window, "applications_until", opening=True)
    day.setText("示例")
    day.editingFinished.emit()
    assert notes(window)["applications_until"] != told
    day.setText("2027-03-01")
    assert notes(window)["applications_until"] == told


def test_the_certificate_beside_the_clauses_is_never_one_that_was_drawn_before(qtbot: QtBot) -> None:
    asked: list[tuple[Ticket, Callable[[Shown], None]]] = []

    def report(_: object, show: Callable[[Shown], None]) -> Ticket:
        asked.append((Ticket(), show))
        return asked[-1][0]

    services, jobs = SimpleNamespace(office=None), SimpleNamespace(report=report)
    preview = ClausesPreview(cast(PageContext, SimpleNamespace(services=services, jobs=jobs, words=messages("zh_CN"))))
    qtbot.addWidget(preview)
    preview.show()

    def draw(clause: str) -> int:
        preview.follow([clause])
        preview._draw()
        return len(asked)

    assert draw("甲") == 1
    asked[0][1](Shown(b""))
    assert draw("甲") == 1
    assert draw("乙") == 2
    assert draw("甲") == 2  # taken back before the other was there
    assert not asked[1][0].is_valid
    preview.hide()
    preview.show()  # the layout may be another by now
    assert draw("甲") == 3
    asked[2][1](Shown(b"", UserError("documents.picture_missing")))
    assert draw("甲") == 4  # and may be mended
