"""承诺展示公告证明: the certificate that a company's pledge is on public display.

The frozen statement is set as one sentence in which the company's name and code stand large on lines of their own,
so that neither is said twice. Signature and date follow GB/T 9704-2012, 7.3.5.1.
"""

from __future__ import annotations

from qc_desktop.documents.types import DocumentType, listed, plain
from qc_desktop.documents.types.statements import STATEMENT, copy_number
from qc_desktop.documents.values import Variable

_LIST_WORDS = ("products_list", "products_count", "standards_list", "standards_count")


def _count(name: str) -> Variable:
    """How many items the list ``name`` has."""
    return Variable(f"{name}_count", "3", lambda facts: str(len(facts.items(name)) or ""), (name,))


PLEDGE_DISPLAY_CERTIFICATE = DocumentType(
    kind="pledge_display_certificate",
    variables=(
        plain("number", "QC-2026-315-000128"),
        plain("title", "承诺展示公告证明", own=False),
        plain("holder", "示例（集团）青禾电器股份有限公司"),
        plain("uscc", "91350100M000100Y43"),
        plain("issued", "2026-03-15", own=False),
        plain("expires", "2027-03-14", own=False),
        plain("issuer", "示例质量检验协会", own=False),
        plain("announcement_no", "2026年第12号", own=False),
        plain("hotline", "400-000-0000"),
        *STATEMENT,
        listed("pledge_text", ("遵守质量法律法规和强制性标准", "全过程检验，记录可查"), own=False),
        listed("products", ("示例牌电饭煲", "示例牌电水壶")),
        listed("standards", ("Q/SL 001—2025",)),
        _count("products"),
        _count("standards"),
        copy_number(),
    ),
    required=("number", "kind", "title", "holder", "uscc", "issued", "expires", "statement", "issuer"),
    words=("title", "code", "scope", "label_heading", "number", "copy", "ordinals", *_LIST_WORDS),
    phrases=("statement", "label"),
    word_slots={"title": (), "code": ("uscc",), "ordinals": ()},
    says=(
        "number",
        "title",
        "holder|statement_holder",
        "uscc|statement_code",
        "statement|body",
        "issued",
        "expires",
        "issuer",
        "word.scope",
    ),
    phrase_slots={
        "statement": {
            "holder": "示例（集团）青禾电器股份有限公司",
            "uscc": "91350100M000100Y43",
            "year": "2026",
            "theme": "“3·15”产品和服务质量诚信承诺主题活动",
            "displayed_from": "2026-03-15",
            "announcement_no": "2026年第12号",
        }
    },
    elements=("label", "seal"),
    schemes=("navy", "red"),
)
