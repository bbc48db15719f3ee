"""Reasons to suspect a copy: each rule speaks at its threshold, and is silent just below it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from qc_desktop.domain.suspicion import RULES, DaySeen, LabelSeen, by_day, reasons
from qc_desktop.messages import messages

DAY = dt.date(2026, 3, 15)
NEXT = DAY + dt.timedelta(days=1)


def on(days: int, **each: int) -> tuple[DaySeen, ...]:
    return tuple(DaySeen(DAY + dt.timedelta(days=at), **each) for at in range(days))


CASES = [
    ("never_issued", LabelSeen(on(1), is_issued=False), {"is_issued": True}),
    ("code_again", LabelSeen(codes=2), {"codes": 1}),
    ("after_gone", LabelSeen(on(2), gone=DAY), {"gone": NEXT}),
    ("before_issue", LabelSeen(on(1), issued=NEXT, printed=NEXT), {"issued": DAY, "printed": DAY}),
    ("before_print", LabelSeen(on(1), issued=DAY, printed=NEXT), {"printed": DAY}),
    ("many_places", LabelSeen(on(5, networks=3)), {"days": on(5, networks=2)}),
    ("many_places", LabelSeen(on(5, networks=3)), {"days": on(4, networks=3)}),
    ("burst", LabelSeen(on(1, visits=50)), {"days": on(1, visits=49)}),
    ("burst", LabelSeen(on(1, visits=21, visitors=20)), {"days": on(1, visits=21, visitors=19)}),
    ("after_stop", LabelSeen(on(2), stopped=DAY), {"stopped": None}),
    ("after_expiry", LabelSeen(on(2), valid_until=DAY), {"valid_until": NEXT}),
]


@pytest.mark.parametrize(("rule", "seen", "less"), CASES)
def test_a_rule_speaks_at_its_threshold_and_not_below(rule, seen, less):
    (found,) = reasons(seen)
    assert found.code == f"suspicion.{rule}"
    for language in ("zh_CN", "en"):
        said = messages(language).text(found.code, **found.params)
        assert "{" not in said
        assert any(map(str.isdigit, said))
    assert reasons(dataclasses.replace(seen, **less)) == []


def test_every_rule_has_a_case_and_an_ordinary_label_has_none():
    assert {f"suspicion.{rule}" for rule, *_ in CASES} == set(RULES)
    assert (
        reasons(LabelSeen(on(3, visits=4, visitors=2, networks=2), codes=1, printed=DAY, valid_until=dt.date.max)) == []
    )


def test_sources_of_a_day_are_added_up():
    parts = [DaySeen(NEXT), DaySeen(DAY, 3, 2, 2), DaySeen(DAY, 4, 1, 1)]
    assert list(by_day(parts)) == [DaySeen(DAY, 7, 3, 2), DaySeen(NEXT)]
