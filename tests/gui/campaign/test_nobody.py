"""A year in which nobody takes part: every view says so and leads to the import; what can do nothing is not offered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.services.campaigns import years

from .conftest import YEAR, Open, Window


@pytest.fixture
def empty(opened: Open) -> Window:
    """The window on a year that is open and empty, and the year before it too."""
    window = opened()
    for year in (YEAR + 1, YEAR + 2):
        years.open_year(window.office, years.suggestion(window.office, year))
    window.shell.context.turn_to(YEAR + 2)
    window.rest()
    return window


def room(window: Window, name: str) -> QWidget:
    window.page.tabs.choose(name)
    window.rest()
    return window.page.rooms.room(name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("chase", "还没有企业参加"),
        ("review", "还没有企业参加"),
        ("rolling", "上一年没有企业参加"),
    ],
)
def test_an_empty_year_is_said_with_one_way_on(empty: Window, name: str, said: str) -> None:
    shown = [state for state in room(empty, name).findChildren(EmptyState) if state.isVisible()]
    assert [label.text() for state in shown for label in state.findChildren(QLabel)].count(said) == 1
    (way,) = shown[0].findChildren(QPushButton)
    assert empty.page.entrance is way
    assert empty.shell.focusWidget() is way
    assert way.text() == "导入名单"
    way.click()
    empty.rest()
    assert empty.shell.whereabouts[0] == "companies"


def test_a_list_with_companies_is_no_empty_state(opened: Open) -> None:
    window = opened()
    for name in ("chase", "review", "rolling"):
        said = [label.text() for label in room(window, name).findChildren(QLabel) if label.isVisible()]
        assert not {"还没有企业参加", "上一年没有企业参加"} & set(said), name


def test_forms_for_nobody_cannot_be_made(empty: Window) -> None:
    room(empty, "returns")
    card = empty.page.rooms.returns.make
    assert not card.folder.isEnabled()
    assert not card.packed.isEnabled()
    assert card._nobody.isVisible()
    card.bring.click()
    empty.rest()
    assert empty.shell.whereabouts[0] == "companies"


def test_forms_follow_whom_they_are_for(opened: Open) -> None:
    window = opened()
    room(window, "returns")
    card = window.page.rooms.returns.make
    assert card.folder.isEnabled()
    assert card.bring.isHidden()
    card._scope.setCurrentIndex(1)  # nobody was asked to correct a pledge
    assert not card.packed.isEnabled()
    assert "没有这样的企业" in card._nobody.text()
    card._scope.setCurrentIndex(2)
    assert card.packed.isEnabled()
    assert card._nobody.isHidden()
