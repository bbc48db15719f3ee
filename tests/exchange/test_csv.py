from __future__ import annotations

import codecs
import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qc_desktop.errors import UserError
from qc_desktop.exchange.reading.csv_text import read_csv
from qc_desktop.exchange.reading.lists import read_table
from qc_desktop.exchange.writing import csv as csv_writing
from qc_desktop.exchange.writing.content import ListContent

from .conftest import GOOD, HEADERS

LINES = "\r\n".join((",".join(HEADERS), ",".join(GOOD), '"示例，甲\r\n公司",,"福建"'))
bounded = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (LINES.encode(), "utf-8"),
        (codecs.BOM_UTF8 + LINES.encode(), "utf-8-sig"),
        (LINES.encode("gb18030"), "gb18030"),
        (LINES.encode("utf-16"), "utf-16"),
        (LINES.replace(",", "\t").encode("gb18030"), "gb18030"),
        (LINES.replace(",", ";").encode(), "utf-8"),
    ],
)
def test_encodings_and_delimiters_offices_save_in(text_file, content, encoding):
    table = read_table(text_file(content))
    assert table.encoding == encoding
    assert table.headers == tuple(HEADERS)
    assert table.rows[0].cells == tuple(GOOD)
    assert table.rows[1].cells[0] == "示例，甲\r\n公司"


def test_rare_characters_of_gb18030_arrive(text_file):
    table = read_table(text_file("企业名称\r\n示例𠮷野𬱖䶮公司".encode("gb18030")))
    assert table.rows[0].cells == ("示例𠮷野𬱖䶮公司",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\x80\x81,\n" + "企业名称".encode() + b"\x80", "exchange.undecodable"),
        (codecs.BOM_UTF8 + b"\xb3\xd0", "exchange.undecodable"),
        (LINES + '\r\n"没有闭合,a,b\r\nc,d,e', "exchange.csv_quotes"),
        (LINES + "\r\n" + "x," * 300 + "x", "exchange.too_many_columns"),
        (LINES + "\r\n" + "x" * 32_768, "exchange.cell_too_long"),
        (",".join(HEADERS), "exchange.no_rows"),
    ],
)
def test_what_would_be_misread_is_refused(text_file, content, code):
    with pytest.raises(UserError) as caught:
        read_table(text_file(content))
    assert caught.value.code == code


def test_a_text_file_has_no_sheets(text_file):
    with pytest.raises(UserError) as caught:
        read_table(text_file(LINES), "名单")
    assert caught.value.code == "exchange.csv_has_no_sheet"


def test_nul_bytes_reach_the_check_of_their_row(text_file):
    assert read_table(text_file(LINES + "\r\n示\x00例公司,,")).rows[-1].cells[0] == "示\x00例公司"


@bounded
@given(st.binary(max_size=600))
def test_no_bytes_break_the_reader(tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with suppress(UserError):
        assert read_csv(path).encoding


texts = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\r\n\x00\x85\u2028\u2029"), max_size=12
)


@bounded
@given(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=8))
def test_what_is_written_is_read_again(tmp_path, rows):
    content = ListContent("名单", "", ("企业名称", "备注", "地址"), tuple(rows), dt.datetime(2026, 3, 15))
    csv_writing.write(tmp_path / "a.csv", content)
    visible = [row for row in rows if any(cell.strip() for cell in row)]
    read = read_csv(tmp_path / "a.csv").rows[1:]
    assert [(*row.cells, "", "", "")[:3] for row in read] == visible
