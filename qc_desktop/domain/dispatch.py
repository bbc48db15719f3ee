"""寄送: from a row of a carrier's list to what went out, with a reason for everything that is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from qc_desktop.domain import dates
from qc_desktop.domain.cells import LARGEST_EXACT, Cell, is_placeholder, lost_its_digits, text_of
from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.text import clean, clean_code

CARRIER_LIMIT = TRACKING_LIMIT = 60
REMARK_LIMIT = 200
MEASURE = 3
"""Tracking numbers of one length from which that length is called usual."""
_NUMBER = re.compile(r"[A-Z0-9-]{2,}", re.IGNORECASE)
"""Letters, figures and hyphens: a formula or a sentence is no tracking number."""


class Way(StrEnum):
    """How a certificate comes to its company."""

    COURIER = "courier"
    POST = "post"
    PICKED_UP = "picked_up"
    EMAIL = "email"


_WAYS = {
    Way.PICKED_UP: ("自取", "领取", "自提", "现场", "上门"),
    Way.EMAIL: ("电子", "邮箱", "邮件", "email", "e-mail"),
    Way.POST: ("邮寄", "挂号", "平信", "邮政", "ems", "中国邮政", "post"),
    Way.COURIER: ("快递", "速运", "物流", "速递", "courier"),
}
"""Words that tell a way, the most telling first."""


@dataclass(frozen=True)
class DispatchDraft:
    """What is said of one dispatch."""

    way: Way
    carrier: str = ""
    tracking_no: str = ""
    sent_on: dt.date | None = None
    remark: str = ""


def way_of(text: str) -> Way | None:
    """The way that ``text`` tells (快递, 自取, EMS, an identifier), or None."""
    plain = clean(text).casefold()
    if plain in [way.value for way in Way]:
        return Way(plain)
    return next((way for way, words in _WAYS.items() if any(word in plain for word in words)), None)


def to_dispatch(row: Mapping[str, Cell]) -> tuple[DispatchDraft, list[Finding]]:
    """What ``row`` (field to cell) says, and what is wrong with it; a row with an error is not taken.

    A tracking number that a spreadsheet kept as a number of more than 15 digits has lost some: it is reported, never
    repaired.
    """
    findings: list[Finding] = []
    tracking = _tracking(row.get("tracking_no", ""), findings)
    carrier = _text(row, "carrier", CARRIER_LIMIT, findings)
    said = _text(row, "way", CARRIER_LIMIT, findings)
    way = way_of(said) or (way_of(carrier) if carrier and not tracking else None)
    if way is None and tracking:
        way = Way.POST if way_of(carrier) is Way.POST else Way.COURIER
    if way is None and not findings:
        findings.append(error("dispatch.nothing_said", "tracking_no", said))
    day = _day(row.get("sent_on", ""), findings)
    return DispatchDraft(
        way or Way.COURIER, carrier, tracking, day, _text(row, "remark", REMARK_LIMIT, findings)
    ), findings


def wrong_day(
    sent_on: dt.date | None, issued_on: dt.date, today: dt.date, number: str, holder: str
) -> Iterator[Finding]:
    """What is wrong with the day on which certificate ``number`` of ``issued_on`` went out to ``holder``."""
    if sent_on is not None and sent_on > today:
        yield error("dispatch.future_day", "sent_on", f"{sent_on}", day=f"{sent_on}", today=f"{today}")
    elif sent_on is not None and sent_on < issued_on:
        whose = {"number": number, "holder": holder}
        yield error("dispatch.before_issue", "sent_on", f"{sent_on}", issued=f"{issued_on}", **whose)


def unusual_lengths(numbers: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Of (carrier, tracking number): those of another length than most with the same carrier and letters, and that
    length in characters. Each carrier has its own form, so a list is measured by itself; a handful tells nothing.
    """
    forms: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for carrier, number in numbers:
        forms[carrier, number.rstrip("0123456789").upper()].append((carrier, number))
    unusual: dict[tuple[str, str], int] = {}
    for alike in forms.values():
        ((usual, count),) = Counter(len(number) for _, number in alike).most_common(1)
        if count >= MEASURE and count * 4 >= len(alike) * 3:
            unusual |= {pair: usual for pair in alike if len(pair[1]) != usual}
    return unusual


def _tracking(cell: Cell, findings: list[Finding]) -> str:
    shown = text_of(cell)
    too_large = isinstance(cell, int | float) and abs(cell) >= LARGEST_EXACT
    broken = isinstance(cell, float) and not cell.is_integer()
    if too_large or broken or (isinstance(cell, str) and lost_its_digits(cell)):
        findings.append(error("dispatch.digits_lost", "tracking_no", shown))
        return ""
    if isinstance(cell, dt.date):
        findings.append(error("dispatch.no_number", "tracking_no", shown))
        return ""
    text = "" if is_placeholder(shown) else clean_code(shown)
    if len(text) > TRACKING_LIMIT:
        findings.append(error("dispatch.too_long", "tracking_no", shown[:80], limit=TRACKING_LIMIT))
    elif text and not _NUMBER.fullmatch(text):
        findings.append(error("dispatch.strange_number", "tracking_no", shown, shown=shown))
        return ""
    return text[:TRACKING_LIMIT]


def _text(row: Mapping[str, Cell], field: str, limit: int, findings: list[Finding]) -> str:
    shown = text_of(row.get(field, ""))
    text = "" if is_placeholder(shown) else clean(shown)
    if len(text) > limit:
        findings.append(error("dispatch.too_long", field, text[:80], limit=limit))
    return text[:limit]


def _day(cell: Cell, findings: list[Finding]) -> dt.date | None:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    shown = text_of(cell)
    if is_placeholder(shown):
        return None
    day = dates.parse(shown)
    if day is None:
        findings.append(error("dispatch.bad_day", "sent_on", shown))
    return day
