"""Rows from the clipboard: with a header, or known by what stands in them."""

from __future__ import annotations

import pytest

from qc_desktop.exchange import columns
from qc_desktop.exchange.reading.pasted import read_pasted
from tests.samples import code, refused


def fields(text: str) -> dict[int, str]:
    return dict(columns.map_columns(read_pasted(text).headers))


def test_a_header_is_found():
    table = read_pasted("企业名称\t统一社会信用代码\r\n示例甲有限公司\t" + code(1) + "\r\n")
    assert table.headers == ("企业名称", "统一社会信用代码")
    assert [row.cells for row in table.rows] == [("示例甲有限公司", code(1))]


def test_without_one_the_cells_tell():
    rows = [
        f"{code(1)}\t示例甲有限公司\t广东\t13800000000\t理事单位\twww.example.cn\tx",
        f"{code(2)}\t示例乙集团\t江苏省\t13900000000\t非会员\t\ty",
    ]
    text = "\n".join(rows)
    found = {0: "uscc", 1: "name", 2: "province", 3: "contact_phone", 4: "member_tier", 5: "website"}
    assert fields(text) == found
    table = read_pasted(text)
    assert table.headers[6] == "第G列"
    assert [row.number for row in table.rows] == [1, 2]


def test_one_odd_cell_does_not_hide_a_column():
    assert fields("示例甲有限公司\n示例乙厂\n示例丙\n") == {0: "name"}
    assert fields("甲\n乙\n丙\n") == {}


def test_quoted_cells_may_hold_breaks_and_tabs():
    table = read_pasted('示例甲有限公司\t"一行\n二行\t""引号"""\n示例乙有限公司\t三\n')
    assert [row.cells[1] for row in table.rows] == ['一行\n二行\t"引号"', "三"]


def test_rows_of_unequal_length_are_filled_up():
    assert read_pasted("示例甲有限公司\n示例乙有限公司\t1").rows[0].cells == ("示例甲有限公司", "")


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_nothing_is_said(text):
    with refused("exchange.nothing_pasted"):
        read_pasted(text)


def test_more_than_a_list_may_have_is_refused():
    with refused("exchange.too_many_columns"):
        read_pasted("\t".join(["1"] * 300))
    with refused("exchange.cell_too_long"):
        read_pasted("长" * 40_000 + "\t1")
