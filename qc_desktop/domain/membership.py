"""What terms make of a company on a day, and which terms can stand beside each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qc_desktop.domain import dates
from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.findings import Finding, error, warning

ONE_DAY = dt.timedelta(days=1)


class MembershipStatus(StrEnum):
    """How a company stands as a member on a day; the first that applies holds."""

    CURRENT = "current"
    GRACE = "grace"
    UPCOMING = "upcoming"
    LAPSED = "lapsed"
    NONE = "none"


@dataclass(frozen=True)
class Term:
    """One term, first and last day included; without a last day it goes on."""

    member_tier: MemberTier
    starts_on: dt.date
    ends_on: dt.date | None = None
    remark: str = ""

    def holds(self, day: dt.date) -> bool:
        """Whether ``day`` lies within the term."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def meets(self, other: Term) -> bool:
        """Whether the two have a day in common."""
        return (self.ends_on is None or other.starts_on <= self.ends_on) and (
            other.ends_on is None or self.starts_on <= other.ends_on
        )


def status(terms: Iterable[Term], day: dt.date, grace_days: int) -> MembershipStatus:
    """How a company with ``terms`` stands on ``day``; for ``grace_days`` after a term's last day there is grace."""
    known = list(terms)
    if any(term.holds(day) for term in known):
        return MembershipStatus.CURRENT
    ended = [term.ends_on for term in known if term.ends_on is not None and term.ends_on < day]
    if ended and (day - max(ended)).days <= grace_days:
        return MembershipStatus.GRACE
    if any(term.starts_on > day for term in known):
        return MembershipStatus.UPCOMING
    return MembershipStatus.LAPSED if ended else MembershipStatus.NONE


def check(term: Term, others: Sequence[Term]) -> list[Finding]:
    """What is wrong with ``term`` beside the ``others`` of its company; a gap before it is only remarked on."""
    if term.member_tier is MemberTier.NON_MEMBER:
        return [error("member.tier_missing", "member_tier")]
    if term.ends_on is not None and term.ends_on < term.starts_on:
        return [error("member.ends_before_start", "ends_on", term.ends_on.isoformat())]
    met = next((other for other in others if term.meets(other)), None)
    if met is not None:
        return [error("member.overlap", "starts_on", first=met.starts_on, last=met.ends_on or "…")]
    gap = gap_before(term, others)
    return [warning("member.gap", "starts_on", days=gap)] if gap else []


def gap_before(term: Term, others: Iterable[Term]) -> int:
    """The days without membership between the term before and ``term``; 0 where none came before."""
    ended = [other.ends_on for other in others if other.ends_on is not None and other.ends_on < term.starts_on]
    return (term.starts_on - max(ended)).days - 1 if ended else 0


def renewed(terms: Sequence[Term], years: int, day: dt.date, grace_days: int) -> Term | Finding:
    """The next term of ``years`` years in the tier of the last, from the day after it; why there is none else.

    Where the membership has lapsed by ``day``, it begins anew on that day: nobody is made a member of the past.
    """
    last = max(terms, key=lambda term: term.starts_on, default=None)
    if last is None:
        return error("member.no_term", "starts_on")
    if last.ends_on is None:
        return error("member.goes_on", "ends_on", first=last.starts_on)
    lapsed = status(terms, day, grace_days) is MembershipStatus.LAPSED
    begins = day if lapsed else last.ends_on + ONE_DAY
    return Term(last.member_tier, begins, dates.last_valid_day(begins, years))
