"""The side of :mod:`qc_desktop.documents.outside.codes` that runs in the killable process.

It answers with pairs: ("page", [(page, text) …]) for each page, ("attached", {name: bytes}), ("pages", count)
for too many, ("pixels", None) for too many pixels, ("damaged", kind), ("end", None).
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qc_desktop.domain.records import RECEIPT_FILE, RECORD_FILE

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from PIL import Image

PAGE_LIMIT = 300
"""Pages of a PDF that are read."""
MOST_PIXELS = 60_000_000
"""Pixels of a picture, or of a page as it is read."""
_MOST_MEMORY = 4 << 30
_MOST_ATTACHED = 1_000_000
ATTACHED = (RECORD_FILE, RECEIPT_FILE)
_RESOLUTIONS = (150.0, 300.0)
_MOST_LOOKED = 16_000_000
"""Pixels of a picture that is looked at in other ways too: a phone's; a larger one is halved for these."""
_WHOLE = 3_000_000
"""Pixels of a picture that is enlarged as a whole; of a larger one the middle, where people aim."""


def run(path: str, kind: str, pipe: Connection) -> None:
    """Reads ``path`` and sends the answers through ``pipe``."""
    logging.disable()
    limit_memory()
    for answer in answers(Path(path), kind):
        pipe.send(answer)
    pipe.send(("end", None))
    pipe.close()


def answers(path: Path, kind: str) -> Iterator[tuple[str, Any]]:
    """What is found in ``path``, a ``pdf`` or an ``image``, piece by piece."""
    return _pdf(path) if kind == "pdf" else _image(path)


def limit_memory() -> None:
    """Where the system can: a decompression bomb then ends this process only."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _image(path: Path) -> Iterator[tuple[str, Any]]:
    import warnings

    import numpy as np
    from PIL import Image

    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    try:
        with Image.open(path, formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MOST_PIXELS:
                yield "pixels", None
                return
            image.draft("L", image.size)  # a JPEG's brightness alone takes half the time
            grey = image.convert("L")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        yield "damaged", "image"
        return
    found = next(filter(None, map(_symbols, map(np.asarray, _looks(grey)))), [])
    yield "page", [(1, text) for text in found]


def _looks(grey: Image.Image) -> Iterator[Image.Image]:
    """A photo as it is, then against each thing that goes wrong with one; together a second for twelve megapixels."""
    from PIL import ImageFilter
    from PIL.Image import Resampling

    yield grey
    seen = grey if grey.width * grey.height <= _MOST_LOOKED else grey.reduce(2)
    yield seen.filter(ImageFilter.UnsharpMask(2, 300, 0))  # out of focus
    yield seen.filter(ImageFilter.GaussianBlur(1))  # the noise of a dark room
    width, height = seen.size
    if width * height > _WHOLE:
        seen = seen.crop((width // 4, height // 4, width - width // 4, height - height // 4))
    larger = seen.resize((2 * seen.width, 2 * seen.height), Resampling.BICUBIC)
    yield larger.filter(ImageFilter.UnsharpMask(2, 300, 0))  # far away


def _pdf(path: Path) -> Iterator[tuple[str, Any]]:
    from qc_desktop.documents import pdfium
    from qc_desktop.errors import UserError

    try:
        with pdfium.document(path) as opened:
            if len(opened) > PAGE_LIMIT:
                yield "pages", len(opened)
                return
            for index in range(len(opened)):
                yield "page", [(index + 1, text) for text in _page(opened, index)]
    except (UserError, RuntimeError):
        yield "damaged", "pdf"
        return
    yield "attached", _attached(path)


def _page(opened: Any, index: int) -> list[str]:
    """The symbols of a page; a finer look where a coarse one finds none. Huge pages are read coarser."""
    from qc_desktop.documents import pdfium

    with pdfium.page_of(opened, index) as page:
        width, height = page.get_size()
        most = 72 * (MOST_PIXELS / max(width * height, 1.0)) ** 0.5
        for resolution in _RESOLUTIONS:
            found = _symbols(pdfium.grey_pixels(page, min(resolution, most)))
            if found:
                return found
    return []


def _symbols(pixels: Any) -> list[str]:
    import zxingcpp

    found = zxingcpp.read_barcodes(
        pixels, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode), text_mode=zxingcpp.TextMode.Plain
    )
    return [str(symbol.text) for symbol in found]


def _attached(path: Path) -> dict[str, bytes]:
    """The record and the receipt that are attached. A PDF that only pikepdf finds damaged has none.

    What is larger than ours can be comes empty: it is not what was signed.
    """
    import pikepdf

    found = {}
    try:
        with pikepdf.open(path) as opened:
            for name in ATTACHED:
                attached = opened.attachments.get(name)
                if attached is not None:
                    data = bytes(attached.get_file().read_bytes())
                    found[name] = data if len(data) <= _MOST_ATTACHED else b""
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        return {}
    return found
