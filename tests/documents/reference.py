"""The reference PDF of each document: how the layout is meant to look.

After a deliberate change of a layout, look at the new page and write it with
``.venv/bin/python -m tests.documents.reference``.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from qc_desktop.documents.labels.rendering import write_labels
from qc_desktop.documents.layout import by_hash, load_layout
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.papers import paper_bytes
from qc_desktop.documents.registry import DOCUMENT_TYPES, document_type
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.documents.sheets import Sheet
from qc_desktop.documents.types import CELL
from qc_desktop.documents.types.announcement import render_announcement
from qc_desktop.documents.types.usage_notice import usage_notice
from qc_desktop.domain.announcements import Announcement
from qc_desktop.domain.progress import finish
from tests.documents.labels.samples import job, pages
from tests.documents.samples import LAYOUT, PREFIX, make_sheet

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


TITLE = "2026年“3·15”产品和服务质量诚信承诺企业名单"
ANNOUNCED = Announcement(
    head="",
    number="2026年第12号",
    title=f"示例质量检验协会关于公布{TITLE}的公告",
    paragraphs=(
        "为方便社会监督企业履行质量诚信承诺，我会组织开展了2026年“3·15”产品和服务质量诚信承诺主题活动。经材料审核，"
        "现将参加活动并作出承诺的60家企业名单（排名不分先后）予以公告。",
        "上述企业的承诺书自2026年3月15日起由我会公开展示。承诺由企业作出并负责。",
        "特此公告。",
    ),
    attachment="附件：",
    issuer="示例质量检验协会",
    day="2026年3月15日",
    annex="附件",
    annex_title=TITLE,
    annex_below="共60家，排名不分先后",
    columns=(("序号", 6.0), ("企业名称", 34.0), ("省份", 13.0)),
    rows=tuple((str(n), f"示例{'青禾' * (1 + n % 4)}电器股份有限公司", "示例省") for n in range(1, 61)),
)


def render_announced(said: Announcement = ANNOUNCED) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return finish(render_announcement(Path(folder) / "a.pdf", said)).read_bytes()


OTHERS = {"usage_notice": render_notice, "announcement": render_announced}
"""Documents that are no certificates."""


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
    for kind, render in OTHERS.items():
        reference_path(kind).write_bytes(render())
