"""The chips above the detail: the form lives on behind another aspect, keys keep their meaning."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.aspects import panel
from qc_desktop.gui.pages.companies.aspects.aspect import AspectView
from qc_desktop.gui.pages.companies.aspects.registry import FORM, Aspect

from .. import checks
from ..real import unfit, unreachable
from .conftest import Open, Window

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Notes(AspectView):
    """An aspect with one field, kept by company."""

    def __init__(self, _context: PageContext) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.left = 0
        self.saved: list[str] = []
        self._company = self._typed_of = ""
        self.field = QLineEdit()
        self.field.setAccessibleName("示例")
        self.field.textEdited.connect(self._note)
        QVBoxLayout(self).addWidget(self.field)

    @property
    def unsaved_company(self) -> str:
        return self._typed_of

    def _note(self) -> None:
        self._typed_of = self._company
        self.unsaved_changed.emit()

    def show_company(self, company_id: str, campaign_id: str) -> None:
        self._company = company_id
        self.shown.append(company_id)

    def save(self) -> None:
        self.saved.append(self._typed_of)
        self._typed_of = ""
        self.unsaved_changed.emit()

    def leave(self) -> None:
        self.left += 1


@pytest.fixture
def window(opened: Open, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr(panel, "ASPECTS", (Aspect("notes", "Notes", Notes), Aspect("more", "More", Notes)))
    return opened()


def choose(window: Window, place: int) -> str:
    window.page.listing.table.choose_place(place)
    window.idle()
    return window.page.editor.sheet.id


def notes(window: Window) -> Notes:
    view = window.page.aspects.view
    assert isinstance(view, Notes)
    return view


def press(window: Window, key: Key, modifier: Modifier = Modifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window.shell, key, modifier)
    window.idle()


def test_without_another_aspect_there_are_no_chips(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel, "ASPECTS", ())
    window = opened()
    choose(window, 0)
    assert not window.page.aspects.chips.isVisible()


def test_a_new_company_has_only_the_form(window: Window) -> None:
    choose(window, 0)
    assert window.page.aspects.chips.isVisible()
    press(window, Key.Key_2, Modifier.AltModifier)
    window.page.ways.start_new()
    assert not window.page.aspects.chips.isVisible()
    assert window.page.aspects.chips.current == FORM
    press(window, Key.Key_2, Modifier.AltModifier)
    assert window.page.aspects.view is None


def test_the_view_follows_the_list(window: Window) -> None:
    first = choose(window, 0)
    press(window, Key.Key_2, Modifier.AltModifier)
    before = notes(window).left
    second = choose(window, 1)
    assert notes(window).shown[0] == first
    assert notes(window).shown[-1] == second
    assert notes(window).left == before + 1
    press(window, Key.Key_3, Modifier.AltModifier)
    assert notes(window).shown == [second]


def test_what_is_typed_in_the_form_is_there_afterwards(window: Window) -> None:
    choose(window, 0)
    window.page.editor.company.form.remark.setText("示例备注")
    press(window, Key.Key_2, Modifier.AltModifier)
    assert window.page.is_unsaved
    assert "•" in window.page.aspects.chips._buttons[FORM].text()
    press(window, Key.Key_1, Modifier.AltModifier)
    assert window.page.editor.company.form.remark.text() == "示例备注"
    assert window.page.editor.isVisible()


def test_saving_keys_save_what_is_shown_else_the_form(window: Window) -> None:
    company = choose(window, 0)
    press(window, Key.Key_2, Modifier.AltModifier)
    notes(window).field.setFocus()
    press(window, Key.Key_X)
    press(window, Key.Key_S, Modifier.ControlModifier)
    assert notes(window).saved == [company]
    window.page.editor.company.form.remark.setText("示例备注")
    press(window, Key.Key_S, Modifier.ControlModifier)
    assert window.page.aspects.chips.current == FORM
    assert window.rows(text=window.page.editor.sheet.name)
    assert window.page.editor.sheet.detail.values["remark"] == "示例备注"
    press(window, Key.Key_2, Modifier.AltModifier)
    press(window, Key.Key_Return, Modifier.ControlModifier)
    assert window.page.editor.sheet.id == ""
    assert window.page.editor.isVisible()


def test_review_keys_mean_the_company_whatever_is_shown(window: Window) -> None:
    window.page.listing.choose_filter("review")
    window.idle()
    company = choose(window, 2)
    press(window, Key.Key_2, Modifier.AltModifier)
    notes(window).field.setFocus()
    window.page.listing.let_go()
    press(window, Key.Key_F9)
    row = next(row for row in window.rows() if row.id == company)
    assert row.stage == Stage.PLEDGED
    assert isinstance(window.page.aspects.view, Notes)


def test_closing_leads_to_what_is_typed_beside_the_form(window: Window) -> None:
    company = choose(window, 0)
    press(window, Key.Key_2, Modifier.AltModifier)
    notes(window).field.setFocus()
    press(window, Key.Key_X)
    press(window, Key.Key_1, Modifier.AltModifier)
    choose(window, 3)
    assert window.page.is_unsaved
    window.page.lead_to_unsaved()
    window.idle()
    assert notes(window).shown[-1] == company
    assert window.page.editor.sheet.id == company


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_it_fits_and_is_reached(opened: Open, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    monkeypatch.setattr(panel, "ASPECTS", (Aspect("notes", "Notes", Notes), Aspect("more", "More", Notes)))
    window = opened(lang, checks.SIZES[-1])
    choose(window, 0)
    window.page.split.open_detail()
    window.page.aspects.go("notes")
    window.idle()
    assert unfit(window.qtbot, window.shell) == []
    assert unreachable(window.shell) == []
    assert window.page.aspects.chips.height() < 48
