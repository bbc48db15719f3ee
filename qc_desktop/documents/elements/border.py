"""A border: a guilloche whose waves end alike at every corner, or plain lines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.base import Drawn, Element, flipped, ink
from qc_desktop.documents.elements.ornament import petals
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.pdf.drawing import Drawing
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout

_WAVE = 6.4
"""About how long one wave is, in mm; a side takes a whole number of them."""
_THREADS, _TOGETHER = 6, 4
"""The threads of a wave, and how many waves are drawn as one part where there are so many left."""
_LOBES, _TURNS = 12, 3

Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True, eq=False)
class Border(Element):
    """Lines around the page, ``band`` mm deep; the waves of a guilloche have the colour ``wave``."""

    KIND: ClassVar[str] = "border"
    LAYER: ClassVar[str] = "art"

    style: str = fields.choice("guilloche", "double", "plain")
    band: float = fields.mm(8.0, 1.0, 40.0)
    colour: str = fields.colour("main")
    wave: str = fields.colour("accent")

    def art(self, layout: Layout, colours: Mapping[str, str]) -> Drawn:
        """The border."""
        box, band = flipped(layout, self), self.band * POINTS_PER_MM
        main = ink(colours, self.colour)
        if self.style == "plain":
            return Drawn(_outer(box, main))
        if self.style == "double":
            x, y, width, height = box
            inner = drawing.rectangle(x + band, y + band, width - 2 * band, height - 2 * band)
            return Drawn(_outer(box, main) + drawing.stroke(main, 0.6) + inner + b"S\n")
        waves = _waves(box, band, ink(colours, self.wave), self.id)
        return Drawn(waves + _rails(box, band, main), _parts(box, band, self.id))


def fits(border: Border) -> bool:
    """Whether the sides are long enough for the waves between the corners."""
    return min(border.width, border.height) >= 2 * border.band + _WAVE


def _parts(box: Rectangle, band: float, name: str) -> dict[str, Drawing]:
    across, up = _sides(box, band)
    return {
        f"{name}X": _wave(across[0], band, 1),
        f"{name}X{_TOGETHER}": _wave(across[0], band, _TOGETHER),
        f"{name}Y": _wave(up[0], band, 1, upright=True),
        f"{name}Y{_TOGETHER}": _wave(up[0], band, _TOGETHER, upright=True),
        f"{name}C": petals(band * 0.3, band * 0.13, _LOBES, 3, _TURNS),
    }


def _sides(box: Rectangle, band: float) -> tuple[tuple[float, int], tuple[float, int]]:
    """For the long and the short sides: the length of a wave in points, and how many."""
    lengths = (box[2] - 2 * band, box[3] - 2 * band)
    counts = [max(1, round(length / (_WAVE * POINTS_PER_MM))) for length in lengths]
    return (lengths[0] / counts[0], counts[0]), (lengths[1] / counts[1], counts[1])


def _wave(period: float, band: float, count: int, *, upright: bool = False) -> Drawing:
    """``count`` waves of all threads, from 0 to their length, around the middle of the band."""
    paths = []
    for thread in range(_THREADS):
        shift = 2 * math.pi * (thread + 0.5) / _THREADS

        def point(at: float, shift: float = shift) -> tuple[float, float]:
            phase = 2 * math.pi * at / period + shift
            swing = band * (0.3 * math.cos(phase) + 0.06 * math.cos(3 * phase))
            return (swing, at) if upright else (at, swing)

        paths.append(drawing.curve(point, 0.0, period * count, 6 * count))
    length = period * count
    box = (-band / 2, 0.0, band / 2, length) if upright else (0.0, -band / 2, length, band / 2)
    return Drawing(b"".join(paths) + b"S\n", box)


def _waves(box: Rectangle, band: float, colour: str, name: str) -> bytes:
    x, y, width, height = box
    half = band / 2
    (across, columns), (up, rows) = _sides(box, band)
    calls = []
    for number, many in _runs(columns):
        at = x + band + across * number
        calls.append(drawing.repeated(f"{name}X{many}", ((at, level) for level in (y + half, y + height - half))))
    for number, many in _runs(rows):
        at = y + band + up * number
        calls.append(drawing.repeated(f"{name}Y{many}", ((level, at) for level in (x + half, x + width - half))))
    corners = [(cx, cy) for cx in (x + half, x + width - half) for cy in (y + half, y + height - half)]
    calls += [drawing.turned(f"{name}C", cx, cy, _TURNS) for cx, cy in corners]
    calls += [drawing.circle(cx, cy, band * 0.12) + b"S\n" for cx, cy in corners]
    return drawing.stroke(colour, 0.4) + b"".join(calls)


def _runs(count: int) -> Iterator[tuple[int, str]]:
    """Of ``count`` waves, where a part begins, and how it is called: by how many it is of, where they are several."""
    end = count - count % _TOGETHER
    yield from ((number, str(_TOGETHER)) for number in range(0, end, _TOGETHER))
    yield from ((number, "") for number in range(end, count))


def _outer(box: Rectangle, colour: str) -> bytes:
    return drawing.stroke(colour, 1.4) + drawing.rectangle(*box) + b"S\n"


def _rails(box: Rectangle, band: float, colour: str) -> bytes:
    """The heavy outer line and four fine ones from edge to edge, which leave a square in each corner."""
    x, y, width, height = box
    upright = b"".join(drawing.line(x + at, y, x + at, y + height) for at in (band, width - band))
    level = b"".join(drawing.line(x, y + at, x + width, y + at) for at in (band, height - band))
    return _outer(box, colour) + drawing.stroke(colour, 0.6) + upright + level + b"S\n"
