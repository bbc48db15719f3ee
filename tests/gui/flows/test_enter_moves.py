"""Enter = next field, where this PC has it so: through the forms, never in a composition, at last the main button."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.companies.aspects.membership.terms_part import TermsPart
from qc_desktop.gui.shell import Shell
from qc_desktop.services import preferences
from qc_desktop.services.companies import browsing
from tests.gui.real import Real, rest
from tests.samples import Year

Open = Callable[[str, str], Shell]
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def moving(qtbot: QtBot, real: Real, year: Year) -> Open:
    def make(page_id: str, item: str = "") -> Shell:
        preferences.change(year.office, {"enter_moves": "on"})
        shell = real(year.office, page_id)
        shell.go(page_id, item)
        rest(qtbot, shell)
        return shell

    return make


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walk(steps: int = 40) -> list[str]:
    """The names of what Enter leads to, until it is a button; through lines of prose by Tab."""
    passed: list[str] = []
    for _ in range(steps):
        passed.append(focused().objectName())
        if focused().property("kind") == "primary":
            return passed
        QTest.keyClick(focused(), Key.Key_Tab if isinstance(focused(), QPlainTextEdit) else Key.Key_Return)
    raise AssertionError(passed)


def test_a_company_and_its_pledge_are_typed_through(qtbot: QtBot, moving: Open, year: Year) -> None:
    shell = moving("companies", "new")
    form = shell.page.editor.company.form
    assert form.name.hasFocus()
    QTest.keyClicks(form.name, "QC-A")
    shell.page.editor._finder.forget()
    names = walk()
    assert names[:2] == ["name", "uscc"]
    assert "products" in names, "from the company to its pledge"
    before = browsing.count(year.office, browsing.CompanyFilter())
    QTest.keyClick(focused(), Key.Key_Return)
    rest(qtbot, shell)
    assert browsing.count(year.office, browsing.CompanyFilter()) == before + 1


def test_settings_are_typed_through(qtbot: QtBot, moving: Open, year: Year) -> None:
    shell = moving("settings", "office")
    form = shell.page.sections["office"].ui
    form.association_name.setFocus()
    QTest.keyClicks(form.association_name, "X")
    names = walk()
    assert names[:2] == ["association_name", "issuer_line"]
    QTest.keyClick(focused(), Key.Key_Return)
    rest(qtbot, shell)
    assert preferences.get(year.office, "association_name").startswith("X")


def test_a_term_is_typed_through(qtbot: QtBot, moving: Open, year: Year) -> None:
    shell = moving("companies", year.companies()[0].id)
    shell.page.aspects.go("membership")
    rest(qtbot, shell)
    part = shell.page.findChild(TermsPart)
    part.add.click()
    part.form.ui.member_tier.setFocus()
    names = walk()
    assert names[:-1] == ["member_tier", "starts_on", "ends_on", "remark"]


def test_composing_saving_and_searching_are_left_alone(qtbot: QtBot, moving: Open, year: Year) -> None:
    shell = moving("companies", "new")
    field = shell.page.editor.company.form.name
    QApplication.sendEvent(field, QInputMethodEvent("shili", []))
    QTest.keyClick(field, Key.Key_Return)
    assert field.hasFocus()
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    QTest.keyClicks(field, "QC-B")
    shell.page.editor._finder.forget()
    before = browsing.count(year.office, browsing.CompanyFilter())
    QTest.keyClick(field, Key.Key_Return, Ctrl)
    rest(qtbot, shell)
    assert browsing.count(year.office, browsing.CompanyFilter()) == before + 1
    search = shell.page.listing.search
    search.setFocus()
    QTest.keyClick(search, Key.Key_Return)
    assert search.hasFocus()


def test_it_is_off_unless_it_is_chosen(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "settings")
    form = shell.page.sections["office"].ui
    form.association_name.setFocus()
    QTest.keyClick(form.association_name, Key.Key_Return)
    assert form.association_name.hasFocus()
    shell.page.open_item("pc")
    rest(qtbot, shell)
    box = shell.page.sections["pc"].ui.enter_moves
    assert box.currentData() == "off"
    box.setCurrentIndex(box.findData("on"))
    rest(qtbot, shell)
    assert preferences.pc_value(year.office.profile, "enter_moves") is True
    box.setFocus()
    QTest.keyClick(box, Key.Key_Return)
    assert not box.hasFocus(), "it holds from now on"
