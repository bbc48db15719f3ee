"""Review beside the original, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qc_desktop.documents.preview import page_count
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.progress import finish
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.campaign.review.desk import ReviewDesk
from qc_desktop.gui.theme import TextSize, Theme
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services import preferences, scans
from qc_desktop.services.campaigns import pledging
from qc_desktop.services.companies import browsing, details
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.scans import Paper
from tests.papers import jpeg, pdf, png

from .. import checks
from .conftest import AT_STAGE, Open, Window

IN_REVIEW = AT_STAGE[Stage.MATERIAL_REVIEW]


def waiting(window: Window) -> list[CompanyRow]:
    wanted = CompanyFilter(campaign_id=window.row().id, stages=(Stage.MATERIAL_REVIEW.value,))
    return browsing.page(window.office, wanted)


def desk(window: Window) -> ReviewDesk:
    window.page.tabs.choose("review")
    window.rest()
    return window.page.rooms.review


def press(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    window.rest()


def attach(window: Window, place: int, *papers: Paper) -> None:
    finish(scans.add(window.office, waiting(window)[place].id, papers, window.row().id))


def test_f9_approves_and_goes_on_and_undo_brings_back(opened: Open) -> None:
    window = opened()
    shown = desk(window)
    names = [row.name for row in waiting(window)]
    assert shown._left.text() == f"待审核还剩 {IN_REVIEW} 家"
    assert shown.form.title.text() == names[0]
    press(window, Qt.Key.Key_F9)
    assert window.at(Stage.PLEDGED) == AT_STAGE[Stage.PLEDGED] + 1
    assert shown.form.title.text() == names[1]
    assert shown._left.text() == f"待审核还剩 {IN_REVIEW - 1} 家"
    assert QApplication.focusWidget() is shown.queue.table
    (toast,) = window.shell.findChildren(Toast)
    toast._button.click()
    window.rest()
    assert [row.name for row in waiting(window)] == names
    assert shown.form.title.text() == names[1]


def test_a_whole_queue_is_done_with_one_key_each(opened: Open) -> None:
    window = opened()
    shown = desk(window)
    for _ in range(IN_REVIEW):
        press(window, Qt.Key.Key_F9)
    assert window.at(Stage.MATERIAL_REVIEW) == 0
    assert shown._stack.currentWidget() is shown._done


def test_two_keys_at_once_judge_two_companies(opened: Open) -> None:
    window = opened()
    shown = desk(window)
    names = [row.name for row in waiting(window)]
    for _ in range(2):
        QTest.keyClick(shown.queue.table, Qt.Key.Key_F9)
    window.rest()
    assert [row.name for row in waiting(window)] == names[2:]
    assert not window.shell._messages.text


def test_f10_and_a_number_return_with_a_reason_of_the_office(opened: Open) -> None:
    window = opened()
    preferences.change(window.office, {"return_reasons": "缺公章\n缺签字"})
    shown = desk(window)
    first = waiting(window)[0]
    press(window, Qt.Key.Key_F10)
    assert [made.text() for made in shown.reasons._buttons] == ["1  缺公章", "2  缺签字"]
    press(window, Qt.Key.Key_9)
    assert window.at(Stage.RETURNED_FOR_CORRECTION) == 0
    press(window, Qt.Key.Key_2)
    row = pledging.pledge_of(window.office, window.row().id, first.id)
    assert row is not None
    assert (row.stage, row.stage_reason) == (Stage.RETURNED_FOR_CORRECTION, "缺签字")
    assert shown.right.currentWidget() is shown.form
    press(window, Qt.Key.Key_F10)
    press(window, Qt.Key.Key_Escape)
    assert shown.right.currentWidget() is shown.form
    assert window.at(Stage.RETURNED_FOR_CORRECTION) == 1


def test_a_reason_of_ones_own_may_hold_digits(opened: Open) -> None:
    window = opened()
    shown = desk(window)
    press(window, Qt.Key.Key_F10)
    shown.reasons.own.setFocus()
    QTest.keyClicks(shown.reasons.own, "GB 4706.1")
    press(window, Qt.Key.Key_Return)
    assert window.at(Stage.RETURNED_FOR_CORRECTION) == 1


def test_what_is_typed_is_saved_before_the_verdict_and_a_fault_holds_it_back(opened: Open) -> None:
    window = opened()
    shown = desk(window)
    first = waiting(window)[0]
    shown.form.company.form.member_no.setText("M-9001")
    shown.form.company.form.uscc.setText("123")
    press(window, Qt.Key.Key_F9)
    assert window.at(Stage.MATERIAL_REVIEW) == IN_REVIEW
    shown.form.company.form.uscc.setText(first.uscc)
    press(window, Qt.Key.Key_F9)
    assert window.at(Stage.MATERIAL_REVIEW) == IN_REVIEW - 1
    assert details.detail(window.office, first.id).values["member_no"] == "M-9001"
    assert not window.page.is_unsaved


def test_unsaved_typing_is_known_to_the_window(opened: Open) -> None:
    window = opened()
    shown = desk(window)
    shown.form.company.form.member_no.setText("M-9002")
    assert window.page.is_unsaved
    window.page.tabs.choose("standing")
    window.page.lead_to_unsaved()
    assert window.page.rooms.currentWidget() is shown


def test_the_original_is_paged_zoomed_and_turned_by_key(opened: Open) -> None:
    window = opened()
    attach(window, 0, Paper("承诺书.pdf", content=pdf(3)), Paper("照片.jpg", content=jpeg()))
    shown = desk(window)
    canvas = shown.viewer.canvas
    assert shown.viewer.tools._page.text() == "1 / 3"
    assert canvas._picture.width() == canvas.wanted_width
    press(window, Qt.Key.Key_PageDown)
    assert (shown.viewer.page, shown.viewer.tools._page.text()) == (1, "2 / 3")
    for _ in range(2):
        press(window, Qt.Key.Key_PageDown)
    assert shown.viewer.tools.papers.currentText() == "2/2 照片.jpg"
    press(window, Qt.Key.Key_PageUp)
    assert shown.viewer.tools.papers.currentText() == "1/2 承诺书.pdf"
    ctrl = Qt.KeyboardModifier.ControlModifier
    press(window, Qt.Key.Key_Equal, ctrl)
    assert canvas.zoom > 1
    assert canvas._picture.width() == canvas.wanted_width  # sharp at the zoom
    press(window, Qt.Key.Key_0, ctrl)
    assert canvas.zoom == 1
    upright = canvas.place.height() / canvas.place.width()
    press(window, Qt.Key.Key_R, ctrl)
    assert canvas.place.height() / canvas.place.width() == pytest.approx(1 / upright, rel=0.02)
    press(window, Qt.Key.Key_R, ctrl | Qt.KeyboardModifier.ShiftModifier)
    assert canvas.place.height() / canvas.place.width() == pytest.approx(upright, rel=0.02)


def test_arrows_move_a_page_and_never_lose_it(opened: Open) -> None:
    window = opened()
    attach(window, 0, Paper("照片.jpg", content=jpeg()))
    canvas = desk(window).viewer.canvas
    canvas.setFocus()
    for _ in range(100):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.place.bottom() >= canvas.height() - 1
    for _ in range(100):
        QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.place.top() == 0


def test_the_next_first_page_is_fetched_ahead(opened: Open) -> None:
    window = opened()
    attach(window, 1, Paper("下一家.png", content=png()))
    shown = desk(window)
    kept = {sha for sha, *_ in shown.viewer._originals._pages}
    (row,) = scans.of_company(window.office, waiting(window)[1].id)
    assert kept == {row.sha256}


def test_papers_are_dropped_pasted_and_removed(opened: Open, tmp_path) -> None:
    window = opened()
    viewer = desk(window).viewer
    assert viewer.stack.currentWidget() is viewer._empty
    path = tmp_path / "承诺书.pdf"
    path.write_bytes(pdf(2))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    viewer.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    window.rest()
    assert [row.file_name for row in viewer.rows] == ["承诺书.pdf"]
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(image)
    viewer.canvas.setFocus()
    press(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row.file_name for row in viewer.rows] == ["承诺书.pdf", "粘贴的图片.png"]
    assert viewer.tools.papers.currentIndex() == 1
    viewer.tools.remove_wanted.emit()
    window.rest()
    (toast,) = window.shell.findChildren(Toast)
    assert len(viewer.rows) == 1
    toast._button.click()
    window.rest()
    assert len(viewer.rows) == 2


def test_a_lost_file_is_said_in_its_place_and_the_verdict_goes_on(opened: Open) -> None:
    window = opened()
    attach(window, 0, Paper("照片.jpg", content=jpeg()))
    for path in window.office.profile.scans.iterdir():
        path.unlink()
    shown = desk(window)
    assert "不见了" in shown.viewer.trouble.text
    press(window, Qt.Key.Key_F9)
    assert window.at(Stage.MATERIAL_REVIEW) == IN_REVIEW - 1


def test_whoever_comes_to_it_goes_through_the_queue_with_the_arrows_at_once(opened: Open) -> None:
    window = opened()
    window.page.tabs.choose("review")
    window.rest()
    names = [row.name for row in waiting(window)]
    press(window, Qt.Key.Key_Down)
    assert window.page.rooms.review.form.title.text() == names[1]


def test_a_low_screen_leads_back_and_keeps_the_keys(opened: Open) -> None:
    window = opened()
    window.shell.resize(911, 440)
    shown = desk(window)
    assert not shown.queue.isVisible()
    assert shown.viewer.stack.height() > 200
    names = [row.name for row in waiting(window)]
    shown.take_focus()
    press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert shown.form.title.text() == names[1]
    press(window, Qt.Key.Key_F9)
    assert shown.form.title.text() == names[2]
    shown.back.click()
    assert window.page.rooms.standing.isVisible()


def test_the_last_verdict_on_a_low_screen_is_no_dead_end(opened: Open) -> None:
    window = opened()
    window.shell.resize(911, 440)
    shown = desk(window)
    assert not window.page.tabs.isVisible()
    for _ in waiting(window):
        press(window, Qt.Key.Key_F9)
        window.rest()
    assert waiting(window) == []
    assert not shown.back.isVisible()
    assert window.page.tabs.isVisible()


def test_arrows_lead_through_a_queue_that_is_not_seen_except_where_one_types(opened: Open) -> None:
    window = opened()
    names = [row.name for row in waiting(window)]
    for place in (0, 1):
        attach(window, place, Paper("承诺书.pdf", content=pdf(1)))
    shown = desk(window)
    window.shell.resize(911, 440)
    window.rest()
    assert QApplication.focusWidget() is shown.viewer.canvas
    press(window, Qt.Key.Key_Down)
    assert shown.form.title.text() == names[1]
    assert shown.viewer.canvas.place.top() == 0
    press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert shown.viewer.canvas.place.top() < 0
    shown.form.approve.setFocus()
    press(window, Qt.Key.Key_Up)
    assert shown.form.title.text() == names[0]
    for field in (shown.form.company.form.name, shown.form.company.form.member_tier):
        field.setFocus()
        assert field.hasFocus()
        press(window, Qt.Key.Key_Down)
        assert shown.form.title.text() == names[0]
    shown.take_focus()
    press(window, Qt.Key.Key_F10)
    held = QApplication.focusWidget()
    press(window, Qt.Key.Key_Down)
    assert shown.right.currentWidget() is shown.reasons
    assert QApplication.focusWidget() is not held


@pytest.mark.parametrize("size", [TextSize.LARGE, TextSize.EXTRA_LARGE], ids=lambda size: size.name)
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_reasons_have_room_at_every_text_size(
    opened: Open, look: Callable[[Theme], None], lang: str, size: TextSize
) -> None:
    look(Theme(size=size))
    window = opened(lang)
    window.page.tabs.choose("review")
    window.rest()
    window.page.rooms.review.ask_reason()
    found = []
    narrowest = lang == "en" and size is TextSize.EXTRA_LARGE  # where the longest English reason has no room
    for room in checks.SIZES[1:] if narrowest else checks.SIZES:
        window.shell.resize(*room)
        for _ in range(3):  # the queue gives way to a width that the sidebar changes once more
            window.qtbot.wait(1)
        card = window.page.rooms.review.reasons
        found += [f"{room}: {fault}" for fault in (*checks.too_wide(window.shell), *checks.truncated(card))]
    assert found == [], "\n".join(found)


def test_notices_of_return_are_made_at_the_desk(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "通知.pdf"
    monkeypatch.setattr(places, "ask_file", lambda *_: path)
    window = opened()
    preferences.change(window.office, {"association_name": "示例质量检验协会", "return_reasons": "缺公章"})
    shown = desk(window)
    for _ in range(2):
        press(window, Qt.Key.Key_F10)
        press(window, Qt.Key.Key_1)
    (toast,) = window.shell.findChildren(Toast)
    toast._other.click()
    window.rest()
    assert shown.papers.panel.told.text().splitlines()[0] == "可以制作 1 份。"
    press(window, Qt.Key.Key_F9)
    assert window.at(Stage.MATERIAL_REVIEW) == IN_REVIEW - 2  # nobody is judged who is not seen
    QTest.keyClick(shown.papers.panel, Qt.Key.Key_Escape)
    assert shown.is_at_work
    shown.make_notices()
    window.rest()
    shown.papers.panel.one_file.click()
    window.rest()
    assert page_count(path) == 2
    assert shown.is_at_work
