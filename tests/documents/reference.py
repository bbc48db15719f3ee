"""The reference PDF of each document: how the layout is meant to look.

After a deliberate change of a layout, look at the new page and write it with
``.venv/bin/python -m tests.documents.reference``.
"""

from __future__ import annotations

from pathlib import Path

from qc_desktop.documents.layout import by_hash, load_layout
from qc_desktop.documents.registry import DOCUMENT_TYPES
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.documents.types.usage_notice import usage_notice
from tests.documents.samples import make_sheet

FOLDER = Path(__file__).parents[1] / "reference"


def reference_path(kind: str) -> Path:
    return FOLDER / f"{kind}.pdf"


NOTICE = {
    "holder": "示例（集团）青禾电器股份有限公司",
    "number": "QC-2026-315-000128",
    "issuer": "示例质量检验协会",
    "issued": "2026-03-15",
    "expires": "2027-03-14",
    "hotline": "400-000-0000",
}


def render_notice() -> bytes:
    return usage_notice(NOTICE)


def render_reference(kind: str) -> bytes:
    layout = load_layout(kind)
    sheet = make_sheet(128, "示例（集团）青禾电器股份有限公司", kind=kind, template=layout.sha256)
    return render_bytes(sheet, by_hash(layout))


if __name__ == "__main__":
    for known in DOCUMENT_TYPES:
        reference_path(known.kind).write_bytes(render_reference(known.kind))
    reference_path("usage_notice").write_bytes(render_notice())
