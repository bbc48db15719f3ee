"""Words by which an association would promise or recommend something of its own, and titles that need an approval.

Product Quality Law art. 58 and Consumer Protection Law art. 45 make it answer for them; the Civil Affairs ministry's
notice of 2023 bars disguised award activity; GB/T 34062 and GB/T 22258 are not claimed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from qc_desktop.domain.spelling import Spelled, spelled

WORDS = (
    *("认证", "认定", "推荐", "放心", "信得过", "免检", "权威", "独家", "特供", "专供"),
    *("国家级", "世界级", "国际级", "顶级", "最佳", "最优", "最好", "首选", "领先", "冠军", "第一", "排名"),
    *("颁发", "颁给", "授予", "授与", "评比", "评选", "评定", "评为", "评优", "获奖", "荣誉", "表彰", "嘉奖"),
    *("金奖", "银奖", "铜奖", "奖状", "奖牌", "十佳", "十强", "百强", "龙头企业", "标杆企业"),
    *("名牌", "驰名", "著名", "示范单位", "示范企业", "示范品牌"),
    *("指定产品", "指定品牌", "指定供应商", "满意产品", "满意单位", "防伪技术产品"),
    *("保证质量", "质量可靠", "质量合格", "信用先进", "信用等级", "AAA", "No.1", "TOP"),
    *("certified", "certification", "accredited", "recommend", "guarantee", "award"),
)
"""As sentences quote them."""
_SPELT: Mapping[str, str] = {
    "第一": r"第[一1壹](?!\d)",
    "最好": "最好[的品企产质]",
    "AAA": r"(?<![a-z])(?:a{3,5}|[2-5]a级)(?![a-z])",
    "No.1": r"(?<![a-z])no(?:1(?!\d)|one(?![a-z]))",
    "TOP": r"(?<![a-z])top\d",
}
"""How the words look that are no plain letters."""
_SPARED: Mapping[str, str] = {
    "第一": r"第[一1壹](?:条(?!件)|[份款章节页次个批季届期版项号类]|时间|方|人称)",
    "排名": "排名不分先后",
}
"""What counts or explains, and claims nothing, with no mark within it: 质量第一，条件优越 is not 第一条."""
_CLAIM = re.compile("|".join(f"({_SPELT.get(word, word)})" for word in WORDS))
_EXCUSE = {word: re.compile(pattern) for word, pattern in _SPARED.items()}
_NATIONAL = re.compile("全国|中国|国家|中华|china|chinese|(?<!inter)national")
_NAMED = re.compile(
    "全国(?:统一|热线|投诉|12315)|国家(?:级|标准|企业信用信息公示系统)|中华人民共和国.{1,20}?(?:法|条例|办法|规定)"
    "|(?:全国|中国|国家|中华).{0,20}?(?:协会|学会|联合会|总会|总局|委员会|研究院|工程院|科学院)"
)
"""What has such a word in its name and claims nothing for the document: a law, a standard, a body; or is a claim."""


@dataclass(frozen=True)
class Claim:
    """A word that claims too much, and the text it stands in."""

    word: str
    text: str


@dataclass(frozen=True)
class Marked:
    """Where such a word stands in a text: from ``start`` to before ``end``."""

    word: str
    start: int
    end: int


def claims(text: str) -> list[Claim]:
    """Each such word of ``text`` once, in order, also where blanks or marks stand between its characters."""
    return [Claim(word, text) for word in dict.fromkeys(one.word for one in marked(text))]


def marked(text: str) -> list[Marked]:
    """Every such word of ``text``, with its place, in order."""
    plain = spelled(text)
    found = [(WORDS[(one.lastindex or 1) - 1], one.start(), one.end()) for one in _CLAIM.finditer(plain.letters)]
    return [
        Marked(word, plain.places[start], plain.places[end - 1] + 1)
        for word, start, end in found
        if not _is_spared(plain, word, start)
    ]


def _is_spared(plain: Spelled, word: str, start: int) -> bool:
    excuse = _EXCUSE[word].match(plain.letters, start) if word in _EXCUSE else None
    return excuse is not None and plain.is_whole(start, excuse.end())


def canonical(word: str) -> str:
    """``word`` as :data:`WORDS` has it, where it is one of them otherwise written: 認證 is 认证."""
    found = marked(word)
    return found[0].word if [(one.start, one.end) for one in found] == [(0, len(word))] else word


def is_national(title: str) -> bool:
    """Whether ``title`` may only be used with an approval."""
    return _NATIONAL.search(spelled(title).letters) is not None


def speaks_for_all(heading: str) -> bool:
    """The same of what stands on a page by itself: names of bodies, laws and standards are no claim there."""
    return _NATIONAL.search(_NAMED.sub("", spelled(heading).letters)) is not None
