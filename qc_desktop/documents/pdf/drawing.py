"""Lines and curves as PDF operators, in points."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

_KAPPA = 0.5522847498
"""The handle of a quarter circle drawn as a Bézier curve."""


def rgb(colour: str) -> bytes:
    """``#RRGGBB`` as three components between 0 and 1."""
    values = bytes.fromhex(colour.removeprefix("#"))
    return b" ".join(b"%.3f" % (value / 255) for value in values)


def stroke(colour: str, width: float) -> bytes:
    """Sets the colour and width (points) of what is stroked next."""
    return rgb(colour) + b" RG %.2f w\n" % width


def fill(colour: str) -> bytes:
    """Sets the colour of what is filled next; black as plain grey, which prints as black ink only."""
    return b"0 g\n" if colour == "#000000" else rgb(colour) + b" rg\n"


def rectangle(x: float, y: float, width: float, height: float) -> bytes:
    """The path of a rectangle from its lower left corner."""
    return b"%.2f %.2f %.2f %.2f re\n" % (x, y, width, height)


def line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """The path of a straight line."""
    return b"%.2f %.2f m %.2f %.2f l\n" % (x0, y0, x1, y1)


def rounded(x: float, y: float, width: float, height: float, radius: float) -> bytes:
    """The path of a rectangle with round corners, from its lower left corner."""
    r, k = radius, radius * (1 - _KAPPA)
    right, top = x + width, y + height
    return b"".join(
        [
            b"%.2f %.2f m %.2f %.2f l\n" % (x + r, y, right - r, y),
            b"%.2f %.2f %.2f %.2f %.2f %.2f c\n" % (right - k, y, right, y + k, right, y + r),
            b"%.2f %.2f l\n" % (right, top - r),
            b"%.2f %.2f %.2f %.2f %.2f %.2f c\n" % (right, top - k, right - k, top, right - r, top),
            b"%.2f %.2f l\n" % (x + r, top),
            b"%.2f %.2f %.2f %.2f %.2f %.2f c\n" % (x + k, top, x, top - k, x, top - r),
            b"%.2f %.2f l\n" % (x, y + r),
            b"%.2f %.2f %.2f %.2f %.2f %.2f c h\n" % (x, y + k, x + k, y, x + r, y),
        ]
    )


def circle(x: float, y: float, radius: float) -> bytes:
    """The path of a circle around x, y."""
    return rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)


def curve(point: Callable[[float], tuple[float, float]], start: float, end: float, segments: int) -> bytes:
    """The path of a smooth parametric curve: Bézier segments whose ends and tangents lie on it."""
    step = (end - start) / segments
    x, y = point(start)
    parts = [b"%.2f %.2f m\n" % (x, y)]
    for number in range(segments):
        at, after = start + number * step, start + (number + 1) * step
        (x0, y0), (x3, y3) = point(at), point(after)
        (dx0, dy0), (dx3, dy3) = _slope(point, at), _slope(point, after)
        third = step / 3
        handles = (x0 + dx0 * third, y0 + dy0 * third, x3 - dx3 * third, y3 - dy3 * third)
        parts.append(b"%.2f %.2f %.2f %.2f %.2f %.2f c\n" % (*handles, x3, y3))
    return b"".join(parts)


def _slope(point: Callable[[float], tuple[float, float]], at: float) -> tuple[float, float]:
    tiny = 1e-5
    (x0, y0), (x1, y1) = point(at - tiny), point(at + tiny)
    return (x1 - x0) / (2 * tiny), (y1 - y0) / (2 * tiny)


@dataclass(frozen=True)
class Drawing:
    """Operators and the smaller drawings they repeat, by resource name; ``box`` bounds it, in points."""

    operators: bytes
    box: tuple[float, float, float, float]
    parts: dict[str, Drawing] = field(default_factory=dict)


def repeated(name: str, offsets: Iterable[tuple[float, float]]) -> bytes:
    """The part ``name`` drawn at each offset."""
    return b"".join(b"q 1 0 0 1 %.3f %.3f cm /%b Do Q\n" % (x, y, name.encode()) for x, y in offsets)


def turned(name: str, x: float, y: float, count: int) -> bytes:
    """The part ``name`` drawn ``count`` times around x, y."""
    return b"".join(_turned_once(name, x, y, 2 * math.pi * number / count) for number in range(count))


def _turned_once(name: str, x: float, y: float, angle: float) -> bytes:
    c, s = math.cos(angle), math.sin(angle)
    return b"q %.5f %.5f %.5f %.5f %.3f %.3f cm /%b Do Q\n" % (c, s, -s, c, x, y, name.encode())
