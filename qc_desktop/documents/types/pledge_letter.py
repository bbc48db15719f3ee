"""质量诚信承诺书: what a company signs. Blank to be filled in by hand, or filled from what is known of the company.

Nobody's name is filled in: who signs writes it, and the day.
"""

from __future__ import annotations

from qc_desktop.documents.types import LETTER, DocumentType, listed, page_number, plain
from qc_desktop.domain.pledges import DEFAULT_CLAUSES

PLEDGE_LETTER = DocumentType(
    kind="pledge_letter",
    variables=(
        plain("year", "2026", own=False),
        plain("theme", "“3·15”产品和服务质量诚信承诺主题活动", own=False),
        listed("clauses", tuple(clause.full for clause in DEFAULT_CLAUSES), own=False),
        plain("holder", "示例（集团）青禾电器股份有限公司"),
        plain("uscc", "91350100M000100Y43"),
        plain("address", "示例省示例市示例路1号"),
        plain("hotline", "400-000-0000"),
        listed("products", ("示例牌电饭煲", "示例牌电水壶")),
        listed("standards", ("Q/SL 001—2025",)),
        plain("issuer", "示例质量检验协会", own=False),
        page_number(),
    ),
    required=("theme", "clauses"),
    words=(
        *("title", "opening", "closing", "ordinals", "page", "ask_holder", "ask_uscc", "ask_address", "ask_hotline"),
        *("ask_products", "ask_standards", "sign_holder", "sign_person", "sign_day"),
    ),
    word_slots={"ordinals": ()},
    says=("clauses", "theme", "holder", "uscc", "products", "standards"),
    schemes=("navy", "red"),
    group=LETTER,
    pages=True,
)
