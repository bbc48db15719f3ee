"""From four lengths on a ruler page to what is done about them."""

from __future__ import annotations

import math

import pytest

from qc_desktop.domain.calibration import PAPERS, Calibration, Measured, correction, paper, paper_of
from tests.samples import refused

SHEET = paper("a4_across")


def printed(point: float, offset: float, scale: float, moved: float = 0.0, parts: int = 10_000) -> float:
    """Where a printer that is off puts a point of a corrected page."""
    return offset + scale * (moved + point * parts / 10_000)


def read(off: Calibration, applied: Calibration) -> Measured:
    """What a person reads on the ruler of a printer that is ``off`` by so much, to a tenth of a millimetre."""
    x = lambda point: printed(point, off.x_mm, off.x_scale / 10_000, applied.x_mm, applied.x_scale)  # noqa: E731
    y = lambda point: printed(point, off.y_mm, off.y_scale / 10_000, applied.y_mm, applied.y_scale)  # noqa: E731
    middle = SHEET.width / 2, SHEET.height / 2
    across = x(middle[0] + SHEET.across / 2) - x(middle[0] - SHEET.across / 2)
    down = y(middle[1] + SHEET.down / 2) - y(middle[1] - SHEET.down / 2)
    return Measured(*(round(value, 1) for value in (x(middle[0]), y(middle[1]), across, down)))


@pytest.mark.parametrize(
    "off",
    [
        Calibration(1.2, -0.7, 10_020, 9_985),
        Calibration(-4.0, 3.1, 9_900, 10_100),
        Calibration(0.0, 0.0, 10_000, 10_000),
        Calibration(7.5, -7.5, 10_150, 9_850),
    ],
)
def test_a_printer_that_is_off_comes_out_right_and_stays_so_when_measured_again(off):
    made = correction(SHEET, read(off, Calibration()), Calibration())
    for _ in range(2):
        for point in (0.0, SHEET.width / 2, SHEET.width):
            assert printed(point, off.x_mm, off.x_scale / 10_000, made.x_mm, made.x_scale) == pytest.approx(
                point, abs=0.15
            )
        for point in (0.0, SHEET.height):
            assert printed(point, off.y_mm, off.y_scale / 10_000, made.y_mm, made.y_scale) == pytest.approx(
                point, abs=0.15
            )
        made = correction(SHEET, read(off, made), made)


def test_a_printer_that_is_right_is_left_alone():
    made = correction(SHEET, Measured(148.5, 105, 250, 170), Calibration())
    assert made.is_none
    assert made.matrix(595.0) == (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    "values",
    [
        (14.85, 105, 250, 170),
        (148.5, 105, 25, 170),
        (148.5, 105, 0, 170),
        (148.5, 105, 250, math.nan),
        (math.inf, 105, 250, 170),
        (105, 148.5, 170, 250),
    ],
)
def test_a_reading_that_cannot_be_right_is_refused_with_what_it_should_be_near(values):
    with refused("calibration.misread") as caught:
        correction(SHEET, Measured(*values), Calibration())
    assert caught.value.params["across"] == "250"


@pytest.mark.parametrize("values", [(10.1, 0), (0, -10.1), (0, 0, 10_301), (0, 0, 10_000, 9_699), (math.nan, 0)])
def test_bounds(values):
    with refused("calibration.range"):
        Calibration(*values)


def test_papers_are_told_by_their_size():
    assert [paper_of(one.width + 0.4, one.height - 0.4) for one in PAPERS] == list(PAPERS)
    assert paper_of(220, 110) is None
    with refused("calibration.unknown_paper"):
        paper("letter")


def test_the_matrix_moves_right_and_down():
    a, b, c, d, e, f = Calibration(1.0, 2.0, 10_100, 9_900).matrix(600.0)
    mm = 72 / 25.4
    assert (a, b, c, d) == (1.01, 0.0, 0.0, 0.99)
    assert (e, f) == pytest.approx((mm, 600 * 0.01 - 2 * mm))
    assert d * 600 + f == pytest.approx(600 - 2 * mm)  # the upper edge goes down by two millimetres
