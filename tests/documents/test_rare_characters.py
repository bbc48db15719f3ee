"""Rare characters on paper: every character of the state's lists, in every stack, as it is extracted again."""

from __future__ import annotations

import io
import shutil
import subprocess

import pikepdf
import pytest

from qc_desktop.documents import pdfium
from qc_desktop.documents.book import Book
from qc_desktop.documents.fonts.glyphs import FONTS, face, members, missing_characters, subset
from qc_desktop.documents.preflight import check_sheet
from qc_desktop.documents.scene import Text
from qc_desktop.documents.typesetting import set_line
from tests.documents.characters import gb18030_level_2, standard
from tests.documents.samples import make_sheet

KNOWN_GAPS = ["≒"]
"""Of level 2 of GB 18030-2022 what no shipped font has: a sign, no Chinese character."""
NAMES_BEYOND = "𬱖𫖯𫓹𬭎𬘡𬇙𫠊𫟼𨐈𦙶𩾃𬸚"
"""Of the second plane and in the state's list: characters of people's, places' and elements' names."""
NOT_SHIPPED = "𠮷𡃁𪚥𫝑𬎆𮧵𰀀"
ROW, ROWS = 45, 60


def test_the_lists_are_whole() -> None:
    assert len(set(standard())) == len(standard()) == 8105
    assert sum(ord(char) > 0xFFFF for char in standard()) == 174 + 22
    level_2 = set(gb18030_level_2())
    assert set(standard()) < level_2
    assert sum("\u4e00" <= char <= "\u9fff" for char in level_2) == 20902 + 66 + 8
    assert {"ㄅ", "⺁", "凉", "︐", "龦", "𠂇", "𠮷"} & level_2 == {"ㄅ", "⺁", "凉", "︐", "龦", "𠂇"}


@pytest.mark.parametrize("font", FONTS)
def test_every_character_of_the_state_list_prints_in_the_font_that_was_asked_for(font) -> None:
    assert [char for char in standard() if not face(font).has(char)] == []


@pytest.mark.parametrize("font", FONTS)
def test_all_of_level_2_prints_but_the_known_gaps(font) -> None:
    assert missing_characters(gb18030_level_2(), font) == KNOWN_GAPS


@pytest.mark.parametrize("font", FONTS)
def test_beyond_the_first_plane_what_is_missing_is_missing_in_every_stack(font) -> None:
    assert missing_characters(NAMES_BEYOND, font) == []
    assert missing_characters(NOT_SHIPPED, font) == list(NOT_SHIPPED)
    blocks = {"B": (0x20000, 0x2A6DF), "C–D": (0x2A700, 0x2B81F), "E–F": (0x2B820, 0x2EBEF), "G": (0x30000, 0x3134F)}
    count = {
        name: (last - first + 1) - len(missing_characters("".join(map(chr, range(first, last + 1))), font))
        for name, (first, last) in blocks.items()
    }
    assert count == {"B": 54, "C–D": 52, "E–F": 109, "G": 3}


@pytest.mark.parametrize("char", [*KNOWN_GAPS, *NOT_SHIPPED])
def test_a_gap_is_found_before_numbering(layout, char) -> None:
    sheet = make_sheet(1, f"示例{char}科技有限公司")
    findings = check_sheet(sheet.record, layout, "https://v.example.org/#")
    found = [finding for finding in findings if char in finding.value]
    assert [(finding.code, finding.params["point"]) for finding in found] == [("preflight.glyph", f"U+{ord(char):04X}")]


def printed(font: str) -> bytes:
    """All of the state's list, a few pages of it."""
    out = io.BytesIO()
    book = Book(out, 595, 842, "zh-CN")
    rows = [standard()[first : first + ROW] for first in range(0, len(standard()), ROW)]
    for first in range(0, len(rows), ROWS):
        page = rows[first : first + ROWS]
        lines = [Text(set_line(row, font), 30, 810 - 13 * place, 11.5, "ink") for place, row in enumerate(page)]
        book.page(book.texts(lines, {"ink": "#000000"}))
    book.finish("示例", "")
    return out.getvalue()


@pytest.mark.parametrize("font", FONTS)
def test_what_is_extracted_is_what_was_printed(font, tmp_path) -> None:
    data = printed(font)
    assert data == printed(font)
    with pdfium.document(data) as opened:
        texts = []
        for index in range(len(opened)):
            with pdfium.page_of(opened, index) as page:
                texts.append(pdfium.page_text(page))
    assert len(texts) == 4
    assert "".join("".join(texts).split()) == standard()
    _extracted_by_poppler(data, tmp_path)
    _each_has_a_shape(data, font)


def _extracted_by_poppler(data: bytes, tmp_path) -> None:
    program = shutil.which("pdftotext")
    if program is None:  # PDFium has read it
        return
    (tmp_path / "a.pdf").write_bytes(data)
    run = subprocess.run([program, "-raw", "a.pdf", "-"], cwd=tmp_path, capture_output=True, timeout=60, check=True)
    assert "".join(run.stdout.decode().split()) == standard()


def _each_has_a_shape(data: bytes, font: str) -> None:
    """Every code of the file leads to a glyph of its own that draws something; none to the box that stands for none."""
    import uharfbuzz

    with pikepdf.open(io.BytesIO(data)) as opened:
        (root,) = opened.pages[0].Resources.Font.values()
        known = root.DescendantFonts[0]
        glyphs = known.CIDToGIDMap.read_bytes()
        small = uharfbuzz.Font(uharfbuzz.Face(known.FontDescriptor.FontFile2.read_bytes()))
    ids = [int.from_bytes(glyphs[place : place + 2]) for place in range(2, len(glyphs), 2)]
    assert len(ids) == 8105
    assert 0 not in ids
    assert all(small.get_glyph_extents(glyph).width > 0 for glyph in ids)


def test_characters_that_share_a_shape_stay_apart() -> None:
    alike = "⼀一⽥田兀兀"
    out = io.BytesIO()
    book = Book(out, 300, 100, "zh-CN")
    book.page(book.texts([Text(set_line(alike, "serif"), 20, 50, 12, "ink")], {"ink": "#000000"}))
    book.finish("", "")
    with pdfium.document(out.getvalue()) as opened, pdfium.page_of(opened, 0) as page:
        assert pdfium.page_text(page) == alike


def test_the_box_for_nothing_would_be_noticed() -> None:
    """The control of what this file proves: a character without a glyph leads to glyph 0 of its subset."""
    _, glyphs = subset(face("serif"), "示𠮷")
    assert glyphs["𠮷"] == 0
    assert glyphs["示"] > 0


def test_light_and_bold_have_the_same_characters_so_that_bold_falls_back_to_the_sans_at_once() -> None:
    every = "".join(map(chr, (*range(0x20, 0xD800), *range(0xE000, 0x30000))))
    light, bold = face("serif"), face("serif_bold")
    assert [char for char in every if light.has(char) != bold.has(char)] == []
    assert members("serif_bold") == ("serif_bold", "sans")
