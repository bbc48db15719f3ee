"""Pinyin in every reading, initials, parts of a name: found exactly where the name has them."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from qc_desktop.domain.search import index_words, match_query, normalise_query, readings, search_text, sort_key, spelled

NAMES = (
    "示例重庆银行",
    "示例重山乐器",
    "示例长春行李",
    "示例乐山旅行社",
    "示例单县会计",
    "示例ABC&3D科技",
    "示例重重行行公司",
)
letters = "示例重庆银行乐长春山器单县会计旅AB3"


def is_found(name: str, typed: str) -> bool:
    """As storage does it: the pairs first, then the text or the readings."""
    kept, key = search_text([name], []), normalise_query(typed)
    words = set(index_words(kept).split(" "))
    if len(key) == 1:
        return any(word.startswith(key) for word in words)
    pairs = {a + b for a, b in pairwise(key)}
    if not pairs <= words:
        return False
    return len(key) < 3 or key in kept or (key.isascii() and spelled(kept, key))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("示例重庆银行", "chongqing"), ("示例重庆银行", "zhongqing"), ("示例重庆银行", "cq"), ("示例重庆银行", "zq"),
        ("示例重庆银行", "yinhang"), ("示例重庆银行", "yinxing"), ("示例重庆银行", "yh"), ("示例重庆银行", "yx"),
        ("示例重庆银行", "cqyh"), ("示例重庆银行", "zqyx"), ("示例重庆银行", "slcqyh"), ("示例重庆银行", "chongqyh"),
        ("示例重庆银行", "cqyinh"), ("示例重庆银行", "ongqi"), ("示例重庆银行", "chongqin"),
        ("示例重庆银行", "cqyinxin"),
        ("示例乐山旅行社", "yueshan"), ("示例乐山旅行社", "leshan"), ("示例乐山旅行社", "ls"), ("示例乐山旅行社", "ys"),
        ("示例乐山旅行社", "lvxing"), ("示例乐山旅行社", "lüxing"),
        ("示例ABC&3D科技", "abc3d"), ("示例ABC&3D科技", "C&3"), ("示例ABC&3D科技", "3dkj"),
    ],
)  # fmt: skip
def test_every_reading_finds(name, typed):
    assert is_found(name, typed)


@pytest.mark.parametrize(
    ("name", "typed"), [("示例重庆银行", "cqcq"), ("示例重庆银行", "庆重"), ("示例乐山", "lelv"), ("示例重庆", "qc")]
)
def test_what_is_not_there_is_not_found(name, typed):
    assert not is_found(name, typed)


@settings(deadline=None, max_examples=200)
@given(st.text(letters, min_size=1, max_size=10), st.data())
def test_every_part_of_a_name_finds_it(name, data):
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    assert is_found(name, name[start:end])


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.text(letters, min_size=1, max_size=8), min_size=1, max_size=6), st.text(letters, min_size=1, max_size=4)
)
def test_characters_find_exactly_the_names_that_have_them(names, typed):
    """Against every name, compared plainly; Latin letters alone may also be pinyin."""
    key = normalise_query(typed)
    if key.isascii():
        return
    assert [is_found(name, typed) for name in names] == [key in normalise_query(name) for name in names]


def spellings(name: str) -> set[str]:
    """Every way to spell ``name`` by whole readings or initials."""
    options = [{each for reading in readings(character) for each in (reading, reading[0])} for character in name]
    return {"".join(choice) for choice in product(*options)}


@settings(deadline=None, max_examples=100)
@given(st.text("重庆银行乐山", min_size=1, max_size=4), st.data())
def test_every_spelling_finds_and_no_other_long_one_does(name, data):
    whole = spellings(name)
    assert is_found("示例" + name, data.draw(st.sampled_from(sorted(whole))))
    typed = data.draw(st.text("chongqizyhanleus", min_size=3, max_size=6))
    within_any = any(typed in spelling for spelling in spellings(name))
    begins_within = any(spelling.startswith(typed) for spelling in whole) or within_any
    if not begins_within and is_found(name, typed):
        assert _spelled_from_within(name, typed)


def _spelled_from_within(name: str, typed: str) -> bool:
    """Whether ``typed`` starts inside a reading and goes on through the following ones, the last maybe unfinished."""
    for start, character in enumerate(name):
        for reading in readings(character):
            tails = [reading[cut:] for cut in range(len(reading))]
            following = spellings_begun(name[start + 1 :])
            if any((tail + rest).startswith(typed) for tail, rest in product([*tails, reading[0]], following)):
                return True
    return False


def spellings_begun(name: str) -> set[str]:
    """All spellings of ``name``, "" for none."""
    return {""} | (spellings(name) if name else set())


@pytest.mark.parametrize("rare", ["䶮", "𠮷", "𬱖", "㐂", "𰻝", "々", "〇"])
def test_rare_characters_are_characters_of_the_index_too(rare):
    with create_engine("sqlite://").connect() as connection:
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE i USING fts5(w, detail=none, prefix='1',"
                ' tokenize="unicode61 remove_diacritics 0")'
            )
        )
        connection.execute(text("INSERT INTO i VALUES (:w)"), {"w": index_words(search_text([f"示{rare}例"], []))})
        for typed in (rare, f"示{rare}", f"{rare}例"):
            found = connection.execute(text("SELECT count(*) FROM i WHERE i MATCH :q"), {"q": match_query(typed)})
            assert found.scalar_one() == 1, typed


def test_names_are_listed_as_they_are_spoken():
    assert sorted(["示例重庆", "示例长春", "示例安徽"], key=sort_key) == ["示例安徽", "示例长春", "示例重庆"]


def test_two_spellings_of_one_sound_have_a_fixed_order():
    assert sort_key("示例立") != sort_key("示例力")
