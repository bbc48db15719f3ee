"""Suspected duplicates among all companies: those that share a code, a name or a sound, or nearly so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop import reference
from qc_desktop.domain import uscc as uscc_rule
from qc_desktop.domain.company_names import name_parts, sound_of
from qc_desktop.domain.likeness import STRENGTH, Identity, Likeness, identity, likeness
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.search_words import SHORTEST_NEAR
from qc_desktop.domain.text import name_key
from qc_desktop.services.companies import distinct
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import not_merged
from qc_desktop.storage.tables import Company, FormerName

MOST_ALIKE = 40
"""Companies of one group that are compared with one another: what more share tells nothing."""
LONGEST_CORE = 24
EVERY = 2_000


@dataclass(frozen=True)
class Suspect:
    """One of a pair."""

    id: str
    name: str
    uscc: str


@dataclass(frozen=True)
class SuspectedPair:
    """Two companies that may be one, the older record first, and why."""

    first: Suspect
    second: Suspect
    why: Likeness

    @property
    def key(self) -> str:
        """What names the pair."""
        return f"{self.first.id}+{self.second.id}"


@dataclass
class _Crowd:
    """All companies, each by its place in the lists; ``uncoded`` have no sound code."""

    rows: list[tuple[str, str, str, str]]
    former: dict[int, list[str]]
    cores: list[str] = field(default_factory=list)
    uncoded: list[int] = field(default_factory=list)

    def identity(self, place: int) -> Identity:
        """What the company at ``place`` is known by."""
        _, name, code, short = self.rows[place]
        return identity(name, code, short, self.former.get(place, ()), reference.place_names())

    def suspect(self, place: int) -> Suspect:
        """The company at ``place`` as a result names it."""
        company_id, name, code, _ = self.rows[place]
        return Suspect(company_id, name, code)


def suspected(office: Office) -> Job[list[SuspectedPair]]:
    """All suspected pairs, the likeliest first; those known to be different are left out. Nothing is written."""
    with office.store.reading() as session:
        crowd = _read(session)
        different = distinct.pairs(session)
    total = len(crowd.rows)
    places = reference.place_names()
    for place, (_, name, code, _) in enumerate(crowd.rows):
        crowd.cores.append(name_parts(name, places).core)
        if not uscc_rule.is_valid(code):
            crowd.uncoded.append(place)
        if place % EVERY == 0:
            yield Progress("duplicates_read", place, total)
    found: set[tuple[int, int]] = set()
    for done, look in enumerate(_LOOKS):
        yield Progress("duplicates_compare", done, len(_LOOKS))
        for some in look(crowd):
            found |= some
            yield Progress("duplicates_compare", done, len(_LOOKS))
    yield Progress("duplicates_compare", len(_LOOKS), len(_LOOKS))
    return sorted(_judged(crowd, found, different), key=lambda pair: (STRENGTH[pair.why], pair.first.name, pair.key))


def _read(session: Session) -> _Crowd:
    columns = select(Company.id, Company.name, Company.uscc, Company.short_name).where(not_merged(Company.id))
    rows = [(row.id, row.name, row.uscc or "", row.short_name) for row in session.execute(columns.order_by(Company.id))]
    places = {row[0]: place for place, row in enumerate(rows)}
    former: dict[int, list[str]] = {}
    for company_id, name in session.execute(select(FormerName.company_id, FormerName.name)):
        if company_id in places:
            former.setdefault(places[company_id], []).append(name)
    return _Crowd(rows, former)


Pairs = set[tuple[int, int]]


def _judged(crowd: _Crowd, found: Pairs, different: set[tuple[str, str]]) -> Iterator[SuspectedPair]:
    for one, other in found:
        first, second = crowd.suspect(one), crowd.suspect(other)
        if (first.id, second.id) in different:  # ids are in order, as places are
            continue
        if why := likeness(crowd.identity(one), crowd.identity(other)):
            yield SuspectedPair(first, second, why)


def _grouped(keys: Iterable[tuple[str, int]]) -> Pairs:
    """Pairs of those that have the same key."""
    groups: dict[str, list[int]] = {}
    for key, place in keys:
        if key:
            groups.setdefault(key, []).append(place)
    return {
        (min(pair), max(pair))
        for group in groups.values()
        if len(group) > 1
        for pair in combinations(group[:MOST_ALIKE], 2)
        if pair[0] != pair[1]
    }


def _same_codes(crowd: _Crowd) -> Iterator[Pairs]:
    codes = ((row[2], place) for place, row in enumerate(crowd.rows))
    yield _grouped((uscc_rule.org_code(code), place) for code, place in codes if len(code) == uscc_rule.LENGTH)


def _same_names(crowd: _Crowd) -> Iterator[Pairs]:
    names = [(name_key(name), place) for place, (_, name, _, _) in enumerate(crowd.rows)]
    former = [(name_key(name), place) for place, every in crowd.former.items() for name in every]
    yield _grouped([*names, *former])


def _same_cores(crowd: _Crowd) -> Iterator[Pairs]:
    yield _with_uncoded(crowd, lambda place: crowd.cores[place])


def _short_names(crowd: _Crowd) -> Iterator[Pairs]:
    short = {place: name_key(row[3]) for place, row in enumerate(crowd.rows) if row[3]}
    by_short: dict[str, list[int]] = {}
    for place, key in short.items():
        by_short.setdefault(key, []).append(place)
    yield {
        (min(place, other), max(place, other))
        for place, core in enumerate(crowd.cores)
        for key in (core, name_key(crowd.rows[place][1]))
        for other in by_short.get(key, ())[:MOST_ALIKE]
        if other != place
    }


def _same_sounds(crowd: _Crowd) -> Iterator[Pairs]:
    if not crowd.uncoded:
        return
    sounds: list[str] = []
    for core in crowd.cores:
        sounds.append(sound_of(core))
        if len(sounds) % EVERY == 0:
            yield set()
    yield _with_uncoded(crowd, sounds.__getitem__)


def _near_names(crowd: _Crowd) -> Iterator[Pairs]:
    """Cores that differ by one place: with that place left out they are the same."""
    whole = _places_by(crowd.uncoded, crowd.cores.__getitem__)
    for left_out in range(LONGEST_CORE if crowd.uncoded else 0):
        shorter = [_without(core, left_out) for core in crowd.cores]
        known = _places_by(crowd.uncoded, shorter.__getitem__)
        yield {
            (min(place, other), max(place, other))
            for place, core in enumerate(crowd.cores)
            if len(core) >= SHORTEST_NEAR - 1
            for key, places in ((shorter[place], known), (core, known), (shorter[place], whole))
            if key
            for other in places.get(key, ())[:MOST_ALIKE]
            if other != place
        }


def _without(core: str, place: int) -> str:
    return core[:place] + core[place + 1 :] if place < len(core) >= SHORTEST_NEAR else ""


def _places_by(places: Sequence[int], key: Callable[[int], str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place in places:
        if said := key(place):
            found.setdefault(said, []).append(place)
    return found


def _with_uncoded(crowd: _Crowd, key: Callable[[int], str]) -> Pairs:
    """Pairs that share ``key``, one of them without a code: two codes are two companies."""
    known = _places_by(crowd.uncoded, key)
    return {
        (min(place, other), max(place, other))
        for place in range(len(crowd.rows))
        for other in known.get(key(place), ())[:MOST_ALIKE]
        if other != place
    }


_LOOKS: tuple[Callable[[_Crowd], Iterator[Pairs]], ...] = (
    _same_codes,
    _same_names,
    _same_cores,
    _short_names,
    _same_sounds,
    _near_names,
)
"""The ways in which pairs are looked for; each gives what it found bit by bit."""
