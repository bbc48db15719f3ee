"""A supplied picture of a seal, as pixels. A picture is not an electronic seal: the default is an empty place."""

from __future__ import annotations

from functools import lru_cache

from qc_desktop.documents.pictures import Pixels, opened, pixels_of

_DPI = 600


@lru_cache(maxsize=2)
def seal_pixels(picture: bytes, diameter: float) -> Pixels:
    """The picture in a square, at most 600 pixels to the inch at ``diameter`` mm.

    Raises UserError for what is no PNG or JPEG picture, or too large.
    """
    from PIL import Image

    pixels = opened(picture)
    side = round(diameter / 25.4 * _DPI)
    if max(pixels.size) > side:
        pixels.thumbnail((side, side))
    square = Image.new("RGBA", (max(pixels.size), max(pixels.size)), (255, 255, 255, 0))
    square.paste(pixels, ((square.width - pixels.width) // 2, (square.height - pixels.height) // 2))
    return pixels_of(square)
