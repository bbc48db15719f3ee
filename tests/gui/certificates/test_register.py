"""The register: finding certificates, seeing one, ending one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates import print_elsewhere, register
from qc_desktop.services.demo import PASSPHRASE
from qc_desktop.services.office import Office

from .conftest import COMPANIES, Open, Window


def number(place: int) -> str:
    return f"QC-2026-315-{place:06}"


def select(window: Window, wanted: str) -> None:
    assert window.register.table.choose(wanted)
    window.rest()


def start(window: Window, to: CertificateState) -> None:
    window.register.detail._endings[to].click()
    window.rest()


def fill(window: Window, reason: str, digits: str, passphrase: str = "") -> None:
    ending = window.register.detail.ending
    ending.reason.setText(reason)
    ending.digits.setText(digits)
    ending.passphrase._one.setText(passphrase)
    ending._confirm.click()
    window.rest()


def test_certificates_are_found_by_last_digits_and_by_company(opened: Open, issued: Office) -> None:
    window = opened(issued)
    assert window.register.model.rowCount() == COMPANIES
    window.register.search.setText("0007")
    window.register.search._search()
    window.rest()
    assert [window.register.model.row(0).number, window.register.model.rowCount()] == [number(7), 1]
    holder = window.rows()[4].holder
    window.register.search.setText(holder)
    window.register.search._search()
    window.rest()
    assert window.register.model.row(0).holder == holder


def test_one_certificate_is_shown_with_its_page_and_its_copies(opened: Open, issued: Office) -> None:
    print_elsewhere.note(issued, [number(3)])
    window = opened(issued)
    select(window, number(3))
    detail = window.register.detail
    row = window.rows("000003")[0]
    assert (detail._number.text(), detail._holder.text(), detail._state.text()) == (number(3), row.holder, "● 有效")
    assert detail.facts._values["expires"].text() == "2027-03-15"
    assert not detail.picture.is_blank
    assert "第 1 份，已在别处打印" in detail.printed.text
    detail._enlarge.click()
    window.rest()
    assert window.page.rooms.enlarged.isVisible()
    assert not window.page.rooms.enlarged.picture.is_blank
    window.page.rooms.enlarged.back.click()
    assert window.register.isVisible()


def test_sorting_keeps_those_chosen_and_the_one_beside_the_list(opened: Open, issued: Office) -> None:
    window = opened(issued)
    view = window.register
    assert view.table.choose(number(3))
    flags = QItemSelectionModel.SelectionFlag
    view.table.selectionModel().select(view.model.index(view.model.place_of(number(7)), 0), flags.Select | flags.Rows)
    window.rest()
    beside = view.detail._number.text()
    for column in ("holder", "number", "number"):  # another order, the first one, and that turned round
        view.head._sort(column, descending=view.head.sort == column)
        window.rest()
        assert set(view.table.chosen_keys) == {number(3), number(7)}
        meant: list[str] = []
        view.with_chosen(sorted, meant.extend)
        window.rest()
        assert meant == [number(3), number(7)]
        assert view.detail._number.text() == beside


def test_states_are_chips_and_expired_is_told_by_the_day(opened: Open, issued: Office) -> None:
    register.end(issued, number(2), CertificateState.VOID, "示例：印错")
    window = opened(issued)
    window.register.chips.choose("void")
    window.rest()
    assert window.register.model.rowCount() == 1
    model = window.register.model
    words = [column.text(model.row(0)) for column in model.columns if column.id == "state"]
    assert words == ["已作废"]
    select(window, number(2))
    assert "示例：印错" in window.register.detail._ended.text
    assert not window.register.detail._make.isVisible()


def test_voiding_takes_a_reason_and_the_last_four_digits(opened: Open, issued: Office) -> None:
    window = opened(issued)
    select(window, number(5))
    start(window, CertificateState.VOID)
    ending = window.register.detail.ending
    assert ending.isVisible()
    assert not ending.passphrase.isVisible()
    fill(window, "", "0005")
    assert ending._reason_note.text == "请写明原因，原因会记入登记簿。"
    fill(window, "示例：名称印错", "0006")
    assert number(5) in ending._digits_note.text
    assert window.rows("000005")[0].state is CertificateState.LIVE
    fill(window, "示例：名称印错", "０００５")
    row = window.rows("000005")[0]
    assert (row.state, row.state_reason) == (CertificateState.VOID, "示例：名称印错")
    assert not ending.isVisible()
    assert window.register.detail._state.text() == "● 已作废"
    assert window.shell.findChild(Toast).accessibleName() == f"{number(5)}：已作废。"


def test_revoking_by_keyboard_in_three_steps(opened: Open, issued: Office) -> None:
    window = opened(issued)
    select(window, number(6))
    start(window, CertificateState.REVOKED)
    ending = window.register.detail.ending
    assert ending.reason.hasFocus()
    QTest.keyClicks(ending.reason, "pledge broken")
    QTest.keyClick(ending.reason, Qt.Key.Key_Return)
    assert ending.digits.hasFocus()
    QTest.keyClicks(ending.digits, "0006")
    QTest.keyClick(ending.digits, Qt.Key.Key_Return)
    window.rest()
    assert window.rows("000006")[0].state is CertificateState.REVOKED


def test_replacing_asks_for_the_passphrase_and_shows_the_new_one(opened: Open, issued: Office) -> None:
    window = opened(issued)
    select(window, number(1))
    start(window, CertificateState.REPLACED)
    ending = window.register.detail.ending
    assert ending.passphrase.isVisible()
    fill(window, "示例：更名", "0001", "不是口令吧")
    assert ending.passphrase._note.text.startswith("发证口令不对")
    assert window.rows("000001")[0].state is CertificateState.LIVE
    fill(window, "示例：更名", "0001", PASSPHRASE)
    assert window.rows("000001")[0].state is CertificateState.REPLACED
    assert window.register.detail.facts._next.text() == f"已换发为 {number(COMPANIES + 1)}"
    window.shell.findChild(Toast)._button.click()
    window.rest()
    assert window.register.detail._number.text() == number(COMPANIES + 1)
    assert window.register.table.chosen_keys == (number(COMPANIES + 1),)


def test_an_ending_that_is_being_filled_in_survives_a_refresh(opened: Open, issued: Office) -> None:
    window = opened(issued)
    select(window, number(4))
    start(window, CertificateState.VOID)
    window.register.detail.ending.reason.setText("示例原因")
    window.page.refresh()
    window.rest()
    assert window.register.detail.ending.isVisible()
    assert window.register.detail.ending.reason.text() == "示例原因"
    select(window, number(8))
    assert not window.register.detail.ending.isVisible()
    assert window.register.detail.picture.isVisible()


def test_leaving_it_as_it_is(opened: Open, issued: Office) -> None:
    window = opened(issued)
    select(window, number(4))
    start(window, CertificateState.REVOKED)
    window.register.detail.ending._give_up()
    assert window.register.detail.facts.isVisible()
    assert window.rows("000004")[0].state is CertificateState.LIVE


def test_a_refusal_is_said_where_it_was_asked(opened: Open, issued: Office) -> None:
    window = opened(issued)
    select(window, number(9))
    start(window, CertificateState.VOID)
    register.end(issued, number(9), CertificateState.REVOKED, "示例：别处已撤销")
    fill(window, "示例", "0009")
    assert "已撤销" in window.register.detail.ending._problem.text


def test_the_global_search_opens_a_certificate_of_any_year(opened: Open, issued: Office) -> None:
    years.open_year(issued, years.suggestion(issued, 2027))
    window = opened(issued)
    assert window.page.year == 2027
    assert window.page.empty.isVisible()
    window.shell.go("certificates", number(10))
    window.rest()
    assert window.register.isVisible()
    assert window.register.table.chosen_keys == (number(10),)
    assert window.register.detail._number.text() == number(10)
    window.register.search.clear()
    window.register.ask()
    window.rest()
    assert window.register.model.rowCount() == 0


def test_the_company_is_opened_from_its_certificate(opened: Open, issued: Office) -> None:
    window = opened(issued)
    select(window, number(2))
    window.register.detail.facts._open.click()
    window.rest()
    assert window.shell.page is window.shell._pages["companies"]


def test_models_keep_qts_rules(opened: Open, issued: Office, qtmodeltester: pytest.FixtureRequest) -> None:
    window = opened(issued)
    window.batch.preview._source.rows = ()
    for model in (window.register.model, window.batch.choose.model, window.batch.check.model):
        qtmodeltester.check(model)


def test_the_list_is_narrow_by_itself_where_there_is_no_room(qtbot: QtBot, opened: Open, issued: Office) -> None:
    window = opened(issued)
    window.shell.resize(911, 440)
    qtbot.wait(1)
    assert not window.register.detail.isVisible()
    select(window, number(3))
    QTest.keyClick(window.register.table, Qt.Key.Key_Return)
    window.rest()
    assert window.register.detail.isVisible()
    assert not window.register.table.isVisible()


def test_the_panel_shows_the_certificate_that_is_marked(opened: Open, issued: Office) -> None:
    window = opened(issued)
    register = window.register
    for place in (3, 4):
        register.search.setText(number(place))
        register.ask()
        window.rest()
        if place == 3:
            register.table.selectRow(0)
            window.rest()
    assert register.table.chosen_keys in ((), (number(4),))
    assert register.detail.row is None or register.detail.row.number == number(4)
