"""Ctrl+V in the list: the rows of a spreadsheet go through the preview of the import."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from qc_desktop.services import history
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter

from .conftest import COMPANIES, Open, Window

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def paste(window: Window, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    window.page.listing.table.setFocus()
    QTest.keyClick(window.page.listing.table, Key.Key_V, CTRL)
    window.idle()


@pytest.mark.parametrize("header", ["", "企业名称\t省份\n"])
def test_rows_are_seen_before_they_are_appended(opened: Open, header: str) -> None:
    window = opened()
    known = window.rows()[0].name
    paste(window, f"{header}示例新来有限公司\t广东省\n{known}\t\n")
    panel = window.page.rooms.importing
    assert panel.isVisible()
    assert panel.preview.isVisible()
    assert browsing.count(window.office, CompanyFilter()) == COMPANIES
    assert panel.foot.go.isEnabled()
    QTest.keyClick(panel.foot.go, Key.Key_Return)
    window.idle()
    assert browsing.count(window.office, CompanyFilter()) == COMPANIES + 1
    assert browsing.find(window.office, "示例新来")[0].province == "广东省"
    history.undo(window.office)
    assert browsing.count(window.office, CompanyFilter()) == COMPANIES


def test_columns_that_tell_nothing_are_asked_for(opened: Open) -> None:
    window = opened()
    paste(window, "甲\t1\n乙\t2\n")
    assert window.page.rooms.importing.mapping.isVisible()


def test_a_word_is_no_table(opened: Open) -> None:
    window = opened()
    paste(window, "示例")
    assert "复制" in window.shell._messages.text
    assert window.page.rooms.importing.choose.isVisible()
    QGuiApplication.clipboard().setText("示例新来有限公司\t广东省\n示例再来有限公司\t江苏省")
    window.page.rooms.importing.choose.paste.click()
    window.idle()
    assert window.page.rooms.importing.preview.isVisible()
