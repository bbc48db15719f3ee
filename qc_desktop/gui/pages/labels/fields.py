"""Numbers as people type them into a form of labels."""

from __future__ import annotations

from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.text import clean_code

_MOST_DIGITS = 10


def whole(text: str) -> int | None:
    """The whole number in ``text``, full-width digits and thousands separators allowed; None for another text."""
    plain = clean_code(text).replace(",", "")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= _MOST_DIGITS else None


def check_count(text: str) -> list[Finding]:
    """What is wrong with ``text`` as a number of labels."""
    found = whole(text)
    return [] if found else [error("label.no_number", "", text, typed=text)]


def tidy_count(text: str) -> str:
    """``text`` in plain digits, where it is a number."""
    found = whole(text)
    return text.strip() if found is None else str(found)


def length(text: str) -> float | None:
    """The millimetres in ``text``; None for another text."""
    try:
        return float(clean_code(text).replace(",", "."))
    except ValueError:
        return None
