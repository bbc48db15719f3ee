"""Rows of a list below their headings, on a screen where a Chinese character is as wide as two letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

EMPTY = "–"


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """``rows`` as lines whose columns stand below each other; what is empty is seen to be."""
    filled = [[cell or EMPTY for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*filled, strict=True)]
    return ["  ".join(map(_padded, row, widths)).rstrip() for row in filled]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
