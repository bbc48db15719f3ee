from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from qc_desktop.errors import UserError
from qc_desktop.exchange.registry import LIST_WRITERS, list_writer
from qc_desktop.exchange.writing.content import ListContent, column_widths, display_width

FORMULAS = ("=1+1", "+86", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "\t=1", '=HYPERLINK("http://example.invalid")')
LIST = ListContent(
    title="2026年“3·15”质量诚信承诺企业名单（示例）",
    subtitle="排名不分先后",
    columns=("序号", "企业名称", "证书编号"),
    rows=tuple((i, text, "00128") for i, text in enumerate(FORMULAS, start=1)),
    created=dt.datetime(2026, 3, 15, 8, 0, tzinfo=dt.UTC),
)


@pytest.mark.parametrize("writer", LIST_WRITERS, ids=lambda writer: writer.id)
def test_the_same_list_gives_the_same_bytes_and_no_part_file(writer, tmp_path, monkeypatch):
    import time

    path = tmp_path / f"名单 %1{writer.suffix}"
    writer.write(path, LIST)
    first = path.read_bytes()
    later = time.localtime(2_000_000_000)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    writer.write(path, LIST)
    assert path.read_bytes() == first
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("writer", LIST_WRITERS, ids=lambda writer: writer.id)
def test_a_list_of_one_column_and_of_no_rows_can_be_written(writer, tmp_path):
    writer.write(tmp_path / "a", ListContent("名单", "", ("企业名称",), (), LIST.created))
    assert (tmp_path / "a").stat().st_size > 0


@pytest.mark.parametrize("writer", LIST_WRITERS, ids=lambda writer: writer.id)
def test_a_missing_folder_is_said(writer, tmp_path):
    with pytest.raises(UserError) as caught:
        writer.write(tmp_path / "没有" / "a", LIST)
    assert caught.value.code == "file.folder_missing"


def test_an_unknown_format_is_refused():
    with pytest.raises(UserError) as caught:
        list_writer("pptx")
    assert caught.value.params["formats"] == "xlsx、csv、docx"


def test_xlsx_keeps_text_as_text_and_its_header_in_sight(tmp_path):
    list_writer("xlsx").write(tmp_path / "a.xlsx", LIST)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    cells = [sheet.cell(row, 2) for row in range(4, 4 + len(FORMULAS))]
    assert [cell.value for cell in cells] == list(FORMULAS)
    assert {cell.data_type for cell in cells} == {"s"}
    assert sheet["C4"].value == "00128"
    assert sheet["A4"].data_type == "n"
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    assert {str(cells) for cells in sheet.merged_cells.ranges} == {"A1:C1", "A2:C2"}
    assert sheet["A2"].value == "排名不分先后"
    assert not any(part.startswith("xl/worksheets/_rels") for part in zipfile.ZipFile(tmp_path / "a.xlsx").namelist())


def test_xlsx_refuses_a_cell_that_would_silently_be_dropped(tmp_path):
    with pytest.raises(UserError) as caught:
        list_writer("xlsx").write(tmp_path / "a.xlsx", ListContent("", "", ("名",), (("x" * 32_768,),), LIST.created))
    assert caught.value.code == "exchange.cell_too_long_to_write"
    assert not list(tmp_path.iterdir())


def test_csv_disarms_formulas_and_says_its_encoding(tmp_path):
    list_writer("csv").write(tmp_path / "a.csv", LIST)
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(codecs.BOM_UTF8)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0] == list(LIST.columns)
    assert [row[1] for row in rows[1:]] == ["'" + text for text in FORMULAS]
    assert rows[1][2] == "00128"


def test_docx_follows_the_page_of_official_documents(tmp_path):
    list_writer("docx").write(tmp_path / "a.docx", LIST)
    document = docx.Document(str(tmp_path / "a.docx"))
    section = document.sections[0]
    measured = [getattr(section, f"{side}_margin") for side in ("top", "bottom", "left", "right")]
    assert all(abs(a - Mm(b)) < Mm(0.1) for a, b in zip(measured, (37, 35, 28, 26), strict=True))
    assert [p.text for p in document.paragraphs if p.text] == [LIST.title, LIST.subtitle]
    assert document.paragraphs[0].runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "宋体"
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows][1] == ["1", "=1+1", "00128"]
    assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
    assert {fonts.get(qn("w:eastAsia")) for fonts in table._tbl.iter(qn("w:rFonts"))} == {"仿宋"}
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert 8700 < sum(widths) <= 8845
    for footer in (section.footer, section.even_page_footer):
        assert footer._element.find(".//" + qn("w:fldSimple")).get(qn("w:instr")).strip() == "PAGE"


def test_rows_are_as_high_as_what_wraps_in_them(tmp_path):
    rows = (("一行",), ("示例产品、" * 20,), ("一\n二\n三",))
    list_writer("xlsx").write(tmp_path / "a.xlsx", ListContent("", "", ("产品",), rows, LIST.created))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [sheet.row_dimensions[row].height for row in (4, 5, 6)] == [None, 60, 45]


def test_widths_count_chinese_as_two():
    assert display_width("质量QC") == 6
    assert display_width("一\n二三") == 4
    assert column_widths(("序号", "名"), [(1, "示例公司"), (1000000, "")], 7) == [7, 7]
