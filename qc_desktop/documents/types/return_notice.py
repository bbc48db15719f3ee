"""退回补正通知: what a company has to correct in its papers, and until when."""

from __future__ import annotations

from qc_desktop.documents.types import LETTER, DocumentType, listed, page_number, plain

RETURN_NOTICE = DocumentType(
    kind="return_notice",
    variables=(
        plain("holder", "示例（集团）青禾电器股份有限公司"),
        plain("year", "2026", own=False),
        plain("theme", "“3·15”产品和服务质量诚信承诺主题活动", own=False),
        listed("matters", ("承诺书没有加盖公章。", "执行标准没有写编号，请写明已自我声明公开的标准编号。")),
        plain("deadline", "2026-02-28", own=False),
        plain("contact", "示例质量检验协会秘书处，电话000-00000000", own=False),
        plain("issued", "2026-02-10", own=False),
        plain("issuer", "示例质量检验协会", own=False),
        page_number(),
    ),
    required=("holder", "year", "theme", "matters", "issued", "issuer"),
    words=("head", "title", "salutation", "opening", "ordinals", "page"),
    phrases=("closing",),
    word_slots={"ordinals": ()},
    says=("holder", "theme", "matters", "issued", "issuer"),
    schemes=("navy", "red"),
    group=LETTER,
    pages=True,
)
