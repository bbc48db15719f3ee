"""What a phone sees of a print: ten pixels a millimetre, which is a film's frame (1920 × 1080) from some 16 cm."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from benchmarks.readability.prints import Pixels
from benchmarks.readability.wear import PIXELS_A_MM

SEEN_A_MM = 10.0
NOISE = 0.02
"""Deviation of a pixel from what is there, of the range from black to white."""
_REDUCED = 2
"""The grid is finer than blur and view need."""
AWAY_MM = 160.0
"""From the lens to the symbol's middle."""


@dataclass(frozen=True)
class Camera:
    """How it is held. ``blur`` is the deviation of a Gaussian in mm on the paper (defocus, a moving hand); ``contrast``
    the symbol's contrast in percent (ISO/IEC 15415: lightest minus darkest reflectance); ``turned`` and ``tilted`` in
    degrees, tilted about an axis in the paper, so that one side is farther away."""

    blur: float = 0.0
    contrast: float = 80.0
    turned: float = 0.0
    tilted: float = 0.0


def seen(paper: Pixels, camera: Camera, chance: random.Random) -> Pixels:
    """The grey picture of ``paper``."""
    picture = Image.fromarray(paper).reduce(_REDUCED)
    if camera.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(camera.blur * PIXELS_A_MM / _REDUCED))
    picture = _projected(picture, camera)
    light = np.asarray(picture, np.float64) / 255
    reflected = 0.5 + (light - 0.5) * camera.contrast / 100
    noise = np.random.default_rng(chance.randrange(2**32)).normal(0, NOISE, light.shape)
    return np.clip((reflected + noise) * 255, 0, 255).astype(np.uint8)


def _projected(picture: Image.Image, camera: Camera) -> Image.Image:
    """``picture`` turned, tilted and brought to the camera's pixels, on white paper."""
    fold = PIXELS_A_MM / _REDUCED / SEEN_A_MM
    size = round(picture.width / fold * (1.5 if camera.turned % 90 else 1.1))
    half = picture.width / 2
    turn, tilt = math.radians(camera.turned), math.radians(camera.tilted)
    away = AWAY_MM * SEEN_A_MM

    def on_paper(x: float, y: float) -> tuple[float, float]:
        """The place on the paper's grid that is seen at ``x``, ``y`` from the middle of the camera's picture."""
        depth = away / (away * math.cos(tilt) - y * math.sin(tilt))
        across, along = x * depth * math.cos(tilt), y * depth
        u = across * math.cos(turn) - along * math.sin(turn)
        v = across * math.sin(turn) + along * math.cos(turn)
        return half + u * fold, half + v * fold

    ends = (-size / 2, size / 2)
    seen_at = [(x, y) for y in ends for x in ends]
    coefficients = _homography(seen_at, [on_paper(x, y) for x, y in seen_at], size / 2)
    smooth = picture.filter(ImageFilter.BoxBlur((fold - 1) / 2))  # a pixel sees all that is before it
    return smooth.transform(
        (size, size), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR, fillcolor=255
    )


def _homography(
    seen_at: list[tuple[float, float]], papers: list[tuple[float, float]], middle: float
) -> tuple[float, ...]:
    """The eight numbers that bring a pixel of the picture, counted from its corner, to its place on the paper."""
    rows, wanted = [], []
    for (x, y), (u, v) in zip(seen_at, papers, strict=True):
        a, b = x + middle, y + middle
        rows += [[a, b, 1, 0, 0, 0, -u * a, -u * b], [0, 0, 0, a, b, 1, -v * a, -v * b]]
        wanted += [u, v]
    return tuple(np.linalg.solve(np.array(rows), np.array(wanted)))
