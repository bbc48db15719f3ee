from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.domain.certificates import (
    CertificateState,
    Serial,
    check_closing,
    check_number_pattern,
    format_number,
    is_expired,
    pattern_from_words,
    pattern_in_words,
)
from tests.samples import refused


def test_the_usual_number():
    assert format_number("QC-{year}-315-{seq:06}", 2026, 128) == "QC-2026-315-000128"


@pytest.mark.parametrize(
    "pattern", ["{year}{seq}", "质证字{seq:04}（{year}）", "第{seq}号〔{year}〕", "A{seq:09}-{year}"]
)
def test_patterns_that_can_be_used(pattern):
    assert check_number_pattern(pattern) == pattern


@pytest.mark.parametrize(
    ("pattern", "said", "in_english"),
    [
        ("QC-{year}-315-{seq:06}", "QC-{年度}-315-{6位流水号}", "QC-{year}-315-{6-digit number}"),
        ("示例{year}第{seq}号", "示例{年度}第{流水号}号", "示例{year}第{number}号"),
        ("示例〔{seq:04}〕{year}", "示例〔{4位流水号}〕{年度}", "示例〔{4-digit number}〕{year}"),
    ],
)
def test_a_pattern_is_read_and_typed_in_words(pattern, said, in_english):
    assert pattern_in_words(pattern) == said
    assert pattern_in_words(pattern, "en") == in_english
    for words in (said, in_english):
        assert pattern_from_words(words) == pattern
        assert pattern_from_words(words.replace("{", "｛").replace("}", "｝")) == pattern
    assert pattern_from_words(pattern) == pattern


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "QC",
        "{year}",
        "{seq}",
        "{year}{year}{seq}",
        "{year}{seq}{seq}",
        "{year}{seq:6}",
        "{year}{seq:010}",
        "{year!r}{seq}",
        "{year}{seq}{x}",
        "{{year}}{seq}",
        "{year}{seq",
        "{year.real}{seq}",
        "{0}{year}{seq}",
    ],
)
def test_patterns_that_cannot(pattern):
    with refused("certificate.number_pattern"):
        check_number_pattern(pattern)


@settings(deadline=None, max_examples=200)
@given(st.integers(1, 99), st.integers(2000, 2099), st.integers(1, 999_999))
def test_a_serial_is_read_back(series, year, sequence):
    serial = Serial(series, year, sequence)
    assert Serial.of(int(serial)) == serial
    assert f"{int(serial):012}" == f"{series:02}{year}{sequence:06}"


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.integers(2000, 2099), st.integers(1, 999_999)), min_size=2, unique=True))
def test_different_serials_have_different_numbers(given_out):
    numbers = [format_number("QC-{year}-315-{seq:06}", *each) for each in given_out]
    assert len(set(numbers)) == len(numbers)


ENDED = [state for state in CertificateState if state is not CertificateState.LIVE]


@pytest.mark.parametrize(("state", "to"), list(product(CertificateState, ENDED)))
def test_only_a_live_certificate_ends(state, to):
    if state is CertificateState.LIVE:
        check_closing(state, to, "示例原因", "QC-1")
    else:
        with refused("certificate.not_live"):
            check_closing(state, to, "示例原因", "QC-1")


def test_ending_needs_a_reason():
    with refused("certificate.reason_needed"):
        check_closing(CertificateState.LIVE, CertificateState.VOID, " ", "QC-1")


def test_the_last_day_is_still_valid():
    last = dt.date(2027, 3, 14)
    assert [is_expired(last, last + dt.timedelta(days=off)) for off in (-1, 0, 1)] == [False, False, True]
    assert not is_expired(None, dt.date.max)
