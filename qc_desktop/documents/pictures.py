"""Pictures in layouts, as pixels."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

    from qc_desktop.documents.layout.model import Layout

MOST_BYTES = 10_000_000
MOST_PIXELS = 40_000_000
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
        image = Image.open(io.BytesIO(picture), formats=("PNG", "JPEG"))
        if image.width * image.height > MOST_PIXELS:
            raise UserError("documents.picture_too_large")
        return image.convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise UserError("documents.picture_too_large") from problem
    except (OSError, SyntaxError, ValueError) as problem:
        raise UserError("documents.picture_unreadable") from problem


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


def picture_pixels(layout: Layout, sha256: str, *, faint: bool = False) -> Pixels:
    """The picture of ``layout`` with this SHA-256. Raises UserError where it is not there or cannot be read."""
    picture = layout.resources.pictures.get(sha256)
    if picture is None:
        raise UserError("documents.picture_missing")
    return _pixels(picture, faint)


@lru_cache(maxsize=4)
def _pixels(picture: bytes, faint: bool) -> Pixels:
    image = opened(picture)
    if faint:
        image.putalpha(image.getchannel("A").point(lambda value: round(value * _FAINT)))
    return pixels_of(image)
