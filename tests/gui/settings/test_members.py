"""会员 in the settings: rules of terms, the ledger switched on and off, the association's own fields."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.settings.members import MembersSection
from qc_desktop.gui.pages.settings.own_field_line import OwnFieldLine
from qc_desktop.gui.pages.settings.page import SettingsPage
from qc_desktop.gui.shell import Shell
from qc_desktop.services import history, preferences
from qc_desktop.services.members import dues, fields
from qc_desktop.services.members.dues import DuesDraft
from tests.gui.real import faults, rest
from tests.samples import Year


@pytest.fixture
def section(opened_section: Callable[[str], object]) -> MembersSection:
    shown = opened_section("members")
    assert isinstance(shown, MembersSection)
    return shown


def settle(qtbot: QtBot, shell: Shell) -> None:
    for _ in range(2):
        rest(qtbot, shell)


def press(section: MembersSection, name: str) -> None:
    next(each for each in section.own.findChildren(QPushButton) if each.accessibleName() == name).click()


def test_rules_are_saved(qtbot: QtBot, shell: Shell, section: MembersSection, page: SettingsPage, year: Year) -> None:
    section.ui.membership_grace_days.setText("30")
    assert page.is_unsaved
    section.save()
    settle(qtbot, shell)
    assert preferences.get(year.office, "membership_grace_days") == 30
    section.ui.membership_term_years.setText("很多")
    section.save()
    settle(qtbot, shell)
    assert preferences.get(year.office, "membership_term_years") == 1
    page.open_item("office")
    page.lead_to_unsaved()
    assert page.chips.current == "members"


def test_fields_are_added_moved_and_retired(qtbot: QtBot, shell: Shell, section: MembersSection, year: Year) -> None:
    own = section.own
    for name, kind, choices in ("示例一", "text", ""), ("示例二", "choice", "甲，乙、丙"):
        own.name.setText(name)
        own.kind.setCurrentIndex(own.kind.findData(kind))
        own.choices.setText(choices)
        own.add()
        settle(qtbot, shell)
    assert [(row.name, row.choices) for row in fields.fields(year.office)] == [
        ("示例一", ()),
        ("示例二", ("甲", "乙", "丙")),
    ]
    press(section, "上移 示例二")
    settle(qtbot, shell)
    press(section, "停用 示例一")
    settle(qtbot, shell)
    assert [(row.name, row.active) for row in fields.fields(year.office, retired=True)] == [
        ("示例二", True),
        ("示例一", False),
    ]
    press(section, "修改 示例二")
    line = next(each for each in section.findChildren(OwnFieldLine) if each.name.isVisible())
    assert (line.name.text(), line.choices.text()) == ("示例二", "甲，乙，丙")
    line.name.setText("示例三")
    line.choices.setText("甲、丁")
    QTest.keyClick(line.choices, Qt.Key.Key_Return)
    settle(qtbot, shell)
    assert fields.named(year.office, "示例三").choices == ("甲", "丁")
    history.undo(year.office)
    assert fields.named(year.office, "示例二").choices == ("甲", "乙", "丙")
    own.name.setText("示例二")
    own.kind.setCurrentIndex(own.kind.findData("text"))
    own.add()
    settle(qtbot, shell)
    assert "示例二" in section.trouble.text
    assert own.name.text() == "示例二"
    assert faults(qtbot, shell) == []


def test_dues_are_seen_once_they_are_kept(
    qtbot: QtBot, shell: Shell, section: MembersSection, year: Year, tmp_path: Path
) -> None:
    assert not section.dues.isVisible()
    section.values.write({**section._stored, "dues_ledger": "on"})
    section.values.edited.emit()
    section.save()
    settle(qtbot, shell)
    assert section.dues.isVisible()
    company = year.companies()[0]
    dues.save(year.office, company.id, DuesDraft(2026, 200_000, None, 50_000))
    section.refresh()
    settle(qtbot, shell)
    assert "1500.00" in section.dues.told.text()
    section.dues.write(tmp_path / "list.xlsx")
    settle(qtbot, shell)
    names = [row[0] for row in openpyxl.load_workbook(tmp_path / "list.xlsx").active.values]
    assert company.name in names
    assert faults(qtbot, shell) == []
