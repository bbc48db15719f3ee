"""Which columns a roster may have, and what a half hidden code still shows."""

from __future__ import annotations

import pytest

from qc_desktop.domain.roster_columns import COLUMNS, FROZEN, USUAL, chosen, half_hidden, read
from qc_desktop.messages import LANGUAGES, messages
from tests.samples import code, refused


def test_every_column_is_called_something_in_every_language():
    for lang in LANGUAGES:
        names = [messages(lang).text(f"roster_column.{column.key}") for column in COLUMNS]
        assert len(set(names)) == len(COLUMNS)


def test_no_person_and_no_telephone_is_offered():
    assert {"contact", "contacts", "phone", "hotline", "signatory", "legal_representative"}.isdisjoint(FROZEN)


def test_a_half_hidden_code_keeps_its_length_and_hides_who_it_is():
    whole = code(7)
    hidden = half_hidden(whole)
    assert len(hidden) == len(whole)
    assert hidden == f"{whole[:8]}******{whole[-4:]}"
    assert half_hidden("") == ""
    assert half_hidden("短码") == "短码"


def test_typed_columns_stand_in_their_order_and_nothing_means_the_usual_ones():
    assert read("company，certificate_no、 uscc_masked,company") == ["company", "certificate_no", "uscc_masked"]
    assert read("") == list(USUAL)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("company,phone", "roster.column"),
        ("sequence,uscc", "roster.no_name"),
        ("company,uscc,uscc_masked", "roster.code_twice"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(typed, problem):
    with refused(problem):
        chosen(typed.split(","))
