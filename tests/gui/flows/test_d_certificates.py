"""d. Certificates for everybody: at most five clicks from the campaign until pages are made, or printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from qc_desktop.domain.printing import SheetState
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.certificates.page import CertificatesPage
from qc_desktop.gui.pages.certificates.printing import acts
from qc_desktop.gui.shell import Shell
from qc_desktop.services import demo
from qc_desktop.services.certificates import print_lists, register
from qc_desktop.services.certificates.register import CertificateFilter
from tests.gui.flows.recorder import Recorder, button, click, click_row, press
from tests.gui.real import Real, rest
from tests.printing.queues import KeepingQueue, paper, system_of
from tests.samples import COMPANIES, Year

CLICKS = 5
RESUME_CLICKS = 2
"""Going on, and yes: the last number that came out right stands in the field."""
REPRINT_CLICKS = 4
"""The sheet, printing again from it, the reason, and yes."""


def issue(qtbot: QtBot, shell: Shell, *, by_key: bool) -> None:
    """From the campaign until everybody has a number: four clicks, or three and Return in the passphrase."""
    for words in ("去出证", "检查资料", "下一步：出证"):
        click(button(shell, words))
        rest(qtbot, shell)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert(demo.PASSPHRASE)  # Chinese comes from an input method, not from keys
    if by_key:
        press(shell, Qt.Key.Key_Return)
    else:
        click(button(shell, f"出证 {COMPANIES} 张"))
    rest(qtbot, shell)


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeepingQueue:
    made = KeepingQueue(tmp_path / "paper")
    monkeypatch.setattr(acts, "print_system", lambda: system_of(made))
    return made


def certificates(shell: Shell) -> CertificatesPage:
    page = shell.page
    assert isinstance(page, CertificatesPage)
    return page


def test_issue_and_make(
    qtbot: QtBot, real: Real, year: Year, recorder: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "documents", lambda: tmp_path)
    shell = real(year.office, "campaign")
    recorder.begin()
    issue(qtbot, shell, by_key=False)
    click(button(shell, f"生成 {COMPANIES} 页"))
    rest(qtbot, shell)
    assert register.count(year.office, CertificateFilter()) == COMPANIES
    assert list(tmp_path.glob("*.pdf"))
    assert 0 < recorder.clicks <= CLICKS
    assert recorder.keys == 0


def test_issue_and_print(qtbot: QtBot, real: Real, year: Year, recorder: Recorder, printer: KeepingQueue) -> None:
    shell = real(year.office, "campaign")
    recorder.begin()
    issue(qtbot, shell, by_key=True)
    for words in ("打印…", f"打印 {COMPANIES} 张证书"):
        click(button(shell, words))
        rest(qtbot, shell)
    assert len(paper(printer.out)) == COMPANIES
    assert certificates(shell).rooms.printing.detail.sheets.rowCount() == COMPANIES
    assert 0 < recorder.clicks <= CLICKS
    assert recorder.keys == 1


def test_go_on_after_a_jam(qtbot: QtBot, real: Real, year: Year, recorder: Recorder, printer: KeepingQueue) -> None:
    year.issue()
    printer.stands_still = True
    shell = real(year.office, "certificates")
    click(button(shell, "打印…"))
    rest(qtbot, shell)
    page = certificates(shell)
    page.rooms.start.values.write({"printer": printer.name, "chunk": "20", "copies": "2"})  # more than goes out at once
    click(button(shell, f"打印 {COMPANIES} 张证书"))
    rest(qtbot, shell)
    assert "停了" in page.rooms.printing.bar.text
    printer.stands_still = False
    recorder.begin()
    for _ in range(RESUME_CLICKS):
        click(button(shell, "继续打印"))
        rest(qtbot, shell)
    (batch,) = print_lists.page(year.office)
    assert batch.of(SheetState.SENT) == 2 * COMPANIES
    assert (recorder.clicks, recorder.keys) == (RESUME_CLICKS, 0)


def test_print_again_from_a_number(
    qtbot: QtBot, real: Real, year: Year, recorder: Recorder, printer: KeepingQueue
) -> None:
    year.issue()
    shell = real(year.office, "certificates")
    for words in ("打印…", f"打印 {COMPANIES} 张证书"):
        click(button(shell, words))
        rest(qtbot, shell)
    table = certificates(shell).rooms.printing.detail.table
    recorder.begin()
    click_row(table, 2)
    for words in ("从这一号起重印", "卡纸", "重印"):
        rest(qtbot, shell)
        click(button(shell, words))
    rest(qtbot, shell)
    assert len(paper(printer.out)) == COMPANIES + COMPANIES - 2
    assert (recorder.clicks, recorder.keys) == (REPRINT_CLICKS, 0)
