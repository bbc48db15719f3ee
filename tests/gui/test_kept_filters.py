"""A list opens with the filter it was left with on this PC; what another page opened it with is not kept."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.companies import filters
from qc_desktop.gui.shell import Shell
from qc_desktop.services.companies.filtering import CompanyFilter
from tests.gui.real import Real, real, rest
from tests.samples import Year

__all__ = ["real"]

CHIPS = {
    "companies": ("", lambda page: page.listing.chips, "awaited"),
    "certificates": ("", lambda page: page.register.chips, "revoked"),
    "campaign": ("chase", lambda page: page.rooms.chase.listing.chips, "returned"),
}


def shown(qtbot: QtBot, real: Real, year: Year, page_id: str, key: str = "") -> Shell:
    shell = real(year.office, "home")
    shell.go(page_id, key)
    rest(qtbot, shell)
    return shell


def pick(qtbot: QtBot, shell: Shell, chips: Any, key: str) -> None:
    chips._buttons[key].click()
    rest(qtbot, shell)


@pytest.mark.parametrize("page_id", CHIPS)
def test_a_chip_holds_until_another_is_picked(qtbot: QtBot, real: Real, issued_year: Year, page_id: str) -> None:
    key, chips_of, wanted = CHIPS[page_id]
    first = shown(qtbot, real, issued_year, page_id, key)
    usual = chips_of(first.page).current
    assert usual != wanted
    pick(qtbot, first, chips_of(first.page), wanted)
    second = shown(qtbot, real, issued_year, page_id, key)
    assert chips_of(second.page).current == wanted
    pick(qtbot, second, chips_of(second.page), usual)
    assert chips_of(shown(qtbot, real, issued_year, page_id, key).page).current == usual


def test_conditions_hold_until_they_are_cleared(qtbot: QtBot, real: Real, year: Year) -> None:
    first = shown(qtbot, real, year, "companies")
    first.page.listing.panel.pickers["missing"].choose("website")
    rest(qtbot, first)
    assert first.page.listing.panel.wanted.missing == ("website",)
    second = shown(qtbot, real, year, "companies")
    listing = second.page.listing
    assert listing.query.wanted.missing == ("website",)
    assert listing.panel.isVisible(), "what narrows the list is seen, and taken away there"
    listing.show_everything()
    rest(qtbot, second)
    third = shown(qtbot, real, year, "companies")
    assert third.page.listing.query.wanted == CompanyFilter(campaign_id=year.campaign_id)


def test_what_another_page_opens_is_not_kept(qtbot: QtBot, real: Real, year: Year) -> None:
    first = shown(qtbot, real, year, "companies", filters.OUTSIDE)
    assert first.page.listing.chips.current == filters.OUTSIDE
    assert shown(qtbot, real, year, "companies").page.listing.chips.current == filters.ALL


def test_the_chase_list_offers_the_way_back_to_all(qtbot: QtBot, real: Real, year: Year) -> None:
    first = shown(qtbot, real, year, "campaign", "chase")
    box = first.page.rooms.chase.listing.reminded
    box.setCurrentIndex(1)
    box.activated.emit(1)
    rest(qtbot, first)
    second = shown(qtbot, real, year, "campaign", "chase")
    listing = second.page.rooms.chase.listing
    assert listing.reminded.currentIndex() == 1
    assert listing.all_again.isVisible()
    listing.all_again.click()
    rest(qtbot, second)
    assert not listing.all_again.isVisible()
    assert shown(qtbot, real, year, "campaign", "chase").page.rooms.chase.listing.reminded.currentIndex() == 0
