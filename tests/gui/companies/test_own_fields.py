"""The association's own fields where staff expect them: columns of the list, conditions, things to change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from qc_desktop.domain.custom_fields import FieldKind, OwnCondition, OwnTest
from qc_desktop.services.companies import browsing, saved_lists
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members import field_values, fields
from qc_desktop.services.office import Office

from .conftest import COMPANIES, Open, Window
from .test_list_head import ids, menu_of, tick, written

Key = Qt.Key


@pytest.fixture
def number(office: Office) -> str:
    """员工数: the first company has 90, the second 100, the third 8."""
    field_id = fields.add(office, "员工数", FieldKind.NUMBER)
    for company, value in zip(browsing.ids(office, CompanyFilter()), ("90", "100", "8"), strict=False):
        field_values.save(office, company, {field_id: value})
    return field_id


def column(window: Window, field_id: str) -> int:
    [place] = [at for at, one in enumerate(window.page.listing.model.columns) if one.id == f"own:{field_id}"]
    return place


def shown(window: Window, field_id: str) -> list[str]:
    model = window.page.listing.model
    cells = [model.index(row, column(window, field_id)).data() for row in range(model.rowCount())]
    return [cell for cell in cells if cell]


def changed(window: Window, office: Office, name: str, *, to: str = "", active: bool = True) -> None:
    row = fields.named(office, name)
    window.jobs.change(lambda: fields.change(office, row, name=to or name, choices=row.choices, active=active))
    window.idle()


def test_an_own_field_is_a_column_that_is_chosen_sorted_and_copied(opened: Open, office: Office, number: str) -> None:
    window = opened(size=(1920, 1080))
    listing = window.page.listing
    menu = menu_of(window)
    assert f"own:{number}" not in ids(listing.table)
    tick(menu, f"own:{number}")
    menu.close()
    assert ids(listing.table)[-1] == f"own:{number}"
    listing.head._click(column(window, number))
    window.idle()
    assert shown(window, number) == ["8", "90", "100"]
    listing.head._click(column(window, number))
    window.idle()
    assert shown(window, number) == ["100", "90", "8"]
    listing.table.choose_place(0)
    listing.table.copy()
    [headers, cells] = QGuiApplication.clipboard().text().splitlines()
    assert dict(zip(headers.split("\t"), cells.split("\t"), strict=True))["员工数"] == "100"


def test_width_order_and_sorting_of_the_column_are_remembered(opened: Open, office: Office, number: str) -> None:
    window = opened(size=(1920, 1080))
    table = window.page.listing.table
    tick(menu_of(window), f"own:{number}")
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(column(window, number)), 2)
    header.resizeSection(column(window, number), 180)
    window.page.listing.head._sort(f"own:{number}", True)
    written(window)
    again = opened(size=(1920, 1080))
    assert ids(again.page.listing.table)[2] == f"own:{number}"
    assert abs(again.page.listing.table.columnWidth(column(again, number)) - 180) <= 1
    assert again.page.listing.query.sort == f"own:{number}"
    assert shown(again, number) == ["100", "90", "8"]
    assert again.page.listing.table.horizontalHeader().sortIndicatorSection() == column(again, number)


def test_a_renamed_field_keeps_its_column_and_a_retired_one_takes_it_away(
    opened: Open, office: Office, number: str
) -> None:
    window = opened(size=(1920, 1080))
    listing = window.page.listing
    tick(menu_of(window), f"own:{number}")
    listing.head._sort(f"own:{number}", True)
    window.idle()
    listing.table.choose_place(1)
    held = listing.table.chosen_keys
    changed(window, office, "员工数", to="在职人数")
    assert listing.model.columns[column(window, number)].title == "在职人数"
    assert ids(listing.table)[-1] == f"own:{number}"
    assert listing.table.chosen_keys == held
    changed(window, office, "在职人数", active=False)
    assert f"own:{number}" not in ids(listing.table)
    assert listing.query.sort == "name"
    assert listing.model.rowCount() == COMPANIES
    changed(window, office, "在职人数", active=True)
    assert ids(listing.table)[-1] == f"own:{number}"
    assert shown(window, number) == ["100", "90", "8"]


def test_a_column_is_as_wide_as_what_stands_in_it(opened: Open, office: Office) -> None:
    field_id = fields.add(office, "批注", FieldKind.TEXT)
    company = browsing.ids(office, CompanyFilter())[0]
    field_values.save(office, company, {field_id: "示例内容较长，共有十五个汉字"})
    window = opened(size=(1920, 1080))
    table = window.page.listing.table
    tick(menu_of(window), f"own:{field_id}")
    cell = table.fontMetrics().horizontalAdvance("示例内容较长，共有十五个汉字")
    assert table.columnWidth(column(window, field_id)) > cell


def asking(window: Window, field_id: str) -> None:
    panel = window.page.listing.panel
    if not panel.is_unfolded:
        window.page.listing.more.click()
    panel.pickers["custom"].choose(field_id)
    window.idle()
    assert panel.own.isVisible()


def words(window: Window) -> list[str]:
    made = window.page.listing.panel._told.findChildren(QPushButton)
    return [each.text() for each in made if each.isVisible()]


def test_a_range_narrows_and_each_condition_is_a_word(opened: Open, office: Office, number: str) -> None:
    window = opened()
    panel = window.page.listing.panel
    asking(window, number)
    assert panel.own.first.hasFocus()
    panel.own.first.setText("很多")
    QTest.keyClick(panel.own.first, Key.Key_Return)
    assert "不是数字" in panel.own._told.text()
    panel.own.first.setText("５０")
    panel.own.last.setText("95")
    QTest.keyClick(panel.own.last, Key.Key_Return)
    window.idle()
    assert not panel.own.isVisible()
    assert window.page.listing.model.rowCount() == 1
    assert words(window)[:2] == ["员工数：50 起", "员工数：到 95"]
    changed(window, office, "员工数", active=False)
    assert words(window)[0] == "员工数：50 起"
    assert not panel.pickers["custom"].isVisible()
    [first, *_] = [each for each in panel._told.findChildren(QPushButton) if each.isVisible()]
    first.click()
    window.idle()
    assert window.page.listing.model.rowCount() == 2


def test_choices_yes_and_no_and_empty_are_one_pick(opened: Open, office: Office) -> None:
    everyone = browsing.ids(office, CompanyFilter())
    flag = fields.add(office, "已回访", FieldKind.YES_NO)
    kind = fields.add(office, "类别", FieldKind.CHOICE, ["甲类", "乙类"])
    note = fields.add(office, "说明", FieldKind.TEXT)
    field_values.save(office, everyone[0], {flag: "是", kind: "甲类", note: "示例一"})
    field_values.save(office, everyone[1], {flag: "否", kind: "乙类"})
    window = opened()
    panel = window.page.listing.panel
    asking(window, flag)
    panel.own.choice.choose("yes")
    window.idle()
    assert words(window)[0] == "已回访：是"
    assert window.page.listing.model.rowCount() == 1
    panel.clear()
    asking(window, kind)
    assert [panel.own.choice.itemText(place) for place in range(2)] == ["甲类", "乙类"]
    next(each for each in panel.own.findChildren(QPushButton) if each.text() == "已填").click()
    window.idle()
    assert window.page.listing.model.rowCount() == 2
    asking(window, note)
    panel.own.text.setText("示例")
    panel.own.add.click()
    window.idle()
    assert words(window)[:2] == ["类别：已填", "说明：含“示例”"]
    assert window.page.listing.query.wanted.custom[1] == OwnCondition(note, OwnTest.CONTAINS, "示例")
    window.page.listing.choose_everyone()
    assert window.page.listing.scope().company_ids(office) == [everyone[0]]


def test_a_saved_filter_shows_movement_and_membership_in_words(opened: Open, office: Office) -> None:
    for lang, told in (("zh_CN", ["在会", "首次参加"]), ("en", ["Current", "New"])):
        wanted = CompanyFilter(membership="current", movement="joined")
        row = saved_lists.save_filter(office, f"示例 {lang}", wanted)
        window = opened(lang)
        window.page.listing.show_saved(row)
        window.idle()
        assert words(window)[:2] == told


def test_bulk_edit_offers_own_fields_and_shows_them_in_words(opened: Open, office: Office) -> None:
    flag = fields.add(office, "已回访", FieldKind.YES_NO)
    number = fields.add(office, "员工数", FieldKind.NUMBER)
    window = opened()
    window.page.listing.choose_everyone()
    window.page.ways.changing.start()
    window.idle()
    panel = window.page.rooms.bulk
    line = panel.lines[0]
    line.field.choose(f"own:{flag}")
    line._pickers[f"own:{flag}"].choose("yes")
    panel.add.click()
    panel.lines[1].field.choose(f"own:{number}")
    panel.lines[1].text.setText("很多")
    panel.look.click()
    window.idle()
    assert not panel.go.isVisible()
    assert any("不是数字" in text for text in said_above(window))
    panel.lines[1].text.setText("12")
    panel.look.click()
    window.idle()
    assert panel.model.index(0, 1).data() == "已回访：–；员工数：–"
    assert panel.model.index(0, 2).data() == "已回访：是；员工数：12"
    panel.go.click()
    window.idle()
    everyone = browsing.ids(office, CompanyFilter())
    assert list(field_values.values(office, everyone).values()) == [{flag: "yes", number: "12"}] * COMPANIES
    window.shell._toast._act()
    window.idle()
    assert field_values.values(office, everyone) == {}


def said_above(window: Window) -> list[str]:
    return [each.text() for each in window.shell.findChildren(QLabel) if each.isVisible()]


def test_an_imported_list_maps_them_and_shows_what_changes(opened: Open, office: Office, number: str) -> None:
    window = opened()
    known = window.rows()[0].name
    QGuiApplication.clipboard().setText(f"企业名称\t员工数\n{known}\t95\n示例新来有限公司\t很多\n")
    window.page.ways.paste()
    window.idle()
    panel = window.page.rooms.importing
    assert panel.preview.chips.current == "error"
    assert "员工数" in panel.preview._told.text()
    panel.preview.chips.choose("updated")
    window.idle()
    assert panel.preview.model.index(0, 4).data().startswith("员工数：90 → 95")
    panel.go_back()
    window.idle()
    assert panel.mapping.mapping() == {0: "name", 1: f"own:{number}"}
    picker = panel.mapping._pickers[1]
    assert picker.currentText() == "员工数"
