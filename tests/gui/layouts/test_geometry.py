from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qc_desktop.documents.layout.extents import Extent
from qc_desktop.gui.pages.layouts.editor import geometry

PAGE = (297.0, 210.0)
BOX = Extent(20.0, 30.0, 40.0, 10.0)


def test_a_box_snaps_to_the_edge_of_a_neighbour() -> None:
    lines = geometry.lines_of([Extent(100.0, 100.0, 50.0, 50.0)], PAGE)
    snap = geometry.snapped(Extent(99.2, 60.4, 40.0, 10.0), lines, 2.0)
    assert snap.dx == pytest.approx(0.8)
    assert snap.across == (100.0,)
    assert snap.down == ()
    assert 60.4 + snap.dy == pytest.approx(60.0)


def test_the_middle_of_the_page_draws_too() -> None:
    snap = geometry.snapped(Extent(128.0, 100.0, 40.0, 10.0), geometry.lines_of([], PAGE), 1.0)
    assert 128.0 + snap.dx + 20.0 == pytest.approx(148.5)


@pytest.mark.parametrize("edge", geometry.EDGES)
@given(dx=st.floats(-300, 300), dy=st.floats(-300, 300))
def test_no_edge_draws_a_box_inside_out(edge: str, dx: float, dy: float) -> None:
    made = geometry.resized(BOX, edge, dx, dy)
    assert made.width >= geometry.LEAST_SIDE - 1e-9
    assert made.height >= geometry.LEAST_SIDE - 1e-9
    if "w" not in edge:
        assert made.x == BOX.x
    if "n" not in edge:
        assert made.y == BOX.y


@given(dx=st.floats(-900, 900), dy=st.floats(-900, 900))
def test_what_is_moved_stays_on_the_page(dx: float, dy: float) -> None:
    boxes = [BOX, Extent(250.0, 2.0, 60.0, 20.0)]
    by = geometry.held(boxes, dx, dy, PAGE)
    for box in (one.moved(*by) for one in boxes):
        assert box.x >= 0.0
        assert box.y >= 0.0
        assert box.x <= PAGE[0] - geometry.LEAST_SEEN
        assert box.y <= PAGE[1] - geometry.LEAST_SEEN
    if 0.0 <= 20.0 + dx <= 62.0 and 0.0 <= 2.0 + dy <= 177.0:
        assert by == (dx, dy)


def test_what_stands_off_the_page_is_not_drawn_back_by_a_step() -> None:
    off = [Extent(-4.0, 300.0, 10.0, 10.0)]
    assert geometry.held(off, 0.1, -0.1, PAGE) == (0.1, -0.1)
    assert geometry.held(off, -0.1, 0.1, PAGE) == (0.0, 0.0)


def test_no_edge_goes_over_the_pages_left_or_upper_edge() -> None:
    made = geometry.resized(BOX, "nw", -100.0, -100.0)
    assert (made.x, made.y, made.right, made.bottom) == (0.0, 0.0, BOX.right, BOX.bottom)


@pytest.mark.parametrize("how", geometry.ALIGNMENTS)
def test_one_box_lines_up_with_the_page_and_several_with_each_other(how: str) -> None:
    (alone,) = geometry.aligned([BOX], how, PAGE)
    moved = BOX.moved(*alone)
    edges = {
        "left": moved.x,
        "right": moved.right - 297.0,
        "centre": moved.x + 20.0 - 148.5,
        "top": moved.y,
        "bottom": moved.bottom - 210.0,
        "middle": moved.y + 5.0 - 105.0,
    }
    assert edges[how] == pytest.approx(0.0)
    boxes = [BOX, Extent(90.0, 80.0, 20.0, 30.0)]
    first, second = (box.moved(*by) for box, by in zip(boxes, geometry.aligned(boxes, how, PAGE), strict=True))
    sides = {"left": "x", "right": "right", "top": "y", "bottom": "bottom"}
    if how in sides:
        assert getattr(first, sides[how]) == pytest.approx(getattr(second, sides[how]))


def test_gaps_become_equal_and_the_outer_ones_stay() -> None:
    boxes = [Extent(0.0, 0.0, 10.0, 5.0), Extent(15.0, 0.0, 10.0, 5.0), Extent(80.0, 0.0, 20.0, 5.0)]
    moved = [box.moved(*by) for box, by in zip(boxes, geometry.spread(boxes, across=True), strict=True)]
    assert moved[1].x - moved[0].right == pytest.approx(moved[2].x - moved[1].right)
    assert (moved[0], moved[2]) == (boxes[0], boxes[2])
    assert geometry.spread(boxes[:2], across=False) == [(0.0, 0.0)] * 2
