"""PDFium, one thread at a time: the library is not safe in several, so every use holds ``LOCK``."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from qc_desktop.errors import UserError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels: TypeAlias = NDArray[np.uint8]

LOCK = threading.RLock()


@contextmanager
def document(source: Path | bytes) -> Iterator[Any]:
    """An open PDF document. Raises UserError where it is no PDF, is damaged or asks for a password."""
    import pypdfium2

    try:
        with LOCK:
            opened = pypdfium2.PdfDocument(source)
    except (pypdfium2.PdfiumError, OSError) as problem:
        name = source.name if isinstance(source, Path) else ""
        raise UserError("pagecheck.not_readable", name=name) from problem
    try:
        yield opened
    finally:
        with LOCK:
            opened.close()


@contextmanager
def page_of(opened: Any, index: int) -> Iterator[Any]:
    """Page ``index`` (from 0) of an open document; the lock is held meanwhile."""
    with LOCK:
        page = opened[index]
        try:
            yield page
        finally:
            page.close()


def page_text(page: Any) -> str:
    """All text of ``page``, in the order in which it was written."""
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range())
    finally:
        text_page.close()


def grey_pixels(page: Any, dpi: float, crop: tuple[float, float, float, float] = (0, 0, 0, 0)) -> Pixels:
    """``page`` without the margins ``crop`` (left, bottom, right, top in points) as grey pixels (rows, columns)."""
    bitmap = page.render(scale=dpi / 72, crop=crop, grayscale=True)
    try:
        pixels: Pixels = bitmap.to_numpy().copy()
    finally:
        bitmap.close()
    return pixels.reshape(pixels.shape[:2])
