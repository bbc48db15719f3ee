"""Amounts in yuan as people type them, kept in fen."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)(万?)元?")
_IGNORED = str.maketrans("", "", " ,¥")
MOST_FEN = 10**12
"""Ten thousand million yuan: more is a slip of the hand."""


def parse_yuan(typed: str) -> int:
    """The fen that ``typed`` means: ``1200``, ``１，２００．５０``, ``￥1,200元``, ``1.2万``; empty is nothing.

    Raises ValueError for what is no amount, has more than two decimals, is below zero or beyond MOST_FEN.
    """
    plain = unicodedata.normalize("NFKC", typed).translate(_IGNORED)
    if not plain:
        return 0
    match = _AMOUNT.fullmatch(plain)
    if match is None:
        raise ValueError(typed)
    fen = Decimal(match[1]) * (1_000_000 if match[2] else 100)
    if fen != int(fen) or fen > MOST_FEN:
        raise ValueError(typed)
    return int(fen)


def yuan(fen: int) -> str:
    """``fen`` in yuan with two decimals: ``1200.50``."""
    return f"{fen // 100}.{fen % 100:02}"
