"""Yuan as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qc_desktop.domain.money import MOST_FEN, parse_yuan, yuan


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("", 0),
        ("1200", 120_000),
        ("１，２００．５０", 120_050),
        ("￥1,200元", 120_000),
        ("0.1", 10),
        ("1.2万", 1_200_000),
        (" 3 000 ", 300_000),
    ],
)
def test_what_is_an_amount(typed: str, fen: int) -> None:
    assert parse_yuan(typed) == fen


@pytest.mark.parametrize("typed", ["一千", "-5", "1.234", "1.2.3", "12e3", "1.2345678万", "9" * 13, "NaN"])
def test_what_is_none(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_yuan(typed)


@given(st.integers(0, MOST_FEN))
def test_what_is_shown_can_be_typed(fen: int) -> None:
    assert parse_yuan(yuan(fen)) == fen
