"""QPrinter into a PDF: every page there, at its true size, its label still to be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.documents import pdfium
from qc_desktop.documents.pagecheck import decode
from qc_desktop.documents.printing.queue import JobState, PrintOptions
from qc_desktop.errors import UserError
from qc_desktop.gui.printing import qt_queue
from qc_desktop.gui.printing.qt_queue import QtQueue
from qc_desktop.gui.printing.system import print_system
from tests.documents.reference import render_reference

KIND = "pledge_display_certificate"


def sizes(path: Path) -> list[tuple[int, int]]:
    with pdfium.document(path) as opened:
        found = []
        for index in range(len(opened)):
            with pdfium.page_of(opened, index) as page:
                found.append(tuple(round(side * 25.4 / 72) for side in page.get_size()))
    return found


def pixels(path: Path, dpi: int = 200):
    with pdfium.document(path) as opened, pdfium.page_of(opened, 0) as page:
        return pdfium.grey_pixels(page, dpi)


def two_pages(path: Path) -> Path:
    import pypdfium2

    with pypdfium2.PdfDocument.new() as made:
        for part in (render_reference(KIND), render_reference("usage_notice")):
            with pypdfium2.PdfDocument(part) as source:
                made.import_pages(source)
        made.save(path)
    return path


def test_every_page_comes_out_at_its_true_size_and_is_readable(qtbot: QtBot, tmp_path: Path) -> None:
    source = two_pages(tmp_path / "in.pdf")
    queue = QtQueue("示例打印机", tmp_path / "out.pdf")
    job = queue.submit(source, "示例", PrintOptions())
    assert sizes(tmp_path / "out.pdf") == [(297, 210), (210, 297)]
    assert decode(pixels(tmp_path / "out.pdf")) == decode(pixels(source)) is not None
    assert queue.state(job) is JobState.GONE
    queue.cancel(job)


def test_what_is_drawn_lies_where_it_lay(qtbot: QtBot, tmp_path: Path) -> None:
    source = two_pages(tmp_path / "in.pdf")
    QtQueue("示例打印机", tmp_path / "out.pdf").submit(source, "示例", PrintOptions())
    before, after = pixels(source, 600).astype(int), pixels(tmp_path / "out.pdf", 600).astype(int)
    rows, columns = (min(a, b) for a, b in zip(before.shape, after.shape, strict=True))
    apart = abs(before[:rows, :columns] - after[:rows, :columns])
    assert apart.mean() < 3
    assert abs(before[:rows, 12:columns] - after[:rows, : columns - 12]).mean() > 6  # half a millimetre is noticed


def test_what_cannot_be_printed_is_said(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = two_pages(tmp_path / "in.pdf")
    monkeypatch.setattr(qt_queue.QPainter, "begin", lambda *_: False)
    with pytest.raises(UserError, match=r"print\.not_drawn"):
        QtQueue("示例打印机", tmp_path / "out.pdf").submit(source, "示例", PrintOptions())
    with pytest.raises(UserError, match=r"pagecheck\.not_readable"):
        QtQueue("示例打印机").submit(tmp_path / "nothing.pdf", "示例", PrintOptions())


def test_on_windows_the_window_prints_through_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    from qc_desktop.gui.printing import system

    assert print_system().printers.__module__.endswith("cups")
    monkeypatch.setattr(system, "os", type("os", (), {"name": "nt"}))
    assert print_system().queue("示例").name == "示例"
    assert isinstance(print_system().printers(), list)


def test_a_tray_is_asked_for_by_its_kind_and_a_printer_nobody_knows_has_none(qtbot: QtBot, tmp_path: Path) -> None:
    assert QtQueue("示例没有这台").abilities().trays == ()
    source = two_pages(tmp_path / "in.pdf")
    for tray in ("source=Lower", "InputSlot=Tray9", ""):
        QtQueue("示例打印机", tmp_path / "out.pdf").submit(source, "示例", PrintOptions(tray=tray))
        assert sizes(tmp_path / "out.pdf") == [(297, 210), (210, 297)]
