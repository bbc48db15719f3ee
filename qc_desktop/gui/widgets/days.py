"""Days as people type them into a field."""

from __future__ import annotations

from qc_desktop.domain import dates
from qc_desktop.domain.findings import Finding, error


def check_day(text: str) -> list[Finding]:
    """What is wrong with ``text`` as a day."""
    return [] if dates.parse(text) else [error("entry.date_unknown", "", text)]


def tidy_day(text: str) -> str:
    """``text`` in the plain form of a day, where it is one."""
    day = dates.parse(text)
    return day.isoformat() if day else text.strip()
