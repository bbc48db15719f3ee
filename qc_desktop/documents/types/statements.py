"""The statement of a certificate, frozen as one sentence, taken apart where the company's name and code stand in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from qc_desktop.documents.types import plain
from qc_desktop.documents.values import Facts, Value, Variable, template

_LONGEST_OPENING = 16
_STATED = ("holder", "uscc", "statement")


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


def copy_number() -> Variable:
    """Which copy it is; the first does not say so."""
    return Variable("copy", "2", _copy)


STATEMENT = (
    plain("statement", "兹证明：示例（集团）青禾电器股份有限公司参加2026年主题活动。特此证明。"),
    Variable("opening", "兹证明：", lambda facts: statement_of(facts).opening, _STATED, own=False),
    Variable("statement_holder", "示例（集团）青禾电器股份有限公司", lambda f: statement_of(f).holder, _STATED),
    Variable("statement_code", "（统一社会信用代码91350100M000100Y43）", lambda f: statement_of(f).code, _STATED),
    Variable("body", "参加2026年主题活动。特此证明。", lambda facts: statement_of(facts).body, _STATED, own=False),
)
"""A statement and its parts, as variables."""
