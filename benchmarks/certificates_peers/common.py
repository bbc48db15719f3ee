"""What the peers' pages have in common: fonts, colours, the border and a QR as it is commonly made."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
MAIN, ACCENT, INK = "#17365D", "#B0864A", "#1A1C20"
ORDINALS = "一二三四五六"
Points = list[tuple[float, float]]


def qr_png(text: str) -> bytes:
    """The symbol by ``qrcode`` and its defaults, as a PNG."""
    import qrcode

    made = io.BytesIO()
    qrcode.make(text).save(made)
    return made.getvalue()


def threads() -> list[Points]:
    """The border's waves as lines from crest to crest, in mm: three threads along each side."""
    made = []
    for thread in range(3):
        for level in (13, 197):
            made.append([(x, level + _swing(thread, n)) for n, x in enumerate(_steps(17, 280, 82))])
        for level in (13, 284):
            made.append([(level + _swing(thread, n), y) for n, y in enumerate(_steps(17, 193, 54))])
    return made


def _swing(thread: int, number: int) -> float:
    return (1.5 + thread) * (-1) ** number * 0.75


def _steps(first: float, last: float, count: int) -> list[float]:
    return [first + (last - first) * step / count for step in range(count + 1)]


def border_svg() -> str:
    """The border as a picture of the whole page, its waves smooth."""
    paths = "".join(f'<path d="{_smooth(points)}"/>' for points in threads())
    boxes = "".join(
        f'<rect x="{at}" y="{at}" width="{297 - 2 * at}" height="{210 - 2 * at}" stroke="{MAIN}"/>' for at in (9, 17)
    )
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox="0 0 297 210">'
    return f'{head}<g fill="none" stroke="{ACCENT}" stroke-width="0.14">{paths}{boxes}</g></svg>'


def _smooth(points: Points) -> str:
    """A curve through the middles of ``points``, which pull it to the crests."""
    parts = [f"M{points[0][0]:.2f} {points[0][1]:.2f}"]
    for (x, y), (after_x, after_y) in pairwise(points[1:]):
        parts.append(f"Q{x:.2f} {y:.2f} {(x + after_x) / 2:.2f} {(y + after_y) / 2:.2f}")
    return "".join(parts)
