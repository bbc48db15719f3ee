"""粘贴识别 in the form: shown before it is filled in, taken back, never saved by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qc_desktop.gui.pages.companies.editor import Editor
from qc_desktop.services import history
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.details import ContactRow

from .. import checks
from ..real import unfit, unreachable
from .conftest import Open, Window

CODE = "91350100M000100Y43"
MESSAGE = (
    f"名称：示例新来有限公司\n税号：{CODE}\n地址、电话：厦门市示例路1号 0592-5550000\n开户行：示例银行\n"
    "联系人：张三 13800000000 谁知道"
)
LANGS = pytest.mark.parametrize("lang", ["zh_CN", "en"])


def pasted(window: Window, text: str = MESSAGE, company: str = "") -> Editor:
    if company:
        window.page.open_item(company)
    else:
        window.page.ways.start_new()
    window.idle()
    editor = window.page.editor
    editor.company.form.name.setFocus()
    QGuiApplication.clipboard().setText(text)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, modifiers)
    window.idle()
    return editor


def ticked(editor: Editor) -> dict[str, bool]:
    return {found.field: tick.isChecked() for tick, found in editor.pasted.ticks}


def test_a_message_is_shown_filled_in_and_taken_back_and_nothing_is_saved(opened: Open) -> None:
    window = opened()
    editor = pasted(window)
    assert ticked(editor) == {
        "name": True, "uscc": True, "address": True, "hotline": False, "contact_person": True, "contact_phone": True,
    }  # fmt: skip
    assert not editor.is_dirty
    editor.pasted.fill.click()
    window.idle()
    assert editor.is_dirty
    assert (editor.company.form.name.text(), editor.company.form.uscc.text()) == ("示例新来有限公司", CODE)
    assert editor.company.form.hotline.text() == ""
    assert editor.contacts.typed() == (ContactRow("张三", "13800000000"),)
    assert browsing.find(window.office, CODE) == []
    editor.bar._act()
    assert editor.company.form.name.text() == ""
    assert editor.contacts.typed() == ()
    assert browsing.find(window.office, CODE) == []


def test_what_stands_there_is_replaced_only_where_it_is_ticked(opened: Open) -> None:
    window = opened()
    known = window.rows()[0]
    editor = pasted(window, f"{MESSAGE}\n", known.id)
    assert (ticked(editor)["name"], ticked(editor)["address"]) == (False, False)
    next(tick for tick, found in editor.pasted.ticks if found.field == "address").setChecked(True)
    editor.pasted.fill.click()
    window.idle()
    assert editor.company.form.name.text() == known.name
    assert editor.company.form.address.text() == "厦门市示例路1号"


def test_contacts_that_were_hidden_stay_and_looking_is_logged(opened: Open) -> None:
    window = opened()
    known = window.rows()[0]
    shown = details.detail(window.office, known.id)
    kept = list(shown.contacts) or [ContactRow("示例联系人", "1390000")]
    if not shown.contacts:
        draft = window.page.editor.company.draft(shown)
        editing.save(window.office, draft, known.id, shown.row_version, contacts=kept)
    editor = pasted(window, "李四 13900000000", known.id)
    editor.pasted.fill.click()
    window.idle()
    assert editor.contacts.typed() == (*kept, ContactRow("李四", "13900000000"))
    assert history.commands(window.office)[0].name == "contacts_shown"


def test_a_known_company_is_offered(opened: Open) -> None:
    window = opened()
    known = window.rows()[0]
    editor = pasted(window, f"抬头：{known.name}\n税号：{known.uscc}")
    assert editor.pasted.open_known.isVisibleTo(editor)
    editor.pasted.open_known.click()
    window.idle()
    assert editor.sheet.id == known.id
    assert not editor.pasted.isVisibleTo(editor)


def test_what_is_no_message_is_said(opened: Open) -> None:
    window = opened()
    editor = pasted(window, "收到")
    assert editor.bar.text
    assert not editor.pasted.isVisibleTo(editor)


@LANGS
def test_the_card_fits_and_is_reached(opened: Open, lang: str) -> None:
    window = opened(lang, checks.SIZES[-1])
    pasted(window)
    assert unfit(window.qtbot, window.shell) == []
    assert unreachable(window.shell) == []
