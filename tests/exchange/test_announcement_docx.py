"""公告 as .docx, read back: page, lines, sizes, fonts, what stands where."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from qc_desktop.documents.announcing import said
from qc_desktop.exchange.writing.announcement_docx import DocxFont, to_bytes
from tests.documents.reference import announcing

FONTS = {
    "title": DocxFont("宋体", is_bold=True),
    "body": DocxFont("仿宋"),
    "heading": DocxFont("黑体"),
    "below": DocxFont("楷体"),
    "foot": DocxFont("宋体"),
}
ANNOUNCED = said(announcing())
MADE = dt.datetime(2026, 3, 15, 8, tzinfo=dt.UTC)


def document(**changed):
    return docx.Document(io.BytesIO(to_bytes(replace(ANNOUNCED, **changed), FONTS, MADE)))


def font_of(paragraph) -> str:
    return paragraph.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia"))


def named(made, text):
    return next(paragraph for paragraph in made.paragraphs if paragraph.text == text)


def test_the_page_is_that_of_official_documents() -> None:
    section = document().sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.text, even.text) == ("—  —", "—  —")  # the number is a field
    assert [each._p.find(qn("w:fldSimple")).get(qn("w:instr")) for each in (odd, even)] == [" PAGE "] * 2
    assert (odd.alignment, even.alignment) == (WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT)
    assert odd.runs[0].font.size == Pt(14)


def test_22_lines_of_28_characters_and_the_sizes_of_the_standard() -> None:
    made = document()
    body = named(made, ANNOUNCED.paragraphs[0])
    assert (body.runs[0].font.size, font_of(body)) == (Pt(16), "仿宋")
    assert body.paragraph_format.line_spacing.pt * 22 <= 225 * 72 / 25.4 < body.paragraph_format.line_spacing.pt * 22.2
    closer = int(body.runs[0]._r.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert (16 + closer) * 28 <= 156 * 72 / 25.4 < (16 + closer) * 29
    assert body._p.pPr.ind.get(qn("w:firstLineChars")) == "200"
    titles = [paragraph for paragraph in made.paragraphs if paragraph.runs and paragraph.runs[0].font.size == Pt(22)]
    assert "".join(paragraph.text for paragraph in titles) == ANNOUNCED.title + ANNOUNCED.annex_title
    assert {(font_of(paragraph), paragraph.runs[0].bold) for paragraph in titles} == {("宋体", True)}


def test_the_annex_is_named_a_line_below_and_follows_on_a_page_of_its_own() -> None:
    made = document()
    texts = [paragraph.text for paragraph in made.paragraphs]
    at = texts.index("附件：" + ANNOUNCED.annex_title)
    assert texts[at - 2 : at + 1] == ["特此公告。", "", "附件：" + ANNOUNCED.annex_title]
    assert texts[at + 1 : at + 5] == ["", "", ANNOUNCED.issuer, ANNOUNCED.day]
    annex = named(made, "附件")
    assert annex.paragraph_format.page_break_before
    assert font_of(annex) == "黑体"
    assert font_of(named(made, ANNOUNCED.annex_below)) == "楷体"
    (table,) = made.tables
    assert [cell.text for cell in table.rows[0].cells] == ["序号", "企业名称", "省份"]
    assert len(table.rows) == 1 + len(ANNOUNCED.rows)


def test_the_date_stands_four_characters_in_and_the_body_is_centred_over_it() -> None:
    made = document()
    day, name = named(made, ANNOUNCED.day), named(made, ANNOUNCED.issuer)
    right = {each.text: int(each._p.pPr.ind.get(qn("w:rightChars"))) for each in (day, name)}
    assert right[ANNOUNCED.day] == 400
    assert 300 < right[ANNOUNCED.issuer] < 400
    assert name.paragraph_format.keep_with_next


@pytest.mark.parametrize("head", ["示例质量检验协会文件", "示例" * 14 + "文件"])
def test_a_red_head_is_one_red_line_above_a_red_rule(head) -> None:
    made = document(head=head)
    name = named(made, head)
    assert str(name.runs[0].font.color.rgb) == "D7000F"
    assert name.runs[0].font.size.pt * len(head) <= 442.5
    number = named(made, ANNOUNCED.number)
    assert number._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom")).get(qn("w:color")) == "D7000F"


def test_the_same_words_give_the_same_bytes() -> None:
    assert to_bytes(ANNOUNCED, FONTS, MADE) == to_bytes(ANNOUNCED, FONTS, MADE)
