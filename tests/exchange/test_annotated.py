from __future__ import annotations

import datetime as dt

import openpyxl

from qc_desktop.domain.company_rows import to_company
from qc_desktop.domain.findings import errors
from qc_desktop.exchange.columns import map_columns
from qc_desktop.exchange.reading.lists import read_table, records
from qc_desktop.exchange.writing.annotated import RowProblem, write_annotated
from qc_desktop.reference import admin_divisions, industries

from .conftest import HEADERS

CREATED = dt.datetime(2026, 3, 15)
ROWS = [
    ["示例好公司", "91350100M000100Y43", "福建"],
    ["示例坏公司", 9.15103002039956e17, "福建"],
    ["", "91350100M000100Y4Z", "福建"],
]


def problems(table):
    return [
        RowProblem(number, finding.field, f"{finding.code}。")
        for number, row in records(table, map_columns(table.headers))
        for finding in errors(to_company(row, admin_divisions(), industries())[1])
    ]


def test_only_bad_rows_with_their_reasons_where_they_stand(workbook, tmp_path):
    table = read_table(workbook([["名单"], HEADERS, *ROWS]))
    found = problems(table)
    write_annotated(tmp_path / "bad.xlsx", table, map_columns(table.headers), found, CREATED)
    sheet = openpyxl.load_workbook(tmp_path / "bad.xlsx").active
    values = [[cell.value for cell in row] for row in sheet]
    assert values[0] == [*HEADERS, "问题", "原行号"]
    assert values[1] == ["示例坏公司", "9.15103002039956E+17", "福建", "row.digits_lost。", "4"]
    assert values[2] == [None, "91350100M000100Y4Z", "福建", "row.name_missing。\nuscc.character。", "5"]
    assert sheet["B2"].comment.text == "row.digits_lost。"
    assert sheet["B2"].fill.fgColor.rgb == "FFFBE9E7" != sheet["A2"].fill.fgColor.rgb
    assert sheet["A3"].fill.fgColor.rgb == "FFFBE9E7"
    assert sheet["B2"].number_format == "@"


def test_it_can_be_read_again_and_annotated_again(workbook, tmp_path):
    table = read_table(workbook([HEADERS, *ROWS]))
    write_annotated(tmp_path / "1.xlsx", table, map_columns(table.headers), problems(table), CREATED)
    again = read_table(tmp_path / "1.xlsx")
    assert map_columns(again.headers) == {0: "name", 1: "uscc", 2: "province"}
    assert [(p.field, p.sentence) for p in problems(again)] == [(p.field, p.sentence) for p in problems(table)]
    write_annotated(tmp_path / "2.xlsx", again, map_columns(again.headers), problems(again), CREATED)
    assert read_table(tmp_path / "2.xlsx").headers == again.headers
