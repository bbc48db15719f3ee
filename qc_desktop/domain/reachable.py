"""Telephone numbers and mail addresses as people write them: what cannot be one is remarked on, never refused."""

from __future__ import annotations

import re
import unicodedata

from qc_desktop.domain.findings import Finding, warning

MOBILE_DIGITS = 11
_BETWEEN = re.compile(r"[、,;/]|\s+或\s*")
_EXTENSION = re.compile(r"(?:转|分机|ext\.?|x)\s*\d+$", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[\d\s().-]+")
_FEWEST, _MOST = 3, 20
"""How many digits a number can have: 110 and 12315 are some, as is one with country, area and exchange."""
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def check_phone(text: str) -> list[Finding]:
    """What is odd about ``text`` as one telephone number or several."""
    plain = unicodedata.normalize("NFKC", text)
    for number in filter(None, (piece.strip() for piece in _BETWEEN.split(plain))):
        bare = _EXTENSION.sub("", number).strip()
        digits = re.sub(r"\D", "", bare)
        if not _NUMBER.fullmatch(bare) or not _FEWEST <= len(digits) <= _MOST:
            return [warning("entry.phone_odd", value=text)]
        if digits == bare and re.match(r"1[3-9]", digits) and len(digits) in (MOBILE_DIGITS - 1, MOBILE_DIGITS + 1):
            return [warning("entry.mobile_digits", value=text, digits=len(digits))]
    return []


def check_email(text: str) -> list[Finding]:
    """What is odd about ``text`` as a mail address."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return [] if not plain or _EMAIL.fullmatch(plain) else [warning("row.email_odd", value=text)]
