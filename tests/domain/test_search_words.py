"""The index and the check after it find exactly what a slow and obvious comparison finds."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from qc_desktop.domain.search import kept_text, normalise_query, readings
from qc_desktop.domain.search_words import (
    MARK,
    SPELLED,
    SPOKEN,
    WRITTEN,
    index_words,
    is_spelling,
    nearness,
    query,
    spelled,
)
from qc_desktop.storage.migrations.versions.r0001_first_schema import SEARCH_INDEX

NAMES = (
    "示例重庆银行",
    "示例重山乐器",
    "示例长春行李",
    "示例乐山旅行社",
    "示例单县会计",
    "示例ABC&3D科技",
    "示例重重行行公司",
    "示例西安装备",
)
letters = "示例重庆银行乐长春山器单县会计旅西安欧AB3"
typeable = "abcdeghilnoqrsuxyz3"


def spellings(name: str) -> set[str]:
    """Every way to spell ``name`` by whole readings or initials."""
    options = [{each for reading in readings(character) for each in (reading, reading[0])} for character in name]
    return {"".join(choice) for choice in product(*options)}


def obviously(name: str, key: str) -> bool:
    """Whether ``name``, normalised, holds ``key`` or a spelling of it from some character on begins with it."""
    if key in name:
        return True
    return is_spelling(key) and any(
        spelling.startswith(key) for start in range(len(name)) for spelling in spellings(name[start : start + len(key)])
    )


class Index:
    """The full-text table as the first revision makes it, over ``names``."""

    def __init__(self, names: list[str]) -> None:
        self.texts = [kept_text([name], []) for name in names]
        self._connection = create_engine("sqlite://").connect()
        self._connection.execute(text(SEARCH_INDEX[0]))
        for row, kept in enumerate(self.texts):
            words = {"id": row, "words": index_words(kept)}
            self._connection.execute(text("INSERT INTO company_search_index(rowid, words) VALUES (:id, :words)"), words)

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._connection.engine.dispose()

    def rows(self, words: str) -> set[int]:
        asked = text("SELECT rowid FROM company_search_index WHERE company_search_index MATCH :words")
        return set(self._connection.execute(asked, {"words": words}).scalars()) if words else set()

    def find(self, typed: str) -> list[bool]:
        """As storage does it: what is certain, and of what is doubtful what the text says."""
        key = normalise_query(typed)
        asked = query(key)
        found, doubtful = self.rows(asked.certain), self.rows(asked.doubtful)
        assert not found & doubtful, "nobody is counted twice"
        for row in doubtful:
            if key in self.texts[row] or (is_spelling(key) and spelled(self.texts[row], key)):
                found.add(row)
        return [row in found for row in range(len(self.texts))]


def is_found(name: str, typed: str) -> bool:
    with Index([name]) as index:
        return index.find(typed)[0]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("示例重庆银行", "chongqing"), ("示例重庆银行", "zhongqing"), ("示例重庆银行", "cq"), ("示例重庆银行", "zq"),
        ("示例重庆银行", "yinhang"), ("示例重庆银行", "yinxing"), ("示例重庆银行", "yh"), ("示例重庆银行", "yx"),
        ("示例重庆银行", "cqyh"), ("示例重庆银行", "zqyx"), ("示例重庆银行", "slcqyh"), ("示例重庆银行", "chongqyh"),
        ("示例重庆银行", "cqyinh"), ("示例重庆银行", "chongqin"), ("示例重庆银行", "cqyinxin"),
        ("示例重庆银行", "shilichongqingyinhang"), ("示例重庆银行", "shilizhongqingyinxing"),
        ("示例乐山旅行社", "yueshan"), ("示例乐山旅行社", "leshan"), ("示例乐山旅行社", "ls"), ("示例乐山旅行社", "ys"),
        ("示例乐山旅行社", "lvxing"), ("示例乐山旅行社", "lüxing"), ("示例乐亭公司", "laoting"),
        ("示例ABC&3D科技", "abc3d"), ("示例ABC&3D科技", "C&3"), ("示例ABC&3D科技", "3dkj"),
    ],
)  # fmt: skip
def test_every_reading_finds(name, typed):
    assert is_found(name, typed)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("示例重庆银行", "cqcq"), ("示例重庆银行", "庆重"), ("示例乐山", "lelv"), ("示例重庆", "qc"),
        ("示例重庆银行", "ongqi"), ("示例重庆银行", "hong"), ("示例重庆银行", "hang3"), ("示例电器", "an"),
        ("示例电器", "ian"), ("示例庄园", "huang"), ("示例庄园", "huangyuan"), ("示例电器", "dianqiq"),
    ],
)  # fmt: skip
def test_what_is_not_there_and_what_begins_within_a_syllable_is_not_found(name, typed):
    assert not is_found(name, typed)


names = st.lists(st.text(letters, min_size=1, max_size=7), min_size=1, max_size=5)


@settings(deadline=None, max_examples=150)
@given(names, st.one_of(st.text(letters, min_size=1, max_size=9), st.text(typeable, min_size=1, max_size=9)))
def test_whatever_is_typed_finds_what_it_obviously_should(names, typed):
    assert_obvious(names, typed)


@settings(deadline=None, max_examples=250)
@given(names, st.data())
def test_a_spelling_begun_at_any_character_finds_what_it_obviously_should(names, data):
    name = normalise_query(data.draw(st.sampled_from(names)))
    start = data.draw(st.integers(0, len(name) - 1))
    whole = data.draw(st.sampled_from(sorted(spellings(name[start : start + 5]))))
    typed = whole[: data.draw(st.integers(1, len(whole)))]
    if data.draw(st.booleans()):  # and one that goes wrong at some place
        typed = typed[: data.draw(st.integers(0, len(typed)))] + data.draw(st.text(typeable, min_size=1, max_size=3))
    assert_obvious(names, typed)


@settings(deadline=None, max_examples=150)
@given(st.text(letters, min_size=1, max_size=10), st.data())
def test_every_part_of_a_name_finds_it(name, data):
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    assert is_found(name, name[start:end])


def assert_obvious(names: list[str], typed: str) -> None:
    key = normalise_query(typed)
    with Index(names) as index:
        assert index.find(typed) == [obviously(normalise_query(name), key) for name in names], key


@pytest.mark.parametrize("length", [SPELLED, SPELLED + 1, WRITTEN, WRITTEN + 1, SPOKEN, SPOKEN + 1])
def test_the_lengths_at_which_the_way_of_asking_changes(length):
    name = "示例重庆银行乐山旅行社长春会计"
    whole = "shilichongqingyinhangleshanlvxingshe"
    code = "91350100m000100y43"
    with Index([name, "示例银行"]) as index:
        assert index.find(whole[:length]) == [True, False] if length > 5 else [True, True]
        assert index.find(whole[: length - 1] + "b") == [False, False]
        assert index.find(name[:length]) == [True, False]
    assert is_found(code, code[:length])
    assert not is_found(code, code[: length - 1] + "z")


def test_the_mark_cannot_be_typed():
    assert is_found("示例", "shi")
    assert normalise_query(MARK + "shi") == "shi"


@pytest.mark.parametrize("rare", ["䶮", "𠮷", "𬱖", "㐂", "𰻝", "々", "〇"])
def test_rare_characters_are_characters_of_the_index_too(rare):
    for typed in (rare, f"示{rare}", f"{rare}例"):
        assert is_found(f"示{rare}例", typed), typed


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("cz", 0),
        ("chuzheng", 0),
        ("chuz", 0),
        ("qf", 1),
        ("qianfazs", 0),
        ("c", 1),
        ("zs", 2),
        ("zhengshu", 2),
        ("x", None),
    ],
)
def test_how_near_a_spelling_comes_to_a_whole_line(key, near):
    assert nearness("出证\n签发证书\nPDF", key) == near
