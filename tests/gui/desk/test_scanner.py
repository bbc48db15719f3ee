"""A USB scanner types like a keyboard, fast, Return at the end; a Chinese input method may stand between."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qc_desktop.domain.verification import Verdict
from qc_desktop.gui.pages.desk.model import Found
from qc_desktop.gui.pages.desk.page import DeskPage
from qc_desktop.gui.shell import Shell
from qc_desktop.storage.tables import Certificate
from tests.gui.real import rest
from tests.samples import Year


@pytest.fixture
def codes(year: Year, numbers: tuple[str, ...]) -> list[str]:
    """What a scanner reads from the labels of the first two certificates."""
    with year.office.store.reading() as session:
        rows = session.query(Certificate).filter(Certificate.number.in_(numbers[:2])).order_by(Certificate.number)
        return [row.link_prefix + row.payload for row in rows]


@pytest.fixture
def answered(page: DeskPage) -> list[Found]:
    heard: list[Found] = []
    page.asking.answered.connect(heard.append)
    return heard


def commit(page: DeskPage, text: str, *, composed: str = "") -> None:
    """Through an input method: shown as composed first, then handed over."""
    if composed:
        QApplication.sendEvent(page.field, QInputMethodEvent(composed, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(page.field, event)


def scan(qtbot: QtBot, page: DeskPage, text: str) -> None:
    with qtbot.waitSignal(page.asking.answered, check_params_cb=lambda found: found.settled):
        QTest.keyClicks(page.field, text)
        QTest.keyClick(page.field, Qt.Key.Key_Return)


def test_one_scan_after_the_other_is_answered_once_each_and_whole(
    qtbot: QtBot,
    shell: Shell,
    page: DeskPage,
    numbers: tuple[str, ...],
    codes: list[str],
    answered: list[Found],
) -> None:
    for code, number in zip([*codes, *codes], [*numbers[:2], *numbers[:2]], strict=True):
        scan(qtbot, page, code)
        assert page.field.text() == code
        assert page.results.card.answer is not None
        assert (page.results.card.answer.verdict, page.results.card.answer.number) == (Verdict.VALID, number)
    rest(qtbot, shell)
    assert [found.typed for found in answered] == [*codes, *codes]  # nothing was looked up letter by letter
    assert all(found.settled for found in answered)


def test_full_width_signs_of_an_input_method_are_no_obstacle(
    qtbot: QtBot, page: DeskPage, numbers: tuple[str, ...], codes: list[str]
) -> None:
    link, _, digits = codes[0].partition("#")
    commit(page, link.replace(":", "：").replace("/", "／").replace(".", "。"), composed="https")
    scan(qtbot, page, f"#{digits}")
    assert page.results.card.answer is not None
    assert page.results.card.answer.number == numbers[0]


def test_a_link_that_an_input_method_made_words_of_is_said_and_the_next_scan_is_read(
    qtbot: QtBot, page: DeskPage, numbers: tuple[str, ...], codes: list[str]
) -> None:
    commit(page, "很图谱是：／／验证／", composed="https")
    scan(qtbot, page, "#" + codes[0].partition("#")[2])
    assert "输入法" in page.results.trouble.text
    assert not page.results.card.isVisible()
    scan(qtbot, page, codes[0])
    assert page.results.card.answer is not None
    assert page.results.card.answer.number == numbers[0]


def test_a_name_that_fits_several_is_typed_on(qtbot: QtBot, shell: Shell, page: DeskPage) -> None:
    page.field.insert("示例")
    scan(qtbot, page, "")
    rest(qtbot, shell)
    assert page.results.matches.isVisible()
    assert page.field.selectedText() == ""
