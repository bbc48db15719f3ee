"""e. "Is it genuine?": at most eight keys from anywhere to the entry in the log; fewer with a picture or a PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import Verdict
from qc_desktop.gui.pages.desk.page import DeskPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services import call_log
from qc_desktop.services.call_log import CallFilter
from qc_desktop.services.certificates import printing
from tests.gui.flows.recorder import Recorder, drop, press, write
from tests.gui.real import Real, rest
from tests.samples import Year

KEYS = 8
CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = pytest.mark.parametrize(
    "page_id", ["home", "companies", "campaign", "certificates", "settings", "history", "help"]
)


def entered(year: Year) -> list[tuple[str, str]]:
    return [(call.number, call.verdict) for call in call_log.page(year.office, CallFilter())]


def go_to_desk(qtbot: QtBot, shell: Shell) -> DeskPage:
    """Ctrl+6, and the sentence is about to be read."""
    press(shell, Qt.Key.Key_6, held=CONTROL)
    rest(qtbot, shell)
    page = shell.page
    assert isinstance(page, DeskPage)
    return page


def log(qtbot: QtBot, shell: Shell) -> None:
    """F8, once the answer and the sentence stand there."""
    rest(qtbot, shell)
    page = shell.page
    assert isinstance(page, DeskPage)
    assert "承诺展示公告证明" in page.results.card._sentence.text()
    press(shell, Qt.Key.Key_F8)
    rest(qtbot, shell)


@pytest.fixture
def sheet(year: Year, tmp_path: Path) -> tuple[str, Path]:
    """A certificate's number and its PDF."""
    number = year.issue().numbers[6]
    path = tmp_path / "示例.pdf"
    finish(printing.print_one_file(year.office, (number,), path))
    return number, path


@PAGES
def test_a_call(qtbot: QtBot, real: Real, year: Year, recorder: Recorder, page_id: str) -> None:
    number = year.issue().numbers[6]
    shell = real(year.office, page_id)
    recorder.begin()
    press(shell, Qt.Key.Key_6, held=CONTROL)
    write(shell, number[-6:])
    press(shell, Qt.Key.Key_F8)
    rest(qtbot, shell)
    assert entered(year) == [(number, Verdict.VALID)]
    assert 0 < recorder.keys <= KEYS
    assert recorder.clicks == 0


def test_a_name_in_pinyin(qtbot: QtBot, real: Real, year: Year, recorder: Recorder) -> None:
    year.issue()
    company = next(row for row in year.companies() if row.name.startswith("示例"))
    shell = real(year.office, "home")
    recorder.begin()
    page = go_to_desk(qtbot, shell)
    write(shell, initials(company.name)[:4])
    press(shell, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert page.results.card.isVisible() or page.results.matches.isVisible()
    if page.results.matches.isVisible():
        press(shell, Qt.Key.Key_Return)
    log(qtbot, shell)
    assert len(entered(year)) == 1
    assert 0 < recorder.keys <= KEYS
    assert recorder.clicks == 0


def initials(name: str) -> str:
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))


def test_a_pasted_picture(qtbot: QtBot, real: Real, year: Year, recorder: Recorder, sheet: tuple[str, Path]) -> None:
    number, path = sheet
    with pypdfium2.PdfDocument(path) as document:
        picture = document[0].render(scale=3).to_pil().toqimage()
    QGuiApplication.clipboard().setImage(picture)
    shell = real(year.office, "companies")
    recorder.begin()
    go_to_desk(qtbot, shell)
    press(shell, Qt.Key.Key_V, held=CONTROL)
    log(qtbot, shell)
    assert entered(year) == [(number, Verdict.VALID)]
    assert (recorder.keys, recorder.clicks) == (3, 0)


def test_a_dropped_pdf(qtbot: QtBot, real: Real, year: Year, recorder: Recorder, sheet: tuple[str, Path]) -> None:
    number, path = sheet
    shell = real(year.office, "companies")
    recorder.begin()
    page = go_to_desk(qtbot, shell)
    drop(page, path)
    log(qtbot, shell)
    assert entered(year) == [(number, Verdict.VALID)]
    assert (recorder.keys, recorder.clicks) == (2, 0)
