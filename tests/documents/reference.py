"""The reference PDF of each document: how the layout is meant to look.

After a deliberate change of a layout, look at the new page and write it with
``.venv/bin/python -m tests.documents.reference``.
"""

from __future__ import annotations

import io
from pathlib import Path

from qc_desktop.documents.announcing import Announcing, announcement_bytes
from qc_desktop.documents.labels.rendering import write_labels
from qc_desktop.documents.layout import by_hash
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.papers import paper_bytes
from qc_desktop.documents.registry import DOCUMENT_TYPES, document_type
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.documents.sheets import Sheet
from qc_desktop.documents.types import CELL
from tests.documents.labels.samples import job, pages
from tests.documents.samples import LAYOUT, PREFIX, make_sheet

FOLDER = Path(__file__).parents[1] / "reference"


def reference_path(kind: str) -> Path:
    return FOLDER / f"{kind}.pdf"


COLUMNS = (("序号", 6.0), ("企业名称", 34.0), ("省份", 13.0))
ROWS = tuple((str(n), f"示例{'青禾' * (1 + n % 4)}电器股份有限公司", "示例省") for n in range(1, 61))


def announcing(*, red_head: bool = False, **record: str) -> Announcing:
    """The announcement of 60 invented companies."""
    layout = load_layout("announcement")
    head = {"red_head": "是" if red_head else "", "count": str(len(ROWS))}
    return Announcing({**sample_record(layout), **head, **record}, layout, COLUMNS, ROWS)


OTHERS = {
    "announcement": lambda: announcement_bytes(announcing()),
    "announcement_red_head": lambda: announcement_bytes(announcing(red_head=True)),
}
"""Documents that are more than a layout and a record, or look otherwise too."""


def render_blank() -> bytes:
    layout = load_layout("pledge_letter")
    filled = sample_record(layout)
    return paper_bytes({name: filled[name] for name in ("year", "theme", "clauses")}, layout)


OTHERS |= {"pledge_letter_blank": render_blank}


def render_labels() -> bytes:
    """A sheet of labels."""
    made, out = job("A4-24"), io.BytesIO()
    list(write_labels(out, made, pages(made, made.preset.size)))
    return out.getvalue()


def render_reference(kind: str) -> bytes:
    if kind in OTHERS:
        return OTHERS[kind]()
    if document_type(kind).form == CELL:
        return render_labels()
    layout = load_layout(kind)
    if not document_type(kind).is_numbered:
        return paper_bytes(sample_record(layout), layout)
    if kind != LAYOUT.kind:
        return render_bytes(Sheet(sample_record(layout), PREFIX, make_sheet(128).qr_digits), by_hash(layout))
    sheet = make_sheet(128, "示例（集团）青禾电器股份有限公司", kind=kind, template=layout.sha256)
    return render_bytes(sheet, by_hash(layout))


if __name__ == "__main__":
    for known in DOCUMENT_TYPES:
        reference_path(known.kind).write_bytes(render_reference(known.kind))
    for kind in OTHERS:
        reference_path(kind).write_bytes(render_reference(kind))
