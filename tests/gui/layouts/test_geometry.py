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
