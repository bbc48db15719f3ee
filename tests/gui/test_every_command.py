"""Every command of Ctrl+K, in the real window: it opens what it says, on the page it names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qc_desktop.gui.commands import COMMANDS, Command
from qc_desktop.gui.pages import places
from qc_desktop.gui.shell import Shell
from qc_desktop.services.campaigns import years
from tests.samples import Year

from .real import Real, real, rest

__all__ = ["real"]

Seen = Callable[[Any], bool]


def at_campaign(tab: str) -> Seen:
    return lambda page: page.tabs.current == tab and not page._is_opening


def at_section(key: str) -> Seen:
    return lambda page: page.chips.current == key and page.sections[key].isVisible()


def at_list(key: str) -> Seen:
    return lambda page: page.listing.chips.current == key and page.listing.isVisible()


OPENS: dict[str, Seen] = {
    "new_company": lambda page: page.editor.isVisible() and not page.editor.sheet.id,
    "import": lambda page: page.importing.isVisible(),
    "paste_message": lambda page: page.editor.pasted.isVisible() and not page.editor.sheet.id,
    "paste_rows": lambda page: page.importing.isVisible(),
    "duplicates": lambda page: page.duplicates.isVisible(),
    "bulk": lambda page: page.listing.isVisible(),
    "filters": lambda page: page.listing.panel.isVisible(),
    "save_filter": lambda page: page.listing.panel.isVisible(),
    "export_list": lambda page: page.listing.isVisible(),
    "review": at_list("review"),
    "awaited": at_list("awaited"),
    "review_desk": at_campaign("review"),
    "chase": at_campaign("chase"),
    "rolling": at_campaign("rolling"),
    "returns": at_campaign("returns"),
    "campaign_details": at_campaign("details"),
    "clauses": at_campaign("clauses"),
    "roster": at_campaign("standing"),
    "open_year": lambda page: page.opening.isVisible(),
    "issue": lambda page: page.batch.isVisible(),
    "print": lambda page: page.start.isVisible(),
    "files": lambda page: page.make.isVisible(),
    "packages": lambda page: page.make.packing.isVisible(),
    "batches": lambda page: page.printing.isVisible(),
    "overview": lambda page: page.overview.view.isVisible(),
    "briefing": lambda page: page.overview.view.isVisible(),
    "archive": lambda page: page.overview.view.isVisible(),
    "verify": lambda page: page.field.isVisible(),
    "history": lambda page: page.split.isVisible(),
    "members": at_section("members"),
    "texts": at_section("texts"),
    "this_pc": at_section("pc"),
    "passphrase": at_section("passphrase"),
    "restore": at_section("backup"),
    "office": at_section("office"),
    "second_copy": at_section("backup"),
    "moving": at_section("moving"),
    "health": at_section("health"),
}
ASKS_FOR_A_FILE = {"export_list", "briefing", "archive"}
LEADING = [command for command in COMMANDS if command.page_id]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were asked for; every question is cancelled."""
    names: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: names.append("dialog") or ("", ""))
    monkeypatch.setattr(places, "ask_file", lambda *a, **k: names.append(a[1]))
    return names


def test_the_table_knows_every_command() -> None:
    assert set(OPENS) == {command.id for command in LEADING}


@pytest.mark.parametrize("command", LEADING, ids=lambda command: command.id)
def test_a_command_opens_what_it_says(qtbot: QtBot, real: Real, year: Year, command: Command, asked: list[str]) -> None:
    year.issue(year.participations()[:2])
    shell = real(year.office, "desk" if command.page_id == "home" else "home")
    QGuiApplication.clipboard().setText("示例青禾电器有限公司 电话13800000000")
    shell.run(command.id)
    rest(qtbot, shell)
    page = shell.page
    assert shell.whereabouts[0] == command.page_id
    qtbot.waitUntil(lambda: OPENS[command.id](page))
    assert bool(asked) is (command.id in ASKS_FOR_A_FILE)


def test_acts_are_done_where_the_person_is(qtbot: QtBot, real: Real, year: Year) -> None:
    """Undo, colours, sizes, languages, backup: none of them leaves the page, none fails."""
    shell: Shell = real(year.office, "companies")
    for command in COMMANDS:
        if command.act and command.act not in ("help", "whats_new"):
            shell.run(command.id)
            rest(qtbot, shell)
            assert shell.whereabouts[0] == "companies", command.id
    for command_id in ("help", "whats_new"):
        shell.run(command_id)
        rest(qtbot, shell)
        assert shell.whereabouts[0] == "help"


def test_bulk_begins_with_those_who_are_selected(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "companies")
    page = shell.page
    page.listing.choose_everyone()
    shell.run("bulk")
    rest(qtbot, shell)
    assert page.bulk.isVisible()


def test_a_narrowed_list_is_saved_under_a_name(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "companies")
    page = shell.page
    page.listing.chips.choose("awaited")
    rest(qtbot, shell)
    shell.run("save_filter")
    assert page.listing.naming.isVisible()


@pytest.mark.parametrize("command_id", ["files", "packages", "print"])
def test_certificates_of_another_year_are_left_alone(qtbot: QtBot, real: Real, year: Year, command_id: str) -> None:
    year.issue()
    years.open_year(year.office, years.suggestion(year.office, year.office.today.year + 1))
    shell = real(year.office, "home")
    shell.run(command_id)
    rest(qtbot, shell)
    qtbot.waitUntil(lambda: "没有有效的证书" in shell._toast._text.text())
    assert not any(view.isVisible() for view in (shell.page.make, shell.page.start))


def test_export_from_anywhere_knows_the_year(
    qtbot: QtBot, real: Real, year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = real(year.office, "home")
    target = tmp_path / "导出.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    shell.run("export_list")
    rest(qtbot, shell)
    cells = {str(cell) for row in openpyxl.load_workbook(target).active.iter_rows(values_only=True) for cell in row}
    assert {"承诺状态", "证书编号"} <= cells
