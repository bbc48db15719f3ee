"""使用须知: one page for the company, on how certificate and label may be used and what they do not mean."""

from __future__ import annotations

from qc_desktop.documents.types import LETTER, DocumentType, plain

_SECTIONS = ("meaning", "use", "misuse", "check", "redress")

USAGE_NOTICE = DocumentType(
    kind="usage_notice",
    variables=(
        plain("holder", "示例（集团）青禾电器股份有限公司"),
        plain("number", "QC-2026-315-000128"),
        plain("issued", "2026-03-15", own=False),
        plain("expires", "2027-03-14", own=False),
        plain("hotline", "400-000-0000"),
        plain("issuer", "示例质量检验协会", own=False),
    ),
    required=("holder", "number", "issued", "issuer"),
    words=("title", "salutation", "number_until", "number", *(f"heading_{name}" for name in _SECTIONS)),
    phrases=(*_SECTIONS, "redress_plain"),
    says=("holder", "number", "issued", "issuer"),
    schemes=("navy", "red"),
    group=LETTER,
)
