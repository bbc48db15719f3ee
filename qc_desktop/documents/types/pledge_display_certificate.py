"""承诺展示公告证明: the certificate that a company's pledge is on public display.

The frozen statement is set as one sentence in which the company's name and code stand large on lines of their own,
so that neither is said twice. Signature and date follow GB/T 9704-2012, 7.3.5.1.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from qc_desktop.documents.types import DocumentType, listed, plain
from qc_desktop.documents.values import Facts, Value, Variable, template

_LIST_WORDS = ("products_list", "products_count", "standards_list", "standards_count")
_LONGEST_OPENING = 16


@dataclass(frozen=True)
class Statement:
    """A statement in the order in which it reads: what opens it, the name, the code, and the rest."""

    opening: str
    holder: str
    code: str
    body: str


def split_statement(text: str, holder: str, uscc: str) -> Statement:
    """``text`` cut where the company's name and, in brackets behind it, its code stand.

    A text that does not begin with a short phrase and the name is left whole.
    """
    opening, found, rest = text.partition(holder)
    if not holder or not found or len(opening) > _LONGEST_OPENING:
        return Statement("", holder, uscc, text)
    bracketed, closing, body = rest.partition("）")
    if uscc and closing and bracketed.rfind("（") == 0 and bracketed.endswith(uscc):
        return Statement(opening, holder, bracketed + closing, body)
    return Statement(opening, holder, uscc, rest)


@lru_cache(maxsize=1)
def statement_of(facts: Facts) -> Statement:
    """The statement of a record; a code that its sentence leaves out is said in the layout's own words."""
    split = split_statement(facts.text("statement"), facts.text("holder"), facts.text("uscc"))
    if split.code and split.code == facts.text("uscc"):
        said = template(facts.layout.words["code"]).fill({"uscc": split.code})
        return replace(split, code=said or split.code)
    return split


def _copy(facts: Facts) -> Value:
    return str(facts.copy) if facts.copy > 1 else ""


def _count(name: str) -> Variable:
    """How many items the list ``name`` has."""
    return Variable(f"{name}_count", "3", lambda facts: str(len(facts.items(name)) or ""), (name,))


_STATED = ("holder", "uscc", "statement")

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
        plain("statement", "兹证明：示例（集团）青禾电器股份有限公司参加2026年主题活动。特此证明。"),
        Variable("opening", "兹证明：", lambda facts: statement_of(facts).opening, _STATED, own=False),
        Variable("statement_holder", "示例（集团）青禾电器股份有限公司", lambda f: statement_of(f).holder, _STATED),
        Variable("statement_code", "（统一社会信用代码91350100M000100Y43）", lambda f: statement_of(f).code, _STATED),
        Variable("body", "参加2026年主题活动。特此证明。", lambda facts: statement_of(facts).body, _STATED, own=False),
        listed("pledge_text", ("遵守质量法律法规和强制性标准", "全过程检验，记录可查"), own=False),
        listed("products", ("示例牌电饭煲", "示例牌电水壶")),
        listed("standards", ("Q/SL 001—2025",)),
        _count("products"),
        _count("standards"),
        Variable("copy", "2", _copy),
    ),
    required=("number", "kind", "title", "holder", "uscc", "issued", "expires", "statement", "issuer"),
    words=("title", "code", "scope", "label_heading", "number", "copy", "ordinals", *_LIST_WORDS),
    phrases=("statement", "label"),
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
