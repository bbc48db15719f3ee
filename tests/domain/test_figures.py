from __future__ import annotations

import pytest

from qc_desktop.domain.figures import change, percent


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (1, 8, "12.5%"),
        (1, 3, "33.3%"),
        (2, 3, "66.7%"),
        (1, 80, "1.3%"),  # 1.25: halves go up, not to even
        (0, 5, "0.0%"),
        (5, 5, "100.0%"),
        (1, 9999, "<0.1%"),
        (9999, 10000, ">99.9%"),
        (0, 0, "–"),
    ],
)
def test_shares(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


def test_changes() -> None:
    assert change(2204, 2168) == (36, "1.7%")
    assert change(1846, 2204) == (-358, "16.2%")
    assert change(3, 0) == (3, "–")
