"""Words by which an association would promise or recommend something of its own, and titles that need an approval.

Product Quality Law art. 58 and Consumer Protection Law art. 45 make it answer for them; the Civil Affairs ministry's
notice of 2023 bars disguised award activity; GB/T 34062 and GB/T 22258 are not claimed.
"""

from __future__ import annotations

import re
import unicodedata
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
    "质量合格",
    "信用先进",
    "認證",
    "認定",
    "推薦",
    "國家級",
    "免檢",
    "頒發",
    "授與",
    "品質認證",
)
_CLAIM = re.compile("|".join(_WORDS))
_BETWEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff·・•.。、，,_*\-—]")
"""What people put between the characters of a word and still read it."""
_NATIONAL = re.compile("全国|中国|国家|中华")


@dataclass(frozen=True)
class Claim:
    """A word that claims too much, and the text it stands in."""

    word: str
    text: str


def claims(text: str) -> list[Claim]:
    """Each such word of ``text`` once, in order, also where blanks stand between its characters."""
    plain = _BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    return [Claim(word, text) for word in dict.fromkeys(_CLAIM.findall(plain))]


def is_national(title: str) -> bool:
    """Whether ``title`` may only be used with an approval."""
    return _NATIONAL.search(_BETWEEN.sub("", title)) is not None
