"""会员证书: that a company is a member, since when, in which tier and until when. It carries no label."""

from __future__ import annotations

from qc_desktop.documents.types import DocumentType, plain

MEMBERSHIP_CERTIFICATE = DocumentType(
    kind="membership_certificate",
    variables=(
        plain("member_no", "M00128"),
        plain("title", "会员证书", own=False),
        plain("holder", "示例（集团）青禾电器股份有限公司"),
        plain("uscc", "91350100M000100Y43"),
        plain("tier", "理事单位", own=False),
        plain("term_from", "2026-01-01", own=False),
        plain("term_until", "2026-12-31", own=False),
        plain("issued", "2026-01-08", own=False),
        plain("issuer", "示例质量检验协会", own=False),
    ),
    required=("title", "holder", "member_no", "tier", "term_from", "issued", "issuer"),
    words=("title", "number", "code", "scope"),
    phrases=("body",),
    word_slots={"title": ()},
    says=("title", "holder", "member_no", "tier", "term_from", "issued", "issuer", "word.scope"),
    schemes=("navy", "red"),
)
