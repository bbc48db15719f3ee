"""A page of a PDF as a picture, for the window."""

from __future__ import annotations

import io
from pathlib import Path

from qc_desktop.documents import pdfium
from qc_desktop.errors import UserError


def page_png(source: Path | bytes, page: int = 0, dpi: float = 96.0) -> bytes:
    """Page ``page`` (from 0) of ``source`` as the bytes of a PNG at ``dpi``. Raises UserError."""
    with pdfium.document(source) as opened:
        if not 0 <= page < len(opened):
            name = source.name if isinstance(source, Path) else ""
            raise UserError("pagecheck.page_count", name=name, pages=len(opened), expected=page + 1)
        with pdfium.page_of(opened, page) as shown:
            bitmap = shown.render(scale=dpi / 72)
            try:
                picture = bitmap.to_pil()
                out = io.BytesIO()
                picture.save(out, "PNG", dpi=(dpi, dpi))
            finally:
                bitmap.close()
    return out.getvalue()


def page_jpeg(source: Path | bytes, page: int = 0, dpi: float = 200.0, quality: int = 88) -> bytes:
    """Page ``page`` (from 0) of ``source`` as the bytes of a JPEG, colour not thinned out. Raises UserError."""
    with pdfium.document(source) as opened, pdfium.page_of(opened, page) as shown:
        bitmap = shown.render(scale=dpi / 72)
        try:
            out, picture = io.BytesIO(), bitmap.to_pil()
            coloured = picture if picture.mode == "RGB" else picture.convert("RGB")
            coloured.save(out, "JPEG", quality=quality, subsampling=0, dpi=(dpi, dpi))
        finally:
            bitmap.close()
    return out.getvalue()


def page_count(source: Path | bytes) -> int:
    """The pages of ``source``. Raises UserError."""
    with pdfium.document(source) as opened:
        return len(opened)
