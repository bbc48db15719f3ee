"""停用通知: tells a company that a batch of its labels is stopped, and that it destroys what is left."""

from __future__ import annotations

from qc_desktop.documents.types import LETTER, DocumentType, page_number, plain

LABEL_STOP_NOTICE = DocumentType(
    kind="label_stop_notice",
    variables=(
        plain("holder", "示例（集团）青禾电器股份有限公司"),
        plain("agreement_no", "SY-2026-001"),
        plain("product", "示例牌电饭煲"),
        plain("lot", "20260301"),
        plain("first", "00001-000001"),
        plain("last", "00001-001000"),
        plain("count", "1000"),
        plain("reason", "示例：抽查发现批号不符"),
        plain("remaining", "400"),
        plain("destroyed", "0"),
        plain("unprinted", "200"),
        plain("issued", "2026-06-01", own=False),
        plain("issuer", "示例质量检验协会", own=False),
        page_number(),
    ),
    required=("holder", "agreement_no", "product", "lot", "first", "last", "count", "reason", "issued", "issuer"),
    words=("head", "title", "salutation", "page"),
    phrases=("paragraphs",),
    says=("holder", "product", "lot", "first", "last", "reason", "issued", "issuer"),
    schemes=("navy", "red"),
    group=LETTER,
    pages=True,
)
