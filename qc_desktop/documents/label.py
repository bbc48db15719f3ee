"""The label's picture: the certificate's QR symbol by itself, every module a whole number of pixels."""

from __future__ import annotations

import io

from qc_desktop.documents import qr

MODULE = 12
"""Pixels a module: 780 on a side, quiet zone included; 33 mm of it are printed at 600 dots to the inch."""
_DPI = 600


def label_png(prefix: str, digits: str) -> bytes:
    """The symbol of ``prefix`` and ``digits`` with its quiet zone, black on white, as a PNG of 780 pixels a side."""
    import numpy as np
    from PIL import Image

    (symbol,) = qr.encode(qr.CERTIFICATE, [(prefix, digits)])
    quiet = np.pad(symbol, qr.QUIET_ZONE)
    pixels = np.kron(1 - quiet, np.ones((MODULE, MODULE), np.uint8)) * 255
    out = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).convert("1").save(out, "PNG", dpi=(_DPI, _DPI))
    return out.getvalue()
