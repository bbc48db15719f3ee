"""Suspected pairs, merging side by side, telling apart, splitting again: all by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.gui.pages.companies.duplicates.view import DuplicatesView
from qc_desktop.services import history
from qc_desktop.services.companies import browsing, details, editing, merging
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.lookalikes import lookalikes

from .. import checks
from ..real import unfit, unreachable
from .conftest import Open, Window, commit

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
PAIRS = (("远山电器有限公司", "远杉电器有限公司"), ("青禾食品有限公司", "青禾食品股份有限公司"))
LANGS = pytest.mark.parametrize("lang", ["zh_CN", "en"])


def filled(window: Window) -> Window:
    """Two pairs of companies that are alike, the second of each with more said of it."""
    for one, other in PAIRS:
        editing.save(window.office, CompanyDraft(one, hotline="1"))
        editing.save(window.office, CompanyDraft(other, hotline="2", address="示例路1号", member_tier="member"))
    return window


def looked(window: Window) -> DuplicatesView:
    filled(window).page.ways.find_duplicates()
    window.idle()
    return window.page.rooms.duplicates


def press(window: Window, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    window.idle()


def names(window: Window) -> set[str]:
    return {row.name for row in browsing.page(window.office, CompanyFilter(), 0, 99)}


def test_pairs_are_gone_through_by_keyboard_and_the_next_follows(opened: Open) -> None:
    window = opened()
    view = looked(window)
    assert view.pairs.count == 2
    assert view.pairs.table.hasFocus()
    first = view.pairs.at_hand
    press(window, Key.Key_Return)
    assert view.stack.currentWidget() is view.merge
    assert {view.merge.plan.kept.name, view.merge.plan.other.name} == {first.first.name, first.second.name}
    gone = view.merge.plan.other.name
    press(window, Key.Key_Return, Ctrl)
    assert gone not in names(window)
    assert view.stack.currentWidget() is view.merge
    second = {view.merge.plan.kept.name, view.merge.plan.other.name}
    assert second.isdisjoint({first.first.name, first.second.name})
    press(window, Key.Key_D, Ctrl)
    assert view.pairs.count == 0
    assert view.stack.currentWidget() is view.pairs
    assert second <= names(window)
    view.pairs.look()
    window.idle()
    assert view.pairs.count == 0
    press(window, Key.Key_Escape)
    assert window.page.rooms.currentWidget() is window.page.split


def test_one_key_takes_the_other_side_and_swapping_lets_the_other_one_stay(opened: Open) -> None:
    window = opened()
    view = looked(window)
    view.pairs.choose(next(p for p in view.pairs._pairs.values() if p.first.name == PAIRS[0][0]))
    press(window, Key.Key_Return)
    lines = {line.pair.field: line for line in view.merge.lines}
    assert view.merge.plan.kept.name == PAIRS[0][0]
    assert set(view.merge.taken) == {"address", "member_tier"}
    assert lines["name"].switch.hasFocus()
    press(window, Key.Key_Space)
    assert "name" in view.merge.taken
    assert PAIRS[0][1] == lines["name"]._result.text()
    view.swap.click()
    window.idle()
    assert view.merge.plan.kept.name == PAIRS[0][1]
    assert view.merge.taken == []
    view.merge_button.click()
    window.idle()
    (row,) = browsing.find(window.office, PAIRS[0][0])
    assert row.name == PAIRS[0][1]
    history.undo(window.office)
    assert set(PAIRS[0]) <= names(window)


def test_what_two_live_certificates_forbid_is_said_and_cannot_be_pressed(opened: Open, monkeypatch) -> None:
    from qc_desktop.domain.merging import YearOutcome
    from qc_desktop.services.companies import merge_plan

    monkeypatch.setattr(merge_plan, "year_outcome", lambda kept, other: YearOutcome.TWO_LIVE)
    window = opened()
    one, two = window.rows()[:2]
    window.page.ways._merge(one.id, two.id)
    window.idle()
    view = window.page.rooms.duplicates
    assert view.merge.bar.text
    assert not view.merge_button.isEnabled()
    view._merge()
    window.idle()
    assert {one.name, two.name} <= names(window)


def test_from_the_form_to_merging_and_back_and_split_again(opened: Open) -> None:
    window = filled(opened())
    (known,) = browsing.find(window.office, PAIRS[0][0])
    window.page.open_item(known.id)
    window.idle()
    editor = window.page.editor
    commit(editor.company.form.name, "")
    editor._lookalikes.look()
    window.qtbot.waitUntil(lambda: bool(editor.twin.text))
    merge = next(b for b in editor.twin.findChildren(QPushButton) if "合并" in b.text())
    merge.click()
    window.idle()
    view = window.page.rooms.duplicates
    assert window.page.rooms.currentWidget() is view
    view.merge_button.click()
    window.idle()
    assert window.page.rooms.currentWidget() is window.page.split
    assert editor.merged.isVisibleTo(editor)
    editor.merged.findChild(QPushButton).click()
    window.idle()
    assert set(PAIRS[0]) <= names(window)
    assert not editor.merged.isVisibleTo(editor)


def test_told_apart_while_typing_is_remembered_with_the_new_company_and_undone_with_it(opened: Open) -> None:
    window = filled(opened())
    QTest.keyClick(window.shell, Key.Key_N, Ctrl)
    window.idle()
    editor = window.page.editor
    commit(editor.company.form.name, "远珊电器有限公司")
    window.qtbot.waitUntil(lambda: len(editor.twin.found) == 2)
    for _ in range(2):
        next(b for b in editor.twin.findChildren(QPushButton) if "不是" in b.text() and b.isVisible()).click()
    assert editor.twin.text == ""
    editor.pledge.submit.setChecked(False)
    editor.save()
    window.idle()
    (made,) = browsing.find(window.office, "远珊电器")
    assert lookalikes(window.office, CompanyDraft(made.name), made.id) == []
    history.undo(window.office)
    assert browsing.find(window.office, "远珊电器") == []


def test_nothing_is_said_while_the_input_method_composes(opened: Open) -> None:
    from PySide6.QtGui import QInputMethodEvent

    window = filled(opened())
    QTest.keyClick(window.shell, Key.Key_N, Ctrl)
    window.idle()
    editor = window.page.editor
    commit(editor.company.form.name, "远山电器有限公司")
    QApplication.sendEvent(editor.company.form.name, QInputMethodEvent("ze", []))
    editor._lookalikes._ask()
    window.idle()
    assert editor.twin.text == ""
    commit(editor.company.form.name, "")
    window.qtbot.waitUntil(lambda: bool(editor.twin.text))


def turned_to(window: Window, view: str) -> Window:
    if view == "pairs":
        looked(window)
    else:
        one, two = filled(window).rows()[:2]
        window.page.ways._merge(one.id, two.id)
    window.idle()
    return window


@LANGS
@pytest.mark.parametrize("view", ["pairs", "merge"])
def test_everything_fits_and_is_reached(opened: Open, lang: str, view: str) -> None:
    window = turned_to(opened(lang, checks.SIZES[-1]), view)
    assert unfit(window.qtbot, window.shell) == []
    assert unreachable(window.shell) == []


def test_a_field_changed_after_the_merging_is_asked_about_before_it_is_split(opened: Open) -> None:
    window = opened()
    kept, other = window.rows()[:2]
    for each, hotline in ((kept, "010-1"), (other, "010-2")):
        change(window, each.id, hotline)
    merging.merge(window.office, kept.id, other.id, take=["hotline"])
    change(window, kept.id, "010-3")
    window.page.open_item(kept.id)
    window.idle()
    merged = window.page.editor.merged
    merged.findChild(QPushButton).click()
    window.idle()
    (tick,) = merged.findChildren(QCheckBox)
    assert "010-1" in tick.accessibleName()
    assert "010-3" in tick.accessibleName()
    tick.click()
    next(each for each in merged.findChildren(QPushButton) if each.text() == "现在拆回").click()
    window.idle()
    assert details.detail(window.office, kept.id).values["hotline"] == "010-1"
    assert details.detail(window.office, other.id).values["hotline"] == "010-2"


def change(window: Window, company_id: str, hotline: str) -> None:
    shown = details.detail(window.office, company_id)
    draft = CompanyDraft(shown.values["name"], shown.values["uscc"] or "", hotline=hotline)
    editing.save(window.office, draft, company_id, shown.row_version)
