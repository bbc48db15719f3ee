"""Where a font lacks a character the next of its stack prints it: in the same word, on the same line, as wide."""

from __future__ import annotations

import io

import pytest

from qc_desktop.documents import pdfium
from qc_desktop.documents.book import Book
from qc_desktop.documents.fonts.glyphs import (
    FONTS,
    face,
    fallback_characters,
    members,
    missing_characters,
    spec_of,
    split_by_face,
    stack,
)
from qc_desktop.documents.scene import Text
from qc_desktop.documents.typesetting import break_lines, paragraph, set_line
from qc_desktop.errors import UserError

ONLY_SANS, ONLY_SERIF = "𰻝", "鿰"
WORDS = {"serif": ONLY_SANS, "serif_bold": ONLY_SANS, "sans": ONLY_SERIF}
"""A character that the first font of the stack lacks and the second has."""


def where(texts: list[Text]) -> set[tuple[float, float]]:
    """Where the characters of a page begin, in points: left ends and bottoms of their lines."""
    out = io.BytesIO()
    book = Book(out, 600, 200, "zh-CN")
    book.page(book.texts(texts, {"ink": "#000000"}))
    book.finish("", "")
    with pdfium.document(out.getvalue()) as opened, pdfium.page_of(opened, 0) as page:
        text = page.get_textpage()
        boxes = [text.get_charbox(place, loose=True) for place in range(text.count_chars())]
        text.close()
    return {(round(box[0], 1), round(box[1], 1)) for box in boxes}


@pytest.mark.parametrize("font", FONTS)
def test_each_stack_asks_the_other_family(font) -> None:
    first, second = members(font)
    assert first == font
    only_here = face(first).glyphs, face(second).glyphs
    every = "".join(map(chr, (*range(0x20, 0xD800), *range(0xE000, 0x30000))))
    lacking = [char for char in every if not only_here[0][char] and only_here[1][char]]
    assert len(lacking) > 0
    assert missing_characters("".join(lacking), font) == []
    assert fallback_characters("示例" + "".join(lacking), font) == lacking


@pytest.mark.parametrize("font", FONTS)
def test_within_one_word_widths_and_baseline_stay(font) -> None:
    char = WORDS[font]
    line = set_line(f"示例{char}面（馆）", font)
    assert [(run.face, run.text) for run in line.runs] == [
        (font, "示例"),
        (members(font)[1], char),
        (font, "面（馆）"),
    ]
    assert line.width == 6.5
    found = where([Text(line, 50, 100, 20, "ink")])
    plain = where([Text(set_line("示例青面（馆）", font), 50, 100, 20, "ink")])
    assert {x for x, _ in found} == {x for x, _ in plain}
    other = where([Text(set_line(char, members(font)[1]), 90, 100, 20, "ink")])
    assert found - other == plain - {(90.0, y) for _, y in plain}


@pytest.mark.parametrize("font", FONTS)
def test_lines_break_and_spread_as_if_it_were_one_font(font) -> None:
    text = f"示例{WORDS[font]}面馆（集团）有限公司，" * 6
    plain = text.replace(WORDS[font], "青")
    as_plain = tuple(line.replace("青", WORDS[font]) for line in break_lines(plain, font, 17.3))
    assert break_lines(text, font, 17.3) == as_plain
    for line, other in zip(paragraph(text, font, 17.3), paragraph(plain, font, 17.3), strict=True):
        assert (line.width, line.spacing) == (other.width, other.spacing)


def test_a_latin_word_is_not_torn_by_a_character_of_another_font() -> None:
    assert break_lines("示例ABC" + ONLY_SANS + "科技", "serif", 4.0)[0].startswith("示例")
    assert "".join(text for _, text in split_by_face("A" + ONLY_SANS + "B", "serif")) == "A" + ONLY_SANS + "B"


def test_a_stack_is_extended_and_never_asks_twice() -> None:
    assert members(stack("serif", ("sans", "serif_bold"))) == ("serif", "sans", "serif_bold")
    assert face(stack("sans", ("serif",))) is face("sans")
    assert spec_of("serif", {}) == "serif"
    assert spec_of("serif", {"serif": "serif|sans"}) == "serif|sans"
    with pytest.raises(UserError, match="unknown"):
        spec_of("user:0123456789ab", {})
