from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qc_desktop.domain.column_widths import asked, fitted, least_of, lines_of

WIDTH = st.floats(0, 60).map(lambda value: round(value, 1))
ROWS = st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[WIDTH] * n), min_size=1, max_size=20))


def test_cells_that_fit_get_what_they_ask_for():
    assert fitted([[4.0, 9.0], [2.0, 3.0]], [2.0, 4.0], 20.0) == (9.0, 4.0)


def test_room_goes_where_it_saves_lines():
    names, products = [12.0] * 20, [11.0] * 19 + [80.0]
    widths = fitted([names, products], [4.0, 4.0], 24.0)
    assert lines_of([names, products], widths)[:19] == [1] * 19


def test_numbers_are_not_broken_and_empty_columns_ask_for_their_heading():
    number = asked(4.0, ["〔2026〕承诺第000001号", ""], len)
    assert (number.least, number.coded, number.filled) == (16, False, True)
    assert asked(4.0, ["QC-2026-315-000001"], len).coded
    empty = asked(4.0, ["", ""], len)
    assert (empty.least, empty.filled) == (4.0, False)
    assert asked(2.0, ["示例很长很长的名称"], len).least == 4.0


def test_a_province_stays_whole_where_the_names_keep_their_part():
    provinces = asked(2.0, ["北京市", "新疆维吾尔自治区"], len)
    names = asked(4.0, ["示例很长很长很长很长的名称"] * 2, len)
    assert least_of([provinces, names], 18.0) == [8, 4.0]
    assert least_of([provinces, names], 17.0) == [4.0, 4.0]
    assert least_of([asked(2.0, [], len)], 30.0) == [2.0]


@given(ROWS, st.floats(5, 120))
def test_columns_never_take_more_than_there_is(rows, room):
    cells = [list(column) for column in zip(*rows, strict=True)]
    least = [2.0] * len(cells)
    widths = fitted(cells, least, room)
    assert sum(widths) <= room + 1e-6
    if sum(least) < room:
        assert all(width >= 2.0 - 1e-6 for width in widths)
