"""The code below the coating: typed into the card of its label, or alone into the desk's field."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.labels import AgreementDraft
from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.gui.pages.desk.page import DeskPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services import call_log, demo, vault, withdrawing
from qc_desktop.services.call_log import CallFilter
from qc_desktop.services.labels import agreements, code_check, issuing, stopping
from qc_desktop.services.labels.ordering import BatchOrder
from qc_desktop.trust.item_labels import hidden_code, hidden_secret
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse
from tests.gui.desk.test_desk_page import LANGS, type_in
from tests.gui.desk.test_labels import told
from tests.gui.real import Real, faults, rest
from tests.samples import Year

SERIAL, OTHER = "00001-000007", "00001-000008"
PRODUCT = "示例电饭煲"


@pytest.fixture
def coated(year: Year) -> Year:
    """The sample year with a batch of labels that have hidden codes, and one whose labels have none."""
    terms = AgreementDraft("SY-1", (PRODUCT,), 1000, dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    saved = agreements.add(year.office, year.companies()[0].id, terms)
    for coated in (True, False):
        order = BatchOrder(PRODUCT, f"L{coated}", 100, dt.date(2028, 3, 14), hidden_codes=coated)
        finish(issuing.issue(year.office, saved.row.id, order, year.keys))
    return year


@pytest.fixture
def code(coated: Year) -> str:
    """What stands below the coating of SERIAL."""
    return hidden_code(hidden_secret(1, coated.signer), 7)


@pytest.fixture
def shell(real: Real, coated: Year) -> Shell:
    return real(coated.office, "desk")


@pytest.fixture
def page(shell: Shell) -> DeskPage:
    assert isinstance(shell.page, DeskPage)
    return shell.page


def check(qtbot: QtBot, shell: Shell, page: DeskPage, code: str) -> None:
    """Types ``code`` into the card, Return at the end."""
    page.results.code.field.setText(code)
    QTest.keyClick(page.results.code.field, Qt.Key.Key_Return)
    rest(qtbot, shell)


def unlock(qtbot: QtBot, shell: Shell, page: DeskPage, typed: str = demo.PASSPHRASE) -> None:
    """Types the passphrase where the focus is, Return at the end."""
    field = shell.focusWidget()
    assert field is not None
    assert field.accessibleName() == "发证口令"
    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    rest(qtbot, shell)


def test_the_code_of_a_label_is_checked_and_counted(qtbot: QtBot, shell: Shell, page: DeskPage, code: str) -> None:
    type_in(qtbot, page, SERIAL)
    check(qtbot, shell, page, code)
    unlock(qtbot, shell, page)
    answer = page.results.card.answer
    assert answer is not None
    assert (answer.verdict, answer.number) == (Verdict.VALID, SERIAL)
    assert any("第一次查" in text for text in told(page))
    assert "与它相符，在我会是第一次查" in answer.spoken
    assert page.field.hasFocus()
    page.field.clear()
    type_in(qtbot, page, SERIAL)
    check(qtbot, shell, page, code.lower().replace("-", " "))  # the passphrase was given today
    assert any("已经查过 1 次" in text for text in told(page))
    assert any("防伪码查过 2 次" in text for text in told(page))


def test_another_code_is_said_and_the_field_waits_for_it_again(
    qtbot: QtBot, shell: Shell, page: DeskPage, code: str, coated: Year
) -> None:
    shell.context.services.unlock(demo.PASSPHRASE)
    type_in(qtbot, page, OTHER)
    check(qtbot, shell, page, code)
    answer = page.results.card.answer
    assert answer is not None
    assert (answer.verdict, answer.reason, answer.number) == (Verdict.UNKNOWN, Reason.CODE_DIFFERS, OTHER)
    assert page.results.card._verdict.text() == "防伪码不相符"
    assert page.results.code.field.hasFocus()
    assert page.results.code.field.selectedText() == code
    own = hidden_code(hidden_secret(1, coated.signer), 8)
    check(qtbot, shell, page, own)
    assert page.results.card._verdict.text() == "有效"
    assert any("第一次查" in text for text in told(page))  # a wrong one is not counted
    assert not page.results.code.isVisible()


def test_what_can_be_no_code_is_said_before_anything_is_asked(
    qtbot: QtBot, shell: Shell, page: DeskPage, code: str
) -> None:
    type_in(qtbot, page, SERIAL)
    check(qtbot, shell, page, code[:-2])
    assert "输入的有 18 位" in page.results.code.note.text
    assert not page.results.code.checking.isVisible()


def test_only_labels_that_have_a_code_are_asked_for_one(qtbot: QtBot, page: DeskPage, numbers: tuple[str, ...]) -> None:
    for typed, has_code in ((SERIAL, True), ("2-7", False), (numbers[0], False)):
        page.field.clear()
        type_in(qtbot, page, typed)
        assert page.results.code.isVisible() is has_code


def test_a_code_alone_leads_to_its_label(qtbot: QtBot, shell: Shell, page: DeskPage, code: str, coated: Year) -> None:
    type_in(qtbot, page, code.replace("-", "").lower())
    rest(qtbot, shell)
    assert page.results.searching.isVisible()
    unlock(qtbot, shell, page, "不是这个口令呀")
    assert "口令不对" in page.results.searching.passphrase._note.text
    unlock(qtbot, shell, page)
    answer = page.results.card.answer
    assert answer is not None
    assert (answer.verdict, answer.number) == (Verdict.VALID, SERIAL)
    assert {SERIAL, PRODUCT, coated.companies()[0].name} <= set(told(page))
    assert finish(code_check.check(coated.office, code, lambda _: coated.signer)).before == 1


def test_a_scanned_code_and_f8_are_entered_without_the_code(
    qtbot: QtBot, shell: Shell, page: DeskPage, code: str, coated: Year
) -> None:
    shell.context.services.unlock(demo.PASSPHRASE)
    QTest.keyClicks(page.field, code)
    QTest.keyClick(page.field, Qt.Key.Key_F8)
    rest(qtbot, shell)
    (call,) = call_log.page(coated.office, CallFilter())
    assert (call.number, call.verdict) == (SERIAL, Verdict.VALID)
    assert call.asked == f"防伪码 …{code[-5:]} 相符"
    assert page.field.selectedText() == code
    shown = [page.results.history.model.row(0), page.results.calls.model.row(0)]
    assert all(code not in repr(row) for row in shown)


def test_f8_while_the_passphrase_is_asked_enters_what_it_leads_to(
    qtbot: QtBot, shell: Shell, page: DeskPage, code: str, coated: Year
) -> None:
    type_in(qtbot, page, code)
    rest(qtbot, shell)
    QTest.keyClick(page.field, Qt.Key.Key_F8)
    unlock(qtbot, shell, page)
    assert [call.number for call in call_log.page(coated.office, CallFilter())] == [SERIAL]


def test_a_code_that_is_none_of_ours_is_said_with_how_far_was_looked(
    qtbot: QtBot, shell: Shell, page: DeskPage, code: str
) -> None:
    shell.context.services.unlock(demo.PASSPHRASE)
    type_in(qtbot, page, code[:-1] + ("0" if code[-1] != "0" else "1"))
    rest(qtbot, shell)
    answer = page.results.card.answer
    assert answer is not None
    assert answer.reason is Reason.CODE_UNKNOWN
    assert page.results.card._verdict.text() == "没有查到这个防伪码"
    assert "在 1 批共 100 枚" in page.results.card._why.text()
    assert "12315" in answer.spoken


def test_a_batch_whose_stamp_is_not_here_is_named(
    qtbot: QtBot, shell: Shell, page: DeskPage, code: str, coated: Year
) -> None:
    for path in Path(coated.office.profile.keys).glob("payload*"):
        path.unlink()
    type_in(qtbot, page, code)
    rest(qtbot, shell)
    assert "00001" in page.results.card._why.text()
    assert page.results.card.answer is not None
    assert "还不能下结论" in page.results.card.answer.spoken


def test_a_stopped_batch_stays_stopped_whatever_its_code(
    qtbot: QtBot, shell: Shell, page: DeskPage, code: str, coated: Year
) -> None:
    stopping.stop(coated.office, "1", "示例：批号不符")
    shell.context.services.unlock(demo.PASSPHRASE)
    type_in(qtbot, page, code)
    rest(qtbot, shell)
    answer = page.results.card.answer
    assert answer is not None
    assert answer.verdict is Verdict.STOPPED
    assert answer.code is not None


def test_another_question_gives_the_search_up(qtbot: QtBot, shell: Shell, page: DeskPage, code: str) -> None:
    type_in(qtbot, page, code)
    rest(qtbot, shell)
    assert page.results.searching.isVisible()
    page.field.clear()
    type_in(qtbot, page, SERIAL)
    rest(qtbot, shell)
    assert not page.results.searching.is_at_work
    assert page.results.card.answer is not None
    assert page.results.card.answer.code is None
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert not page.results.card.isVisible()


def test_the_search_can_be_stopped_and_begun_again(
    qtbot: QtBot, shell: Shell, page: DeskPage, code: str, coated: Year
) -> None:
    shell.context.services.unlock(demo.PASSPHRASE)
    begun = Event()
    shell.context.jobs.change(begun.wait)  # the search waits behind it
    type_in(qtbot, page, code)
    qtbot.waitUntil(page.results.searching.progress.isVisible)
    page.results.searching.progress._stop.click()
    begun.set()
    rest(qtbot, shell)
    assert "已停止查找" in page.results.hint.text()
    assert not page.results.searching.is_at_work
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert page.results.card.answer is not None
    assert page.results.card.answer.number == SERIAL
    assert page.results.card.answer.code is not None
    assert page.results.card.answer.code.before == 0  # what was stopped is not counted


def test_a_key_from_before_asks_for_the_passphrase_once_more(
    qtbot: QtBot, shell: Shell, page: DeskPage, code: str, coated: Year
) -> None:
    """The day's passphrase opened the present stamp alone."""
    root = vault.root_here(coated.office, Passphrase(demo.PASSPHRASE))
    withdrawing.rotate(coated.office, [KeyUse.PAYLOAD], root, demo.PASSPHRASE)
    shell.context.services.unlock(demo.PASSPHRASE)
    type_in(qtbot, page, code)
    rest(qtbot, shell)
    unlock(qtbot, shell, page)
    assert page.results.card.answer is not None
    assert page.results.card.answer.number == SERIAL
    page.field.clear()
    type_in(qtbot, page, code)
    rest(qtbot, shell)
    assert page.results.card.answer.code is not None
    assert page.results.card.answer.code.before == 1


@LANGS
def test_interface(qtbot: QtBot, real: Real, coated: Year, code: str, lang: str) -> None:
    shell = real(coated.office, "desk", lang)
    page = shell.page
    assert isinstance(page, DeskPage)
    type_in(qtbot, page, code)
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []
    page.open_item(SERIAL)
    rest(qtbot, shell)
    check(qtbot, shell, page, code)
    assert page.results.code.checking.passphrase.isVisible()
    assert faults(qtbot, shell) == []
    shell.context.services.unlock(demo.PASSPHRASE)
    for typed in (OTHER, SERIAL):
        page.open_item(typed)
        rest(qtbot, shell)
        check(qtbot, shell, page, code)
        assert page.results.card.answer is not None
        assert page.results.card.answer.code is not None
        assert faults(qtbot, shell) == []
