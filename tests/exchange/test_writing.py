from __future__ import annotations

import codecs
import csv
import dataclasses
import datetime as dt
import io
import zipfile

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT
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
    assert caught.value.params["formats"] == ["xlsx", "csv", "docx"]


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
    assert {each.get(qn("w:eastAsia")) for each in document.styles.element.iter(qn("w:lang"))} == {"zh-CN"}
    section = document.sections[0]
    measured = [getattr(section, f"{side}_margin") for side in ("top", "bottom", "left", "right")]
    assert all(abs(a - Mm(b)) < Mm(0.1) for a, b in zip(measured, (37, 35, 28, 26), strict=True))
    assert [p.text.replace("\n", "") for p in document.paragraphs if p.text] == [LIST.title, LIST.subtitle]
    assert document.paragraphs[0].runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "宋体"
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows][1] == ["1", "=1+1", "00128"]
    assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
    assert {fonts.get(qn("w:eastAsia")) for fonts in table._tbl.iter(qn("w:rFonts"))} == {"仿宋"}
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert 8700 < sum(widths) <= 8845
    for footer in (section.footer, section.even_page_footer):
        fields = [field.get(qn("w:instr")).strip() for field in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]


ROSTER = ListContent(
    title=LIST.title,
    subtitle="公告2026年第12号　共40家，排名不分先后",
    columns=("序号", "企业名称", "省份", "行业", "承诺产品", "证书编号"),
    rows=tuple(
        (
            n,
            f"示例{'青禾' * (1 + n % 5)}电器股份有限公司",
            "北京市",
            "计算机、通信和其他电子设备制造业",
            "移动电源、示例电水壶",
            f"QC-2026-315-{n:06}",
        )
        for n in range(1, 41)
    ),
    created=LIST.created,
)


def test_a_broad_list_turns_the_page_of_a_docx_and_keeps_its_numbers_whole(tmp_path):
    list_writer("docx").write(tmp_path / "a.docx", ROSTER)
    document = docx.Document(str(tmp_path / "a.docx"))
    section = document.sections[0]
    assert abs(section.page_width - Mm(297)) < Mm(0.1)
    assert abs(section.page_height - Mm(210)) < Mm(0.1)
    assert section.orientation == WD_ORIENT.LANDSCAPE
    widths = [int(column.get(qn("w:w"))) for column in document.tables[0]._tbl.tblGrid]
    assert 225 * 0.99 < sum(widths) / 56.7 <= 225.1
    assert widths[5] > 9.3 * 9 * 20  # eighteen figures and letters at 9 points
    assert document.tables[0].cell(40, 5).text == "QC-2026-315-000040"
    assert "\n" not in document.paragraphs[0].text


def test_xlsx_prints_one_page_across_upright_where_that_holds_it(tmp_path):
    for name, content, turned in (("a", LIST, None), ("b", ROSTER, "landscape")):
        list_writer("xlsx").write(tmp_path / name, content)
        sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / name).read_bytes())).active
        assert sheet.page_setup.orientation in (turned, turned or "portrait")
        assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
        assert sheet.page_setup.paperSize == 9
        assert sheet.oddFooter.center.text == "第 &P 页　共 &N 页"
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEF"]
    assert widths[5] > len("QC-2026-315-000001")
    assert widths[1] > 2 * max(len(row[1]) for row in ROSTER.rows)


def test_a_xlsx_of_long_products_still_prints_at_a_readable_size(tmp_path):
    rows = tuple((*row[:4], "示例产品、" * 40, row[5]) for row in ROSTER.rows)
    list_writer("xlsx").write(tmp_path / "a.xlsx", dataclasses.replace(ROSTER, rows=rows))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sum(sheet.column_dimensions[letter].width for letter in "ABCDEF") < 180
    assert sheet.row_dimensions[4].height >= 60


def test_rows_are_as_high_as_what_wraps_in_them(tmp_path):
    rows = (("一行",), ("示例产品、" * 20,), ("一\n二\n三",))
    list_writer("xlsx").write(tmp_path / "a.xlsx", ListContent("示例", "", ("产品",), rows, LIST.created))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [sheet.row_dimensions[row].height for row in (4, 5, 6)] == [18, 60, 45]


def test_widths_count_chinese_as_two():
    assert display_width("质量QC") == 6
    assert display_width("一\n二三") == 4
    assert column_widths(("序号", "名"), [(1, "示例公司"), (1000000, "")], 7) == [7, 7]


def test_without_a_title_the_columns_stand_in_the_first_row(tmp_path):
    list_writer("xlsx").write(tmp_path / "a.xlsx", ListContent("", "", ("企业", "正文"), (("甲", "文"),), LIST.created))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert list(sheet.values) == [("企业", "正文"), ("甲", "文")]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B2")
