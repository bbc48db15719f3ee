"""A supplied picture of a seal, as pixels. A picture is not an electronic seal: the default is an empty place."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from qc_desktop.documents.pictures import COARSE_DPI, LEAST_DPI, Pixels, opened, pixels_of, taken_in
from qc_desktop.domain.findings import Finding, error, warning
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
def fineness(picture: bytes, diameter: float) -> tuple[Finding, ...]:
    """What is said of ``picture`` as a seal of ``diameter`` mm: of too few pixels an error, of few a warning.

    Raises UserError as :func:`opened`.
    """
    size = opened(picture).size
    dpi = round(max(size) / diameter * 25.4)
    if dpi >= COARSE_DPI:
        return ()
    fine, least = (ceil(diameter / 25.4 * wanted) for wanted in (COARSE_DPI, LEAST_DPI))
    said = {"width": size[0], "height": size[1], "size": f"{diameter:g}", "dpi": dpi, "fine": fine}
    if dpi < LEAST_DPI:
        return (error("documents.seal_coarse", "seal_picture", "", **said, pixels=least, least=LEAST_DPI),)
    return (warning("documents.seal_soft", "seal_picture", "", **said, least=COARSE_DPI),)


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
