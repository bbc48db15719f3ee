"""使用协议 in the window: entered by keyboard with the company by pinyin, changed, undone, refused in place."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qc_desktop.domain.labels import RestrictedCategory
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services.labels import agreements
from qc_desktop.services.labels.agreements import AgreementFilter
from tests.gui.real import settle
from tests.samples import add, code

from .conftest import Open, Window


def known(window: Window) -> list[agreements.AgreementRow]:
    return agreements.page(window.year.office, AgreementFilter())


def typed(window: Window, *texts: str) -> None:
    """Types into one field after the other, as an input method does, by Tab alone."""
    for text in texts:
        field = QApplication.focusWidget()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)
        QTest.keyClick(field, Qt.Key.Key_Tab)


def test_an_agreement_is_entered_without_the_mouse(bare: Open) -> None:
    window = bare()
    add(window.year.office, "示例明月电器有限公司", code(95))
    form = window.go("agreement").agreements.editor.form
    assert form.company.hasFocus()
    QTest.keyClicks(form.company, "mingyue")
    QTest.keyClick(form.company, Qt.Key.Key_Tab)
    window.rest()
    window.qtbot.waitUntil(lambda: form.company.text() == "示例明月电器有限公司")
    assert form.agreement_no.hasFocus()
    typed(window, "SY-9", "示例电饭煲", "５０００", "2026.1.1", "2026年12月31日")
    assert form.restricted.hasFocus()
    QTest.keyClick(form.restricted, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (known(window), form.notes["restricted"].text != "") == ([], True)  # silence is no decision
    QTest.keyClick(form.restricted, Qt.Key.Key_Down)
    assert form.notes["restricted"].text == ""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.rest()
    (row,) = known(window)
    assert (row.company, row.terms.agreement_no, row.terms.quantity) == ("示例明月电器有限公司", "SY-9", 5000)
    assert row.terms.ends_on == dt.date(2026, 12, 31)
    assert not window.page.agreements.editor.foot.is_unsaved
    toast = window.shell.findChild(Toast)
    assert toast is not None
    toast._button.click()
    window.rest()
    assert known(window) == []


def test_what_is_missing_is_said_below_its_field(bare: Open) -> None:
    window = bare()
    editor = window.go("agreement").agreements.editor
    editor.form.quantity.setText("许多")
    editor.foot.save_button.click()
    notes = editor.form.notes
    assert "不是数量" in notes["quantity"].text
    for name in ("company", "agreement_no", "products", "starts_on", "ends_on", "restricted"):
        assert notes[name].text, name
    assert known(window) == []
    editor.form.agreement_no.setText("SY-9")
    editor.form.values.edited.emit()
    assert notes["agreement_no"].text == ""
    assert not editor.form.agreement_no.property("tone")
    assert notes["company"].text


def test_a_category_names_its_law_and_asks_for_a_note(window: Window) -> None:
    editor = window.go("agreements").agreements.editor
    window.rest()
    form = editor.form
    assert not form.legal_note.isVisible()
    form.products.setPlainText("示例饮料")
    assert "食品安全法" in form.notes["products"].text
    assert form.legal_note.isVisible()
    form.legal_note.setPlainText("不是食品，是饮料机")
    assert form.notes["products"].text == ""  # decided and noted
    form.legal_note.setPlainText("")
    assert form.notes["products"].text
    form.restricted.setCurrentIndex(form.restricted.findData(RestrictedCategory.FOOD.value))
    assert form.legal_note.isVisible()
    assert "食品安全法" in form._law.text()
    assert form.notes["products"].text == ""
    form.legal_note.setPlainText("无")
    editor.foot.save_button.click()
    window.rest()
    assert form.notes["legal_note"].text
    form.legal_note.setPlainText("示例依据")
    assert form.notes["legal_note"].text == ""
    editor.foot.save_button.click()
    window.rest()
    assert known(window)[0].terms.legal_note == "示例依据"


def test_fewer_than_were_issued_is_refused_at_the_number(window: Window) -> None:
    editor = window.go("agreements").agreements.editor
    editor.form.quantity.setText("50")
    editor.foot.save_button.click()
    window.rest()
    assert "100" in editor.form.notes["quantity"].text
    assert editor.form.quantity.hasFocus()
    editor.discard()
    assert not editor.foot.is_unsaved
    assert editor.form.quantity.text() == "1000"


def test_the_list_is_narrowed_by_state_and_says_what_is_left(window: Window) -> None:
    view = window.go("agreements").agreements
    assert view.model.rowCount() == 1
    row = view.model.row(0)
    assert row is not None
    assert (row.issued, row.remaining) == (100, 900)
    for state, count in (("in_force", 1), ("over", 0), ("used_up", 0), ("ahead", 0), ("all", 1)):
        view.chips.choose(state)
        window.rest()
        assert view.model.rowCount() == count, state


def test_what_is_typed_over_one_agreement_waits_for_it(window: Window) -> None:
    view = window.go("agreements").agreements
    view.editor.form.remark.setText("改过的备注")
    view.begin()
    window.rest()
    assert view.editor.form.remark.text() == ""
    view.table.choose_place(0)
    window.rest()
    assert view.editor.form.remark.text() == "改过的备注"
    assert view.editor.foot.is_unsaved


def test_after_saving_the_focus_is_in_the_list(window: Window) -> None:
    view = window.go("agreements").agreements
    view.editor.form.remark.setText("示例备注")
    view.editor.foot.save_button.setFocus()
    QTest.keyClick(view.editor.foot.save_button, Qt.Key.Key_Space)
    window.rest()
    assert known(window)[0].terms.remark == "示例备注"
    assert view.table.hasFocus()


def test_refused_for_a_missing_reason_the_whole_panel_is_in_view(window: Window) -> None:
    editor = window.go("agreements").agreements.editor
    window.shell.resize(1100, 600)
    window.rest()
    editor.form.products.setPlainText("示例电饭煲\n免检电饭煲")
    editor.foot.save_button.click()
    window.rest()
    field, panel, seen = editor.reasons.reasons["免检"], editor.reasons, editor._area.viewport()
    window.qtbot.waitUntil(field.hasFocus)
    settle(window.qtbot)
    top = panel.mapTo(seen, panel.rect().topLeft()).y()
    assert 0 <= top <= seen.height() - panel.height()


def test_a_product_that_claims_too_much_is_saved_and_issued_with_reasons(window: Window) -> None:
    editor = window.go("agreements").agreements.editor
    window.rest()
    assert editor.reasons.isHidden()
    editor.form.products.setPlainText("示例电饭煲\n免检电饭煲")
    editor.foot.save_button.click()
    window.rest()
    assert "免检" in editor.bar.text
    QTest.keyClicks(editor.reasons.reasons["免检"], "registered name")
    draft = editor.typed_for(editor.key)
    assert draft is not None
    editor.discard()
    assert (editor.reasons.isHidden(), editor.foot.is_unsaved) == (True, False)
    editor.put_over(draft)
    editor.foot.save_button.click()
    window.rest()
    assert known(window)[0].terms.products == ("示例电饭煲", "免检电饭煲")
    assert not editor.foot.is_unsaved
    order = window.go("new").order
    order.form.product.setCurrentIndex(order.form.product.findText("免检电饭煲"))
    assert order.reasons.words == []
    order.form.lot.setText("免检 L1")
    order.form.count.setText("1")
    order.look_wanted.emit()
    window.rest()
    assert not order.issue.isEnabled()
    QTest.keyClicks(order.reasons.reasons["免检"], "the company's own number")
    order.look_wanted.emit()
    window.rest()
    assert order.issue.isEnabled()
