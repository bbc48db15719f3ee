"""A new batch in the window: what is left while typing, the label beside it, findings before anything is numbered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from qc_desktop.domain.labels import AgreementDraft
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.pages.labels import acts
from qc_desktop.gui.pages.labels.ordering.form import ABRASION, NORMAL
from qc_desktop.gui.pages.labels.ordering.view import OrderView
from qc_desktop.gui.tasks import Task
from qc_desktop.gui.tokens import Tone
from qc_desktop.services.labels import agreements, batches
from qc_desktop.services.labels.batches import BatchFilter
from qc_desktop.storage.tables import UsageAgreement
from tests.labelled import TERMS

from .conftest import PASSPHRASE, Open, Window

AGREEMENT = AgreementDraft("示例协9", ("示例甲",), 1000, dt.date(2020, 1, 1), dt.date(2100, 1, 1))


def count(window: Window) -> int:
    return batches.count(window.year.office, BatchFilter())


def begin(window: Window, lot: str = "示例批号", number: str = "250") -> None:
    """Begins a batch and types what has to be typed."""
    order = window.go("new").order
    order.form.lot.setText(lot)
    order.form.count.setText(number)
    order.look_wanted.emit()
    window.rest()


def test_a_batch_is_issued_with_three_things_typed_and_two_clicks(window: Window) -> None:
    page = window.go("agreements")
    page.agreements.editor.issue.click()
    window.rest()
    order = page.order
    assert order.form.lot.hasFocus()
    order.form.lot.setText("L2")
    order.form.count.setText("250")
    order.passphrase._one.setText(PASSPHRASE)
    order.issue.click()
    window.rest()
    assert page.batches.isVisible()
    row = page.batches.detail.row
    assert row is not None
    assert (row.number, row.count, row.lot) == (2, 250, "L2")
    assert order.form.lot.text() == ""


def test_the_label_is_drawn_fine_enough_and_what_is_left_is_said(window: Window) -> None:
    begin(window)
    order = window.page.order
    assert order.picture.dots >= 200 * 63.5 / 25.4
    assert "900" in order.form._left.text()
    assert "650" in order.form._left.text()
    assert "还没有编号" in order.finding.text()
    assert count(window) == 1


@pytest.mark.parametrize(("number", "said"), [("5000", "还可以签发 900 枚"), ("0", "应在 1 到")])
def test_what_stands_in_the_way_is_said_before_anything_is_numbered(window: Window, number: str, said: str) -> None:
    begin(window, number=number)
    assert said in window.page.order.finding.text()
    assert not window.page.order.picture.is_blank
    assert "还剩 0 枚" not in window.page.order.foot._told.text()
    assert ("多 4,100 枚" in window.page.order.foot._told.text()) == (number == "5000")


def test_a_sheet_too_small_is_said_in_words(window: Window) -> None:
    begin(window)
    order = window.page.order
    order.sheet.choose("A4-65")
    order.sheet.dpi.setCurrentIndex(order.sheet.dpi.findData(300))
    order.look_wanted.emit()
    window.rest()
    assert "600" in order.finding.text()
    assert order.sheet.preset.currentText() in order.finding.text()  # as the list calls it
    assert "放得下：A4 24格" in order.finding.text()
    assert not order.issue.isEnabled()
    assert order.picture.is_blank
    order.sheet.choose("A4-24")
    order.look_wanted.emit()
    window.rest()
    assert order.issue.isEnabled()


def test_given_up_nothing_of_an_order_is_kept(window: Window) -> None:
    begin(window)
    page = window.page
    assert page.order.discard.isVisible()
    page.order.discard.click()
    window.rest()
    assert not page.order.isVisible()
    order = window.go("new").order
    assert (order.form.lot.text(), order.form.count.text()) == ("", "")
    assert order.discard.isHidden()
    assert not window.shell.would_lose


def test_what_will_be_numbered_is_summed_up_beside_the_button(window: Window) -> None:
    begin(window)
    order = window.page.order
    said = order.foot._told.text()
    row = order.form.row
    assert row is not None
    for part in (row.company, order.form.product.currentText(), "批号 示例批号", "250 枚", "还剩 650 枚"):
        assert part in said
    assert order.issue.text() == "签发 250 枚标识"
    order.form.count.setText("")
    assert "还剩" not in order.foot._told.text()


def test_the_sheet_is_named_whole_in_a_small_window(window: Window) -> None:
    begin(window)
    window.shell.resize(911, 440)
    window.rest()
    sheet = window.page.order.sheet
    window.qtbot.waitUntil(lambda: sheet.preset.width() > sheet.width() / 2)  # the printer stands below
    longest = max(sheet.preset.itemText(place) for place in range(sheet.preset.count()))
    assert sheet.preset.view().minimumWidth() > sheet.preset.fontMetrics().horizontalAdvance(longest)
    assert sheet.preset.toolTip() == sheet.preset.currentText()


def test_a_message_moves_no_field(window: Window) -> None:
    begin(window)
    order = window.page.order
    before = order.form.count.mapTo(window.shell, order.form.count.rect().topLeft())
    order.bar.say(Tone.WARN, "示例" * 20)
    window.rest()
    assert order.bar.isVisible()
    assert order.form.count.mapTo(window.shell, order.form.count.rect().topLeft()) == before
    window.go("agreements")
    assert not order.bar.isVisible()


def test_a_wrong_passphrase_numbers_nothing(window: Window) -> None:
    begin(window)
    order = window.page.order
    order.passphrase._one.setText("示例错误口令")
    order.issue.click()
    window.rest()
    assert order.passphrase._note.text
    assert order.isVisible()
    assert count(window) == 1


def test_stopped_before_the_end_nothing_is_left(window: Window) -> None:
    begin(window)
    order = window.page.order
    order.passphrase._one.setText(PASSPHRASE)
    tasks: list[Task] = []
    window.shell.context.jobs.begun.connect(tasks.append)
    order.issue.click()
    tasks[0].cancel()
    window.rest()
    assert order.bar.text.startswith("已停止")
    assert count(window) == 1


def test_without_an_agreement_it_says_what_is_first(bare: Open) -> None:
    window = bare()
    order = window.go("new").order
    assert "请先登记协议" in order.bar.text
    assert not order.issue.isEnabled()
    order.bar._button.click()
    window.rest()
    assert window.page.agreements.editor.form.isVisible()


def test_choices_are_kept_with_what_is_typed(window: Window) -> None:
    agreements.add(window.year.office, window.year.companies()[1].id, replace(AGREEMENT, products=("示例甲", "示例乙")))
    window.go("agreements")
    form = window.go("new").order.form
    several = next(key for key, row in form._known.items() if row.terms.products == ("示例甲", "示例乙"))
    other = next(key for key in form._known if key != several)
    form.agreement.setCurrentIndex(form.agreement.findData(several))
    form.product.setCurrentText("示例乙")
    form.symbol.setCurrentIndex(form.symbol.findData(ABRASION))
    form.hidden.setChecked(True)
    form.agreement.setCurrentIndex(form.agreement.findData(other))
    assert (form.symbol.currentData(), form.hidden.isChecked()) == (NORMAL, False)
    form.agreement.setCurrentIndex(form.agreement.findData(several))
    assert form.product.currentText() == "示例乙"
    assert (form.symbol.currentData(), form.hidden.isChecked()) == (ABRASION, True)
    kept = form._texts.typed_for(several)
    assert kept is not None
    assert kept["values"] == {"product": "示例乙", "symbol": ABRASION, "hidden": "1"}
    window.rest()


def test_reasons_are_kept_with_what_is_typed(window: Window, tmp_path: Path) -> None:
    agreements.add(window.year.office, window.year.companies()[1].id, AGREEMENT)
    with window.year.office.writing("test") as work:  # as older records have it: nobody was asked
        for row in work.session.query(UsageAgreement):
            row.products = ["免检甲"] if row.agreement_no == AGREEMENT.agreement_no else ["示例乙", "免检丙"]

    def opened(number: str) -> tuple[OrderView, DraftKeeper]:
        keeper = DraftKeeper(tmp_path)
        order = OrderView(replace(window.shell.context, drafts=keeper))
        window.qtbot.addWidget(order)
        order.start(acts.ground(window.page._desk), "")
        turn(order, number)
        return order, keeper

    def turn(order: OrderView, number: str) -> None:
        order.form.agreement.setCurrentIndex(order.form.agreement.findText(number, Qt.MatchFlag.MatchStartsWith))

    order, keeper = opened(AGREEMENT.agreement_no)
    QTest.keyClicks(order.reasons.reasons["免检"], "their name")
    assert not order.discard.isHidden()
    turn(order, TERMS.agreement_no)
    order.form.product.setCurrentText("免检丙")
    QTest.keyClicks(order.reasons.reasons["免检"], "another name")
    turn(order, AGREEMENT.agreement_no)
    assert order.reasons.reasons["免检"].text() == "their name"
    turn(order, TERMS.agreement_no)
    assert order.reasons.reasons["免检"].text() == "another name"
    order.form.product.setCurrentText("示例乙")
    keeper.close()
    assert [draft.title[:4] for draft in keeper.everything] == [AGREEMENT.agreement_no]
    again, keeper = opened(TERMS.agreement_no)
    turn(again, AGREEMENT.agreement_no)
    assert not again.discard.isHidden()
    assert again.reasons.reasons["免检"].text() == "their name"
    again.discard.click()
    keeper.close()
    assert (keeper.everything, again.reasons.reasons["免检"].text()) == ((), "")


def test_agreements_beyond_those_offered_are_sought(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acts, "MOST_AGREEMENTS", 1)
    office, companies = window.year.office, window.year.companies()
    for place, company in enumerate(companies[1:4], 2):
        agreements.add(office, company.id, replace(AGREEMENT, agreement_no=f"示例协{place}"))
    form = window.go("new").order.form
    assert form.agreement.count() == 1
    wanted = next(row for row in companies[1:4] if row.name not in form.agreement.itemText(0))
    form.agreement.editor.setFocus()
    form.agreement.editor.selectAll()
    QTest.keyClicks(form.agreement.editor, wanted.uscc)
    window.qtbot.waitUntil(lambda: form.agreement.count() == 2)
    form.agreement.settle()
    window.rest()
    assert form.row is not None
    assert form.row.company == wanted.name
