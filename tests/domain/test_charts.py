"""Where the parts of a chart stand: inside, apart from one another, as long as their numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qc_desktop.domain.chart_layout import Laid, lay_out
from qc_desktop.domain.charts import Chart, Climb, Kind, Mark, Role

EM = 16.0


def measure(text: str) -> float:
    return sum(EM if ord(char) > 0x2000 else EM / 2 for char in text)


def laid(chart: Chart, width: float = 400, height: float = 200) -> Laid:
    return lay_out(chart, width, height, EM, measure)


def extent(made: Laid) -> list[tuple[float, float]]:
    """The left and right end of every text."""
    shift = {-1: 0.0, 0: 0.5, 1: 1.0}
    return [
        (words.x - shift[words.align] * measure(words.text), words.x + (1 - shift[words.align]) * measure(words.text))
        for words in made.words
    ]


names = st.text(alphabet="承诺企业制造业信息传输、软件和技术服务业ABC", min_size=1, max_size=24)
marks = st.lists(
    st.builds(Mark, label=names, value=st.integers(0, 120_000), key=st.just("k"), note=st.sampled_from(["", "12.5%"])),
    min_size=1,
    max_size=34,
)


@given(marks=marks, width=st.floats(320, 1200))
def test_rows_stay_inside_and_apart(marks: list[Mark], width: float) -> None:
    made = laid(Chart("x", "x", Kind.ROWS, tuple(marks)), width)
    assert len(made.spots) == len(marks)
    assert all(left >= -0.01 and right <= width + 0.01 for left, right in extent(made))
    for one, other in zip(made.spots, made.spots[1:], strict=False):
        apart = other[1] >= one[1] + one[3] - 0.01 or other[0] >= one[0] + one[2]
        assert apart
    written = {words.text for words in made.words}
    assert all(mark.number in written for mark in marks)
    assert made.height >= max(y + high for _, y, _, high in made.spots) - 0.01


@given(marks=marks)
def test_bars_are_as_long_as_their_numbers(marks: list[Mark]) -> None:
    made = laid(Chart("x", "x", Kind.ROWS, tuple(marks)))
    most = max(mark.value for mark in marks)
    long = max((box.width for box in made.boxes), default=0)
    some = [mark for mark in marks if mark.value]
    assert len(made.boxes) == len(some)
    for mark, box in zip(some, made.boxes, strict=True):
        assert box.width == pytest.approx(max(1.0, long * mark.value / most), abs=1.01)


@given(marks=marks, width=st.floats(200, 1200))
def test_columns_stay_inside(marks: list[Mark], width: float) -> None:
    plain = tuple(Mark(str(2000 + place), mark.value, "k") for place, mark in enumerate(marks))
    made = laid(Chart("x", "x", Kind.COLUMNS, plain, legend=((Role.BAR, "公告"),)), width)
    assert all(box.x >= -0.01 and box.x + box.width <= width + 0.01 for box in made.boxes)
    assert all(box.y >= -0.01 and box.y + box.height <= 200.01 for box in made.boxes)


def test_a_part_stands_before_its_whole() -> None:
    made = laid(Chart("x", "x", Kind.COLUMNS, (Mark("2026", 25, behind=100, strong=True),)))
    whole, part = made.boxes
    assert (whole.role, part.role) == (Role.BEHIND, Role.STRONG)
    assert part.height == pytest.approx(whole.height / 4)
    assert part.y + part.height == whole.y + whole.height
    assert "25 / 100" in {words.text for words in made.words}


def test_lines_climb_and_their_ends_do_not_meet() -> None:
    climbs = (Climb("2026", (0, 5, 10), Role.LINE), Climb("2025", (0, 2, 6, 10, 10), Role.LINE_BEFORE))
    made = laid(Chart("x", "x", Kind.LINES, (), climbs, ("1/1", "1/8", "1/15", "1/22", "1/29")))
    _, now, before = made.paths
    assert [y for _, y in now.points] == sorted((y for _, y in now.points), reverse=True)
    assert now.points[2][0] == before.points[2][0]
    ends = [words for words in made.words if words.text == "10"]
    assert abs(ends[0].y - ends[1].y) >= EM
    assert all(right <= 400.01 for _, right in extent(made))


def test_a_chart_of_nothing_is_empty() -> None:
    assert Chart("x", "x", Kind.ROWS, (Mark("甲", 0),)).is_empty
    assert Chart("x", "x", Kind.LINES, (), (Climb("2026", (), Role.LINE),)).is_empty
    assert not Chart("x", "x", Kind.COLUMNS, (Mark("2026", 0, behind=3),)).is_empty
    for kind in Kind:
        assert laid(Chart("x", "x", kind)).spots == ()
