"""From last year: what changed is seen, companies are left out, the others come in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.campaign.rolling.view import RollView
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services.campaigns import pledging, years
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.storage.tables import Company

from .conftest import YEAR, Open, Window


@pytest.fixture
def renamed(opened: Open) -> Window:
    """The window on a fresh year, after one company changed its name."""
    window = opened()
    office = window.office
    with office.writing("company_change") as work:
        company = work.session.get_one(Company, browsing.ids(office, CompanyFilter())[0])
        company.name = "示例新名有限公司"
    years.open_year(office, years.suggestion(office, YEAR + 1))
    window.shell.context.turn_to(YEAR + 1)
    window.rest()
    return window


def view(window: Window) -> RollView:
    window.page.tabs.choose("rolling")
    window.rest()
    return window.page.rooms.rolling


def test_only_what_changed_has_a_group(renamed: Window) -> None:
    roll = view(renamed)
    assert set(roll.chips._buttons) >= {"everyone", "name"}
    assert "uscc" not in roll.chips._buttons
    roll.chips.choose("name")
    renamed.rest()
    row = roll.model.row(0)
    assert row is not None
    assert (roll.model.rowCount(), row.now) == (1, "示例新名有限公司")
    assert row.was.startswith("示例")


def test_companies_are_left_out_by_the_space_bar_and_the_others_come(renamed: Window) -> None:
    roll = view(renamed)
    roll.table.choose_place(0)
    QTest.keyClick(roll.table, Qt.Key.Key_Space)
    assert roll._bring.text() == "带入其余企业(&B)"
    roll._bring.click()
    renamed.rest()
    row = years.campaign(renamed.office, YEAR + 1)
    assert row.stages == {Stage.DRAFT: 19}
    assert renamed.page.rooms.currentWidget() is renamed.page.rooms.chase
    assert renamed.page.rooms.chase.listing.model.rowCount() == 19
    (toast,) = renamed.shell.findChildren(Toast)
    toast._button.click()
    renamed.rest()
    assert years.campaign(renamed.office, YEAR + 1).companies == 0


def test_a_whole_group_is_left_out(renamed: Window) -> None:
    roll = view(renamed)
    roll.chips.choose("name")
    renamed.rest()
    roll._leave_group.click()
    roll._bring.click()
    renamed.rest()
    taking_part = years.campaign(renamed.office, YEAR + 1)
    gone = browsing.find(renamed.office, "示例新名有限公司")[0].id
    assert taking_part.companies == 19
    assert pledging.pledge_of(renamed.office, taking_part.id, gone) is None


def test_three_clicks_open_a_year_copied_from_the_last(opened: Open) -> None:
    window = opened()
    window.page._open_year.click()
    window.rest()
    window.page.rooms.opening._open.click()
    window.rest()
    assert years.campaign(window.office, YEAR + 1).values.theme == window.row().values.theme
