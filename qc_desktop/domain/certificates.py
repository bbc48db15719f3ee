"""证书: numbers, states, and what may happen to one after its issue."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.errors import UserError

SEQUENCE_LIMIT = 999_999
"""A serial is KKYYYYNNNNNN: six digits count within one series and year."""

LONGEST_PATTERN = 40
SEAL_MM = 45.0
"""The usual diameter of a seal."""
SMALL_SEAL_MM = 42.0
"""That of a local body."""


class CertificateKind(StrEnum):
    """What a certificate says."""

    PLEDGE_DISPLAY = "pledge_display_certificate"
    SURVEY = "survey_certificate"


SERIES: Mapping[CertificateKind, int] = {CertificateKind.PLEDGE_DISPLAY: 1, CertificateKind.SURVEY: 2}


class CertificateState(StrEnum):
    """What stands in the register; *expired* is told by the date, not stored."""

    LIVE = "live"
    VOID = "void"
    REVOKED = "revoked"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Serial:
    """The unchangeable number behind a certificate: series, year and sequence."""

    series: int
    year: int
    sequence: int

    def __int__(self) -> int:
        return (self.series * 10_000 + self.year) * 1_000_000 + self.sequence

    @classmethod
    def of(cls, number: int) -> Serial:
        """The serial written as the decimal number KKYYYYNNNNNN."""
        rest, sequence = divmod(number, 1_000_000)
        series, year = divmod(rest, 10_000)
        return cls(series, year, sequence)


_SEQ = r"\{seq(?::0[1-9])?\}"
_PATTERN = re.compile(rf"[^{{}}]*(?:\{{year\}}[^{{}}]*{_SEQ}|{_SEQ}[^{{}}]*\{{year\}})[^{{}}]*")

_SAID_SEQ = re.compile(r"[{｛](?:(?:([1-9])位)?流水号|(?:([1-9])-digit )?number)[}｝]")
_SAID_YEAR = re.compile(r"[{｛](?:年度|year)[}｝]")
_IN_WORDS: Mapping[str, tuple[str, str, str]] = {
    "zh_CN": ("{年度}", "{流水号}", r"{\1位流水号}"),
    "en": ("{year}", "{number}", r"{\1-digit number}"),
}


class NumberPattern(str):
    """A pattern for a sentence, which says it in the words of its reader."""


def check_number_pattern(pattern: str) -> str:
    """``pattern`` if it names {year} and {seq} or {seq:06} once each and is literal otherwise.

    Narrower than str.format on purpose: the published list carries it, and a web page reads it too. Raises UserError,
    also for one longer than LONGEST_PATTERN or with characters that do not print.
    """
    if not _PATTERN.fullmatch(pattern) or len(pattern) > LONGEST_PATTERN or not pattern.isprintable():
        raise UserError("certificate.number_pattern", pattern=NumberPattern(pattern))
    return pattern


def pattern_in_words(pattern: str, lang: str = "zh_CN") -> str:
    """``pattern`` as staff read and type it: QC-{年度}-315-{6位流水号}, or QC-{year}-315-{6-digit number}."""
    year, number, digits = _IN_WORDS[lang]
    return re.sub(r"\{seq:0([1-9])\}", digits, pattern).replace("{seq}", number).replace("{year}", year)


def pattern_from_words(said: str) -> str:
    """The pattern that :func:`pattern_in_words` says so, in either language; one without such words stays as it is."""
    numbered = _SAID_SEQ.sub(_sequence, said)
    return _SAID_YEAR.sub("{year}", numbered)


def _sequence(said: re.Match[str]) -> str:
    digits = said[1] or said[2]
    return f"{{seq:0{digits}}}" if digits else "{seq}"


def format_number(pattern: str, year: int, sequence: int) -> str:
    """The printed number: ``QC-{year}-315-{seq:06}`` gives QC-2026-315-000128. Raises UserError for a bad pattern."""
    return check_number_pattern(pattern).format(year=year, seq=sequence)


def check_closing(state: CertificateState, to: CertificateState, reason: str, number: str) -> None:
    """Raises UserError unless a certificate may go from ``state`` to ``to``: only a live one, and with a reason."""
    if state is not CertificateState.LIVE:
        raise UserError("certificate.not_live", number=number, state=state)
    if not reason.strip():
        raise UserError("certificate.reason_needed", number=number, to=to)
    bound(reason, REASON)


def is_expired(expires: dt.date | None, today: dt.date) -> bool:
    """Whether ``today`` lies behind the last valid day."""
    return expires is not None and today > expires
