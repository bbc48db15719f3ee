"""The ornament of a certificate: a guilloche border whose waves end alike at every corner, and a pale rosette."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.documents.pdf.drawing import (
    Drawing,
    circle,
    curve,
    fill,
    line,
    rectangle,
    repeated,
    rounded,
    stroke,
    turned,
)

if TYPE_CHECKING:
    from qc_desktop.documents.layout import Box, Layout

_BAND = 8.0
"""The width of the border's band, in mm; the corner squares are as large."""
_WAVE = 6.4
"""About how long one wave is, in mm; a side takes a whole number of them."""
_THREADS = 6


@lru_cache(maxsize=8)
def certificate_art(layout: Layout, scheme: str) -> Drawing:
    """Everything on the page that never changes, texts apart. Raises KeyError for an unknown scheme."""
    colours = layout.schemes[scheme]
    width, height = layout.width * POINTS_PER_MM, layout.height * POINTS_PER_MM
    border = _flipped(layout, layout.boxes["border"])
    operators = [
        _rosette_calls(layout, colours["pale"]),
        _border_calls(border, colours["accent"]),
        _rails(border, colours["main"]),
        _title_rule(layout, colours["accent"]),
        _label_frame(layout, colours["main"]),
    ]
    return Drawing(b"".join(operators), (0.0, 0.0, width, height), _parts(border))


def _flipped(layout: Layout, box: Box) -> tuple[float, float, float, float]:
    """x, y of the lower left corner, width and height of ``box`` in points."""
    k = POINTS_PER_MM
    return box.x * k, (layout.height - box.y - box.height) * k, box.width * k, box.height * k


def _parts(border: tuple[float, float, float, float]) -> dict[str, Drawing]:
    band = _BAND * POINTS_PER_MM
    return {
        "WaveX": _wave(_sides(border)[0], band),
        "WaveY": _wave(_sides(border)[1], band, upright=True),
        "Corner": _petals(band * 0.3, band * 0.13, 12, 3),
        "Rosette": _petals(35 * POINTS_PER_MM, 18 * POINTS_PER_MM, 24, 5),
    }


def _sides(border: tuple[float, float, float, float]) -> tuple[tuple[float, int], tuple[float, int]]:
    """For the long and the short sides: the length of a wave in points, and how many."""
    band = _BAND * POINTS_PER_MM
    lengths = (border[2] - 2 * band, border[3] - 2 * band)
    counts = [round(length / (_WAVE * POINTS_PER_MM)) for length in lengths]
    return (lengths[0] / counts[0], counts[0]), (lengths[1] / counts[1], counts[1])


def _wave(side: tuple[float, int], band: float, *, upright: bool = False) -> Drawing:
    """One wave of all threads, from 0 to its length, around the middle of the band."""
    period = side[0]
    paths = []
    for thread in range(_THREADS):
        shift = 2 * math.pi * (thread + 0.5) / _THREADS

        def point(at: float, shift: float = shift) -> tuple[float, float]:
            phase = 2 * math.pi * at / period + shift
            swing = band * (0.3 * math.cos(phase) + 0.06 * math.cos(3 * phase))
            return (swing, at) if upright else (at, swing)

        paths.append(curve(point, 0.0, period, 6))
    box = (-band / 2, 0.0, band / 2, period) if upright else (0.0, -band / 2, period, band / 2)
    return Drawing(b"".join(paths) + b"S\n", box)


def _petals(radius: float, swing: float, lobes: int, threads: int) -> Drawing:
    """One lobe of a rosette around the origin: the circle ``radius``, each thread swinging by ``swing``."""
    angle = 2 * math.pi / lobes
    paths = []
    for thread in range(threads):
        shift = 2 * math.pi * thread / threads

        def point(at: float, shift: float = shift) -> tuple[float, float]:
            r = radius + swing * math.cos(lobes * at + shift)
            return r * math.cos(at), r * math.sin(at)

        paths.append(curve(point, 0.0, angle, 4))
    reach = radius + swing
    return Drawing(b"".join(paths) + b"S\n", (-reach, -reach, reach, reach))


def _rosette_calls(layout: Layout, colour: str) -> bytes:
    x = layout.width / 2 * POINTS_PER_MM
    y = (layout.height - 108.0) * POINTS_PER_MM
    return stroke(colour, 0.35) + turned("Rosette", x, y, 24)


def _border_calls(border: tuple[float, float, float, float], colour: str) -> bytes:
    x, y, width, height = border
    band = _BAND * POINTS_PER_MM
    half = band / 2
    (across, columns), (up, rows) = _sides(border)
    xs = [x + band + across * number for number in range(columns)]
    ys = [y + band + up * number for number in range(rows)]
    calls = [
        repeated("WaveX", ((at, level) for level in (y + half, y + height - half) for at in xs)),
        repeated("WaveY", ((level, at) for level in (x + half, x + width - half) for at in ys)),
    ]
    corners = [(cx, cy) for cx in (x + half, x + width - half) for cy in (y + half, y + height - half)]
    calls += [turned("Corner", cx, cy, 12) for cx, cy in corners]
    calls += [circle(cx, cy, band * 0.12) + b"S\n" for cx, cy in corners]
    return stroke(colour, 0.4) + b"".join(calls)


def _rails(border: tuple[float, float, float, float], colour: str) -> bytes:
    """The heavy outer line and four fine ones from edge to edge, which leave a square in each corner."""
    x, y, width, height = border
    band = _BAND * POINTS_PER_MM
    upright = b"".join(line(x + at, y, x + at, y + height) for at in (band, width - band))
    level = b"".join(line(x, y + at, x + width, y + at) for at in (band, height - band))
    outer = stroke(colour, 1.4) + rectangle(x, y, width, height) + b"S\n"
    return outer + stroke(colour, 0.6) + upright + level + b"S\n"


def _title_rule(layout: Layout, colour: str) -> bytes:
    """A fine line with a diamond below the title."""
    x = layout.width / 2 * POINTS_PER_MM
    y = (layout.height - 50.5) * POINTS_PER_MM
    near, far, half = 4.5 * POINTS_PER_MM, 45 * POINTS_PER_MM, 3.6
    rules = stroke(colour, 0.7) + line(x - far, y, x - near, y) + line(x + near, y, x + far, y) + b"S\n"
    corners = (x - half, y, x, y + half, x + half, y, x, y - half)
    return rules + fill(colour) + b"%.2f %.2f m %.2f %.2f l %.2f %.2f l %.2f %.2f l h f\n" % corners


def _label_frame(layout: Layout, colour: str) -> bytes:
    box = _flipped(layout, layout.boxes["label"])
    return stroke(colour, 0.7) + b"1 g\n" + rounded(*box, 6.0) + b"B\n"


def seal_ring(layout: Layout, diameter: float) -> bytes:
    """A dashed ring of ``diameter`` mm where the seal goes: for the screen, never for paper."""
    seal = layout.boxes["seal"]
    x, y = seal.x * POINTS_PER_MM, (layout.height - seal.y) * POINTS_PER_MM
    ring = circle(x, y, diameter / 2 * POINTS_PER_MM)
    return b"q [4 3] 0 d " + stroke("#C0392B", 0.8) + ring + b"S Q\n"
