"""Words by which an association would promise or recommend something of its own, and titles that need an approval.

Product Quality Law art. 58 and Consumer Protection Law art. 45 make it answer for them; the Civil Affairs ministry's
notice of 2023 bars disguised award activity; GB/T 34062 and GB/T 22258 are not claimed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = (
    "认证",
    "认定",
    "推荐",
    "放心",
    "国家级",
    "免检",
    r"第一(?![份条款章页次个批季])",
    "颁发",
    "颁给",
    "授予",
    "评比",
    "评选",
    "评定",
    "获奖",
    "荣誉",
    "排名(?!不分先后)",
    "最佳",
    "名牌",
    "驰名",
    "金奖",
    "十佳",
    "信得过",
    "示范单位",
    "指定产品",
    "防伪技术产品",
    "保证质量",
    "质量可靠",
)
_CLAIM = re.compile("|".join(_WORDS))
_NATIONAL = re.compile("全国|中国|国家|中华")


@dataclass(frozen=True)
class Claim:
    """A word that claims too much, and the text it stands in."""

    word: str
    text: str


def claims(text: str) -> list[Claim]:
    """Each such word of ``text`` once, in order."""
    return [Claim(word, text) for word in dict.fromkeys(_CLAIM.findall(text))]


def is_national(title: str) -> bool:
    """Whether ``title`` may only be used with an approval."""
    return _NATIONAL.search(title) is not None
