"""Finding a company by what a person remembers of it: characters, pinyin, initials, a code.

A full-text index holds each pair of neighbouring characters once (of every reading too), which answers one and two
characters exactly; longer queries are checked against the search text, and a Latin one against every reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from qc_desktop.domain.text import name_key

SENTINEL = "ʘ"
"""Follows the last character, so that the last one begins a pair too and one character finds it."""


@lru_cache(maxsize=30_000)
def readings(character: str) -> tuple[str, ...]:
    """The pinyin readings of one Chinese character without tones; a letter or digit reads as itself."""
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    if not found:
        return (character,) if character.isalnum() else ()
    return tuple(dict.fromkeys(reading.replace("ü", "v") for reading in found[0]))


def sort_key(name: str) -> str:
    """The key by which names are listed: pinyin word by word, the name itself last to keep the order total."""
    return " ".join(_spoken(name_key(name))) + "\t" + name


@lru_cache(maxsize=4096)
def _spoken(name: str) -> tuple[str, ...]:
    """The syllables of ``name`` as its words are spoken (重庆 is chong qing)."""
    from pypinyin.seg.mmseg import seg

    return tuple(syllable for word in seg.cut(name) for syllable in _spoken_word(word))


@lru_cache(maxsize=20_000)
def _spoken_word(word: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(word))


def search_text(names: Iterable[str], codes: Iterable[str]) -> str:
    """What a company is found by, a line each: its names, how they are spoken, their initials, its codes."""
    lines: dict[str, None] = {}
    for key in map(normalise_query, names):
        spoken = _spoken(key)
        lines |= dict.fromkeys((key, "".join(spoken), "".join(part[:1] for part in spoken)))
    lines |= dict.fromkeys(map(normalise_query, codes))
    return "\n".join(line for line in lines if line)


def index_words(text: str) -> str:
    """The pairs of neighbouring characters of search text ``text``, in every reading, each once."""
    pairs: set[str] = set()
    for line in text.splitlines():
        pairs.update(map("".join, zip(line, line[1:] + SENTINEL, strict=True)))
        pairs.update(*_reading_pairs(line))
    return " ".join(sorted(pairs))


def _reading_pairs(line: str) -> Iterator[frozenset[str]]:
    spoken = [character for character in line if readings(character)]
    return map(_neighbour_pairs, spoken, [*spoken[1:], SENTINEL])


@lru_cache(maxsize=100_000)
def _neighbour_pairs(here: str, following: str) -> frozenset[str]:
    """The letter pairs within a character's readings and across to the next one's, whole or by their initial."""
    initials = {reading[0] for reading in readings(following)} or {SENTINEL}
    pairs = {pair for reading in readings(here) for pair in map("".join, pairwise(reading))}
    ends = {letter for reading in readings(here) for letter in (reading[0], reading[-1])}
    return frozenset(pairs | {end + initial for end in ends for initial in initials})


def normalise_query(text: str) -> str:
    """What a person typed, in the form the search text has: letters, digits and characters only; ü is v."""
    return "".join(c for c in name_key(text) if c.isalnum()).replace("ü", "v")


def match_query(key: str) -> str:
    """The full-text query for the normalised ``key`` (not empty): one prefix, or all its pairs."""
    if len(key) == 1:
        return f'"{key}"*'
    return " AND ".join(f'"{pair}"' for pair in dict.fromkeys(map("".join, pairwise(key))))


def spelled(text: str, key: str) -> bool:
    """Whether Latin ``key`` spells part of a name in ``text``: readings of every kind, whole or by their initial.

    Lines in Latin letters are left to a plain comparison.
    """
    return any(_spells(line, key) for line in text.splitlines() if not line.isascii())


def _spells(line: str, key: str) -> bool:
    ends: set[int] = set()
    for character in line:
        options = readings(character)
        following: set[int] = set()
        for reading in options:
            following |= _begin_within(reading, key)
            for end in ends:
                following |= _go_on(reading, key, end)
        if len(key) in following:
            return True
        ends = following
    return False


def _begin_within(reading: str, key: str) -> set[int]:
    """How far ``key`` has come where it begins somewhere in ``reading``: at its initial, or within it."""
    ends = {1} if key[0] == reading[0] else set()
    if key[0] not in reading:
        return ends
    for start in range(len(reading)):
        rest = reading[start:]
        if rest.startswith(key) or key.startswith(rest):
            ends.add(min(len(rest), len(key)))
    return ends


def _go_on(reading: str, key: str, end: int) -> set[int]:
    """How far ``key`` comes through ``reading`` from ``end``: by the whole reading, its initial, or its beginning."""
    left = key[end:]
    ends: set[int] = set()
    if left.startswith(reading):
        ends.add(end + len(reading))
    if left[:1] == reading[0]:
        ends.add(end + 1)
    if reading.startswith(left):
        ends.add(len(key))
    return ends
