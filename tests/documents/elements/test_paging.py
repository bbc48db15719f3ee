"""Blocks on pages: none, one, two, many; a block exactly at the foot; no line alone, what belongs together stays so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.documents.elements.paging import Placed, spread
from qc_desktop.documents.elements.part import Stacked


def block(rows: int, gap: float = 0.0, heads: tuple[int, ...] = (0,)) -> Stacked:
    """Rows of 10 mm."""
    return Stacked(gap, 10.0, rows, (), (), heads)


def rows(page: list[Placed]) -> list[tuple[int, int]]:
    return [(placed.piece.first, placed.piece.last) for placed in page]


def test_without_blocks_there_is_one_empty_page() -> None:
    assert spread([], 80, 80) == [[]]


def test_a_block_that_ends_exactly_at_the_foot_stays() -> None:
    (page,) = spread([("alone", block(5)), ("alone", block(2, gap=10.0))], 80, 80)
    assert page[-1].top + page[-1].piece.high == 80
    first, second = spread([("alone", block(5)), ("alone", block(2, gap=10.1))], 80, 80)
    assert (first[-1].piece.last, second[0].top) == (5, 0.0)


def test_no_line_stands_alone_at_foot_or_top() -> None:
    first, second = spread([("alone", block(7)), ("alone", block(4))], 80, 80)
    assert (first[-1].piece.block.rows, sum(last - start for start, last in rows(second))) == (7, 4)
    first, second = spread([("alone", block(6)), ("alone", block(3))], 80, 80)
    assert rows(second) == [(0, 3)]
    first, second = spread([("alone", block(9))], 80, 80)
    assert (rows(first)[-1][1], rows(second)[0][0]) == (7, 7)


def test_paragraphs_within_a_block_begin_where_they_like() -> None:
    first, second = spread([("alone", block(9, heads=(0, 8)))], 80, 80)
    assert (rows(first)[-1][1], rows(second)) == (8, [(8, 9)])


def test_what_is_held_to_something_goes_with_it() -> None:
    first, second = spread([("alone", block(7)), ("above", block(2, gap=5.0))], 80, 80)
    assert (rows(first)[-1][1], [placed.top for placed in second]) == (5, [0.0, 25.0])
    first, second = spread([("alone", block(7)), ("below", block(1)), ("alone", block(3))], 80, 80)
    assert [sum(last - start for start, last in rows(page)) for page in (first, second)] == [7, 4]


def test_later_pages_have_their_own_room() -> None:
    pages = spread([("alone", block(30))], 40, 100)
    assert [sum(last - start for start, last in rows(page)) for page in pages] == [4, 10, 10, 6]


def test_what_must_stay_together_and_is_higher_than_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="40"):
        spread([("below", block(1)), ("alone", block(3))], 35, 35)


@given(
    st.lists(
        st.tuples(st.sampled_from(["alone", "above", "below"]), st.integers(1, 12), st.floats(0, 20)), max_size=12
    ),
    st.floats(150, 400),
    st.floats(150, 400),
)
@settings(max_examples=200, deadline=None)
def test_every_row_stands_once_in_order_and_within_its_page(parts, first: float, later: float) -> None:
    blocks = [(held, block(count, gap)) for held, count, gap in parts]
    try:
        pages = spread(blocks, first, later)
    except ValueError:
        return
    found = [(placed.piece.block, row) for page in pages for placed in page for row in _rows(placed)]
    assert found == [(made, row) for _, made in blocks for row in range(made.rows)]
    for number, page in enumerate(pages):
        ends = [placed.top + placed.piece.high for placed in page]
        assert all(end <= (later if number else first) + 0.01 for end in ends)
        assert [placed.top for placed in page] == sorted(placed.top for placed in page)


def _rows(placed: Placed) -> range:
    return range(placed.piece.first, placed.piece.last)
