"""What terms make of a company on a day, on the days where it changes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qc_desktop.domain import membership
from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.findings import Finding
from qc_desktop.domain.membership import MembershipStatus, Term

DAY = dt.date
GRACE = 90


def term(first: str, last: str = "", tier: MemberTier = MemberTier.MEMBER) -> Term:
    return Term(tier, DAY.fromisoformat(first), DAY.fromisoformat(last) if last else None)


YEAR = term("2025-01-01", "2025-12-31")
NEXT = term("2026-06-01", "2027-05-31")


@pytest.mark.parametrize(
    ("day", "terms", "expected"),
    [
        ("2024-12-31", [YEAR], "upcoming"),
        ("2025-01-01", [YEAR], "current"),
        ("2025-12-31", [YEAR], "current"),
        ("2026-01-01", [YEAR], "grace"),
        ("2026-03-31", [YEAR], "grace"),
        ("2026-04-01", [YEAR], "lapsed"),
        ("2026-03-31", [YEAR, NEXT], "grace"),
        ("2026-04-01", [YEAR, NEXT], "upcoming"),
        ("2026-06-01", [NEXT, YEAR], "current"),
        ("2099-01-01", [term("2025-01-01")], "current"),
        ("2025-06-01", [], "none"),
    ],
)
def test_the_status_of_a_day(day: str, terms: list[Term], expected: str) -> None:
    assert membership.status(terms, DAY.fromisoformat(day), GRACE) == expected


def test_without_grace_it_lapses_the_day_after() -> None:
    assert membership.status([YEAR], DAY(2026, 1, 1), 0) is MembershipStatus.LAPSED


def codes(found: list[Finding]) -> list[str]:
    return [each.code for each in found]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (term("2025-12-31", "2026-12-30"), ["member.overlap"]),
        (term("2024-01-01", "2025-01-01"), ["member.overlap"]),
        (term("2024-01-01"), ["member.overlap"]),
        (term("2025-03-01", "2025-04-01"), ["member.overlap"]),
        (term("2026-01-01", "2026-12-31"), []),
        (term("2024-01-01", "2024-12-31"), []),
        (term("2026-01-11", "2026-12-31"), ["member.gap"]),
        (term("2026-02-01", "2026-01-31"), ["member.ends_before_start"]),
        (term("2026-01-01", tier=MemberTier.NON_MEMBER), ["member.tier_missing"]),
    ],
)
def test_terms_beside_each_other(wanted: Term, code: list[str]) -> None:
    assert codes(membership.check(wanted, [YEAR])) == code


def test_a_gap_is_counted_in_days_without_membership() -> None:
    assert membership.gap_before(term("2026-01-11"), [YEAR]) == 10


def test_renewing_begins_the_day_after_the_last() -> None:
    following = membership.renewed([YEAR], 1, DAY(2026, 2, 1), GRACE)
    assert following == term("2026-01-01", "2026-12-31")
    assert membership.renewed([YEAR], 5, DAY(2025, 2, 1), GRACE) == term("2026-01-01", "2030-12-31")


def test_renewing_after_a_lapse_begins_today() -> None:
    council = term("2020-01-01", "2020-12-31", MemberTier.COUNCIL)
    following = membership.renewed([council], 1, DAY(2026, 3, 5), GRACE)
    assert following == term("2026-03-05", "2027-03-04", MemberTier.COUNCIL)


def test_what_has_no_end_or_no_beginning_is_not_renewed() -> None:
    for terms, code in ([], "member.no_term"), ([YEAR, term("2026-01-01")], "member.goes_on"):
        found = membership.renewed(terms, 1, DAY(2026, 3, 5), GRACE)
        assert isinstance(found, Finding)
        assert found.code == code


@given(
    starts=st.dates(DAY(2000, 1, 1), DAY(2040, 1, 1)),
    length=st.integers(0, 2000),
    day=st.dates(DAY(2000, 1, 1), DAY(2050, 1, 1)),
    years=st.integers(1, 10),
)
def test_a_renewed_term_never_meets_what_was_there(starts: dt.date, length: int, day: dt.date, years: int) -> None:
    last = Term(MemberTier.MEMBER, starts, starts + dt.timedelta(days=length))
    following = membership.renewed([last], years, day, GRACE)
    assert isinstance(following, Term)
    assert not following.meets(last)
    assert following.ends_on is not None
    assert following.ends_on > following.starts_on
