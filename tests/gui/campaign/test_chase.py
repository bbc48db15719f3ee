"""The chase list in the window: texts on the clipboard, reminders, inviting with its list."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.campaign.chase.view import ChaseView
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services.campaigns import chasing, stages
from qc_desktop.services.campaigns.chasing import ChaseFilter
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter

from .conftest import AT_STAGE, YEAR, Open, Window

INVITED = 20 - sum(AT_STAGE.values())
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def view(window: Window) -> ChaseView:
    window.page.tabs.choose("chase")
    window.rest()
    return window.page.rooms.chase


def undo(window: Window) -> None:
    (toast,) = window.shell.findChildren(Toast)
    toast._button.click()
    window.rest()


def test_the_text_is_copied_and_the_next_company_comes(opened: Open) -> None:
    window = opened()
    chase = view(window)
    first, second = (chase.listing.model.row(place) for place in (0, 1))
    assert first is not None
    assert second is not None
    chase.listing.table.setFocus()
    QTest.keyClick(chase.listing.table, Qt.Key.Key_C, CTRL | SHIFT)
    window.rest()
    copied = QGuiApplication.clipboard().text()
    assert first.name in copied
    assert "签字盖章的诚信承诺书" in copied
    assert chase.listing.row == second
    assert second.name in chase.letter.text.toPlainText()
    assert QApplication.focusWidget() is chase.listing.table


def test_copying_may_note_the_reminder_too(opened: Open) -> None:
    window = opened()
    chase = view(window)
    chase.letter.also_mark.setChecked(True)
    chase.letter.remark.setText("下周回复")
    chase.letter.copy_button.click()
    window.rest()
    row = chase.listing.model.row(0)
    assert row is not None
    assert (row.times, row.way, row.remark) == (1, "wechat", "下周回复")
    assert chase.letter.remark.text() == ""
    undo(window)
    assert chasing.page(window.office, ChaseFilter(window.row().id))[0].times == 0


def test_several_are_noted_at_once_in_one_step(opened: Open) -> None:
    window = opened()
    chase = view(window)
    chase.listing.choose_everyone()
    chase.letter.way.setCurrentIndex(0)
    QTest.keyClick(chase.listing.table, Qt.Key.Key_M, CTRL)
    window.rest()
    rows = chasing.page(window.office, ChaseFilter(window.row().id))
    assert [(row.times, row.way) for row in rows] == [(1, "phone")] * INVITED
    chase.listing.reminded.setCurrentIndex(1)
    chase.listing.reminded.activated.emit(1)
    window.rest()
    assert chase.listing.model.rowCount() == 0
    assert chase.listing._nothing.isVisible()
    undo(window)
    assert chase.listing.model.rowCount() == INVITED


def test_what_a_person_changed_in_the_text_survives_a_refresh(opened: Open) -> None:
    window = opened()
    chase = view(window)
    QTest.keyClicks(chase.letter.text, "Dear ")
    window.page.refresh()
    window.rest()
    assert chase.letter.text.toPlainText().startswith("Dear ")


def test_drafts_are_invited_with_their_list(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened()
    outside = browsing.ids(window.office, CompanyFilter(campaign_id=window.row().id, taking_part=False))
    stages.take_in(window.office, window.row().id, outside)
    window.page.refresh()
    chase = view(window)
    chase.listing.chips.choose("not_invited")
    window.rest()
    path = tmp_path / "邀请.xlsx"
    monkeypatch.setattr(places, "ask_file", lambda *_: path)
    assert chase.listing.invite.text().startswith(f"邀请 {len(outside)} 家")
    chase.listing.invite.click()
    window.rest()
    assert window.at(Stage.DRAFT) == 0
    cells = [row for row in openpyxl.load_workbook(path).active.values if row[0]]
    assert len(cells) >= len(outside) + 1
    undo(window)
    assert window.at(Stage.DRAFT) == len(outside)


def test_a_part_of_the_list_is_exported(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened()
    chase = view(window)
    path = tmp_path / "催办.xlsx"
    monkeypatch.setattr(places, "ask_file", lambda *_: path)
    table = chase.listing.table
    table.choose_place(1)
    if INVITED > 2:
        QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    window.rest()
    chase.listing.export.click()
    window.rest()
    names = {row.name for place in (1, 2) if (row := chase.listing.model.row(place))}
    cells = [row[0] for row in openpyxl.load_workbook(path).active.values]
    everybody = {row.name for row in chasing.page(window.office, ChaseFilter(window.row().id))}
    assert everybody & set(cells) == (names if INVITED > 2 else everybody)


def test_the_deadline_stands_with_what_is_owed(opened: Open) -> None:
    window = opened()
    told = window.page.rooms.standing.steps._lines[Stage.APPLIED]._told.text()
    assert f"截止日期 {YEAR}-02-28 已过 12 天" in told
