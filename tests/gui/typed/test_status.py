"""The status line says that all is saved only where it is: forms, short texts, decisions and kept drafts count."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qc_desktop.gui.widgets import unkept
from tests.gui.typed.ways import TYPED, Windows, desk_remark, field_renamed, forms_contact, ground_of, name_of_filter
from tests.gui.views import Ground
from tests.samples import Year

SAVED, UNSAVED = "已保存", "有修改未保存"


def said(windows: Windows) -> str:
    return windows.shell._status.said


@pytest.mark.parametrize("lead", [desk_remark, field_renamed, forms_contact, name_of_filter])
def test_a_short_text_is_not_saved_until_it_is_used_or_taken_away(
    windows: Windows, year: Year, tmp_path: Path, lead: Callable[[Ground], QWidget]
) -> None:
    ground = ground_of(windows, year, tmp_path)
    field = lead(ground)
    ground.rest()
    before = field.text()
    assert said(windows) == SAVED
    field.setFocus()
    QTest.keyClicks(field, TYPED)
    windows.qtbot.waitUntil(lambda: said(windows) == UNSAVED, timeout=20_000)
    ground.shell.go("home")
    assert said(windows) == UNSAVED
    field.setText(before)
    windows.qtbot.waitUntil(lambda: said(windows) == SAVED, timeout=20_000)


def test_a_remark_of_the_desk_is_offered_in_the_next_window(windows: Windows, year: Year, tmp_path: Path) -> None:
    ground = ground_of(windows, year, tmp_path)
    QTest.keyClicks(desk_remark(ground), TYPED)
    windows.window._drafts.unkept()  # it is on the disk
    shell = windows(year.office)
    assert "QC-2026-315-000001" in shell._messages.text
    assert said(windows) == UNSAVED
    shell._messages._act()
    windows.rest()
    assert windows.page.results.entry.remark.text() == TYPED


def test_a_file_that_is_being_chosen_is_nothing_unsaved(windows: Windows, year: Year, tmp_path: Path) -> None:
    shell = ground_of(windows, year, tmp_path).shell
    asking = QDialog(shell)
    field = QLineEdit(asking)
    QTest.keyClicks(field, TYPED)
    assert field.isModified()
    assert unkept.first(asking) is field
    assert unkept.first(shell) is None
