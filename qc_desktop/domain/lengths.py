"""How long a text may be that no list or form bounds by itself: what is far longer was pasted by mistake.

The texts of a company are bounded by :data:`qc_desktop.domain.companies.TEXT_LIMITS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from qc_desktop.errors import UserError

LINE = 100
"""A line about a campaign: theme, notice, announcement, one organiser."""
CLAUSE_SHORT, CLAUSE_FULL = 60, 1000
"""What is printed of a clause on the certificate, and in the pledge letter."""
PRODUCT, SIGNATORY = 200, 100
"""A product or standard of a pledge, and who signed it."""
REASON = 500
"""Why a pledge was returned, a certificate ended, a sheet thrown away."""
LEAST_REASON = 4
"""Letters and digits of a reason for wording, of the name of an approval or of a legal note: dots are none."""
_NO_ANSWER = re.compile(
    "(?:[暂并]?无|[没未]有?|不(?:需要?|用|知道?|清楚|详)|略|同上|见?原文|none|null|test|测试|(.)\\1+)"
    "(?:任何|什么)?(?:法律)?(?:理由|依据|原因|说明|文件)?",
    re.IGNORECASE,
)
"""What is typed where something has to be, and says nothing."""
REMARK = 500
"""What staff note beside a reminder, a term, a payment."""
MOST_LINES = 200
"""Organisers of one kind, products or standards of one pledge."""
_SHOWN = 20


def is_reason(text: str) -> bool:
    """Whether ``text`` says something, as a reason for wording, the name of an approval or a legal note."""
    said = "".join(filter(str.isalnum, text))
    return len(said) >= LEAST_REASON and _NO_ANSWER.fullmatch(said) is None


def check_reason(word: str, reason: str) -> None:
    """Raises UserError for a ``reason`` for ``word`` that says nothing, or far too much."""
    bound(reason, REASON)
    if not is_reason(reason):
        raise UserError("worded.no_reason", word=word, reason=reason)


def bound(text: str, limit: int) -> None:
    """Raises UserError where ``text`` has more than ``limit`` characters: nothing typed is ever cut off."""
    if len(text) > limit:
        raise UserError("text.too_long", text=text[:_SHOWN], length=len(text), limit=limit)


def bound_all(texts: Iterable[str], limit: int) -> None:
    """As :func:`bound` for each of ``texts``; also where they are more than MOST_LINES."""
    found = list(texts)
    for text in found:
        bound(text, limit)
    if len(found) > MOST_LINES:
        raise UserError("text.too_many", count=len(found), limit=MOST_LINES)
