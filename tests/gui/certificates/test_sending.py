"""寄送 and 对账 in the window: pasted, dropped, looked at, noted, undone; five counts and who is missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.dispatch import DispatchDraft, Way
from qc_desktop.domain.progress import finish
from qc_desktop.domain.reconciling import Why
from qc_desktop.gui.models.paged import tone_of
from qc_desktop.gui.pages.certificates.printing import acts
from qc_desktop.gui.pages.certificates.printing.batch_detail import BatchDetail
from qc_desktop.gui.tokens import Tone
from qc_desktop.services import calibrations, demo, history, vault
from qc_desktop.services.certificates import dispatches, printing, register
from qc_desktop.services.certificates.reconciliation import BehindRow
from qc_desktop.services.office import Office
from tests.printing.queues import KeepingQueue, paper, system_of
from tests.samples import write_list

from .conftest import COMPANIES, Open, Window
from .test_printing_desk import act, print_all, queue

__all__ = ["queue"]

N = "QC-2026-315-{:06}".format


def begin(window: Window, key: str) -> None:
    window.page.open_item(key)
    window.rest()


def test_pasted_rows_are_looked_at_noted_and_taken_back(opened: Open, issued: Office) -> None:
    window = opened(issued)
    begin(window, "sending")
    view = window.page.rooms.sending.view
    QGuiApplication.clipboard().setText(
        f"证书编号\t快递公司\t快递单号\n{N(1)}\t示例快递\tSF1\n{N(99)}\t示例快递\tSF2\n"
    )
    view.paste.click()
    window.rest()
    assert view.is_previewing
    assert view.preview.chips.current == "error"
    assert "没有这个编号" in view.preview.told.text()
    assert dispatches.count(issued) == 0
    assert view.preview.apply.text() == "登记 1 行"
    begin(window, "reconcile")
    window.qtbot.waitUntil(lambda: window.shell._status.is_unsaved)
    window.shell.lead_to_unsaved()
    assert view.isVisible()
    assert view.is_previewing  # another tab takes nothing away
    assert view.preview.apply.text() == "登记 1 行"
    view.preview.apply.click()
    window.rest()
    window.qtbot.waitUntil(lambda: not window.shell._status.is_unsaved)
    assert not view.is_previewing
    assert view.bar.text.splitlines()[0].startswith("1 行没有登记")
    assert f"第 3 行：{N(99)}" in view.bar.text
    assert view.model.rowCount() == 1
    view.table.choose_place(0)
    view.table.opened.emit(view.table.chosen_keys[0])
    window.rest()
    assert window.register.detail.facts._values["sent"].text() == "快递 示例快递 SF1"
    history.undo(issued)
    window.shell.page.refresh()
    window.rest()
    assert window.register.detail.facts._values["sent"].text() == "没有记录"


def test_a_dropped_list_is_looked_at_and_can_be_left(opened: Open, issued: Office, tmp_path: Path) -> None:
    path = write_list(tmp_path / "快递.xlsx", [[N(1), "SF1"], [N(2), 123456789012345678]], ["证书编号", "快递单号"])
    window = opened(issued)
    begin(window, "sending")
    view = window.page.rooms.sending.view
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left = Qt.MouseButton.LeftButton
    view.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier))
    window.rest()
    assert view.is_previewing
    assert view.preview.model.rowCount() == 1  # what is wrong comes first
    view.preview.left.emit()
    window.rest()
    assert not view.is_previewing
    assert dispatches.count(issued) == 0


def test_rows_with_a_remark_are_seen_before_they_are_noted(opened: Open, issued: Office) -> None:
    window = opened(issued)
    begin(window, "sending")
    preview = window.page.rooms.sending.view.preview
    QGuiApplication.clipboard().setText(f"证书编号\t快递单号\n{N(1)}\tSF1\n{N(2)}\tSF1\n{N(3)}\tSF3\n")
    window.page.rooms.sending.view.paste.click()
    window.rest()
    assert preview.chips.current == "doubtful"
    assert preview.model.rowCount() == 1
    assert "单号 SF1 也写给了" in preview.told.text()
    assert preview.apply.text() == "登记 3 行（1 行有提示）"
    state = preview.model.index(0, 1)
    assert state.data() == "请看提示"
    assert tone_of(state) is Tone.WARN


def test_a_list_that_tells_nothing_and_an_empty_clipboard_are_said(opened: Open, issued: Office) -> None:
    window = opened(issued)
    begin(window, "sending")
    view = window.page.rooms.sending.view
    assert view.listed.currentWidget() is view.listed.nothing
    for text, said in (("红\t大\n绿\t小", "没有认出表头"), ("", "没有")):
        QGuiApplication.clipboard().setText(text)
        view.paste.click()
        window.rest()
        assert said in view.bar.text
        assert not view.is_previewing


def test_a_wrong_entry_is_removed(opened: Open, issued: Office) -> None:
    dispatches.note(issued, [N(1), N(2)], DispatchDraft(Way.COURIER, "示例快递", "SF1", dt.date(2026, 3, 16)))
    window = opened(issued)
    begin(window, "sending")
    view = window.page.rooms.sending.view
    assert not view.remove.isEnabled()
    view.search.setText(N(2))
    view.search.searched.emit(N(2))
    window.rest()
    view.table.choose_place(0)
    window.rest()
    view.remove.click()
    window.rest()
    assert [row.number for row in dispatches.page(issued)] == [N(1)]
    begin(window, "reconcile")
    begin(window, "sending")
    window.shell.undo()
    window.rest()
    assert view.model.rowCount() == 1  # the search holds, the list was asked again
    view.search.clear()
    view.show_list()
    window.rest()
    assert view.model.rowCount() == 2
    window.shell.undo()  # what the entries were noted with
    window.rest()
    assert view.model.rowCount() == 0


def test_what_was_picked_up_is_noted_from_the_batch(
    opened: Open, issued: Office, queue: KeepingQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(issued)
    print_all(window)
    detail = act(window, BatchDetail.PICKED_UP)
    detail.asking.field.setText("2～4、7")
    detail.asking.confirm.click()
    window.rest()
    assert sorted(row.number for row in dispatches.page(issued)) == [N(2), N(3), N(4), N(7)]
    assert {(row.way, row.sent_on) for row in dispatches.page(issued)} == {(Way.PICKED_UP, issued.today)}
    act(window, BatchDetail.PICKED_UP)
    detail.asking.field.setText("99")
    detail.asking.confirm.click()
    window.rest()
    assert "没有“99”" in detail.asking._note.text
    monkeypatch.setattr(dates, "now", lambda: dt.datetime.combine(issued.today, dt.time(4), dt.UTC))
    register.replace(issued, N(9), "示例：企业更名", vault.unlock(issued, demo.PASSPHRASE))
    bar = window.page.rooms.printing.bar
    detail.asking.field.setText("8～10")
    detail.asking.confirm.click()
    window.rest()
    assert bar.text.startswith(f"已停用，没有登记：{N(9)}。")
    assert dispatches.of_certificate(issued, N(9)) == []
    act(window, BatchDetail.PICKED_UP)
    detail.asking.field.setText("9")
    detail.asking.confirm.click()
    window.rest()
    assert f"现在有效的是 {N(COMPANIES + 1)}" in bar.text
    assert dispatches.of_certificate(issued, N(9)) == []
    bar._button.click()
    window.rest()
    assert len(dispatches.of_certificate(issued, N(9))) == 1
    assert not detail.asking.isVisible()


def test_five_counts_open_the_lists_of_who_is_missing(
    opened: Open, issued: Office, queue: KeepingQueue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(issued)
    print_all(window)
    dispatches.note(issued, [N(place) for place in range(1, COMPANIES)], DispatchDraft(Way.POST, tracking_no="XA1"))
    begin(window, "reconcile")
    view = window.page.rooms.reconciling.view
    assert view.counts.text() == "选中 12  →  已编号 12  →  已生成 12  →  已打印 12  →  已寄出 11"
    assert view.model.rowCount() == 1
    view.table.choose_place(0)
    window.rest()
    assert view.told.text().endswith("已打印，没有寄出记录。")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "对账.xlsx"), "*.xlsx"))
    view.export.click()
    window.rest()
    assert "已写入" in view.bar.text
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "对账.xlsx").active.values for cell in row]
    assert N(COMPANIES) in cells
    view.table.opened.emit(view.table.chosen_keys[0])
    window.rest()
    assert window.register.detail.row is not None
    assert window.register.detail.row.number == N(COMPANIES)
    dispatches.note(issued, [N(COMPANIES)], DispatchDraft(Way.PICKED_UP))
    begin(window, "reconcile")
    assert view.verdict.text().startswith("五个数都相符")
    assert not view.table.isVisible()
    late = BehindRow(None, Why.SENT_ENDED, N(1), "示例公司", "c")  # replaced, and sent after that
    view.show_found(replace(view.found, rows=(late,)))
    assert view.verdict.text().startswith("五个数都相符；另有 1 张不计入")


def test_what_was_printed_elsewhere_is_noted_and_stands_among_the_batches(opened: Open, issued: Office) -> None:
    files = finish(printing.print_one_file(issued, [N(1), N(2)], issued.profile.root / "示例.pdf"))
    assert len(files.numbers) == 2
    window = opened(issued)
    begin(window, "reconcile")
    view = window.page.rooms.reconciling.view
    view.table.choose(next(row.key for row in view.found.rows if row.number == N(2)))
    note = view.elsewhere
    assert note.button.text() == "登记选中的 1 张已在别处打印…"
    dispatches.note(issued, [N(1)], DispatchDraft(Way.COURIER, "示例快递", "SF1"))
    note.button.click()
    window.rest()
    assert note.about.text().startswith("登记 1 张证书已在别处打印？")
    note.back.click()
    assert note.isHidden()
    note.button.click()
    note.confirm.click()
    window.rest()
    assert "已打印 1" in view.counts.text()  # the one that was selected
    assert (note.button.text(), note.button.isEnabled()) == ("选中的没有可以登记的", False)
    assert view.table.hasFocus()
    window.shell.undo()  # what was noted stays, and the step before is not taken for it
    window.rest()
    assert dispatches.count(issued) == 1
    assert window.shell._messages.text.startswith(
        "最近一步“登记已在别处打印”已经记下，不能撤回。它之前还可以撤回“登记寄送”"
    )
    dispatches.note(issued, [N(3)], DispatchDraft(Way.POST, tracking_no="XA1"))
    window.shell._messages._button.click()
    window.rest()
    assert [row.number for row in dispatches.page(issued)] == [N(3)]  # the one that was named went, none done since
    assert not window.shell.is_telling
    view.table.clearSelection()
    assert note.button.text() == "登记全部 2 张已在别处打印…"
    note.button.click()
    note.confirm.click()
    window.rest()
    assert "已打印 3" in view.counts.text()  # all that are left, the one that went out among them
    assert note.button.isHidden()
    begin(window, "batches")
    model = window.page.rooms.printing.model
    row = model.row(0)
    assert row is not None
    assert [model.data(model.index(0, place)) for place in range(len(model.columns))][-1] == "别处（PDF）"
    assert row.printer == ""


def test_a_printer_is_calibrated_and_the_correction_seen_before_it_is_kept(
    opened: Open, issued: Office, queue: KeepingQueue
) -> None:
    window = opened(issued)
    window.page._print.click()
    window.rest()
    window.page.rooms.start.calibrate.click()
    window.rest()
    view = window.page.rooms.calibrating.view
    assert not view.keep.isEnabled()
    view.ruler.click()
    window.rest()
    assert "打印机标尺页" in paper(queue.out)[0]
    assert view.ui.left.hasFocus()
    for name, typed in (("left", "149.5"), ("top", "104"), ("across", "250"), ("down", "示例")):
        getattr(view.ui, name).setText(typed)
    assert "毫米数" in view.result.text()
    view.ui.down.setText("17")
    assert "不像" in view.result.text()
    assert not view.keep.isEnabled()
    view.ui.down.setText("170")
    assert view.result.text() == "保存后：左移 1 毫米，下移 1 毫米，横向 100%，纵向 100%"
    view.keep.click()
    window.rest()
    assert view.ui.left.text() == ""
    assert view.present.text() == "现在：左移 1 毫米，下移 1 毫米，横向 100%，纵向 100%"
    known = calibrations.known(issued.profile).of(queue.name, "", "a4_across")
    assert (known.x_mm, known.y_mm) == (-1.0, 1.0)
    view.clear.click()
    window.rest()
    assert calibrations.known(issued.profile).rows == ()
    view.left.emit()
    window.rest()
    assert window.page.rooms.start.isVisible()


def test_a_range_is_typed_and_what_is_not_among_them_is_said(opened: Open, issued: Office, queue: KeepingQueue) -> None:
    window = opened(issued)
    window.page._print.click()
    window.rest()
    view = window.page.rooms.start
    view.ui.first.setText("3")
    view.ui.last.setText(N(5))
    assert view.start.text() == "打印 3 张证书"
    view.ui.last.setText("99")
    assert not view.start.isEnabled()
    assert "没有“99”" in view._range_note.text
    view.ui.last.setText("5")
    view.start.click()
    window.rest()
    assert len(paper(queue.out)) == 3


def test_tray_and_paper_are_those_of_the_printer_and_remembered(
    opened: Open, issued: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qc_desktop.documents.printing.queue import Abilities

    made = KeepingQueue(
        tmp_path / "paper", has=Abilities(("A4", "A3"), (("InputSlot=T1", "T1"), ("InputSlot=T2", "T2")))
    )
    small = KeepingQueue(tmp_path / "small", "示例小打印机", has=Abilities(("A4",), ()))
    monkeypatch.setattr(acts, "print_system", lambda: system_of(made, small))
    window = opened(issued)
    window.page._print.click()
    window.rest()
    view = window.page.rooms.start
    assert [view.ui.tray.itemText(place) for place in range(view.ui.tray.count())] == ["打印机自选", "T1", "T2"]
    view.ui.tray.setCurrentIndex(2)
    view.ui.paper.setCurrentIndex(3)
    view.try_one.click()
    window.rest()
    assert (made.options[0].tray, made.options[0].media) == ("InputSlot=T2", "A3")
    view.ui.printer.setCurrentText(small.name)
    window.rest()
    assert view.ui.paper.count() == 2
    view.ui.printer.setCurrentText(made.name)
    window.rest()
    assert (view.ui.tray.currentText(), view.ui.paper.currentText()) == ("T2", "A3，一张印两份")


def test_the_desk_says_how_a_certificate_went_out(issued: Office) -> None:
    from qc_desktop.services.verification import verify

    assert verify(issued, N(1))[0].dispatch is None
    dispatches.note(issued, [N(1)], DispatchDraft(Way.COURIER, "示例快递", "SF1", dt.date(2026, 3, 16)))
    (answer,) = verify(issued, N(1))
    assert answer.dispatch is not None
    assert answer.dispatch.tracking_no == "SF1"


def test_where_a_printer_vanished_another_prints_the_rest(
    opened: Open, issued: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = KeepingQueue(tmp_path / "a", "示例甲"), KeepingQueue(tmp_path / "b", "示例乙")
    first.refuses = True
    monkeypatch.setattr(acts, "print_system", lambda: system_of(first, other))
    window = opened(issued)
    print_all(window)
    monkeypatch.setattr(acts, "print_system", lambda: system_of(other))
    detail = act(window, BatchDetail.GO_ON)
    assert "没有名为“示例甲”的打印机" in window.page.rooms.printing.bar.text
    act(window, BatchDetail.TURN)
    assert detail.asking.field.text() == "示例乙"
    detail.asking.field.setText("示例丙")
    detail.asking.confirm.click()
    window.rest()
    assert "没有名为“示例丙”" in detail.asking._note.text
    detail.asking.field.setText("示例乙")
    detail.asking.confirm.click()
    window.rest()
    act(window, BatchDetail.GO_ON)
    assert len(paper(other.out)) == COMPANIES


def test_what_comes_after_printing_stands_side_by_side_above_the_register(
    opened: Open, issued: Office, queue: KeepingQueue
) -> None:
    window = opened(issued)
    page = window.page
    assert [made.text() for made in page.tabs._buttons.values()] == ["证书", "打印批次", "寄送", "对账", "打印机校准"]
    shown = {
        "batches": lambda: page.rooms.printing,
        "sending": lambda: page.rooms.sending.view,
        "reconcile": lambda: page.rooms.reconciling.view,
        "calibration": lambda: page.rooms.calibrating.view,
        "register": lambda: page.register,
    }
    for key, view in shown.items():
        page.tabs._buttons[key].click()
        window.rest()
        assert view().isVisible()
        assert page.tabs.current == key
        assert page.place == ("" if key == "register" else key)
    page._print.click()
    window.rest()
    assert page.tabs.isHidden()
    page.rooms.start.left.emit()
    assert page.tabs.isVisible()


def test_a_certificate_says_how_it_went_out(opened: Open, issued: Office) -> None:
    window = opened(issued)
    detail = window.register.detail
    window.register.table.selectRow(0)
    window.rest()
    assert detail.sent.isHidden()
    draft = DispatchDraft(Way.COURIER, "示例快递", "SL20260320", dt.date(2026, 3, 16), "补寄")
    dispatches.note(issued, [detail.row.number], draft)
    window.page.refresh()
    window.rest()
    assert detail.sent.text == "快递 示例快递 SL20260320 2026-03-16  补寄"
    detail.begin_ending(CertificateState.VOID, known=True, unlocked=True)
    assert detail.sent.isHidden()
    detail.end_ending()
    assert detail.sent.isVisible()
    assert detail.printed.isHidden()
