from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.domain import text

anything = st.text(st.characters(exclude_categories=["Cs", "Mn", "Me", "Sk"]), max_size=60)


@settings(deadline=None, max_examples=200)
@given(anything)
def test_tidying_twice_is_tidying_once(typed):
    for tidy in (text.clean, text.clean_name, text.clean_code, text.name_key):
        once = tidy(typed)
        assert tidy(once) == once


@settings(deadline=None, max_examples=200)
@given(anything)
def test_nothing_invisible_is_left(typed):
    tidy = text.clean(typed)
    assert tidy == tidy.strip()
    assert "  " not in tidy
    assert not any(character in tidy for character in "\r\n\t\x00\u200b\ufeff")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (" 示例  电器\n有限公司 ", "示例电器有限公司"),
        ("示例(北京)电器", "示例（北京）电器"),
        ("示例ＡＢＣ１２公司", "示例ABC12公司"),
        ("Example  Co. Ltd", "Example Co. Ltd"),
        ("示例 AB-Tech 公司", "示例AB-Tech公司"),
        ("\ufeff示\u200b例", "示例"),
        ("示例\u3000公司", "示例公司"),
        ("示例\x00公司", "示例公司"),
    ],
)
def test_names_are_stored_in_one_form(typed, name):
    assert text.clean_name(typed) == name


@pytest.mark.parametrize(
    "other", ["示例（北京）电器", "示例(北京) 电器", "示例北京电器", "示例·北京—电器。", "示例（北京）电 器"]
)
def test_spellings_of_one_name(other):
    assert text.name_key(other) == text.name_key("示例（北京）电器")


@pytest.mark.parametrize("other", ["示例（南京）电器", "示例北京电气", "示例北京电器公司"])
def test_other_names(other):
    assert text.name_key(other) != text.name_key("示例（北京）电器")


def test_private_use_characters_are_found_in_every_plane():
    assert text.private_use("示\ue000例\U000f0000\U0010fffd𠮷") == ["\ue000", "\U000f0000", "\U0010fffd"]


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@SUM", "＝1", "＋1", "－1", "＠a", "\t=1", "\r=1"])
def test_what_a_spreadsheet_could_run(typed):
    assert text.looks_like_formula(typed)


@pytest.mark.parametrize("typed", ["", "示例=1", "1+1", " =1"])
def test_what_it_would_not(typed):
    assert not text.looks_like_formula(typed)
