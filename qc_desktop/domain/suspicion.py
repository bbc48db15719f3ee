"""What about a label's sightings does not go with one label on one piece of goods. Nothing here changes a verdict.

A copied label verifies: only where, when and how often it is seen can tell, and each reason is said with its numbers,
for a person to decide. The thresholds are guesses made to be quiet on an ordinary household; robots do not count.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qc_desktop.domain.findings import Finding, Severity

MANY_DAYS, MANY_NETWORKS = 5, 3
"""Seen on so many days and, on one of them, from so many networks: home, phone and shop are two or three."""
BURST_VISITS, BURST_VISITORS = 50, 20


@dataclass(frozen=True)
class DaySeen:
    """How often a label was seen on ``day``, by how many visitors from how many networks."""

    day: dt.date
    visits: int = 1
    visitors: int = 1
    networks: int = 1


@dataclass(frozen=True)
class LabelSeen:
    """What the records know of a label that was seen; ``days`` in their order, ``codes`` checks of its hidden code.

    ``printed`` is None where no print of this very label was noted, ``gone`` where none of its copies is noted as
    destroyed, lost or spoiled; ``is_issued`` is False for one that no batch has.
    """

    days: Sequence[DaySeen] = ()
    codes: int = 0
    is_issued: bool = True
    issued: dt.date | None = None
    printed: dt.date | None = None
    gone: dt.date | None = None
    valid_until: dt.date | None = None
    stopped: dt.date | None = None


Numbers = Mapping[str, object]
"""What the sentence of a rule is filled with."""


def reasons(seen: LabelSeen) -> list[Finding]:
    """Why a copy may be about: a finding for every rule that applies, the gravest first."""
    found = ((code, rule(seen)) for code, rule in RULES.items())
    return [Finding(Severity.WARNING, code, params=dict(numbers)) for code, numbers in found if numbers is not None]


def _never_issued(seen: LabelSeen) -> Numbers | None:
    return {"count": _visits(seen.days)} if seen.days and not seen.is_issued else None


def _code_again(seen: LabelSeen) -> Numbers | None:
    return {"count": seen.codes} if seen.codes > 1 else None


def _after_gone(seen: LabelSeen) -> Numbers | None:
    return _after(seen, seen.gone)


def _before_print(seen: LabelSeen) -> Numbers | None:
    """Before its issue is said alone: a label is printed after it."""
    return None if _before(seen, seen.issued) else _before(seen, seen.printed)


def _before_issue(seen: LabelSeen) -> Numbers | None:
    return _before(seen, seen.issued)


def _before(seen: LabelSeen, begin: dt.date | None) -> Numbers | None:
    first = next(iter(seen.days), None)
    if first is None or begin is None or first.day >= begin:
        return None
    return {"day": first.day.isoformat(), "begin": begin.isoformat()}


def _many_places(seen: LabelSeen) -> Numbers | None:
    most = max((each.networks for each in seen.days), default=0)
    if len(seen.days) < MANY_DAYS or most < MANY_NETWORKS:
        return None
    return {"days": len(seen.days), "networks": most}


def _burst(seen: LabelSeen) -> Numbers | None:
    greatest = max(seen.days, key=lambda each: each.visits, default=None)
    if greatest is None or (greatest.visits < BURST_VISITS and greatest.visitors < BURST_VISITORS):
        return None
    return {"day": greatest.day.isoformat(), "count": greatest.visits, "visitors": greatest.visitors}


def _after_stop(seen: LabelSeen) -> Numbers | None:
    return _after(seen, seen.stopped)


def _after_expiry(seen: LabelSeen) -> Numbers | None:
    return _after(seen, seen.valid_until)


def _after(seen: LabelSeen, end: dt.date | None) -> Numbers | None:
    """Sightings on days behind ``end``; the day itself still may be before it."""
    later = [each for each in seen.days if end is not None and each.day > end]
    return {"end": end.isoformat(), "count": _visits(later)} if end and later else None


def _visits(days: Sequence[DaySeen]) -> int:
    return sum(each.visits for each in days)


RULES: Mapping[str, Callable[[LabelSeen], Numbers | None]] = {
    "suspicion.never_issued": _never_issued,
    "suspicion.code_again": _code_again,
    "suspicion.after_gone": _after_gone,
    "suspicion.before_issue": _before_issue,
    "suspicion.before_print": _before_print,
    "suspicion.many_places": _many_places,
    "suspicion.burst": _burst,
    "suspicion.after_stop": _after_stop,
    "suspicion.after_expiry": _after_expiry,
}
"""The rules by the codes of their sentences."""


def by_day(parts: Sequence[DaySeen]) -> Iterator[DaySeen]:
    """One entry a day, in order: visits and visitors added up; of networks the most that one source counted."""
    days: dict[dt.date, DaySeen] = {}
    for part in parts:
        before = days.get(part.day, DaySeen(part.day, 0, 0, 0))
        visits, visitors = before.visits + part.visits, before.visitors + part.visitors
        days[part.day] = DaySeen(part.day, visits, visitors, max(before.networks, part.networks))
    return (days[day] for day in sorted(days))
