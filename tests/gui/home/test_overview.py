"""The overview on real records: every number opens its list, everything leaves as it should."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from benchmarks.databases import Size, build
from qc_desktop.gui import theme
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.companies.page import CompaniesPage
from qc_desktop.gui.pages.home.overview.part import OverviewPart
from qc_desktop.gui.pages.home.overview.year_table import YearModel
from qc_desktop.gui.pages.home.page import HomePage
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.tokens import DARK
from qc_desktop.messages import messages
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import years
from qc_desktop.services.office import Office
from qc_desktop.services.reports.movements import Movement
from tests.gui.real import Real, faults, rest
from tests.samples import Year, add

LANGS = pytest.mark.parametrize("lang", ["zh_CN", "en"])


@pytest.fixture
def long_office(tmp_path: Path) -> Office:
    made = build(tmp_path / "long", Size(companies=90, years=4, share=0.7))
    preferences.change(made, {"association_name": "示例质量检验协会"})
    return made


def overview_of(qtbot: QtBot, shell: Shell) -> OverviewPart:
    page = shell.page
    assert isinstance(page, HomePage)
    page.tabs.choose("overview")
    rest(qtbot, shell)
    return page.overview


def listed(qtbot: QtBot, shell: Shell) -> CompaniesPage:
    rest(qtbot, shell)
    page = shell.page
    assert isinstance(page, CompaniesPage)
    return page


@LANGS
def test_interface(qtbot: QtBot, real: Real, long_office: Office, lang: str) -> None:
    shell = real(long_office, "home", lang)
    assert overview_of(qtbot, shell).view.isVisible()
    assert faults(qtbot, shell) == []


@LANGS
def test_interface_of_a_single_year(qtbot: QtBot, real: Real, year: Year, lang: str) -> None:
    shell = real(year.office, "home", lang)
    overview = overview_of(qtbot, shell)
    assert not overview.view.cards["years"].isVisible()
    assert not overview.view.left.isVisible()
    assert faults(qtbot, shell) == []


@pytest.mark.parametrize("size", theme.TextSize)
def test_interface_in_the_dark_and_large(
    qtbot: QtBot, real: Real, long_office: Office, look: object, size: theme.TextSize
) -> None:
    look(theme.Theme(DARK, size))  # type: ignore[operator]
    shell = real(long_office, "home")
    overview_of(qtbot, shell)
    assert faults(qtbot, shell) == []


def test_every_bar_opens_a_list_of_its_length(qtbot: QtBot, real: Real, long_office: Office) -> None:
    shell = real(long_office, "home")
    overview = overview_of(qtbot, shell)
    for name in ("provinces", "stages", "tiers"):
        view = overview.view.cards[name].view
        chart = view._chart
        assert chart is not None
        mark = next(mark for mark in chart.marks if mark.value)
        view.chosen.emit(mark)
        page = listed(qtbot, shell)
        assert page.listing.model.rowCount() == mark.value
        assert page.listing.chips.current == mark.key
        shell.go("home")
    rest(qtbot, shell)


def test_a_chip_of_the_overview_goes_when_another_is_picked(qtbot: QtBot, real: Real, long_office: Office) -> None:
    shell = real(long_office, "home")
    overview = overview_of(qtbot, shell)
    overview.view.took_part.findChild(QPushButton).click()
    page = listed(qtbot, shell)
    assert page.listing.chips.offers("state:took_part")
    page.listing.chips.choose("all")
    rest(qtbot, shell)
    assert not page.listing.chips.offers("state:took_part")
    assert page.listing.model.rowCount() == 90


def test_a_number_of_another_year_turns_the_window_to_it(qtbot: QtBot, real: Real, long_office: Office) -> None:
    shell = real(long_office, "home")
    overview = overview_of(qtbot, shell)
    numbers = overview.work.numbers
    assert numbers is not None
    table = overview.view.table
    row = 2  # 2024, the newest being on top
    assert table.model().index(row, 0).data() == "2024"
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(row, 5)).center()
    )
    page = listed(qtbot, shell)
    assert page.year == 2024
    left = next(known for known in numbers.years if known.year == 2024).moved[Movement.LEFT]
    assert left > 0
    assert page.listing.model.rowCount() == left


def test_the_table_is_opened_by_keys_and_copied(qtbot: QtBot, real: Real, long_office: Office) -> None:
    shell = real(long_office, "home")
    overview = overview_of(qtbot, shell)
    table = overview.view.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["年度", "2026", "2025", "2024", "2023"]
    opened: list[tuple[int, str]] = []
    table.opened.connect(lambda year, key: opened.append((year, key)))
    table.setCurrentIndex(table.model().index(3, 6))  # nobody can have come back in the first year
    QTest.keyClick(table, Qt.Key.Key_Return)
    table.setCurrentIndex(table.model().index(0, 2))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [(2026, "stage:announced")]
    listed(qtbot, shell)


def test_industries_open_their_divisions_and_come_back(qtbot: QtBot, real: Real, long_office: Office) -> None:
    shell = real(long_office, "home")
    overview = overview_of(qtbot, shell)
    shown = overview.view.cards["sections"]
    assert shown.view._chart is not None
    first = shown.view._chart.marks[0]
    assert first.key == "section:C"
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_Home)
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    assert shown.view._chart.id == "divisions:C"
    assert shown.back.isVisible()
    assert sum(mark.value for mark in shown.view._chart.marks) == first.value
    overview.ask(2026)  # asked again, it stays where the person is
    rest(qtbot, shell)
    assert shown.view._chart.id == "divisions:C"
    shown.back.click()
    assert shown.view._chart.id == "sections"
    assert not shown.back.isVisible()


def test_pictures_and_the_text_are_copied(qtbot: QtBot, real: Real, long_office: Office) -> None:
    shell = real(long_office, "home")
    overview = overview_of(qtbot, shell)
    overview.view.cards["years"].copy.click()
    rest(qtbot, shell)
    assert QGuiApplication.clipboard().image().width() == 1280
    overview.view._copy_text.click()
    assert QGuiApplication.clipboard().text() == overview.view.text.text()
    assert "示例质量检验协会" in overview.view.text.text()


def test_everything_is_written_where_a_person_says(
    qtbot: QtBot, real: Real, long_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "ask_file", lambda _parent, _title, suggested, _suffix: tmp_path / suggested.name)
    shell = real(long_office, "home")
    overview = overview_of(qtbot, shell)
    for made in overview.exits:
        assert made.isVisible()
        made.click()
        rest(qtbot, shell)
    overview.view.cards["tiers"].save.click()
    rest(qtbot, shell)
    names = {"2026年统计表.xlsx", "2026年度归档包.zip", "2026年工作简报.docx", "2026年参加企业的会员级别.png"}
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == names
    with zipfile.ZipFile(tmp_path / "2026年度归档包.zip") as packed:
        assert packed.testzip() is None
    assert preferences.remembered(long_office.profile, "report_folder") == str(tmp_path)


def test_only_one_button_stands_out(qtbot: QtBot, real: Real, year: Year) -> None:
    shell = real(year.office, "home")
    page = overview_of(qtbot, shell).window()
    kinds = [made.property("kind") for made in page.findChildren(QPushButton) if made.isVisible()]
    assert kinds.count("primary") == 1


def test_where_nothing_can_be_counted_one_thing_is_offered(qtbot: QtBot, real: Real, office: Office) -> None:
    add(office)
    shell = real(office, "home")
    overview = overview_of(qtbot, shell)
    assert overview.not_open.isVisible()
    years.open_year(office, years.suggestion(office, 2026))
    shell.refresh()
    rest(qtbot, shell)
    overview.ask(2026)
    rest(qtbot, shell)
    assert overview.nobody.isVisible()
    assert not any(made.isVisible() for made in overview.exits)
    overview.nobody.findChild(QPushButton).click()
    assert listed(qtbot, shell).listing.chips.current == "outside"


def test_a_second_visit_counts_nothing(qtbot: QtBot, real: Real, year: Year, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = real(year.office, "home")
    overview = overview_of(qtbot, shell)
    steps: list[object] = []
    overview.counting.progressed.connect(steps.append)
    overview.ask(2026)
    rest(qtbot, shell)
    assert steps == []
    assert overview.view.isVisible()


def test_the_bar_pointed_at_says_its_number(
    qtbot: QtBot, real: Real, year: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = real(year.office, "home")
    view = overview_of(qtbot, shell).view.cards["stages"].view
    said: list[str] = []
    monkeypatch.setattr(
        "qc_desktop.gui.widgets.chart_view.QToolTip.showText", lambda _where, text, _widget: said.append(text)
    )
    at = QPoint(10, view.height() - 10)
    QApplication.sendEvent(view, QHelpEvent(QHelpEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    assert said == ["已公告: 12（打开名单）"]


def test_the_years_are_a_sound_model(qtbot: QtBot, real: Real, year: Year) -> None:
    model = YearModel(messages("zh_CN"), real(year.office, "home"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_years([])
