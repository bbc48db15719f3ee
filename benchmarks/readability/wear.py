"""What happens to a print before it is read: ink, dirt, age, and the hand that holds the phone.

Lengths are in millimetres on the paper, ink in percent of a module's width, covers in percent of the symbol's area
(quiet zone apart), angles in degrees. All of it is done to the print on its grid, then seen by a camera.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.readability.prints import GRID, Pixels, Print

Wear: TypeAlias = Callable[[Print, random.Random], Pixels]
"""What is left of the paper; shape and places stay."""
PIXELS_A_MM = GRID / 25.4
FINDER = 8
"""Modules on a side of a finder with its separator, which no error correction covers."""


def ink(percent: float) -> Wear:
    """Every dark bar grows by so much of a module, half of it on each side; shrinks where it is negative."""

    def spread(made: Print, _chance: random.Random) -> Pixels:
        by_a_pixel = ImageFilter.MinFilter(3) if percent > 0 else ImageFilter.MaxFilter(3)
        paper = Image.fromarray(made.paper)
        for _ in range(round(abs(percent) / 200 * made.module)):
            paper = paper.filter(by_a_pixel)
        return np.asarray(paper)

    return spread


def spot(percent: float, *, dark: bool) -> Wear:
    """One round spot of ink (``dark``) or of rubbed-off print, anywhere on the symbol but on a finder."""

    def cover(made: Print, chance: random.Random) -> Pixels:
        radius = math.sqrt(percent / 100 / math.pi) * made.side
        x, y = _beside_finders(made, radius, chance)
        return _painted(made, [(x, y, radius)], dark=dark)

    return cover


def specks(percent: float, across: float) -> Wear:
    """Many round spots ``across`` mm wide, dark and light, off the finders."""

    def cover(made: Print, chance: random.Random) -> Pixels:
        radius = across / 2 * PIXELS_A_MM
        count = round(percent / 100 * made.side**2 / (math.pi * radius**2))
        places = [(*_beside_finders(made, radius, chance), radius) for _ in range(count)]
        dark = _painted(made, places[::2], dark=True)
        light = _painted(made, places[1::2], dark=False)
        return np.where(light != made.paper, light, dark)

    return cover


def scratch(wide: float) -> Wear:
    """A scratch from side to side, between the finders, slightly slanting."""

    def cover(made: Print, chance: random.Random) -> Pixels:
        margin = (FINDER + 2) * made.module
        level = made.top + chance.uniform(margin, made.side - margin)
        slant = math.tan(math.radians(chance.uniform(-2, 2))) * made.paper.shape[1] / 2
        paper = Image.fromarray(made.paper)
        ends = (0, level - slant, made.paper.shape[1], level + slant)
        ImageDraw.Draw(paper).line(ends, fill=255, width=round(wide * PIXELS_A_MM))
        return np.asarray(paper)

    return cover


def no_quiet_zone(made: Print, _chance: random.Random) -> Pixels:
    """Dark right up to the symbol: a mistake of who places it, not of wear."""
    paper = np.zeros_like(made.paper)
    inside = slice(made.top, made.top + made.side), slice(made.left, made.left + made.side)
    paper[inside] = made.paper[inside]
    return paper


def none(made: Print, _chance: random.Random) -> Pixels:
    """As it was printed."""
    return made.paper


def _beside_finders(made: Print, radius: float, chance: random.Random) -> tuple[float, float]:
    """The middle of a spot that lies on the symbol and touches no finder."""
    end, finder = made.side, FINDER * made.module
    corners = ((0, 0), (end - finder, 0), (0, end - finder))
    while True:
        x, y = (chance.uniform(radius, end - radius) for _ in "xy")
        gaps = (math.hypot(x - _within(x, a, finder), y - _within(y, b, finder)) for a, b in corners)
        if min(gaps) > radius:
            return made.left + x, made.top + y


def _within(value: float, start: float, length: float) -> float:
    """The place from ``start`` to ``start + length`` that is nearest to ``value``."""
    return min(max(value, start), start + length)


def _painted(made: Print, places: list[tuple[float, float, float]], *, dark: bool) -> Pixels:
    paper = Image.fromarray(made.paper)
    drawing = ImageDraw.Draw(paper)
    for x, y, radius in places:
        drawing.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0 if dark else 255)
    return np.asarray(paper)
