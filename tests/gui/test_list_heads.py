"""Every list with more than a few columns lets them be chosen and sorted, by keyboard too, and keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.models.given import ordered
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.campaigns import stages
from tests.gui.real import Real, real, rest
from tests.samples import Year, add, code

__all__ = ["real"]

Part = Callable[[Any], Any]
LISTS: dict[str, tuple[str, str, Part, str]] = {
    "chase": ("campaign", "chase", lambda page: page.rooms.chase.listing, "province"),
    "history": ("history", "", lambda page: page, "pc"),
    "batches": ("certificates", "batches", lambda page: page.rooms.printing, "printer"),
    "duplicates": ("companies", "duplicates", lambda page: page.rooms.duplicates.pairs, "uscc"),
}
"""By name: the page, the item that leads there, the part with ``head`` and ``table``, a column that can be left out."""


def shown(qtbot: QtBot, real: Real, year: Year, name: str) -> tuple[Shell, Any]:
    page_id, key, part, _ = LISTS[name]
    shell = real(year.office, "home")
    shell.resize(1920, 1000)
    shell.go(page_id, key)
    rest(qtbot, shell)
    return shell, part(shell.page)


def ids(table: Table) -> set[str]:
    return {table.paged.columns[place].id for place in table.shown_places()}


def kept(qtbot: QtBot, shell: Shell, head: ListHead) -> None:
    qtbot.waitUntil(lambda: not head._pause.isActive())
    rest(qtbot, shell)


@pytest.mark.parametrize("name", LISTS)
def test_columns_are_chosen_by_keyboard_and_kept(qtbot: QtBot, real: Real, year: Year, name: str) -> None:
    shell, part = shown(qtbot, real, year, name)
    wanted = LISTS[name][3]
    part.head.button.setFocus()
    QTest.keyClick(part.head.button, Qt.Key.Key_Space)
    menu = part.head._menu
    assert menu.isVisible()
    tick = menu._ticks[wanted]
    was = tick.isChecked()
    menu.setActiveAction(tick)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    kept(qtbot, shell, part.head)
    assert part.table.arrangement.shown is not None
    assert (wanted in part.table.arrangement.shown) is not was
    _, again = shown(qtbot, real, year, name)
    assert again.table.arrangement.shown == part.table.arrangement.shown


def test_the_chase_list_is_sorted_from_its_menu_and_keeps_it(qtbot: QtBot, real: Real, year: Year) -> None:
    made = [add(year.office, f"示例{sign}未交有限公司", code(80 + place)) for place, sign in enumerate("乙甲丙")]
    stages.take_in(year.office, year.campaign_id, [company.id for company in made])
    shell, listing = shown(qtbot, real, year, "chase")
    listing.chips.choose("not_invited")
    rest(qtbot, shell)

    def names() -> list[str]:
        return [listing.model.row(place).name[2] for place in range(listing.model.rowCount())]

    assert names() == ["丙", "甲", "乙"], "by pinyin"
    listing.head._menu.sorted_by.emit("name", True)
    rest(qtbot, shell)
    assert names() == ["乙", "甲", "丙"]
    kept(qtbot, shell, listing.head)
    _, again = shown(qtbot, real, year, "chase")
    assert (again.head.sort, again.head.descending) == ("name", True)


def test_the_calls_of_today_are_sorted(qtbot: QtBot, real: Real, year: Year) -> None:
    year.issue()
    shell = real(year.office, "desk")
    for text in ("示例乙", "示例甲"):
        shell.page.field.setText(text)
        rest(qtbot, shell)
        shell.page.enter()
        rest(qtbot, shell)
    calls = shell.page.results.calls
    calls.order._menu.sorted_by.emit("asked", False)
    rest(qtbot, shell)
    asked = [calls.model.row(place).asked for place in range(calls.model.rowCount())]
    assert asked == sorted(asked)
    calls.order._menu.sorted_by.emit("asked", True)
    rest(qtbot, shell)
    assert [calls.model.row(place).asked for place in range(calls.model.rowCount())] == asked[::-1]


def test_rows_at_hand_are_ordered_by_what_is_shown() -> None:
    columns = (Column[str]("length", "", 1, lambda row: str(len(row))), Column[str]("text", "", 1, str))
    rows = ("bb", "a", "ccc")
    assert ordered(rows, columns, "", False) == rows
    assert ordered(rows, columns, "text", True) == ("ccc", "bb", "a")
    assert ordered(rows, columns, "length", False) == ("a", "bb", "ccc")
