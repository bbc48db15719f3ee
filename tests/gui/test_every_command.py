"""Every command of Ctrl+K, in the real window: it opens what it says, on the page it names, and draws."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from qc_desktop.domain.progress import finish
from qc_desktop.gui.commands import COMMANDS, Command
from qc_desktop.gui.pages import places
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.paths import Profile
from qc_desktop.services import demo, demo_history, vault
from qc_desktop.services.certificates import issuing
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office, open_office
from qc_desktop.trust.keys import OpenKeys
from tests.samples import COMPANIES, DAY, STAFF, Year

from .real import Real, real, rest
from .strays import no_strays

__all__ = ["real"]

pytestmark = pytest.mark.painted

Seen = Callable[[Any], bool]
ISSUED = 2


def at_campaign(tab: str) -> Seen:
    return lambda page: page.tabs.current == tab and not page._is_opening


def at_section(key: str) -> Seen:
    return lambda page: page.chips.current == key and page.sections[key].isVisible()


def at_list(key: str) -> Seen:
    return lambda page: page.listing.chips.current == key and page.listing.isVisible()


def offers_this_year(view: Any) -> bool:
    """Whether the certificates of the year at hand are offered, and none of the year before."""
    return [number[:7] for number in view.numbers] == [f"QC-{DAY.year}"] * ISSUED


def open_menu(first: str) -> bool:
    """Whether a menu is open that begins so; asked more than once, so that it must not put it away."""
    menu = QApplication.activePopupWidget()
    return isinstance(menu, QMenu) and menu.actions()[0].text() == first


OPENS: dict[str, Seen] = {
    "new_company": lambda page: page.editor.isVisible() and not page.editor.sheet.id,
    "import": lambda page: page.rooms.importing.isVisible(),
    "paste_message": lambda page: page.editor.pasted.isVisible() and not page.editor.sheet.id,
    "paste_rows": lambda page: page.rooms.importing.isVisible(),
    "duplicates": lambda page: page.rooms.duplicates.isVisible(),
    "bulk": lambda page: page.listing.isVisible(),
    "filters": lambda page: page.listing.panel.isVisible(),
    "save_filter": lambda page: page.listing.panel.isVisible(),
    "export_list": lambda page: page.listing.isVisible(),
    "review": at_list("review"),
    "awaited": at_list("awaited"),
    "review_desk": at_campaign("review"),
    "chase": at_campaign("chase"),
    "rolling": at_campaign("rolling"),
    "papers": lambda page: open_menu("邀请函…"),
    "returns": at_campaign("returns"),
    "campaign_details": at_campaign("details"),
    "clauses": at_campaign("clauses"),
    "roster": at_campaign("standing"),
    "announcement": at_campaign("standing"),
    "open_year": lambda page: page.rooms.opening.isVisible(),
    "issue": lambda page: page.rooms.batch.isVisible(),
    "print": lambda page: page.rooms.start.isVisible() and offers_this_year(page.rooms.start),
    "files": lambda page: page.rooms.make.isVisible() and offers_this_year(page.rooms.make),
    "packages": lambda page: page.rooms.make.packing.isVisible() and offers_this_year(page.rooms.make),
    "batches": lambda page: page.rooms.printing.isVisible(),
    "layouts": lambda page: page.overview.list.isVisible(),
    "label_agreements": lambda page: page.agreements.isVisible(),
    "new_agreement": lambda page: page.agreements.editor.form.isVisible() and page.agreements.editor.key == "new",
    "label_batches": lambda page: page.batches.isVisible(),
    "issue_labels": lambda page: page.order.isVisible(),
    "sending": lambda page: page.rooms.sending.view.isVisible(),
    "reconcile": lambda page: page.rooms.reconciling.view.isVisible(),
    "calibration": lambda page: page.rooms.calibrating.view.isVisible() and page.rooms.calibrating.view.back.isHidden(),
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
    "fonts": at_section("fonts"),
    "moving": at_section("moving"),
    "site": at_section("site"),
    "health": at_section("health"),
}
ASKS_FOR_A_FILE = {"export_list", "briefing", "archive"}
LEADING = [command for command in COMMANDS if command.page_id]


@pytest.fixture(scope="session")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A profile folder with a year that has two certificates, and the year before, that has one for everybody."""
    root = tmp_path_factory.mktemp("two years") / "profile"
    office = dataclasses.replace(open_office(Profile(root), STAFF), fixed_day=DAY)
    campaign_id = finish(demo.sample_year(office, COMPANIES, DAY.year, back=1))
    opened = vault.unlock(office, demo.PASSPHRASE)
    finish(demo_history.issue_past(office, DAY.year, opened))
    waiting = browsing.participation_ids(office, CompanyFilter(campaign_id=campaign_id))
    finish(issuing.issue(office, campaign_id, opened, waiting[:ISSUED]))
    office.close()
    return root, campaign_id


