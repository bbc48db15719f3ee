"""The 专用标识 on a product: its heading, whose and what product it is, its serial, where to complain."""

from __future__ import annotations

from qc_desktop.documents.types import CELL, LABEL, DocumentType, plain
from qc_desktop.domain.labels import KIND

_OF_THE_BATCH = ("company", "product", "lot", "valid_until")

VERIFICATION_LABEL = DocumentType(
    kind=KIND,
    variables=(
        plain("company", "示例青禾电器有限公司"),
        plain("product", "示例家用电饭煲"),
        plain("lot", "L20260315-01"),
        plain("valid_until", "2028年3月14日"),
        plain("serial", "00012-999999"),
    ),
    words=("heading", "company", "product", "lot", "valid_until", "serial", "complaint", "hidden"),
    word_slots={
        "heading": _OF_THE_BATCH,
        "company": _OF_THE_BATCH,
        "product": _OF_THE_BATCH,
        "lot": _OF_THE_BATCH,
        "valid_until": _OF_THE_BATCH,
        "serial": ("serial",),
        "complaint": _OF_THE_BATCH,
        "hidden": (),
    },
    says=("company", "serial", "word.heading", "word.complaint"),
    schemes=(),
    group=LABEL,
    form=CELL,
)
