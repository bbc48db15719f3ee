"""QR symbols as one filled path each: no seams between modules, sharp at every resolution."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bytes: TypeAlias = NDArray[np.uint8]


def paths(matrices: Bytes) -> list[bytes]:
    """The path of each symbol of ``matrices`` (n, size, size), in modules, y downwards from the upper left module."""
    import numpy as np

    count, size, _ = matrices.shape
    framed = np.zeros((count, size, size + 2), np.int8)
    framed[:, :, 1:-1] = matrices
    edges = np.diff(framed, axis=2)
    item, row, start = np.nonzero(edges == 1)
    end = np.nonzero(edges == -1)[2]
    corners, widths = _tokens(size)
    rows = np.concatenate([corners[row * size + start], widths[end - start]], axis=1)
    bounds = np.searchsorted(item, np.arange(count + 1))
    return [rows[bounds[place] : bounds[place + 1]].tobytes() + b"f\n" for place in range(count)]


@cache
def _tokens(size: int) -> tuple[Bytes, Bytes]:
    """``xx yy`` for every module and ``ww 1 re`` for every width, as rows of equal length."""
    import numpy as np

    corners = b"".join(b"%02d %02d " % (column, row) for row in range(size) for column in range(size))
    widths = b"".join(b"%02d 1 re\n" % width for width in range(size + 1))
    return (
        np.frombuffer(corners, np.uint8).reshape(size * size, -1),
        np.frombuffer(widths, np.uint8).reshape(size + 1, -1),
    )


def placed(path: bytes, x: float, y: float, module: float) -> bytes:
    """``path`` with its upper left module at x, y (points from the lower left corner), ``module`` points wide."""
    return b"q 0 g %.6f 0 0 %.6f %.4f %.4f cm\n%bQ\n" % (module, -module, x, y, path)
