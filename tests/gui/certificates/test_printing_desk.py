"""打印台: two clicks print everything; a jam, spoiled sheets, a trial print, papers, packages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qc_desktop.domain.printing import SheetState
from qc_desktop.gui.models import paged
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.certificates.actions import ONE_ZIP, ZIPS
from qc_desktop.gui.pages.certificates.make_view import PACKAGE
from qc_desktop.gui.pages.certificates.printing import acts
from qc_desktop.gui.pages.certificates.printing.batch_detail import BatchDetail
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services.certificates import print_lists
from qc_desktop.services.office import Office
from tests.printing.queues import KeepingQueue, paper, system_of

from ..real import faults
from .conftest import COMPANIES, Open, Window

N = "QC-2026-315-{:06}".format


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeepingQueue:
    made = KeepingQueue(tmp_path / "paper")
    other = KeepingQueue(tmp_path / "other", "示例另一台")
    monkeypatch.setattr(acts, "print_system", lambda: system_of(made, other))
    return made


def print_all(window: Window) -> None:
    """From the register to paper: two clicks."""
    window.page._print.click()
    window.rest()
    window.page.rooms.start.start.click()
    window.rest()


def print_again(window: Window) -> None:
    """The same once more, which is asked about."""
    window.page.show_register()
    window.page._print.click()
    window.rest()
    assert window.page.rooms.start.ui.reason.isVisible()
    window.page.rooms.start.ui.reason.setText("企业遗失")
    window.page.rooms.start.start.click()
    window.rest()


def act(window: Window, name: str, answer: str | None = None) -> BatchDetail:
    detail = window.page.rooms.printing.detail
    detail.acts[name].click()
    window.rest()
    if answer is not None:
        field = detail.asking.field if name == BatchDetail.GO_ON else detail.asking.reason
        field.setText(answer)
        detail.asking.confirm.click()
        window.rest()
    return detail


def test_two_clicks_print_everything_and_show_every_sheet(opened: Open, issued: Office, queue: KeepingQueue) -> None:
    window = opened(issued)
    print_all(window)
    assert len(paper(queue.out)) == COMPANIES
    view = window.page.rooms.printing
    assert view.isVisible()
    assert view.bar.text.startswith(f"{COMPANIES} 张逐页检查后已送往打印机。")
    assert view.detail._state.text() == "● 已印完"
    assert view.detail.sheets.rowCount() == COMPANIES
    window.page.tabs._buttons["register"].click()
    window.register.table.selectRow(0)
    window.rest()
    assert "第 1 份，示例打印机  已送打印" in window.register.detail.printed.text


def test_without_a_printer_the_focus_is_where_one_is_missing(
    opened: Open, issued: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "print_system", system_of)
    window = opened(issued)
    window.page._print.click()
    window.rest()
    assert window.page.rooms.start.bar.text
    assert not window.page.rooms.start.start.isEnabled()
    assert window.page.rooms.start.ui.printer.hasFocus()


def test_what_spoiled_a_sheet_stays_with_its_batch_until_it_is_noted(
    opened: Open, issued: Office, queue: KeepingQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paged, "PAGE", 6)
    window = opened(issued)
    print_all(window)
    print_again(window)
    detail = window.page.rooms.printing.detail
    detail.table.selectRow(0)
    act(window, BatchDetail.DAMAGE)
    detail.asking.reason.setText("墨污")
    for place in (1, 0):
        window.page.rooms.printing.table.choose_place(place)
        window.rest()
        assert not detail.asking.isVisible()
    detail.table.selectRow(0)
    act(window, BatchDetail.DAMAGE)
    assert detail.asking.reason.text() == "墨污"
    detail.asking.confirm.click()
    window.rest()
    detail.table.selectRow(1)
    act(window, BatchDetail.DAMAGE)
    assert detail.asking.reason.text() == ""
    detail.sheets.refresh()
    window.rest()
    detail.table.selectAll()
    assert len(detail.table.chosen_keys) < COMPANIES
    act(window, BatchDetail.PICKED_UP)
    assert detail.asking.field.text().split("、") == list(map(N, range(1, COMPANIES + 1)))


def test_after_a_jam_the_rest_goes_again(opened: Open, issued: Office, queue: KeepingQueue) -> None:
    window = opened(issued)
    print_all(window)
    detail = window.page.rooms.printing.detail
    detail.table.selectRow(10)
    act(window, BatchDetail.REPRINT, None)
    assert detail.asking.field.text() == N(11)
    detail.asking.canned.buttons[0].click()
    assert detail.asking.reason.text() == "卡纸"
    detail.asking.confirm.click()
    window.rest()
    assert len(paper(queue.out)) == COMPANIES + 2
    detail.table.selectRow(0)
    window.rest()
    act(window, BatchDetail.DAMAGE, "")
    assert "写明" in detail.asking._note.text
    detail.asking.reason.setText("墨污")
    detail.asking.confirm.click()
    window.rest()
    assert "第2份" in paper(queue.out)[-1]
    (row,) = print_lists.page(issued)
    assert (row.of(SheetState.DAMAGED), row.state) == (3, "done")
    detail.chips.choose("damaged")
    window.rest()
    assert detail.sheets.rowCount() == 3
    detail.table.selectRow(0)
    window.rest()
    assert "墨污" in detail._remark.text()


def test_a_printer_that_stands_still_is_told_and_printing_goes_on(
    opened: Open, issued: Office, queue: KeepingQueue
) -> None:
    queue.stands_still = True
    window = opened(issued)
    window.page._print.click()
    window.rest()
    window.page.rooms.start.values.write({"printer": queue.name, "chunk": "20", "copies": "2"})
    window.page.rooms.start.start.click()
    window.rest()
    view = window.page.rooms.printing
    assert "停了" in view.bar.text
    assert view.detail._state.text() == "● 未印完"
    queue.stands_still = False
    act(window, BatchDetail.GO_ON, N(9))
    assert view.detail._state.text() == "● 已印完"
    assert len(paper(queue.out)) == 2 * COMPANIES + 2  # number 10 had come out twice for nothing
    assert not view.detail.acts[BatchDetail.GO_ON].isVisible()


def test_stopping_leaves_a_batch_to_go_on_with_or_to_cancel(opened: Open, issued: Office, queue: KeepingQueue) -> None:
    window = opened(issued)
    window.page._print.click()
    window.rest()
    window.page.rooms.start.start.click()
    window.qtbot.waitUntil(lambda: window.page.rooms.printing.progress.isVisible())
    window.page.rooms.printing.progress._stop.click()
    window.rest()
    assert "已停下" in window.page.rooms.printing.bar.text
    detail = act(window, BatchDetail.CANCEL)
    assert detail.asking.isVisible()
    assert f"还有 {COMPANIES} 张" in detail.asking._about.text()
    assert detail.asking.field.isHidden()
    assert detail.asking._back.hasFocus()
    detail.asking._back.click()
    assert detail._state.text() != "● 已取消"
    act(window, BatchDetail.CANCEL).asking.confirm.click()
    window.rest()
    assert detail._state.text() == "● 已取消"
    assert f"{COMPANIES} 张不再打印" in window.shell.findChildren(Toast)[0]._text.text()
    assert paper(queue.out) == []


def test_a_trial_print_and_the_printer_are_remembered(opened: Open, issued: Office, queue: KeepingQueue) -> None:
    window = opened(issued)
    window.register.table.selectRow(2)
    window.rest()
    window.register.detail._print.click()
    window.rest()
    view = window.page.rooms.start
    assert view.start.text() == "打印 1 张证书"
    view.values.write({"printer": "示例另一台", "chunk": "50", "copies": "1"})
    view.try_one.click()
    window.rest()
    assert "样张" in view.bar.text
    assert len(paper(queue.out.parent / "other")) == 1
    view.left.emit()
    window.page._print.click()
    window.rest()
    assert view.values.read()["printer"] == "示例另一台"
    window.page.show_register()
    window.register.table.selectRow(2)
    window.rest()
    assert "试打样张" in window.register.detail.printed.text


def test_without_a_printer_it_is_said_what_to_do(opened: Open, issued: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acts, "print_system", system_of)
    window = opened(issued)
    window.page._print.click()
    window.rest()
    bar = window.page.rooms.start.bar
    assert "还没有打印机" in bar.text
    assert not window.page.rooms.start.start.isEnabled()
    bar._button.click()  # looks again
    window.rest()
    assert "还没有打印机" in bar.text
    bar._second.click()
    window.rest()
    assert window.page.rooms.make.isVisible()
    assert len(window.page.rooms.make.numbers) == COMPANIES


def test_without_a_printer_the_ruler_page_is_a_file(
    opened: Open, issued: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(acts, "print_system", system_of)
    monkeypatch.setattr(places, "ask_file", lambda *_: tmp_path / "标尺页.pdf")
    window = opened(issued)
    window.page.open_item("calibration")
    window.rest()
    view = window.page.rooms.calibrating.view
    assert "还没有找到" in view.result.text()
    assert not view.ruler.isEnabled()
    view.save.click()
    window.rest()
    assert "打印机标尺页" in paper(tmp_path)[0]
    made = acts.Printers(("示例打印机",), "示例打印机")
    view.offer(made.names, made.chosen)
    assert "还差 4 个" in view.result.text()


def test_papers_are_written_where_one_says(
    opened: Open, issued: Office, queue: KeepingQueue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(issued)
    print_all(window)
    for name, chosen, kind in ((BatchDetail.SEAL, "用印", "*.xlsx"), (BatchDetail.RECEIPTS, "签收.pdf", "*.pdf")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, c=chosen, k=kind: (str(tmp_path / c), k))
        act(window, name)
        assert "已写入" in window.page.rooms.printing.bar.text
    assert (tmp_path / "用印.xlsx").exists()
    assert (tmp_path / "签收.pdf").exists()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    act(window, BatchDetail.SEAL)


def test_packages_are_made_and_copied_as_files(opened: Open, issued: Office, tmp_path: Path) -> None:
    window = opened(issued)
    window.register.table.selectRow(0)
    window.rest()
    window.register.detail._make.click()
    window.rest()
    view = window.page.rooms.make
    view.mode.choose(PACKAGE)
    assert view.packing.isVisible()
    view.place.setText(str(tmp_path / "电子版"))
    view.start_button.click()
    window.rest()
    assert "每一页都已检查" in view.outcome.bar.text
    view.outcome.copy.click()
    copied = [Path(url.toLocalFile()) for url in QGuiApplication.clipboard().mimeData().urls()]
    assert sorted(path.suffix for path in copied) == [".jpg", ".pdf", ".pdf", ".png"]
    assert all(path.is_file() for path in copied)
    assert view.outcome.copy.text() == "已复制 4 个文件"
    for form, place in ((ZIPS, "压缩"), (ONE_ZIP, "全部")):
        view.packing.choose(form)
        view.place.setText(str(tmp_path / place))
        view.start_button.click()
        window.rest()
    assert len(list((tmp_path / "压缩").glob("*.zip"))) == 1
    assert (tmp_path / "全部.zip").exists()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("view", ["start", "nobody", "done", "asked", "packages", "copied", "log"])
def test_every_view_of_printing(
    qtbot: QtBot,
    opened: Open,
    issued: Office,
    queue: KeepingQueue,
    tmp_path: Path,
    lang: str,
    view: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = opened(issued, lang)
    if view == "nobody":
        monkeypatch.setattr(acts, "print_system", system_of)
    if view in ("start", "nobody"):
        window.page._print.click()
    elif view in ("packages", "copied"):
        window.page._make_files.click()
        window.rest()
        window.page.rooms.make.mode.choose(PACKAGE)
        if view == "copied":
            window.page.rooms.make.packing.choose(ZIPS)
            window.page.rooms.make.place.setText(str(tmp_path / "a"))
            window.page.rooms.make.start_button.click()
    else:
        print_all(window)
        window.page.rooms.printing.detail.table.selectRow(1)
        window.rest()
        if view == "asked":
            act(window, BatchDetail.DAMAGE, "")
        if view == "log":
            window.page.show_register()
            window.register.table.selectRow(0)
            window.register.split.open_detail()
    window.rest()
    found = faults(qtbot, window.shell)
    assert found == [], "\n".join(found)
