"""A supplied picture of a seal, as pixels. A picture is not an electronic seal: the default is an empty place."""

from __future__ import annotations

import io
from functools import lru_cache

from qc_desktop.errors import UserError

_MOST_BYTES = 10_000_000
_MOST_PIXELS = 40_000_000
_DPI = 600


@lru_cache(maxsize=2)
def seal_pixels(picture: bytes, diameter: float) -> tuple[int, int, bytes, bytes]:
    """Width and height in pixels (at most 600 to the inch at ``diameter`` mm), RGB bytes, alpha bytes.

    Raises UserError for what is no PNG or JPEG picture, or too large.
    """
    from PIL import Image

    if len(picture) > _MOST_BYTES:
        raise UserError("documents.seal_too_large")
    try:
        image = Image.open(io.BytesIO(picture), formats=("PNG", "JPEG"))
        if image.width * image.height > _MOST_PIXELS:
            raise UserError("documents.seal_too_large")
        pixels = image.convert("RGBA")
    except Image.DecompressionBombError as problem:
        raise UserError("documents.seal_too_large") from problem
    except (OSError, SyntaxError, ValueError) as problem:
        raise UserError("documents.seal_unreadable") from problem
    side = round(diameter / 25.4 * _DPI)
    if max(pixels.size) > side:
        pixels.thumbnail((side, side))
    square = Image.new("RGBA", (max(pixels.size), max(pixels.size)), (255, 255, 255, 0))
    square.paste(pixels, ((square.width - pixels.width) // 2, (square.height - pixels.height) // 2))
    return square.width, square.height, square.convert("RGB").tobytes(), square.getchannel("A").tobytes()
