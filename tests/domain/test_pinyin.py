"""The dictionaries that names are read with."""

from __future__ import annotations

from qc_desktop.domain.pinyin import PHRASES_DICT, lazy_pinyin


def test_a_syllable_that_many_words_have_is_held_once() -> None:
    held = {id(readings): tuple(readings) for syllables in PHRASES_DICT.values() for readings in syllables}
    assert len(held) == len(set(held.values())) < 5_000


def test_words_are_read_as_before() -> None:
    assert lazy_pinyin("重庆重量") == ["chong", "qing", "zhong", "liang"]
