"""At 911×440 (1366×768 at 150 %): what is to be done is in sight, one bar scrolls, and nothing jumps."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.widgets.frozen import FrozenColumns
from qc_desktop.gui.widgets.scroll_area import Area, scroll_area
from qc_desktop.services.certificates import register
from tests.gui.checks import shown, told
from tests.gui.conftest import Keep
from tests.gui.help.test_help_page import check_help
from tests.gui.real import Real, real, settle
from tests.gui.test_long_texts import _returned
from tests.gui.views import VIEWS, Ground, View, opened
from tests.samples import Year

__all__ = ["real"]

LOW = (911, 440)


def _renamed(ground: Ground) -> None:
    path = ground.folder / "示例更名.csv"
    rows = [f"示例更名{place}有限公司,{row.uscc}" for place, row in enumerate(ground.year.companies()) if row.uscc]
    path.write_text("\n".join(["企业名称,统一社会信用代码", *rows]), encoding="utf-8")
    ground.page.rooms.importing.look_at(path)
    ground.rest()
    ground.page.rooms.importing.preview.table.choose_place(0)


ROOMS = ("standing", "rolling", "chase", "returns", "details", "clauses")
MORE = {
    "returned": View("campaign", "returns", "", _returned),
    "renamed": View("companies", "import", "", _renamed),
    "company": View("companies", "", "", lambda ground: ground.page.open_item(ground.year.companies()[0].id)),
}
CROWDED = {"naming", "reconcile"}
"""Where conditions and their name, or five counts and their chips, stand above the rows there is no room for three."""
WORKED_IN = [*VIEWS, *MORE]


def low(ground: Ground) -> None:
    ground.shell.resize(*LOW)
    settle(ground.qtbot)
    ground.rest()


def out_of_sight(root: QWidget) -> list[str]:
    """Main buttons of which a part is not seen."""
    return [
        f"{told(each)} shows {each.visibleRegion().boundingRect().height()} of {each.height()}"
        for each in shown(root, QPushButton)
        if each.property("kind") == "primary" and each.visibleRegion().boundingRect().height() < each.height()
    ]


def twice(root: QWidget) -> list[str]:
    """Lists that scroll in a page that scrolls by less than a row as well: it could have been one bar."""
    return [
        f"{told(inner)} in a page that scrolls by {area.verticalScrollBar().maximum()}"
        for area in shown(root, Area)
        for inner in area.findChildren(QTableView)
        if 0 < area.verticalScrollBar().maximum() < inner.verticalHeader().defaultSectionSize()
        and not isinstance(inner, FrozenColumns)
        and inner.isVisibleTo(root)
        and inner.verticalScrollBar().maximum()
    ]


def open_low(qtbot: QtBot, real: Real, year: Year, folder: Path, name: str) -> Ground:
    """In a window that is low from the beginning."""
    view = MORE.get(name) or VIEWS[name]
    ground = Ground(qtbot, real(year.office, "home"), year, folder)
    low(ground)
    ground.shell.go(view.page_id, view.key)
    ground.rest()
    view.act(ground)
    ground.rest()
    settle(qtbot)
    return ground


@pytest.mark.parametrize("name", WORKED_IN)
def test_a_view_opens_at_its_top_with_its_main_button_in_sight_one_bar_and_its_article(
    qtbot: QtBot, real: Real, issued_year: Year, tmp_path: Path, name: str
) -> None:
    """The form of roster columns is brought into view on purpose."""
    ground = open_low(qtbot, real, issued_year, tmp_path, name)
    assert is_at_top(ground) or name == "columns"
    assert out_of_sight(ground.shell) == []
    assert twice(ground.shell) == [] or name in CROWDED
    if name in VIEWS and VIEWS[name].page_id != "help":
        check_help(ground, VIEWS[name].article)


def is_at_top(ground: Ground) -> bool:
    """Or scrolled to what has the focus, which would be hidden otherwise."""
    area = ground.page._area
    focused = ground.shell.focusWidget()
    would_hide = focused is not None and _lowest(area, focused) > area.viewport().height()
    return area.verticalScrollBar().value() == 0 or would_hide


def _lowest(area: QAbstractScrollArea, part: QWidget) -> int:
    """Where ``part`` would end if the page stood at its top."""
    inner = area.widget()  # type: ignore[attr-defined]
    return part.mapTo(inner, QPoint(0, part.height())).y() if inner.isAncestorOf(part) else 0


def test_the_tabs_of_the_year_stay_where_they_are(qtbot: QtBot, real: Real, issued_year: Year, tmp_path: Path) -> None:
    ground = opened(qtbot, real, issued_year, tmp_path, "standing")
    low(ground)
    places = set()
    for room in ROOMS:
        ground.page.tabs.choose(room)
        ground.rest()
        settle(qtbot)
        tabs = ground.page.tabs
        places.add((tabs.mapTo(ground.shell, QPoint(0, 0)).toTuple(), tabs.size().toTuple()))
    assert len(places) == 1, places


def test_a_call_can_be_entered_without_scrolling(qtbot: QtBot, real: Real, issued_year: Year) -> None:
    numbers = register.numbers(issued_year.office, register.CertificateFilter())
    shell = real(issued_year.office, "desk")
    ground = Ground(qtbot, shell, issued_year, Path())
    low(ground)
    shell.go("desk", numbers[0])
    qtbot.waitUntil(shell.page.results.card.isVisible)
    ground.rest()
    settle(qtbot)
    entry = shell.page.results.entry
    for part in (entry.remark, entry.enter_button):
        assert part.visibleRegion().boundingRect().height() == part.height()


def test_terms_can_be_added_without_scrolling(qtbot: QtBot, real: Real, issued_year: Year, tmp_path: Path) -> None:
    ground = open_low(qtbot, real, issued_year, tmp_path, "membership")
    part = ground.page.aspects.findChildren(QPushButton)
    add = next(each for each in part if each.text() == "增加会籍期")
    assert add.visibleRegion().boundingRect().height() == add.height()


def test_the_right_edge_stays_whether_a_page_scrolls_or_not(
    qtbot: QtBot, real: Real, issued_year: Year, tmp_path: Path
) -> None:
    ground = opened(qtbot, real, issued_year, tmp_path, "standing")
    edges = {}
    for height in (440, 2400):
        ground.shell.resize(1366, height)
        settle(qtbot)
        edges[ground.page._area.verticalScrollBar().maximum() > 0] = ground.page.rooms.width()
    assert edges.keys() == {True, False}
    assert edges[True] == edges[False]


def test_the_checks_can_fail(qtbot: QtBot, keep: Keep, jobs: Jobs) -> None:
    page = keep(QWidget())
    inner = QWidget()
    inner.setMinimumHeight(160)
    table = QTableView(inner)
    table.setGeometry(0, 0, 100, 60)
    table.setModel(QStandardItemModel(20, 1, table))
    main = QPushButton("保存", inner)
    main.setProperty("kind", "primary")
    main.setGeometry(0, 130, 80, 30)
    area = scroll_area(inner)
    area.setParent(page)
    area.setGeometry(0, 0, 200, 145)
    page.show()
    settle(qtbot)
    assert len(out_of_sight(page)) == 1
    assert len(twice(page)) == 1
