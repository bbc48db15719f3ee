"""A page of a scan as pixels, turned and as wide as it is wanted. Called for files that were checked when they came."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qc_desktop.domain.scans import MediaType
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from PIL import Image

MOST_SHOWN = 24_000_000
"""Pixels of a page as it is shown; a larger wish is met with this many."""


@dataclass(frozen=True)
class ScanPicture:
    """A page as RGB, three bytes a pixel, row by row without gaps; ``pages`` is how many the scan has."""

    width: int
    height: int
    rgb: bytes
    pages: int


def render(content: bytes, kind: MediaType, page: int, width: int, turn: int = 0) -> ScanPicture:
    """Page ``page`` (from 0) of ``content``, ``turn`` quarter turns clockwise, ``width`` pixels wide.

    Raises UserError ``scan.damaged`` for what cannot be decoded.
    """
    try:
        return _pdf(content, page, width, turn) if kind is MediaType.PDF else _image(content, width, turn)
    except (OSError, SyntaxError, ValueError, RuntimeError, IndexError) as problem:
        raise UserError("scan.damaged") from problem


def _pdf(content: bytes, page: int, width: int, turn: int) -> ScanPicture:
    from qc_desktop.documents import pdfium

    with pdfium.document(content) as opened:
        pages = len(opened)
        with pdfium.page_of(opened, page) as shown:
            across, down = shown.get_size() if turn % 2 == 0 else reversed(shown.get_size())
            scale = _scale(across, down, width)
            bitmap = shown.render(scale=scale, rotation=turn % 4 * 90, rev_byteorder=True, prefer_bgrx=False)
            try:
                return _flat(bitmap.to_pil(), pages)
            finally:
                bitmap.close()


def _image(content: bytes, width: int, turn: int) -> ScanPicture:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
        if opened.width > 2 * width < 2 * opened.height:  # a JPEG is decoded smaller at little cost
            opened.draft(None, (width, width))
        upright: Any = ImageOps.exif_transpose(opened)
        turned = upright.rotate(-90 * (turn % 4), expand=True) if turn % 4 else upright
        scale = _scale(turned.width, turned.height, width)
        size = (max(1, round(turned.width * scale)), max(1, round(turned.height * scale)))
        fit = Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.LANCZOS
        return _flat(turned.convert("RGBA" if "A" in turned.getbands() else "RGB").resize(size, fit), 1)


def _scale(across: float, down: float, width: int) -> float:
    """What makes ``across`` ``width`` pixels wide, or as wide as the limit of pixels allows."""
    most = (MOST_SHOWN / max(across * down, 1.0)) ** 0.5
    return float(min(width / max(across, 1.0), most))


def _flat(picture: Image.Image, pages: int) -> ScanPicture:
    """``picture`` on white."""
    if "A" in picture.getbands():
        from PIL import Image

        white = Image.new("RGB", picture.size, "white")
        white.paste(picture, mask=picture.getchannel("A"))
        picture = white
    plain = picture.convert("RGB")
    return ScanPicture(plain.width, plain.height, plain.tobytes(), pages)
