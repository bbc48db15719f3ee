"""The fields of elements: what they measure and between which bounds, for reading, checking and the editor."""

from __future__ import annotations

from dataclasses import field
from typing import Any

LONGEST_MM = 1200.0
"""A0 on its long side: no place on a page lies farther."""


def mm(default: float = 0.0, low: float = 0.0, high: float = LONGEST_MM) -> Any:
    """A length in millimetres between ``low`` and ``high``."""
    return field(default=default, metadata={"unit": "mm", "low": low, "high": high})


def points(default: float, low: float = 0.0, high: float = 300.0) -> Any:
    """A size of type, or the weight of a line."""
    return field(default=default, metadata={"unit": "pt", "low": low, "high": high})


def ems(default: float = 0.0, low: float = -1.0, high: float = 10.0) -> Any:
    """A part of the size of type."""
    return field(default=default, metadata={"unit": "em", "low": low, "high": high})


def count(default: int = 1, low: int = 1, high: int = 200) -> Any:
    """A number of things."""
    return field(default=default, metadata={"unit": "", "low": low, "high": high})


def needed(made: Any) -> Any:
    """The same field without a default: it has to be given."""
    return field(metadata=made.metadata)


def choice(default: str, *others: str) -> Any:
    """One of a few words."""
    return field(default=default, metadata={"choices": (default, *others)})


def font(default: str = "serif") -> Any:
    """The name of a font."""
    return field(default=default, metadata={"is": "font"})


def colour(default: str) -> Any:
    """The name of a colour of the scheme, or ``#RRGGBB``; empty for none."""
    return field(default=default, metadata={"is": "colour"})
