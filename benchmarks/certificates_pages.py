"""The invented certificates as plain texts, for peers that know nothing of the program.

``python -m benchmarks.certificates_pages prepare COUNT FILE``
"""

from __future__ import annotations

import base64
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.certificates_samples import LAYOUT, sheets
from qc_desktop.documents import qr

if TYPE_CHECKING:
    import numpy as np

    from qc_desktop.documents.sheets import Sheet


def prepare(count: int, path: Path) -> None:
    """The texts of ``count`` certificates as JSON, each with its QR symbol for those that have none of their own."""
    batch = sheets(count)
    matrices = qr.encode(qr.CERTIFICATE, [(sheet.qr_prefix, sheet.qr_digits) for sheet in batch])
    pages = [_page(sheet, matrix) for sheet, matrix in zip(batch, matrices, strict=True)]
    path.write_text(json.dumps(pages), encoding="utf-8")


def _page(sheet: Sheet, matrix: np.ndarray) -> dict[str, Any]:
    said = ("title", "number", "holder", "statement", "issuer")
    lines = ("扫码查验企业名称、编号和承诺内容", f"编号　{sheet.value('number')}", "有效期至　2027年3月19日")
    return {
        **{name: sheet.value(name) for name in said},
        "clauses": list(sheet.record["pledge_text"]),
        "lines": [*lines, f"企业热线　{sheet.value('hotline')}", "投诉举报　12315"],
        "issued": "2026年3月20日",
        "scope": LAYOUT.words["scope"],
        "qr": sheet.qr_text,
        "symbol": _path(matrix),
        "png": _png(matrix),
    }


def _path(matrix: np.ndarray) -> str:
    """The dark modules as one SVG path, a run of a row at a time, within a quiet zone of four modules."""
    parts = []
    for y, row in enumerate(matrix.tolist(), qr.QUIET_ZONE):
        x = 0
        while x < len(row):
            run = next((end for end in range(x, len(row)) if not row[end]), len(row)) - x
            if run:
                parts.append(f"M{x + qr.QUIET_ZONE} {y}h{run}v1h-{run}z")
            x += run or 1
    return "".join(parts)


def _png(matrix: np.ndarray) -> str:
    """A pixel a module, within the quiet zone, in base64."""
    import numpy as np
    from PIL import Image

    framed = np.pad(matrix, qr.QUIET_ZONE) == 0
    made = io.BytesIO()
    Image.fromarray(framed).resize((framed.shape[1] * 4, framed.shape[0] * 4)).save(made, "PNG")
    return base64.b64encode(made.getvalue()).decode()


if __name__ == "__main__":
    prepare(int(sys.argv[2]), Path(sys.argv[3]))
