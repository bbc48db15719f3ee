from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
import xlwt

from qc_desktop.errors import UserError
from qc_desktop.exchange.columns import map_columns
from qc_desktop.exchange.reading.lists import read_table, records

from .conftest import GOOD, HEADERS


def test_cells_keep_their_kind_and_rows_their_numbers(workbook):
    path = workbook(
        [
            ["2026年企业名单"],
            ["填表日期：", "二〇二六年三月"],
            [],
            ["序 号", "单位名称", "信用代码（18位）", "签署日期", "是否"],
            [1, "示例一公司", 9.15103002039956e17, dt.datetime(2026, 3, 15), True],
            [],
            [2, "=1+1", "１２", dt.datetime(2026, 3, 15, 9, 30), False],
            ["合计", "共若干家"],
        ]
    )
    table = read_table(path)
    assert table.header_row == 4
    assert table.headers == ("序号", "单位名称", "信用代码（18位）", "签署日期", "是否")
    assert [row.number for row in table.rows] == [5, 7]
    assert table.rows[0].cells == (1.0, "示例一公司", 9.15103002039956e17, dt.date(2026, 3, 15), "TRUE")
    assert table.rows[1].cells[3] == dt.datetime(2026, 3, 15, 9, 30)
    assert table.skipped == (8,)


def test_formula_like_text_is_text(tmp_path):
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADERS)
        sheet.write_string(1, 0, '=HYPERLINK("http://example.invalid","点我")')
        sheet.write_formula(2, 0, "=1+1", value="示例缓存值公司")
    assert [row.cells[0] for row in read_table(path).rows] == [
        '=HYPERLINK("http://example.invalid","点我")',
        "示例缓存值公司",
    ]


def test_a_list_that_does_not_begin_in_the_corner(tmp_path):
    book = openpyxl.Workbook()
    for column, (header, value) in enumerate(zip(HEADERS, GOOD, strict=True), start=3):
        book.active.cell(5, column, header)
        book.active.cell(6, column, value)
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx")
    assert (table.header_row, table.rows[0].number) == (5, 6)
    assert next(records(table, map_columns(table.headers))) == (
        6,
        {"name": GOOD[0], "uscc": GOOD[1], "province": GOOD[2]},
    )


@pytest.mark.parametrize("name", ["a.xls", "a.et", "其实是表格.csv"])
def test_the_old_binary_format_is_read_whatever_its_name(tmp_path, name):
    """WPS writes its .et in the same format as .xls."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("名单")
    sheet.write_merge(0, 0, 0, 3, "2026年企业名单")
    for row, cells in enumerate(([*HEADERS, "签署日期"], GOOD, ["示例二公司", 913500001234567890.0, "福建"]), start=2):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    sheet.write(3, 3, dt.date(2026, 3, 15), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    sheet.write(5, 0, "合计")
    book.save(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(bytes.fromhex("d0cf11e0a1b11ae1"))
    table = read_table(tmp_path / name)
    assert (table.sheet, table.header_row, table.skipped) == ("名单", 3, (6,))
    assert table.rows[0] == (4, (*GOOD, dt.date(2026, 3, 15)))
    assert table.rows[1].number == 5
    assert isinstance(table.rows[1].cells[1], float)


def test_the_sheet_with_the_best_header_is_read_and_the_others_are_named(workbook):
    path = workbook([["使用说明"], ["企业名称填全称"]], also={"名单": [HEADERS, GOOD], "字典": [["省份"], ["江苏"]]})
    table = read_table(path)
    assert table.sheet == "名单"
    assert table.other_sheets == ("首页", "字典")
    with pytest.raises(UserError) as caught:
        read_table(path, "没有这张表")
    assert caught.value.code == "exchange.no_such_sheet"
    with pytest.raises(UserError) as caught:
        read_table(path, "首页")
    assert caught.value.code == "exchange.no_header"


def test_hidden_sheets_are_left_alone(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["企业名称"])
    book.active.append(["示例公开公司"])
    hidden = book.create_sheet("隐藏")
    hidden.append(HEADERS)
    hidden.append(GOOD)
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx")
    assert (table.sheets, table.rows[0].cells[0]) == (("Sheet",), "示例公开公司")


def test_a_header_of_two_rows_from_merged_cells(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["名单"])
    sheet.append(["企业名称", "统一社会信用代码", "联系方式", None])
    sheet.append([None, None, "联系人", "手机"])
    sheet.append([*GOOD[:2], "示例某", "13800000000"])
    for cells in ("A1:D1", "A2:A3", "B2:B3", "C2:D2"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx")
    assert table.headers == ("企业名称", "统一社会信用代码", "联系人", "手机")
    assert table.header_row == 3
    assert len(table.rows) == 1


def test_a_header_repeated_on_every_printed_page_is_no_company(workbook):
    table = read_table(workbook([HEADERS, GOOD, HEADERS, GOOD]))
    assert [row.number for row in table.rows] == [2, 4]
    assert table.skipped == (3,)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([HEADERS], "exchange.no_rows"),
        ([HEADERS, ["合计", None, None]], "exchange.no_rows"),
        ([["甲", "乙"], ["丙", "丁"]], "exchange.no_header"),
        ([], "exchange.no_header"),
        ([HEADERS, ["x"] * 300], "exchange.too_many_columns"),
    ],
)
def test_sheets_without_a_list_are_refused(workbook, rows, code):
    with pytest.raises(UserError) as caught:
        read_table(workbook(rows))
    assert caught.value.code == code


def test_styled_blank_columns_far_out_do_not_count(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(HEADERS)
    book.active.append(GOOD)
    book.active.cell(2, 400, "   ")
    book.save(tmp_path / "a.xlsx")
    assert read_table(tmp_path / "a.xlsx").rows[0].cells == tuple(GOOD)


def test_too_many_rows_are_refused(workbook, monkeypatch):
    from qc_desktop.exchange import limits
    from qc_desktop.exchange.reading import worker

    content = workbook([HEADERS, GOOD, GOOD, GOOD]).read_bytes()
    monkeypatch.setattr(limits, "ROWS", 4)
    assert len(worker.parse(content, None)["rows"]) == 4
    monkeypatch.setattr(limits, "ROWS", 3)
    with pytest.raises(worker.Refused) as caught:
        worker.parse(content, None)
    assert caught.value.code == "exchange.too_many_rows"
