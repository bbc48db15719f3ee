"""Where the rows that somebody chose stand in another answer: found by their keys, on a reader's thread."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

WALKED = 2000
"""So many rows are looked through, and asked for at once, where a source cannot tell its keys alone."""
_AROUND = 128
_FEW = 8

Ranges = tuple[tuple[int, int], ...]
"""Rows as pairs of the first and the one after the last, in their order."""


@runtime_checkable
class KeyedSource(Protocol):
    """A source that knows the keys of all its rows without making the rows."""

    def keys(self, query: Any) -> Sequence[Hashable]:
        """The keys of all rows that answer ``query``, in its order."""
        ...


class Pages(Protocol):
    """What every source has."""

    def page(self, query: Any, offset: int, limit: int) -> Sequence[Any]:
        """At most ``limit`` rows from ``offset`` on."""
        ...


@dataclass(frozen=True)
class Sought:
    """The rows to be chosen again: ``keys`` with the places they had, or ``ranges`` of rows that nobody named yet.

    ``current`` is the row where the keys are, chosen or not. ``is_all`` says that ``ranges`` are the whole list.
    """

    keys: Mapping[Hashable, int] = field(default_factory=dict)
    ranges: Ranges = ()
    current: Hashable | None = None
    is_all: bool = False


@dataclass(frozen=True)
class Found:
    """``ranges`` are to be chosen: the rows of ``keys``, or unnamed ones where these are None.

    ``lost`` were chosen and are not in the answer; ``places`` tells where each row stands that was found.
    """

    ranges: Ranges = ()
    keys: tuple[Hashable, ...] | None = ()
    lost: tuple[Hashable, ...] = ()
    places: Mapping[Hashable, int] = field(default_factory=dict)
    current: Hashable | None = None


def find(
    source: Pages, key: Callable[[Any], Hashable], sought: Sought, before: Any, query: Any, answer: tuple[int, Any]
) -> Found:
    """Where the rows ``sought`` in the answer to ``before`` stand in that to ``query``: its count and first rows."""
    count = answer[0]
    wanted = dict(sought.keys)
    if sought.ranges:
        was_length = sum(end - start for start, end in sought.ranges)
        if query != before:
            wanted = dict.fromkeys(names(source, key, before, sought.ranges, most=WALKED), 0)
        elif sought.is_all and was_length == count:
            return Found(((0, count),), None)
    others = () if sought.current is None else (sought.current,)
    places = _places(source, key, query, {*wanted, *others}, set(wanted.values()), answer)
    found = {name: places[name] for name in wanted if name in places}
    lost = tuple(name for name in wanted if name not in found)
    return Found(joined(found.values()), tuple(sorted(found, key=places.__getitem__)), lost, places, sought.current)


def names(
    source: Pages, key: Callable[[Any], Hashable], query: Any, ranges: Ranges, most: int | None = None
) -> tuple[Hashable, ...]:
    """The keys of the rows in ``ranges``; none where ``most`` rows could be asked for one by one and they are more."""
    if isinstance(source, KeyedSource):
        keys = source.keys(query)
        return tuple(name for first, end in ranges for name in keys[first:end])
    if most is not None and sum(end - first for first, end in ranges) > most:
        return ()
    spans = ((at, min(WALKED, end - at)) for first, end in ranges for at in range(first, end, WALKED))
    return tuple(key(row) for offset, limit in spans for row in source.page(query, offset, limit))


def _places(
    source: Pages,
    key: Callable[[Any], Hashable],
    query: Any,
    wanted: set[Hashable],
    were: set[int],
    answer: tuple[int, Sequence[Any]],
) -> dict[Hashable, int]:
    found: dict[Hashable, int] = {}
    for offset, keys in _looked_through(source, key, query, were, answer):
        found.update((name, offset + place) for place, name in enumerate(keys) if name in wanted)
        if len(found) == len(wanted):
            break
    return found


def _looked_through(
    source: Pages, key: Callable[[Any], Hashable], query: Any, were: set[int], answer: tuple[int, Sequence[Any]]
) -> Iterator[tuple[int, Iterable[Hashable]]]:
    """Stretches of the list, the likeliest first: its beginning, the rest, or near where the rows stood."""
    count, first = answer
    yield 0, map(key, first)
    if len(first) >= count:
        return
    if isinstance(source, KeyedSource):
        yield 0, source.keys(query)
        return
    for place in sorted(were) if len(were) <= _FEW else ():
        offset = max(place - _AROUND // 2, 0)
        yield offset, map(key, source.page(query, offset, _AROUND))
    yield 0, map(key, source.page(query, 0, WALKED))


def joined(places: Iterable[int]) -> Ranges:
    """``places`` as ranges."""
    made: list[tuple[int, int]] = []
    for place in sorted(places):
        if made and made[-1][1] == place:
            made[-1] = (made[-1][0], place + 1)
        else:
            made.append((place, place + 1))
    return tuple(made)
