"""Dates and times as the association writes them, all on the clock of Asia/Shanghai whatever the PC's time zone is.

Every moment that a person reads goes through :func:`local`; a test holds the program to it.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

SHANGHAI = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")
_NUMERIC = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
YEARS = range(1900, 2200)
"""No day of an office lies elsewhere; the calendar's own ends leave no room for the day before or after."""


def now() -> dt.datetime:
    """The present moment, UTC, to the microsecond."""
    return dt.datetime.now(dt.UTC)


def local(moment: dt.datetime) -> dt.datetime:
    """``moment`` (with its time zone) on the clock in Shanghai."""
    return moment.astimezone(SHANGHAI)


def utc_text(moment: dt.datetime) -> str:
    """``moment`` (with its time zone) in UTC to the microsecond, as published files and the ledger hold it."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def today() -> dt.date:
    """The present calendar day in Shanghai."""
    return local(now()).date()


def chinese(day: dt.date) -> str:
    """``2026年3月15日`` (GB/T 9704-2012, 7.3.5.4: Arabic figures, no leading zeros)."""
    return f"{day.year}年{day.month}月{day.day}日"


def last_valid_day(first: dt.date, years: int = 1) -> dt.date:
    """The last day of a validity of ``years`` years that begins on ``first``: the day before its anniversary."""
    try:
        anniversary = first.replace(year=first.year + years)
    except ValueError:  # 29 February
        anniversary = first.replace(year=first.year + years, month=3, day=1)
    return anniversary - dt.timedelta(days=1)


def parse(text: str) -> dt.date | None:
    """The date written in ``text`` (2026-3-5, 2026.03.05, 2026年3月5日, 20260305), or None; see YEARS."""
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _NUMERIC.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups()[:3])
    if year not in YEARS:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
