"""What nothing keeps holds the language and the window, until it is used or given up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from qc_desktop.gui.widgets import unkept
from tests.gui.typed.ways import (
    TYPED,
    Windows,
    field_renamed,
    forms_contact,
    ground_of,
    name_of_filter,
    new_field,
    new_operator,
    own_reason,
)
from tests.gui.views import VIEWS, Ground
from tests.samples import Year

GUARDED = (
    field_renamed,
    forms_contact,
    name_of_filter,
    own_reason,
)


@pytest.mark.parametrize("lead", GUARDED)
def test_what_nothing_keeps_holds_the_language_and_the_window(
    windows: Windows, year: Year, tmp_path: Path, lead: Callable[[Ground], QWidget]
) -> None:
    ground = ground_of(windows, year, tmp_path)
    field = lead(ground)
    ground.rest()
    field.setFocus()
    QTest.keyClicks(field, TYPED)
    ground.shell.go("home")
    assert "请先保存" in windows.held()
    assert field.isVisible()
    assert field.hasFocus()
    ground.shell.go("help")
    assert not ground.shell.close()
    assert "还没保存" in ground.shell._messages.text
    assert field.hasFocus()
    field.clear()
    assert unkept.first(ground.shell) is None


def test_who_insists_changes_the_language_without_saving(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    QTest.keyClicks(forms_contact(ground), TYPED)
    windows.held()
    before = ground.shell
    before._messages._button.click()
    windows.qtbot.waitUntil(lambda: windows.shell is not before, timeout=20_000)
    windows.rest()
    assert windows.shell.windowTitle().startswith("Quality Pledges")
    assert windows.page.rooms.returns.make._contact.text() == ""


def test_cancelling_clears(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    for lead in (field_renamed, name_of_filter, own_reason):
        field = lead(ground)
        ground.rest()
        QTest.keyClicks(field, TYPED)
        assert ground.shell.would_lose
        if lead is field_renamed:
            ground.page.sections["members"].own._rows[0].put_away()
        else:
            QTest.keyClick(field, Qt.Key.Key_Escape)
        assert not ground.shell.would_lose


def test_what_was_used_holds_nothing(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    for lead, press in (
        (new_operator, lambda: ground.page.sections["pc"].people._add()),
        (new_field, lambda: ground.page.sections["members"].own.add()),
        (forms_contact, lambda: ground.page.rooms.returns.work.make(tmp_path / "示例回表")),
        (name_of_filter, lambda: ground.page.listing.naming._give()),
    ):
        field = lead(ground)
        ground.rest()
        QTest.keyClicks(field, TYPED)
        press()
        ground.rest()
        assert unkept.first(ground.shell) is None, lead.__name__
        assert windows.window._drafts.everything == ()


def test_a_name_that_is_refused_is_asked_for_again(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    for _ in range(2):
        field = name_of_filter(ground)
        ground.rest()
        QTest.keyClicks(field, TYPED)
        ground.page.listing.naming._give()
        ground.rest()
        ground.page.listing.show_saved(None)
        ground.rest()
    assert field.isVisible()
    assert field.text() == TYPED
    assert TYPED in ground.shell._messages.text
    assert ground.shell.would_lose


def test_renaming_a_field_goes_on_while_another_is_added(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    QTest.keyClicks(field_renamed(ground), TYPED)
    own = ground.page.sections["members"].own
    QTest.keyClicks(own.name, "other")
    own.add()
    ground.rest()
    assert len(own._rows) == 2
    assert own._rows[0].name.text() == TYPED
    assert ground.shell.would_lose
    own._rows[0]._give()
    ground.rest()
    assert own._rows[0].row.name == TYPED
    assert not ground.shell.would_lose


def test_ticks_over_returned_forms_hold_the_window_until_one_goes_back(
    windows: Windows, year: Year, tmp_path: Path
) -> None:
    ground = ground_of(windows, year, tmp_path)
    ground.shell.go("campaign", "returns")
    ground.rest()
    VIEWS["answers"].act(ground)
    ground.rest()
    view = ground.page.rooms.returns
    assert not ground.shell.would_lose
    view.preview._tick(0, frozenset())
    ground.shell.go("home")
    windows.held()
    assert ground.shell.page is ground.shell._pages["campaign"]
    assert view.preview.isVisible()
    view.back.click()
    assert ground.shell.would_lose  # put away, not given up
    view.leave()
    assert not ground.shell.would_lose


def test_columns_ticked_for_the_roster_hold_the_window_until_one_cancels(
    windows: Windows, year: Year, tmp_path: Path
) -> None:
    ground = ground_of(windows, year, tmp_path)
    ground.shell.go("campaign", "standing")
    ground.rest()
    card = ground.page.rooms.standing.roster
    card.begin_choosing()
    assert not ground.shell.would_lose
    card.chooser.columns.item(0).setCheckState(Qt.CheckState.Unchecked)
    ticked = card.chooser.columns.ticked
    ground.shell.context.jobs.changed.emit()  # somebody changes something else
    ground.rest()
    assert (card.chooser.isVisible(), card.chooser.columns.ticked) == (True, ticked)
    ground.shell.go("home")
    windows.held()
    assert ground.shell.page is ground.shell._pages["campaign"]
    card.chooser.left.emit()
    assert not ground.shell.would_lose


def test_sides_taken_in_a_merging_hold_the_window_until_it_is_left(
    windows: Windows, year: Year, tmp_path: Path
) -> None:
    ground = ground_of(windows, year, tmp_path)
    ground.shell.go("companies")
    ground.rest()
    VIEWS["merging"].act(ground)
    ground.rest()
    duplicates = ground.page.rooms.duplicates
    line = duplicates.merge.lines[0]
    assert not ground.shell.would_lose
    line.toggle()
    ground.shell.go("home")
    windows.held()
    assert line.switch.hasFocus()
    duplicates.go_back()
    assert not ground.shell.would_lose
