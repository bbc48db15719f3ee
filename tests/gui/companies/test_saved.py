"""Filters beyond the chips, what is saved of them, and fixed lists."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from qc_desktop.gui.pages.companies import filters
from qc_desktop.services.companies import saved_lists
from qc_desktop.services.companies.filtering import CompanyFilter

from .conftest import COMPANIES, Open, Window

Key = Qt.Key


def pick(window: Window, field: str, value: str) -> None:
    window.page.listing.panel.pickers[field].choose(value)
    window.idle()


def words(window: Window) -> list[QPushButton]:
    return [each for each in window.page.listing.panel._told.findChildren(QPushButton) if each.isVisible()]


def choose(menu: QMenu, text: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()


def named(window: Window, name: str) -> None:
    bar = window.page.listing.naming
    assert bar.isVisible()
    assert bar.name.hasFocus()
    bar.name.setText(name)
    QTest.keyClick(bar.name, Key.Key_Return)
    window.idle()


def saved(window: Window) -> list[str]:
    return [row.name for row in saved_lists.everything(window.office)]


def test_conditions_add_up_and_each_is_taken_away_by_its_word(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.more.click()
    assert listing.panel.pickers["province_codes"].hasFocus()
    province = window.rows()[0].province
    code = next(each.value for each in _provinces(window) if each.words == province)
    pick(window, "province_codes", code)
    here = {row.id for row in window.rows() if row.province == province}
    assert {row.id for row in _all(window)} == here
    pick(window, "certified", "no")
    assert {row.id for row in _all(window)} == here & {row.id for row in window.rows(taking_part=True)}
    assert listing.panel.pickers["certified"].currentText() == ""  # it asks for the next
    listing.more.click()
    assert not listing.panel.pickers["certified"].isVisible()
    assert len(words(window)) == 3
    QTest.mouseClick(words(window)[1], Qt.MouseButton.LeftButton)
    window.idle()
    assert {row.id for row in _all(window)} == here
    QTest.mouseClick(words(window)[-1], Qt.MouseButton.LeftButton)
    window.idle()
    assert listing.model.rowCount() == COMPANIES


def _provinces(window: Window) -> list:
    from qc_desktop.gui.pages.companies.choices import choices

    return list(choices().provinces)


def _all(window: Window) -> list:
    listing = window.page.listing
    return [listing.model.row(place) for place in range(listing.model.rowCount())]


def test_a_filter_is_saved_found_again_renamed_and_deleted_with_undo(opened: Open) -> None:
    window = opened()
    listing, menu = window.page.listing, window.page.saved.menu
    pick(window, "stages", "material_review")
    count = listing.model.rowCount()
    choose(menu, "保存为筛选")
    named(window, "今年待审")
    assert saved(window) == ["今年待审"]
    listing.show_everything()
    window.idle()
    assert listing.model.rowCount() == COMPANIES
    again = opened()
    choose(again.page.saved.menu, "今年待审")
    again.idle()
    assert again.page.listing.model.rowCount() == count
    assert again.page.listing.saved.text() == "今年待审"
    choose(again.page.saved.menu, "改名")
    named(again, "待审企业")
    assert saved(again) == ["待审企业"]
    assert again.page.listing.saved.text() == "待审企业"
    choose(again.page.saved.menu, "删除")
    again.idle()
    assert saved(again) == []
    assert again.page.listing.model.rowCount() == COMPANIES
    again.shell._toast._act()
    again.idle()
    assert saved(again) == ["待审企业"]


def test_a_taken_name_is_said_and_nothing_is_lost(opened: Open) -> None:
    window = opened()
    saved_lists.save_filter(window.office, "重点", CompanyFilter(missing=("uscc",)))
    pick(window, "stages", "material_review")
    choose(window.page.saved.menu, "保存为筛选")
    named(window, "重点")
    assert saved(window) == ["重点"]
    assert saved_lists.named(window.office, "重点").wanted == CompanyFilter(missing=("uscc",))
    assert words(window)  # the conditions still stand


def test_selected_companies_make_a_list_that_others_join_and_leave(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.chips.choose(filters.REVIEW)
    window.idle()
    listing.choose_everyone()
    choose(window.page.saved.listed, "新建名单")
    named(window, "重点企业")
    made = saved_lists.named(window.office, "重点企业")
    assert made.size == listing.model.rowCount()
    listing.chips.choose(filters.OUTSIDE)
    window.idle()
    listing.table.choose_place(0)
    window.idle()
    choose(window.page.saved.listed, "重点企业")
    window.idle()
    assert listing.table.hasFocus()
    assert saved_lists.named(window.office, "重点企业").size == made.size + 1
    choose(window.page.saved.menu, "重点企业")
    window.idle()
    assert listing.model.rowCount() == made.size + 1
    listing.choose_everyone()
    menu = QMenu(listing)
    listing.table.menu_wanted.emit(menu)
    next(action for action in menu.actions() if action.text().startswith("移出")).trigger()
    window.idle()
    assert saved_lists.named(window.office, "重点企业").size == 0
    assert listing.model.rowCount() == 0
    assert listing.clear_all.isVisible()
    window.shell._toast._act()
    window.idle()
    assert saved_lists.named(window.office, "重点企业").size == made.size + 1


def test_a_list_narrows_further(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    ids = [row.id for row in window.rows()[:20]]
    from qc_desktop.domain.progress import finish

    made = finish(saved_lists.make_list(window.office, "重点", ids))
    window.page.saved.refresh()
    window.idle()
    listing.show_saved(made)
    listing.chips.choose(filters.OUTSIDE)
    window.idle()
    assert {row.id for row in _all(window)} == set(ids) & {row.id for row in window.rows(taking_part=False)}


def test_escape_puts_the_question_away(opened: Open) -> None:
    window = opened()
    pick(window, "stages", "material_review")
    choose(window.page.saved.menu, "保存为筛选")
    QTest.keyClick(window.page.listing.naming.name, Key.Key_Escape)
    window.idle()
    assert not window.page.listing.naming.isVisible()
    assert window.page.listing.table.hasFocus()
    assert saved(window) == []
