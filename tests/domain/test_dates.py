from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.domain import dates

days = st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31))
D = dt.date


@pytest.mark.parametrize(
    ("first", "years", "last"),
    [
        (D(2026, 3, 15), 1, D(2027, 3, 14)),
        (D(2026, 1, 1), 1, D(2026, 12, 31)),
        (D(2024, 2, 29), 1, D(2025, 2, 28)),
        (D(2024, 2, 29), 4, D(2028, 2, 28)),
        (D(2023, 3, 1), 1, D(2024, 2, 29)),
        (D(2026, 3, 15), 3, D(2029, 3, 14)),
    ],
)
def test_a_validity_ends_the_day_before(first, years, last):
    assert dates.last_valid_day(first, years) == last


@settings(deadline=None, max_examples=200)
@given(days, st.integers(1, 5))
def test_the_next_validity_begins_where_this_one_ends(first, years):
    last = dates.last_valid_day(first, years)
    assert 365 * years - 1 <= (last - first).days <= 366 * years
    following = last + dt.timedelta(days=1)
    assert (following.month, following.day) in {(first.month, first.day), (3, 1)}


@settings(deadline=None, max_examples=200)
@given(days)
def test_every_usual_way_of_writing_a_day_is_read_back(day):
    written = [
        day.isoformat(),
        f"{day:%Y.%m.%d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y%m%d}",
        dates.chinese(day),
        f" {day.year} 年 {day.month} 月 {day.day} 日 ",
        f"{day.isoformat()} 00:00:00",
        day.isoformat().translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)}),
    ]
    assert [dates.parse(text) for text in written] == [day] * len(written)


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-13-01", "2026-02-30", "15-03-2026", "明天", "2026-3", "46096", "2025-02-29", "2026-3-15x"],
)
def test_what_is_no_day(text):
    assert dates.parse(text) is None


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=20))
def test_any_text_is_a_day_or_none(text):
    assert dates.parse(text) is None or isinstance(dates.parse(text), dt.date)


def test_the_day_is_shanghai_s(monkeypatch):
    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return dt.datetime(2026, 3, 14, 16, 30, tzinfo=dt.UTC).astimezone(tz)

    monkeypatch.setattr(dates.dt, "datetime", Clock)
    assert dates.today() == D(2026, 3, 15)


def test_a_day_as_it_is_printed():
    assert dates.chinese(D(2026, 3, 5)) == "2026年3月5日"


@pytest.mark.parametrize("text", ["0001-01-01", "1899-12-31", "9999-12-31", "99991231", "2200年1月1日"])
def test_a_day_beyond_any_office_is_none(text):
    """The calendar ends at 9999-12-31: the day after it, which a renewal asks for, there is none."""
    assert dates.parse(text) is None
