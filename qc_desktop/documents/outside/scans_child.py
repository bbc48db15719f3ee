"""The side of :mod:`qc_desktop.documents.outside.scans` that runs in the killable process.

It is asked with a path and a media type and answers with a pair: ("pages", count), ("pixels", None) for too many,
("too_many", count) for too many pages, ("damaged", None).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qc_desktop.domain.scans import MediaType

PAGE_LIMIT = 300
"""Pages of a PDF that is taken."""
MOST_PIXELS = 80_000_000
"""Pixels of a picture that is taken: A3 at 600 dots an inch."""


def answer(path: str, kind: str) -> tuple[str, Any]:
    """What is the matter with ``path``, or how many pages it has."""
    from qc_desktop.errors import UserError

    try:
        return _pdf(Path(path)) if kind == MediaType.PDF else _image(Path(path))
    except (UserError, OSError, SyntaxError, ValueError, RuntimeError, MemoryError):
        return "damaged", None


def _pdf(path: Path) -> tuple[str, Any]:
    from qc_desktop.documents import pdfium

    with pdfium.document(path) as opened:
        count = len(opened)
        if count > PAGE_LIMIT:
            return "too_many", count
        if not count:
            return "damaged", None
        with pdfium.page_of(opened, 0) as page:
            pdfium.grey_pixels(
                page, min(36.0, 36 * (MOST_PIXELS / max(page.get_width() * page.get_height(), 1)) ** 0.5)
            )
    return "pages", count


def _image(path: Path) -> tuple[str, Any]:
    import warnings

    from PIL import Image

    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    try:
        with Image.open(path, formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MOST_PIXELS:
                return "pixels", None
            image.load()
    except Image.DecompressionBombError:
        return "pixels", None
    return "pages", 1
