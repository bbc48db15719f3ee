"""A supplied picture of a seal, as pixels. A picture is not an electronic seal: the default is an empty place."""

from __future__ import annotations

from functools import lru_cache

from qc_desktop.documents.pictures import Pixels, opened, pixels_of, taken_in
from qc_desktop.errors import UserError

_DPI = 600
_ROUND = 2
"""So many times as long as wide a seal may be: one is round, or an oval."""
_PALE = 240
"""Of 255: a picture in which nothing is darker on white paper shows no seal."""


@lru_cache(maxsize=2)
def check_seal(picture: bytes) -> None:
    """Raises UserError for a picture that is no seal on paper: unreadable, too large, a strip, or nothing to be seen.

    Asked of a seal that is chosen, never of one that was printed with.
    """
    from PIL import Image

    image = taken_in(picture)
    if max(image.size) > _ROUND * min(image.size):
        raise UserError("documents.seal_narrow", width=image.width, height=image.height)
    image.thumbnail((_DPI, _DPI))
    paper = Image.new("RGBA", image.size, "white")
    if min(Image.alpha_composite(paper, image).convert("RGB").tobytes()) > _PALE:
        raise UserError("documents.seal_blank")


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
