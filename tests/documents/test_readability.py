"""What comes out of a printer is read after wear and by a phone held askew, as the design says, and not beyond reason.

A small sample with a fixed seed; ``./run bench readability`` takes more of everything. The table lies in
``out/readability.txt`` afterwards.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.readability.conditions import CONDITIONS, Condition
from benchmarks.readability.reading import Share, shares, table
from benchmarks.readability.wear import spot
from tests import readers

pytestmark = pytest.mark.skipif(bool(readers.missing()), reason=f"not installed: {', '.join(readers.missing())}")

OUT = Path(__file__).parents[2] / "out"
SAMPLES = (("certificate 10-M", 300), ("label 7-M", 600), ("label 9-Q", 300))
"""Each kind where its modules are smallest."""
COUNT = 2
JUDGED = tuple(condition for condition in CONDITIONS if condition.kinds)


@pytest.fixture(scope="module")
def found() -> list[Share]:
    seen = list(shares(SAMPLES, JUDGED, COUNT))
    OUT.mkdir(exist_ok=True)
    (OUT / "readability.txt").write_text(table(seen), encoding="utf-8")
    return seen


def test_worn_symbols_are_read_as_designed_and_controls_are_not(found: list[Share]) -> None:
    print(table(found))
    assert [share for share in found if not share.is_right] == [], table(found)


def test_both_ways_of_failing_are_caught() -> None:
    """A symbol with more gone than its level restores falls below the floor; a control that is read is none."""
    ruined = Condition("half of it rubbed off", spot(50, dark=False))
    harmless = Condition("control: nothing", control=True)
    assert not any(share.is_right for share in shares([("label 9-Q", 300)], [ruined], 1) if share.reader == "zxing")
    assert not any(share.is_right for share in shares([("label 9-Q", 300)], [harmless], 1))