@pytest.fixture
def year(tmp_path: Path, two_years: tuple[Path, str], open_keys: OpenKeys, opened: Callable[[Path], Office]) -> Year:
    root, campaign_id = two_years
    return Year(opened(shutil.copytree(root, tmp_path / "profile")), campaign_id, open_keys)


@pytest.fixture(autouse=True)
def no_window_beside(qapp: QApplication) -> Iterator[None]:
    """Whatever is opened, it opens within the window."""
    with no_strays(qapp):
        yield


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
    shell = real(year.office, "desk" if command.page_id == "home" else "home")
    QGuiApplication.clipboard().setText("示例青禾电器有限公司 电话13800000000")
    shell.run(command.id)
    rest(qtbot, shell)
    page = shell.page
    assert shell.whereabouts[0] == command.page_id
    qtbot.waitUntil(lambda: OPENS[command.id](page))
    if menu := QApplication.activePopupWidget():
        menu.close()
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
    assert page.rooms.bulk.isVisible()


def test_a_narrowed_list_is_saved_under_a_name(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "companies")
    page = shell.page
    page.listing.chips.choose("awaited")
    rest(qtbot, shell)
    shell.run("save_filter")
    assert page.listing.naming.isVisible()


def test_the_step_of_home_offers_the_year_at_hand(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "home")
    wanted = next(made for made in shell.page.findChildren(QPushButton) if made.text() == "生成文件")
    wanted.click()
    rest(qtbot, shell)
    assert shell.page.rooms.make.isVisible()
    assert offers_this_year(shell.page.rooms.make)


@pytest.mark.parametrize("command", ["print", "files"])
def test_what_is_offered_goes_with_the_year(qtbot: QtBot, real: Real, year: Year, command: str) -> None:
    shell = real(year.office, "certificates")
    shell.run(command)
    rest(qtbot, shell)
    shell.context.turn_to(DAY.year - 1)
    rest(qtbot, shell)
    assert shell.page.register.isVisible()
    shell.run(command)
    rest(qtbot, shell)
    view = shell.page.rooms.start if command == "print" else shell.page.rooms.make
    assert view.isVisible()
    assert {number[:7] for number in view.numbers} == {f"QC-{DAY.year - 1}"}


@pytest.mark.parametrize("command", ["review", "bulk", "export_list", "filters", "save_filter", "awaited"])
def test_with_no_company_a_command_says_what_to_do_first(
    qtbot: QtBot, real: Real, office: Office, command: str, asked: list[str]
) -> None:
    shell = real(office, "home")
    shell.run(command)
    rest(qtbot, shell)
    page = shell.page
    assert page.rooms.empty.isVisible()
    assert not page.listing.isVisible()
    assert not asked


@pytest.mark.parametrize("command", ["print", "files", "packages"])
def test_with_no_certificate_a_command_says_what_to_do_first(
    qtbot: QtBot, real: Real, office: Office, command: str
) -> None:
    shell = real(office, "home")
    shell.run(command)
    rest(qtbot, shell)
    assert shell.page.empty.isVisible()
    assert not shell.page.rooms.start.isVisible()
    assert not shell.page.rooms.make.isVisible()


def test_where_nobody_waits_for_a_certificate_that_is_said(qtbot: QtBot, real: Real, year: Year) -> None:
    year.issue()
    shell = real(year.office, "certificates")
    shell.run("print")
    rest(qtbot, shell)
    shell.run("issue")
    rest(qtbot, shell)
    assert shell.page.register.isVisible()
    assert "没有等待出证的企业" in said(shell)


def test_a_list_without_a_certificate_in_force_is_not_printed(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "certificates")
    page = shell.page
    page.register.chips.choose("revoked")
    rest(qtbot, shell)
    shell.run("print")
    rest(qtbot, shell)
    assert page.register.isVisible()
    assert "没有有效的证书" in said(shell)
    shell.findChildren(Toast)[0]._button.click()
    rest(qtbot, shell)
    assert page.register.model.rowCount() == ISSUED


def said(shell: Shell) -> str:
    """The sentence that is shown for a while."""
    return shell.findChildren(Toast)[0]._text.text()


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
