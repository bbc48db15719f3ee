"""邀请函: asks one company to take part in a campaign, and how it answers. A letter after GB/T 9704-2012, 10.1."""

from __future__ import annotations

from qc_desktop.documents.types import LETTER, DocumentType, page_number, plain

INVITATION_LETTER = DocumentType(
    kind="invitation_letter",
    variables=(
        plain("holder", "示例（集团）青禾电器股份有限公司"),
        plain("year", "2026", own=False),
        plain("theme", "“3·15”产品和服务质量诚信承诺主题活动", own=False),
        plain("edition", "12", own=False),
        plain("notice_no", "示质协函〔2026〕3号", own=False),
        plain("deadline", "2026-02-28", own=False),
        plain("contact", "示例质量检验协会秘书处，电话000-00000000", own=False),
        plain("issued", "2026-01-08", own=False),
        plain("issuer", "示例质量检验协会", own=False),
        page_number(),
    ),
    required=("holder", "year", "theme", "issued", "issuer"),
    words=("head", "title", "salutation", "attachment", "ordinals", "page"),
    phrases=("opening", "matters", "closing"),
    word_slots={"ordinals": ()},
    says=("holder", "theme", "issued", "issuer"),
    schemes=("navy", "red"),
    group=LETTER,
    pages=True,
)
