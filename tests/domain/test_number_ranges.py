"""Numbers named in full, by their last digits, and in ranges."""

from __future__ import annotations

import pytest

from qc_desktop.domain.number_ranges import between, is_part, named, place_of
from tests.samples import refused

ALL = [f"QC-2026-315-{place:06}" for place in range(95, 121)]


@pytest.mark.parametrize("typed", ["QC-2026-315-000101", " qc-2026-315-000101", "101", "000101", "１０１"])
def test_one_is_found_however_it_is_spelled(typed):
    assert ALL[place_of(typed, ALL)] == "QC-2026-315-000101"


def test_the_whole_sequence_comes_before_what_only_ends_so():
    assert ALL[place_of("100", ALL)].endswith("000100")
    with refused("print.several_so") as caught:
        place_of("00", ["A-1100", "A-1200"])
    assert caught.value.params["first"] == "A-1100"


@pytest.mark.parametrize("typed", ["", "999", "QC-2026-315-000999", "示例"])
def test_what_is_not_there_is_refused(typed):
    with refused("print.not_among"):
        place_of(typed, ALL)


def test_between_is_inclusive_and_open_at_both_ends():
    assert between(ALL) == ALL
    assert between(ALL, "97", "99") == ALL[2:5]
    assert between(ALL, last="96") == ALL[:2]
    assert between([]) == []
    with refused("print.backwards"):
        between(ALL, "99", "97")


SPANS = ["97～99", "97 ~ 99", "97至99", "97..99", "97-99", "９７－９９", f"{ALL[2]}～{ALL[4]}"]


@pytest.mark.parametrize("span", SPANS)
def test_spans(span):
    assert named([span, "120"], ALL) == [*ALL[2:5], ALL[-1]]


def test_a_number_of_digits_and_a_hyphen_is_no_range() -> None:
    numbers = [f"2026-{place:06}" for place in range(1, 5)]
    assert named(["2026-000003", "1-2"], numbers) == [numbers[2], *numbers[:2]]


@pytest.mark.parametrize("typed", ["～", " ~ ", "至"])
def test_a_mark_alone_is_not_everything(typed):
    with refused("print.not_among"):
        named([typed], ALL)


def test_only_a_few_digits_or_a_range_name_by_part() -> None:
    assert all(map(is_part, ("1", "000128", "１２", "QC-1～QC-3", "118~121")))
    assert is_part("118-121")
    assert not any(map(is_part, ("QC-2026-315-000128", "2026000128")))
