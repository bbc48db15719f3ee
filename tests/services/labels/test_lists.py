"""The lists of agreements and batches: as many questions for many rows as for one, and states as of the day."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from qc_desktop.domain.labels import AgreementState, LabelEventKind
from qc_desktop.services.labels import agreements, batches, ledger, previewing
from qc_desktop.services.labels.agreements import AgreementFilter
from qc_desktop.services.labels.batches import BatchFilter

from .conftest import ORDER, TERMS

DAY = dt.date(2026, 3, 16)


def asked(call):
    """How many statements ``call`` takes."""
    seen = []

    def note(*given):
        seen.append(given[2])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        call()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(seen)


def test_many_batches_take_as_many_questions_as_one(labels):
    labels.issue()
    one = asked(lambda: batches.page(labels.office, BatchFilter()))
    for _ in range(5):
        labels.issue()
    assert asked(lambda: batches.page(labels.office, BatchFilter())) == one


def test_many_agreements_take_as_many_questions_as_one(labels):
    one = asked(lambda: agreements.page(labels.office, AgreementFilter()))
    for place in range(5):
        terms = dataclasses.replace(TERMS, agreement_no=f"SY-{place}")
        agreements.add(labels.office, labels.company_id, terms)
    assert asked(lambda: agreements.page(labels.office, AgreementFilter())) == one


def test_the_list_has_the_balance_of_each(labels):
    labels.issue()
    labels.issue()
    ledger.note(labels.office, "1", LabelEventKind.APPLIED, ledger.Labels(7))
    second, first = batches.page(labels.office, BatchFilter())
    assert (first.balance.remaining, second.balance.remaining) == (93, 100)
    assert [first, second] == [batches.row(labels.office, number) for number in ("1", "2")]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "issued", "state"),
    [
        (dt.date(2026, 1, 1), DAY, 0, AgreementState.IN_FORCE),
        (DAY, dt.date(2026, 12, 31), 100, AgreementState.USED_UP),
        (dt.date(2026, 3, 17), dt.date(2026, 12, 31), 0, AgreementState.AHEAD),
        (dt.date(2026, 1, 1), dt.date(2026, 3, 15), 0, AgreementState.OVER),
    ],
)
def test_the_filter_finds_what_the_row_says(labels, starts_on, ends_on, issued, state):
    office, row = labels.office, labels.agreement
    if issued:
        labels.issue()
    terms = dataclasses.replace(TERMS, starts_on=starts_on, ends_on=ends_on, quantity=100)
    agreements.change(office, row.id, terms, row.row_version)
    for each in AgreementState:
        found = agreements.page(office, AgreementFilter(states=(each.value,), day=DAY))
        assert [one.state(DAY) for one in found] == ([state] if each is state else [])


def test_a_label_is_drawn_before_anything_is_numbered(labels):
    look = previewing.of_order(labels.office, labels.agreement.id, ORDER, "A4-24", 600, 96.0)
    assert look.png.startswith(b"\x89PNG")
    assert int.from_bytes(look.png[16:20]) >= 63.5 / 25.4 * previewing.LEAST_DPI - 2
    assert look.problems == ()
    assert batches.count(labels.office, BatchFilter()) == 0


def test_what_stands_in_the_way_is_told_with_the_picture(labels):
    order = dataclasses.replace(ORDER, count=5000)
    look = previewing.of_order(labels.office, labels.agreement.id, order, "A4-24", 600, 96.0)
    assert look.png
    assert [problem.code for problem in look.problems] == ["label.beyond_quantity"]
    small = previewing.of_order(labels.office, labels.agreement.id, ORDER, "A4-65", 300, 96.0)
    assert not small.png
    assert [problem.code for problem in small.problems] == ["label.needs_600"]
