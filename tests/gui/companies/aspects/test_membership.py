"""会员 beside the form: terms typed, saved, renewed, taken back; nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.gui.pages.companies.aspects.membership.view import MembershipView
from qc_desktop.services import history, preferences
from qc_desktop.services.members import terms

from ... import checks
from ...real import unfit, unreachable
from ..conftest import Open, Window

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def view(window: Window, place: int = 0) -> MembershipView:
    window.page.listing.table.choose_place(place)
    window.idle()
    window.page.split.open_detail()
    window.page.aspects.go("membership")
    window.idle()
    window.qtbot.wait(1)
    shown = window.page.aspects.view
    assert isinstance(shown, MembershipView)
    return shown


def settle(window: Window) -> None:
    """Waits for a change, for the answer it leads to, and for what that shows to find its place."""
    for _ in range(2):
        window.idle()
        window.qtbot.wait(1)


def company(window: Window) -> str:
    return window.page.editor.sheet.id


def standing(window: Window) -> MembershipStatus:
    return terms.of_company(window.office, company(window)).status


def said(shown: MembershipView) -> str:
    return " ".join(each.text() for each in shown.findChildren(QLabel) if each.isVisible())


def test_a_term_by_keyboard(opened: Open) -> None:
    window = opened()
    shown = view(window)
    assert "无会籍期" in said(shown)
    shown.terms.add.setFocus()
    QTest.keyClick(shown.terms.add, Key.Key_Return)
    assert not window.page.is_unsaved  # what is only offered is not typed yet
    form = shown.terms.form.ui
    assert form.starts_on.hasFocus()
    assert form.ends_on.text() == "2027-03-01"
    form.starts_on.setText("２０２６.1.1")
    form.remark.setText("示例备注")
    assert window.page.is_unsaved
    QTest.keyClick(form.starts_on, Key.Key_S, Modifier.ControlModifier)
    settle(window)
    assert standing(window) is MembershipStatus.CURRENT
    assert "在会" in said(shown)
    assert "2026-01-01 至 2027-03-01" in said(shown)
    assert not window.page.is_unsaved
    assert history.commands(window.office, 1)[0].company == window.page.editor.sheet.name


def test_what_overlaps_is_said_and_stays_typed(opened: Open) -> None:
    window = opened()
    shown = view(window)
    for first in ("2026-01-01", "2026-06-01"):
        shown.terms.add.click()
        shown.terms.form.ui.starts_on.setText(first)
        shown.terms.save()
        window.idle()
        window.idle()
    assert "重叠" in shown.terms.bar.text
    assert shown.terms.form.ui.starts_on.text() == "2026-06-01"
    assert window.page.is_unsaved


def test_a_day_that_is_none_is_said_at_its_field(opened: Open) -> None:
    window = opened()
    shown = view(window)
    shown.terms.add.click()
    shown.terms.form.ui.starts_on.setText("2026-02-30")
    shown.terms.save()
    window.idle()
    assert standing(window) is MembershipStatus.NONE
    assert "看不懂这个日期" in said(shown)


@pytest.mark.parametrize(("part", "field"), [("terms", "starts_on"), ("dues", "dues_year")])
def test_what_must_be_filled_in_is_asked_for_at_its_field(opened: Open, part: str, field: str) -> None:
    window = opened()
    preferences.change(window.office, {"dues_ledger": "on"})
    entries = getattr(view(window), part)
    entries._start_new()
    getattr(entries.form.ui, field).clear()
    entries.save()
    settle(window)
    assert "请填写这一项。" in said(window.page.aspects.view)
    assert entries.form.isVisible()


def test_typed_text_waits_with_its_company(opened: Open) -> None:
    window = opened()
    shown = view(window)
    first = company(window)
    shown.terms.add.click()
    shown.terms.form.ui.remark.setText("示例未保存")
    view(window, 2)
    assert not shown.terms.form.isVisible()
    assert shown.unsaved_company == first
    assert window.page.is_unsaved
    window.page.lead_to_unsaved()
    window.idle()
    assert company(window) == first
    assert shown.terms.form.isVisible()
    assert shown.terms.form.ui.remark.text() == "示例未保存"


def test_renewing_and_removing_can_be_taken_back(opened: Open) -> None:
    window = opened()
    shown = view(window)
    shown.terms.add.click()
    shown.terms._note()
    shown.terms.save()
    settle(window)
    shown.terms.renew.click()
    settle(window)
    assert len(terms.of_company(window.office, company(window)).terms) == 2
    row = terms.of_company(window.office, company(window)).terms[0]
    shown.terms.open_form(row, {"starts_on": row.term.starts_on.isoformat()})
    shown.terms.form.remove_wanted.emit()
    settle(window)
    assert len(terms.of_company(window.office, company(window)).terms) == 1
    window.shell.undo()
    window.idle()
    assert len(terms.of_company(window.office, company(window)).terms) == 2


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_it_fits_and_is_reached(opened: Open, lang: str) -> None:
    window = opened(lang, checks.SIZES[-1])
    shown = view(window)
    shown.terms.add.click()
    shown.terms._note()
    shown.terms.save()
    settle(window)
    shown.terms.add.click()
    assert unfit(window.qtbot, window.shell) == []
    assert unreachable(window.shell) == []
