from __future__ import annotations

import pytest

from qc_desktop.documents.fonts.glyphs import MissingGlyphError, face, missing_characters, split_by_face, subset

RARE = "喆堃珺镕䶮𬱖"


@pytest.mark.parametrize("font", ["serif", "serif_bold", "sans"])
def test_rare_characters_of_names_are_there(font: str) -> None:
    assert missing_characters(RARE, font) == []


def test_missing_characters_are_named_once_in_order() -> None:
    assert missing_characters("示例𠮷野\ue000𠮷公司") == ["𠮷", "\ue000"]


def test_another_font_of_the_stack_prints_what_one_lacks() -> None:
    pieces = [(found.name, text) for found, text in split_by_face("示例𰻝面馆", "serif")]
    assert pieces == [("serif", "示例"), ("sans", "𰻝"), ("serif", "面馆")]


def test_no_font_at_all_is_an_error() -> None:
    with pytest.raises(MissingGlyphError):
        split_by_face("𠮷", "serif")


def test_a_subset_holds_its_characters_with_equal_widths() -> None:
    import uharfbuzz

    data, glyphs = subset(face("serif"), "质量A·𬱖")
    small = uharfbuzz.Face(data)
    font = uharfbuzz.Font(small)
    assert len(data) < 20_000
    assert set(glyphs) == set("质量A·𬱖")
    for char, glyph in glyphs.items():
        assert glyph > 0
        assert font.get_glyph_h_advance(glyph) / small.upem == face("serif").advances[char]
