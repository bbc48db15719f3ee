"""Characters, readings, lines: what a name is found by, and how names are ordered."""

from __future__ import annotations

import pytest

from qc_desktop.domain.search import kept_text, normalise_query, readings, search_text, sort_key, syllables_of


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("重", {"zhong", "chong"}), ("行", {"xing", "hang", "heng"}), ("乐", {"le", "yue"}),
        ("单", {"dan", "chan", "shan"}),
        ("区", {"qu", "ou"}), ("阿", {"a", "e"}), ("六", {"liu", "lu"}), ("女", {"nv"}), ("Ａ", {"Ａ"}), ("7", {"7"}),
    ],
)  # fmt: skip
def test_a_character_has_every_reading_that_words_give_it(character, expected):
    assert set(readings(character)) == expected


@pytest.mark.parametrize(("character", "archaic"), [("示", "qi"), ("限", "wen"), ("家", "gu"), ("司", "ci")])
def test_readings_of_old_books_are_left_out(character, archaic):
    assert archaic not in readings(character)
    assert len(readings(character)) == 1


def test_what_is_spoken_stands_in_capitals_that_nobody_can_search_for():
    text = kept_text(["示例重庆ABC公司"], ["HY-001"])
    assert text.splitlines() == ["示例重庆abc公司", "SHILICHONGQINGABCGONGSI", "SLCQABCGS", "hy001"]
    assert normalise_query("CHONGqing") == "chongqing"
    assert search_text(["示例重庆ABC公司"], ["HY-001"]) == text.lower()


def test_every_letter_of_a_latin_word_is_a_syllable():
    assert syllables_of("示例ab3公司") == ["shi", "li", "a", "b", "3", "gong", "si"]


def test_names_are_listed_as_they_are_spoken():
    assert sorted(["示例重庆", "示例长春", "示例安徽"], key=sort_key) == ["示例安徽", "示例长春", "示例重庆"]


def test_two_spellings_of_one_sound_have_a_fixed_order():
    assert sort_key("示例立") != sort_key("示例力")
