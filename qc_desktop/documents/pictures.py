"""Pictures in layouts, as pixels."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

    from qc_desktop.documents.layout.model import Layout

MOST_BYTES = 10_000_000
MOST_PIXELS = 40_000_000
MOST_SIDE = 10_000
"""Pixels of a new picture: the long side of A3 at 600 to the inch. One that was printed from stays good."""
MOST_DPI = 600.0
"""Dots to the inch that the finest of office printers has: more of a picture is not seen."""
LEAST_DPI, COARSE_DPI = 100, 200
"""Pixels to the inch below which a picture is refused, and below which it is warned of."""
_FAINT = 0.45
"""How much of a scan shows below the elements that are put on it."""

Pixels = tuple[int, int, bytes, bytes]
"""Width and height in pixels, RGB bytes, alpha bytes."""


def opened(picture: bytes) -> Image:
    """A PNG or JPEG picture with its transparency. Raises UserError for another kind, a broken or too large one."""
    from PIL import Image

    if len(picture) > MOST_BYTES:
        raise UserError("documents.picture_too_large")
    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):  # refused, not printed
            image = Image.open(io.BytesIO(picture), formats=("PNG", "JPEG"))
        if image.width * image.height > MOST_PIXELS:
            raise UserError("documents.picture_too_large")
        return image.convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise UserError("documents.picture_too_large") from problem
    except (OSError, SyntaxError, ValueError) as problem:
        raise UserError("documents.picture_unreadable") from problem


def taken_in(picture: bytes) -> Image:
    """As :func:`opened`, of a picture that is new: no longer than MOST_SIDE."""
    image = opened(picture)
    if max(image.size) > MOST_SIDE:
        raise UserError("documents.picture_too_large")
    return image


def picture_file(path: Path) -> bytes:
    """The bytes of a picture's file; one that is too large is not read. Raises UserError."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError("documents.picture_too_large")
        return path.read_bytes()
    except OSError as problem:
        raise UserError("settings.no_file", path=path) from problem


def pixels_of(image: Image) -> Pixels:
    """``image`` in RGBA, as a PDF wants it."""
    return image.width, image.height, image.convert("RGB").tobytes(), image.getchannel("A").tobytes()


def picture_pixels(
    layout: Layout, sha256: str, box: tuple[float, float], *, stretched: bool, faint: bool = False
) -> tuple[tuple[int, int], Pixels]:
    """The size of the layout's picture with this SHA-256, and its pixels, as many as MOST_DPI asks for in a box of so
    many mm and never more than it has. Raises UserError where it is not there or cannot be read."""
    picture = layout.resources.pictures.get(sha256)
    if picture is None:
        raise UserError("documents.picture_missing")
    return _pixels(picture, box, stretched, faint)


@lru_cache(maxsize=4)
def _pixels(picture: bytes, box: tuple[float, float], stretched: bool, faint: bool) -> tuple[tuple[int, int], Pixels]:
    from PIL import Image

    image = opened(picture)
    size = image.size
    enough = thinned(size, box, stretched=stretched)
    if enough != size:
        image = image.resize(enough, Image.Resampling.LANCZOS)
    if faint:
        image.putalpha(image.getchannel("A").point(lambda value: round(value * _FAINT)))
    return size, pixels_of(image)


def thinned(size: tuple[int, int], box: tuple[float, float], *, stretched: bool) -> tuple[int, int]:
    """How many of ``size`` pixels a printer of MOST_DPI can show in a box of so many mm; ``stretched`` fills it."""
    across, down = (MOST_DPI * side / 25.4 / pixels for side, pixels in zip(box, size, strict=True))
    if not stretched:
        across = down = min(across, down)
    wide, high = (max(1, min(pixels, ceil(pixels * part))) for pixels, part in zip(size, (across, down), strict=True))
    return wide, high
