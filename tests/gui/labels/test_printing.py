"""A batch to paper: few clicks, from the first free label on, files taken up again, a printer, a reason for more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from qc_desktop.documents.printing.queue import Abilities
from qc_desktop.domain.label_sheets import SheetMemory
from qc_desktop.domain.labels import LabelEventKind
from qc_desktop.domain.progress import finish
from qc_desktop.gui.pages.certificates.printing import acts as printers
from qc_desktop.gui.pages.labels import acts
from qc_desktop.gui.pages.labels.printing.form import PRINTER
from qc_desktop.gui.pages.labels.printing.view import LabelPrintView
from qc_desktop.gui.tasks import Task
from qc_desktop.services.labels import batches, issuing, presets, printing
from tests.labelled import ORDER
from tests.printing.queues import KeepingQueue, system_of

from .conftest import PASSPHRASE, Window

PRINTED = LabelEventKind.PRINTED


def printed(window: Window) -> int:
    return batches.row(window.year.office, "1").balance.of(PRINTED)


def begin(window: Window, folder: Path) -> LabelPrintView:
    """The print view of the batch, with everything chosen but the start."""
    view = window.go("print:00001").print
    view.form.folder.setText(str(folder))
    view.sheet.choose("A4-40")
    view.passphrase._one.setText(PASSPHRASE)
    window.rest()
    return view


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeepingQueue:
    made = KeepingQueue(tmp_path / "paper", has=Abilities(("A4",), (("Tray2", "示例纸盒"),)))
    monkeypatch.setattr(printers, "print_system", lambda: system_of(made))
    return made


def test_from_the_list_to_files_in_three_clicks(window: Window, tmp_path: Path) -> None:
    page = window.go("batches")
    clicks = 0
    page.print.form.folder.setText("")

    def click(part: QPushButton) -> None:
        nonlocal clicks
        clicks += 1
        part.click()
        window.rest()

    click(page.batches.detail.print)
    view = page.print
    view.form.folder.setText(str(tmp_path / "out"))  # the folder used last stands there already
    view.passphrase._one.setText(PASSPHRASE)
    click(view.start_button)
    assert clicks <= 5
    assert printed(window) == 100
    assert "已生成 100 枚标识" in view.bar.text
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 1


def test_a_click_on_the_sheet_chooses_where_it_begins_and_is_remembered(window: Window, tmp_path: Path) -> None:
    view = begin(window, tmp_path / "out")
    at = view.picture.label_at(7).center().toPoint()
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=at)
    window.rest()
    preset = presets.preset(window.year.office, "A4-40")
    assert presets.memory(window.year.office, preset) == SheetMemory(7)
    assert "从第 7 个开始" in view.begins.told.text()
    spoiled = view.picture.label_at(9).center().toPoint()
    QTest.mouseClick(view.picture, Qt.MouseButton.RightButton, pos=spoiled)
    window.rest()
    assert presets.memory(window.year.office, preset) == SheetMemory(7, (9,))
    view.start_button.click()
    window.rest()
    (made,) = (tmp_path / "out").glob("*.pdf")
    with pypdfium2.PdfDocument(made) as pdf:
        assert len(pdf) == 3  # 33 on the first, 40, 27
    assert presets.memory(window.year.office, preset) == SheetMemory(28)


def test_the_sheet_is_worked_by_keys_alone(window: Window, tmp_path: Path) -> None:
    picture = begin(window, tmp_path).picture
    picture.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(picture, key)
    window.rest()
    assert picture._memory == SheetMemory(6)
    QTest.keyClick(picture, Qt.Key.Key_Right)
    QTest.keyClick(picture, Qt.Key.Key_Delete)
    assert picture._memory == SheetMemory(6, (7,))
    assert "6" in picture.accessibleDescription()
    window.rest()


def test_printed_labels_ask_for_a_reason_before_they_are_printed_again(window: Window, tmp_path: Path) -> None:
    view = begin(window, tmp_path / "out")
    view.start_button.click()
    window.rest()
    assert view.form.again.isVisible()
    assert "100 枚" in view.bar.text
    view.form.folder.setText(str(tmp_path / "other"))
    view.start_button.click()
    window.rest()
    assert "原因" in view.form._again_note.text
    assert view.bar.text == ""  # what was made before is not said of this try
    assert printed(window) == 100
    view.form.again.setText("墨污")
    view.start_button.click()
    window.rest()
    assert printed(window) == 200
    assert view.form.again.text() == ""


def test_a_damaged_file_is_made_again_and_that_is_said(window: Window, tmp_path: Path) -> None:
    view = begin(window, tmp_path / "out")
    view.start_button.click()
    window.rest()
    (made,) = (tmp_path / "out").glob("*.pdf")
    made.write_bytes(made.read_bytes()[:-100])
    view._begin_at(SheetMemory())  # the sheet on which it began
    view.form.again.setText("文件损坏")
    view.start_button.click()
    window.rest()
    assert "100 枚已重新生成" in view.bar.text
    assert printed(window) == 100


def test_stopped_files_go_on_and_a_part_is_offered_next(window: Window, tmp_path: Path) -> None:
    view = begin(window, tmp_path / "out")
    view.form.last.setText("60")
    tasks: list[Task] = []
    window.shell.context.jobs.begun.connect(tasks.append)
    view.start_button.click()
    tasks[-1].cancel()
    window.rest()
    assert view.bar.text.startswith("已停止")
    assert printed(window) == 0
    view.passphrase._one.setText(PASSPHRASE)
    view.start_button.click()
    window.rest()
    assert printed(window) == 60
    assert view.form.span == (61, 100)


def test_a_printer_gets_the_labels_on_its_tray(window: Window, tmp_path: Path, queue: KeepingQueue) -> None:
    view = begin(window, tmp_path)
    view.form.way.choose(PRINTER)
    window.rest()
    assert view.form.printer.currentText() == queue.name
    view.form.tray.setCurrentIndex(view.form.tray.findData("Tray2"))
    view.start_button.click()
    window.rest()
    assert printed(window) == 100
    assert [(one.media, one.tray) for one in queue.options] == [("A4", "Tray2")]
    assert "送往打印机" in view.bar.text


def test_a_printer_that_refuses_notes_nothing(window: Window, tmp_path: Path, queue: KeepingQueue) -> None:
    queue.refuses = True
    view = begin(window, tmp_path)
    view.form.way.choose(PRINTER)
    window.rest()
    view.start_button.click()
    window.rest()
    assert view.bar.text
    assert printed(window) == 0


def test_a_range_that_cannot_be_is_said(window: Window, tmp_path: Path) -> None:
    view = begin(window, tmp_path)
    view.form.last.setText("101")
    view.start_button.click()
    window.rest()
    assert "101" in view.bar.text
    assert printed(window) == 0


def test_a_trial_sheet_is_of_samples_and_uses_nothing_up(window: Window, tmp_path: Path, queue: KeepingQueue) -> None:
    view = begin(window, tmp_path)
    assert view.trial.isHidden()
    view.form.way.choose(PRINTER)
    window.rest()
    preset = presets.preset(window.year.office, "A4-40")
    before = presets.memory(window.year.office, preset)
    view.trial.click()  # asks for no passphrase: nothing is signed
    window.rest()
    assert "试打" in queue.titles[0]
    assert printed(window) == 0
    assert presets.memory(window.year.office, preset) == before
    assert "样张已送往" in view.bar.text
    (made,) = queue.out.glob("*.pdf")
    with pypdfium2.PdfDocument(made) as pdf:
        assert len(pdf) == 1
        page = pdf[0].get_textpage().get_text_bounded()
    assert "00001-000001" not in page
    assert page.count("00001-000000") == 40


def test_after_a_stop_the_sheet_goes_on_behind_whole_files(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = begin(window, tmp_path / "out")
    tasks: list[Task] = []

    def one_file(desk, batch, order, folder, passphrase):
        signer = acts._signer(desk, batch, passphrase)
        for progress in printing.print_labels(desk.office, batch, replace(order, sheets_a_file=1), folder, signer):
            if list(folder.glob("*.pdf")):
                tasks[0].cancel()
            yield progress

    monkeypatch.setattr(acts, "make_files", one_file)
    view._begin_at(SheetMemory(31))
    window.rest()
    window.shell.context.jobs.begun.connect(tasks.append)
    view.start_button.click()
    window.rest()
    assert printed(window) == 10  # from the 31st of 40 on
    assert view.form.span == (11, 100)
    assert view.picture._memory == SheetMemory(1)
    assert "10 枚" in view.bar.text
    assert not view.form.again.isVisible()


def test_hidden_codes_are_printed_as_signed_and_what_is_left_out_is_said(window: Window, tmp_path: Path) -> None:
    year = window.year
    agreement = batches.row(year.office, "1").agreement_id
    finish(issuing.issue(year.office, agreement, replace(ORDER, hidden_codes=True), year.keys))
    form = begin(window, tmp_path).form
    assert form.hidden.isHidden()
    assert not form._bare.text()
    form = window.go("print:00002").print.form
    assert form.hidden.isChecked()
    assert not form._bare.text()
    form.hidden.click()
    assert "没有防伪码可刮" in form._bare.text()
