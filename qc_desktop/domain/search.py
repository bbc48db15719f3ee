"""Finding a company by what a person remembers of it: characters, pinyin, initials, a code.

Characters and codes are found anywhere. Pinyin begins where a syllable begins: *an* finds 安, and not the end of 点.
:mod:`~qc_desktop.domain.search_words` says how a full-text index answers that.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from qc_desktop.caches import for_a_batch
from qc_desktop.domain.text import name_key

_SURNAMES_AND_PLACES = {"区": "ou", "盖": "ge", "荥": "ying", "尉": "yu", "单": "shan", "乐": "yue", "仇": "qiu"}
"""Readings that companies' names have, whether or not the dictionary of words does."""


@for_a_batch(30_000)
def readings(character: str) -> tuple[str, ...]:
    """The pinyin readings of one Chinese character without tones, the usual one first; a letter or digit itself.

    Of a character's further readings only those that a word has: 示 is shi, and not qi as in old books.
    """
    from qc_desktop.domain.pinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    if not found:
        return (character,) if character.isalnum() else ()
    every = dict.fromkeys(reading.replace("ü", "v") for reading in found[0])
    used = {_plain(reading) for reading in _used().get(character, ())} | {_SURNAMES_AND_PLACES.get(character)}
    return tuple(reading for place, reading in enumerate(every) if place == 0 or reading in used)


@cache
def _used() -> dict[str, set[str]]:
    """For every character the readings, with their tones, that words of the dictionary have for it."""
    from qc_desktop.domain.pinyin import PHRASES_DICT

    used: dict[str, set[str]] = {}
    for word, syllables in PHRASES_DICT.items():
        for character, options in zip(word, syllables, strict=False):
            used.setdefault(character, set()).add(options[0])
    return used


@for_a_batch(4096)
def _plain(reading: str) -> str:
    from qc_desktop.domain.pinyin import to_normal

    return str(to_normal(reading)).replace("ü", "v")


def sort_key(name: str) -> str:
    """The key by which names are listed: pinyin word by word, the name itself last to keep the order total."""
    return " ".join(_spoken(name_key(name))) + "\t" + name


@for_a_batch(4096)
def _spoken(name: str) -> tuple[str, ...]:
    """The syllables of ``name`` as its words are spoken (重庆 is chong qing)."""
    from qc_desktop.domain.pinyin import seg

    return tuple(syllable for word in seg.cut(name) for syllable in _spoken_word(word))


@for_a_batch(20_000)
def _spoken_word(word: str) -> tuple[str, ...]:
    from qc_desktop.domain.pinyin import lazy_pinyin

    return tuple(lazy_pinyin(word))


def kept_text(names: Iterable[str], codes: Iterable[str]) -> str:
    """What a company is found by, a line each: names and codes in small letters; in capitals how a name is spoken.

    No query has capitals, so none is found in the middle of a syllable by comparing plainly.
    """
    lines: dict[str, None] = {}
    for key in map(normalise_query, names):
        lines |= dict.fromkeys((key, *(line.upper() for line in spoken_lines(key))))
    lines |= dict.fromkeys(map(normalise_query, codes))
    return "\n".join(line for line in lines if line)


def search_text(names: Iterable[str], codes: Iterable[str]) -> str:
    """:func:`kept_text` in small letters: for short lists that are searched by comparing plainly."""
    return kept_text(names, codes).lower()


def spoken_lines(key: str) -> tuple[str, str]:
    """How the name ``key`` is spoken, and its initials."""
    syllables = syllables_of(key)
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


def syllables_of(key: str) -> list[str]:
    """The syllables of the name ``key`` as its words are spoken; every letter or digit is one of its own."""
    return [part for syllable in _spoken(key) for part in (syllable if syllable in key else (syllable,)) if part]


def normalise_query(text: str) -> str:
    """What a person typed, in the form the search text has: letters, digits and characters only; ü is v."""
    return "".join(c for c in name_key(text) if c.isalnum()).replace("ü", "v")
