"""Shares and changes as they are said: the one place that rounds."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def percent(part: int, whole: int) -> str:
    """``part`` of ``whole`` as ``12.5%``: one decimal, halves away from zero, ``–`` where there is no whole.

    Something never reads 0.0%, and not all never 100.0%.
    """
    if whole <= 0:
        return "–"
    shown = (Decimal(100 * part) / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if shown == 0 and part:
        return "<0.1%"
    if shown == 100 and part < whole:
        return ">99.9%"
    return f"{shown}%"


def change(now: int, before: int) -> tuple[int, str]:
    """How many more or less ``now`` is than ``before``, and the size of that as a percentage of ``before``."""
    return now - before, percent(abs(now - before), before)
