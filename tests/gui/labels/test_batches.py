"""What became of a batch, noted and taken back; a batch stopped in three steps, its notice, its destruction."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from qc_desktop.domain.labels import LabelBatchState, LabelEventKind
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.labels.batches.detail import LabelBatchDetail
from qc_desktop.services.labels import batches, printed
from qc_desktop.services.labels.batches import BatchRow
from qc_desktop.services.labels.runs import PrintOrder, run_of

from .conftest import Window

APPLIED, DESTROYED, SPOILED = LabelEventKind.APPLIED, LabelEventKind.DESTROYED, LabelEventKind.SPOILED


def at_hand(window: Window) -> LabelBatchDetail:
    return window.go("batch:00001").batches.detail


def stored(window: Window) -> BatchRow:
    return batches.row(window.year.office, "1")


def note(
    window: Window, kind: LabelEventKind, *, count: str = "", first: str = "", last: str = "", why: str = ""
) -> None:
    """Notes something of the batch at hand."""
    detail = window.page.batches.detail
    if detail.noting.isHidden():
        detail.note.click()
    noting = detail.noting
    noting.kind.choose(kind.value)
    for field, text in ((noting.count, count), (noting.first, first), (noting.last, last), (noting.reason, why)):
        field.setText(text)
    noting.confirm.click()
    window.rest()


def test_a_count_is_noted_and_the_balance_follows(window: Window) -> None:
    detail = at_hand(window)
    note(window, APPLIED, count="40")
    assert stored(window).balance.of(APPLIED) == 40
    assert detail._counts[APPLIED].text() == "40"
    assert detail._remaining.text() == "60"
    assert detail.noting.isHidden()
    assert detail.lines.rowCount() == 2


def test_from_and_to_are_noted_with_a_reason(window: Window) -> None:
    detail = at_hand(window)
    note(window, SPOILED, first="1", last="5")
    assert "原因" in detail.noting._notes[detail.noting.reason].text
    note(window, SPOILED, first="1", last="5", why="墨污")
    assert stored(window).balance.of(SPOILED) == 5
    note(window, SPOILED, first="5", last="6", why="墨污")
    assert "已经登记过" in detail.noting._notes[detail.noting.count].text
    assert stored(window).balance.of(SPOILED) == 5


def test_a_wrong_line_is_taken_back_by_another(window: Window) -> None:
    detail = at_hand(window)
    note(window, APPLIED, count="40")
    detail.note.click()
    detail.noting.back.setChecked(True)
    detail.noting.count.setText("15")
    detail.noting.reason.setText("多登记了")
    QTest.keyClick(detail.noting.reason, Qt.Key.Key_Return)
    window.rest()
    assert stored(window).balance.of(APPLIED) == 25


def test_labels_noted_wrongly_are_taken_back_by_number_and_noted_anew(window: Window) -> None:
    detail = at_hand(window)
    note(window, SPOILED, first="1", last="5", why="墨污")
    detail.note.click()
    detail.noting.back.setChecked(True)
    note(window, SPOILED, first="4", last="6", why="记错")
    assert "00001-000006" in detail.noting._notes[detail.noting.count].text
    note(window, SPOILED, first="4", last="5", why="记错")
    assert stored(window).balance.of(SPOILED) == 3
    note(window, APPLIED, first="4", last="5")
    assert stored(window).balance.of(APPLIED) == 2


def test_further_copies_stand_in_the_balance_and_in_the_history(window: Window) -> None:
    detail = at_hand(window)
    assert detail._further.isHidden()
    put_on_paper(window, 1, 100)
    put_on_paper(window, 11, 12, "墨污")
    window.page.work.refresh()
    window.rest()
    assert detail._further.text() == "2"
    why = detail.lines.index(0, 4)
    assert detail.lines.data(why) == "第 2 份：墨污"


def test_more_than_there_are_is_refused_and_what_is_typed_stays(window: Window) -> None:
    detail = at_hand(window)
    note(window, APPLIED, count="101")
    assert "只剩 100 枚" in detail.noting._notes[detail.noting.count].text
    assert detail.noting.count.text() == "101"
    assert stored(window).balance.remaining == 100


def put_on_paper(window: Window, first: int, last: int, again: str = "") -> None:
    """Notes that the labels were printed, as a run of files does."""
    order = PrintOrder("A4-40", first, last, again=again)
    run = run_of(window.year.office, "1", order, window.year.signer)
    for file in run.files():
        printed.note(window.year.office, run, file, ())


def stop(window: Window, digits: str = "0001") -> LabelBatchDetail:
    detail = at_hand(window)
    detail.stop.click()
    detail.stopping.reason.setText("抽检不合格")
    detail.stopping.digits.setText(digits)
    QTest.keyClick(detail.stopping.digits, Qt.Key.Key_Return)
    window.rest()
    return detail


@pytest.mark.parametrize("digits", ["", "0002", "1"])
def test_without_the_right_digits_nothing_is_stopped(window: Window, digits: str) -> None:
    detail = stop(window, digits)
    assert "00001" in detail.stopping._digits_note.text
    assert stored(window).state is LabelBatchState.LIVE


def test_a_batch_is_stopped_and_says_so_everywhere(window: Window) -> None:
    put_on_paper(window, 1, 60)
    detail = stop(window, "０００１")
    assert stored(window).state is LabelBatchState.STOPPED
    assert detail._state.text() == "● 已停用"
    assert "抽检不合格" in detail.stopped.text
    assert "还有 60 枚没有登记销毁" in detail.stopped.text
    assert not detail.print.isVisible()
    assert not detail.stop.isVisible()
    row = window.page.batches.model.row(0)
    assert row is not None
    assert row.state is LabelBatchState.STOPPED


def test_the_notice_is_copied_and_saved(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    detail = stop(window)
    assert detail.notice.isVisible()
    detail.notice.copy.click()
    assert "抽检不合格" in QGuiApplication.clipboard().text()
    path = tmp_path / "示例停用通知.txt"
    monkeypatch.setattr(places, "ask_file_of", lambda *_: path)
    detail.notice.save.click()
    window.rest()
    assert "抽检不合格" in path.read_text(encoding="utf-8-sig")


def test_the_reminder_goes_when_everything_is_destroyed(window: Window) -> None:
    put_on_paper(window, 1, 60)
    detail = stop(window)
    detail.stopped._button.click()
    assert detail.noting.kind.current == DESTROYED.value
    note(window, DESTROYED, count="60", why="企业来函，监督销毁")
    assert stored(window).balance.outstanding == 0  # the others were never printed
    assert "没有登记销毁" not in detail.stopped.text
    assert "60" in detail.notice.text.toPlainText()
