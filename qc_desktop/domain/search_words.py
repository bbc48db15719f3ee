"""The words under which a company stands in the full-text index, and the query that finds them.

Wherever a search may begin in a name or code a word begins: the characters from there on, and the letters of every
spelling from there on, syllable by syllable, each whole or by its initial. A short query is therefore the beginning of
a word, and the index alone answers it. Longer ones are looked for among those that have their parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from qc_desktop.caches import for_a_batch
from qc_desktop.domain.search import readings, syllables_of

WRITTEN = 6
"""Characters of a word from what is written."""
SPELLED = 5
"""Letters of a word from a spelling: more of them would multiply with every reading of every character."""
SPOKEN = 16
"""Letters of a word from the one way in which a name is spoken: MARK sets them apart."""
MARK = "\ue000"
"""A letter to the index, and nothing that a query can have."""
_OPENS = re.compile(r"(?=[bpfdtlkjqxzcsyw])")
"""Before these letters a syllable begins, in every reading that there is; h, m, n, g and r may stand within one."""


class Query(NamedTuple):
    """What to ask the index for: all of ``certain`` is found, and of ``doubtful`` what a closer look confirms."""

    certain: str
    doubtful: str


def index_words(text: str) -> str:
    """The words of ``text`` (as :func:`~qc_desktop.domain.search.kept_text` gives it), each once."""
    words: set[str] = set()
    for line in text.splitlines():
        if line.isupper():  # said by the line above it
            continue
        words.update(line[place : place + WRITTEN] for place in range(len(line)))
        if not line.isascii():
            words.update(*(_spellings(line[place : place + SPELLED]) for place in range(len(line))), _spoken(line))
    return " ".join(sorted(words))


@for_a_batch(8_000)
def _spellings(characters: str) -> frozenset[str]:
    """The first SPELLED letters of every spelling of ``characters``."""
    if not characters:
        return frozenset(("",))
    following = _spellings(characters[1:])
    return frozenset((part + rest)[:SPELLED] for part in _parts(characters[0]) for rest in following)


@for_a_batch(30_000)
def _parts(character: str) -> frozenset[str]:
    return frozenset(part for reading in readings(character) for part in (reading, reading[0]))


def _spoken(line: str) -> Iterator[str]:
    syllables = syllables_of(line)
    for place in range(len(syllables)):
        following = syllables[place : place + SPOKEN]
        letters = "".join(following)
        yield from (MARK + letters[:SPOKEN], letters[:SPELLED])
        yield "".join(syllable[0] for syllable in following[:SPELLED])


def query(key: str) -> Query:
    """How the index is asked for ``key``, which is normalised and not empty."""
    if is_spelling(key) and len(key) > SPELLED:
        return _long_spelling(key)
    if len(key) <= WRITTEN:
        return Query(_word(key), "")
    return Query("", _written(key))


def alike(core: str, sound: str) -> list[str]:
    """Questions to the index for names that hold ``core``, sound like it (``sound`` in pinyin) or differ by one place.

    ``core`` is normalised and not empty. Each brings candidates that a closer look decides about.
    """
    asked = [_word(core) if len(core) <= WRITTEN else _written(core), _word(MARK + sound[:SPOKEN])]
    if len(core) < SHORTEST_NEAR:
        return asked
    for place in range(len(core)):
        parts = [part for part in (core[:place], core[place + 1 :]) if part]
        asked.append(" AND ".join(_word(part[:WRITTEN]) for part in parts))
    return asked


SHORTEST_NEAR = 5
"""Characters that a name without place and form must have for one of them to be taken for a slip."""


def is_spelling(key: str) -> bool:
    """Whether ``key`` may be pinyin: Latin letters, also with digits."""
    return key.isascii() and not key.isdigit()


def _long_spelling(key: str) -> Query:
    certain = " OR ".join(
        word for word, longest in ((_word(key), WRITTEN), (_word(MARK + key), SPOKEN)) if len(key) <= longest
    )
    places = (0, *(found.start() for found in _OPENS.finditer(key, 1)))
    parts = " AND ".join(dict.fromkeys(_part(key[place : place + SPELLED]) for place in places))
    likely = f"({parts})" if len(key) <= WRITTEN else f"(({parts}) OR ({_written(key)}))"
    return Query(certain, f"{likely} NOT ({certain})" if certain else likely)


def _written(key: str) -> str:
    return f"{_word(key[:WRITTEN])} AND {_word(key[-WRITTEN:])}"


def _word(beginning: str) -> str:
    return f'"{beginning}"*'


def _part(letters: str) -> str:
    return f'"{letters}"' if len(letters) == SPELLED else _word(letters)


def spelled(text: str, key: str) -> bool:
    """Whether Latin ``key`` spells part of a name in ``text`` from a syllable on: any readings, whole or by initial.

    The last syllable may be unfinished. Lines in Latin letters alone are left to a plain comparison.
    """
    return any(_spells(line, key) for line in text.splitlines() if not line.isascii())


def nearness(text: str, key: str) -> int | None:
    """How near Latin ``key`` comes to spelling a whole line of ``text``: 0 all of it, 1 its beginning, 2 a part from a
    later syllable on; None where it spells nothing. The nearest line counts.
    """
    return min((near for line in text.splitlines() if (near := _nearness(line, key)) is not None), default=None)


def _nearness(line: str, key: str) -> int | None:
    if line.isascii() or not _spells(line, key):
        return None
    places = set(_spelled_from_the_start(line, key))
    return 0 if len(line) in places else 1 if places else 2


def _spelled_from_the_start(line: str, key: str) -> Iterator[int]:
    """How many characters of ``line``, from its first on, ``key`` spells, in every way in which it does."""
    steps, whole, ends = _steps(key), 1 << len(key), 1
    for place, character in enumerate(line, 1):
        begins, ends = ends, 0
        for source, targets in steps[character]:
            if begins & source:
                ends |= targets
        if ends & whole:
            yield place


def _spells(line: str, key: str) -> bool:
    """Follows every way through ``line`` at once; bit *n* of ``ends`` says that n letters of ``key`` are spelled."""
    steps, whole, ends = _steps(key), 1 << len(key), 0
    for character in line:
        begins, ends = ends | 1, 0
        for source, targets in steps[character]:
            if begins & source:
                ends |= targets
        if ends & whole:
            return True
    return False


class _Steps(dict[str, tuple[tuple[int, int], ...]]):
    """For every character how it leads on through one key: from which end (a bit) to which ends (bits)."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __missing__(self, character: str) -> tuple[tuple[int, int], ...]:
        steps = ((1 << end, self._targets(character, end)) for end in range(len(self._key)))
        self[character] = tuple(step for step in steps if step[1])
        return self[character]

    def _targets(self, character: str, end: int) -> int:
        targets, left = 0, self._key[end:]
        for part in _parts(character):
            if left.startswith(part):
                targets |= 1 << end + len(part)
            elif part.startswith(left):
                targets |= 1 << len(self._key)
        return targets


@lru_cache(maxsize=16)
def _steps(key: str) -> _Steps:
    return _Steps(key)
