"""The head of the list: columns chosen, moved, frozen, sorted, and all of it remembered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from qc_desktop.gui.widgets.arrangement import Arrangement, read
from qc_desktop.gui.widgets.column_menu import ColumnMenu
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services import preferences

from .conftest import Open, Window

Key = Qt.Key


def ids(table: Table) -> list[str]:
    return [table.paged.columns[place].id for place in table.shown_places()]


def menu_of(window: Window) -> ColumnMenu:
    window.page.listing.head.button.click()
    menu = window.page.listing.head._menu
    assert menu.isVisible()
    return menu


def tick(menu: ColumnMenu, *names: str) -> None:
    for name in names:
        menu.setActiveAction(menu._ticks[name])
        QTest.keyClick(menu, Key.Key_Space)
        assert menu.isVisible()


def written(window: Window) -> None:
    window.qtbot.waitUntil(lambda: not window.page.listing.head._pause.isActive())
    window.idle()


def test_nothing_scrolls_until_columns_are_chosen(opened: Open) -> None:
    window = opened(size=(1093, 543))
    table = window.page.listing.table
    assert table.horizontalScrollBar().maximum() == 0
    assert "uscc" not in ids(table)
    tick(menu_of(window), "address", "hotline", "remark")
    assert {"address", "hotline", "remark"} <= set(ids(table))
    assert table.horizontalScrollBar().maximum() > 0


def test_number_and_name_stay_in_sight_while_the_rest_scrolls(opened: Open) -> None:
    window = opened()
    table = window.page.listing.table
    menu = menu_of(window)
    tick(menu, "address", "hotline", "remark")
    menu.close()
    frozen = table._frozen
    assert frozen is not None
    assert frozen.isVisible()
    shown = [place for place in range(len(table.paged.columns)) if not frozen.isColumnHidden(place)]
    assert {table.paged.columns[place].id for place in shown} == {"member_no", "name"}
    assert frozen.width() == sum(table.columnWidth(place) for place in shown)
    table.setFocus()
    QTest.keyClick(table, Key.Key_Right)
    assert table.horizontalScrollBar().value() > 0
    assert frozen.columnViewportPosition(shown[0]) == 0
    cell = frozen.visualRect(table.paged.index(2, shown[0])).center()
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert table.chosen_ranges == ((2, 3),)
    assert table.hasFocus()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert frozen.verticalScrollBar().value() == table.verticalScrollBar().value()


def test_the_choice_is_remembered_and_can_be_given_up(opened: Open) -> None:
    window = opened()
    default = ids(window.page.listing.table)
    menu = menu_of(window)
    tick(menu, "city")
    menu.setActiveAction(menu._ticks["city"])
    QTest.keyClick(menu, Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    moved = ids(window.page.listing.table)
    assert moved != default
    written(window)
    again = opened()
    assert ids(again.page.listing.table) == moved
    again.page.listing.head._menu._restore()
    assert ids(again.page.listing.table) == default


def test_a_moved_column_and_a_width_are_remembered(opened: Open) -> None:
    window = opened(size=(1920, 1080))
    table = window.page.listing.table
    header = table.horizontalHeader()
    province = next(place for place in table.shown_places() if table.paged.columns[place].id == "province")
    header.moveSection(header.visualIndex(province), 0)
    assert ids(table)[:3] == ["member_no", "name", "province"]  # frozen ones stay first
    header.resizeSection(province, 200)
    written(window)
    again = opened(size=(1920, 1080)).page.listing.table
    assert ids(again)[:3] == ["member_no", "name", "province"]
    assert abs(again.columnWidth(province) - 200) <= 1


def test_sorting_by_keyboard_and_after_a_restart(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    menu = menu_of(window)
    sorting = [action for action in menu._sorting.actions() if action.isCheckable()]
    titles = {column.id: column.title for column in listing.model.columns}
    next(action for action in sorting if action.text() == titles["province"]).trigger()
    window.idle()
    assert listing.query.sort == "province"
    menu.show_arrangement(listing.table.arrangement, listing.table.shown_places())
    [action for action in menu._sorting.actions() if action.isCheckable()][-1].trigger()
    menu.close()
    window.idle()
    assert (listing.query.sort, listing.query.descending) == ("province", True)
    written(window)
    again = opened().page.listing
    assert (again.query.sort, again.query.descending) == ("province", True)
    assert again.table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_nonsense_in_the_file_of_this_pc_is_no_refusal(opened: Open) -> None:
    for nonsense in (7, {"order": 3, "shown": [1, None], "widths": {"name": "wide"}, "sort": "address"}):
        window = opened()
        preferences.remember_on_pc(window.office.profile, {"list.companies": nonsense})
        listing = opened().page.listing
        assert listing.query.sort == "name"
        assert "name" in ids(listing.table)
    assert read({"widths": {"a": 1e9}}).widths["a"] < 100


def test_new_columns_stand_where_they_were_put() -> None:
    from qc_desktop.gui.models.columns import Column

    columns = [Column(name, name, 3, str, frozen=name == "b") for name in "abcd"]
    assert Arrangement().ordered(columns) == [1, 0, 2, 3]
    assert Arrangement(order=("d", "a")).ordered(columns) == [1, 3, 0, 2]


def test_copying_follows_the_columns_as_shown(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    menu = menu_of(window)
    tick(menu, "city")
    menu.close()
    listing.table.choose_place(0)
    window.idle()
    QTest.keyClick(listing.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles = {column.id: column.title for column in listing.model.columns}
    header, row = QGuiApplication.clipboard().text().split("\n")
    assert header.split("\t") == [titles[name] for name in ids(listing.table)]
    assert listing.model.row(0).city in row.split("\t")


def test_everyone_is_copied_also_beyond_the_rows_fetched(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.choose_everyone()
    listing.model._pages.clear()
    with window.qtbot.waitSignal(listing.table.copied) as told:
        listing.table.copy()
    assert told.args == [listing.model.rowCount()]
    names = [line.split("\t")[1] for line in QGuiApplication.clipboard().text().split("\n")[1:]]
    assert names == [row.name for row in window.rows()]


def test_the_menu_key_opens_the_menu_of_the_row(opened: Open) -> None:
    window = opened()
    table = window.page.listing.table
    table.choose_place(0)
    window.idle()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(table, event)
    menu = next(menu for menu in table.findChildren(QMenu) if menu.isVisible() and not isinstance(menu, ColumnMenu))
    assert menu.actions()[0].text() == "连同表头复制"
    menu.close()


def test_the_menu_of_columns_is_lower_than_the_window_and_scrolls(opened: Open) -> None:
    window = opened()
    window.shell.resize(911, 440)
    menu = window.page.listing.head._menu
    window.page.listing.head.button.click()
    whole = QMenu.sizeHint(menu).height()
    lines = [each for each in menu.actions() if not each.isSeparator()]
    assert menu.height() < 0.7 * window.shell.height() < whole
    foot = window.shell.mapToGlobal(QPoint(0, window.shell.height())).y()
    assert menu.mapToGlobal(QPoint(0, menu.height())).y() <= foot
    assert menu.actionGeometry(lines[-1]).bottom() > menu.height()
    for _ in lines:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction() is lines[-1]:
            break
    assert menu.actionGeometry(lines[-1]).bottom() < menu.height()
    menu.close()
