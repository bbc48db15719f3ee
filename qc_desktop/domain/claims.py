"""Words by which an association would promise or recommend something of its own, and titles that need an approval.

Product Quality Law art. 58 and Consumer Protection Law art. 45 make it answer for them; the Civil Affairs ministry's
notice of 2023 bars disguised award activity; GB/T 34062 and GB/T 22258 are not claimed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from qc_desktop.domain.spelling import BLANK, BREAK, GAPS, spelled

WORDS = (
    *("认证", "认定", "推荐", "放心", "信得过", "免检", "权威", "独家", "特供", "专供"),
    *("国家级", "世界级", "国际级", "顶级", "最佳", "最优", "最好", "首选", "领先", "冠军", "第一", "排名", "最高级"),
    *("颁发", "颁给", "授予", "授与", "评比", "评选", "评定", "评为", "评优", "获奖", "荣誉", "表彰", "嘉奖"),
    *("荣获", "称号", "授牌", "授证", "推介", "信赖", "标兵", "优秀企业", "先进单位", "模范企业"),
    *("金奖", "银奖", "铜奖", "奖状", "奖牌", "金牌", "等奖"),
    *("十佳", "百佳", "十强", "百强", "500强", "龙头企业", "标杆企业"),
    *("质量奖", "背书", "先行赔付", "推优", "十大品牌"),
    *("名牌", "驰名", "著名", "示范单位", "示范企业", "示范品牌"),
    *("指定产品", "指定品牌", "指定供应商", "满意产品", "满意单位", "防伪技术产品"),
    *("颁奖", "荣膺", "获评", "表扬", "奖章", "奖杯", "鉴定", "审定", "国字号", "官方指定", "政府认可"),
    *("绝对", "唯一", "顶尖", "极品", "优质", "名优", "优等品", "五星级", "明星企业", "一流企业", "领军"),
    *("排行榜", "前三名", "行业前十"),
    *("保证质量", "担保", "质量可靠", "质量合格", "检验合格", "100%合格"),
    *("信用先进", "信用等级", "AAA", "A级", "No.1", "TOP"),
    *("certified", "certification", "accredited", "recommend", "guarantee", "award", "endorse"),
)
"""As sentences quote them."""
_FEW = r"(?:[二两三四五六七八九十百]|\d){1,3}"
_SPELT: Mapping[str, str] = {
    "第一": r"第~[一1壹](?!\d)",
    "质量奖": "质~量~奖(?!~[励惩])",
    "推优": "推~优(?!~[惠化质秀势])",
    "十大品牌": "十~大~(?:品~牌|企~业)",
    "先进单位": "(?:先~进|优~胜)~(?:企~业|单~位)",
    "最好": "最~好~[的品企产质]",
    "称号": "(?<![名简全])称~号(?!码)",
    "金牌": "金~牌(?!号|照(?!明))",
    "等奖": "(?:(?<=[特一二三四])等~奖|等~奖(?![励金品学]))",
    "官方指定": "官~方~(?:指~定|认~可|推~荐|授~权)",
    "政府认可": "政~府~(?:认~可|指~定|推~荐|背~书)",
    "唯一": "(?<!编[号码])(?<!代码)(?<!序号)(?<!标识)唯~一(?!~(?:编|标识|识别|代码|序|号|码|性|对应))",
    "五星级": "[三四五35]~星~级(?!~(?:大?酒店|宾馆|饭店))",
    "明星企业": "明~星~(?:企~业|单~位|品~牌|产~品)",
    "一流企业": "一~流~(?:企~业|单~位|品~牌|产~品)",
    "前三名": rf"前~{_FEW}~名",
    "行业前十": rf"(?:行~业|全~国|全~省|全~球|国~内|世~界)~前~{_FEW}",
    "保证质量": "保~证[^。\ufffc]{0,10}?(?:质~量|合~格|安~全)",
    "检验合格": "(?:检~[验测]|抽~[检查])~(?:均~)?合~格",
    "100%合格": r"(?:(?<!\d)1~0~0|百~分~之?~?百)~合~格",
    "A级": r"(?<![a-z0-9])a(?:~a)?~级(?!~(?:防~火|不~燃|锅~炉))",
    "AAA": r"(?<![a-z])(?:a~a~a(?:~a){0,2}|[2-5]~a~(?:级|(?=企~业|诚~信)))(?![a-z])",
    "No.1": r"(?<![a-z])(?:(?:(?:no|n_o)~|number ?)1(?!\d|[a-z](?![a-z]))|(?:no[^\w ]|number[ ·]?)one(?![a-z]))",
    "TOP": r"(?<![a-z])(?:top|t_o_p)~\d",
}
"""How the words look that are no plain letters: ``_`` is a gap, ``~`` may be one; what is before and behind touches."""
_COUNTED = (
    "条(?!件)|代(?![表理言])|份(?!额)|批(?!发)|节(?!能)|联(?![合盟])|个(?!性)|步(?!行|枪)|栏(?!杆)|轮(?!胎)|组(?!织|合)|卷(?!烟)"
    "|天(?!然|下)|种(?![业植子])|方(?!阵|队)|[款章页次季届期版项号类列层张枚册]"
    "|时间|人称|阶段|部分|责任人|(?:人民)?医院|[中小]学"
)
_LISTED = "[至到和或及]第?[二三四五六七八九十]+|·第?二(?:·第?三)?"
_FIGURES = "[至到和或及]第?[0-9]+|·第?(?:[2-9][0-9]*|1[0-9]+)"
_SPARED: Mapping[str, str] = {
    "认证": "(?<=[确默承])(?<![明准正的]确)认~证~[书件明据人]",
    "认定": "(?<=[确默承])(?<![明准正的]确)认~定~[价金]",
    "第一": rf"第(?: ?1 ?(?:{_FIGURES})?|(?:[一壹]| [一壹] ?)(?:{_LISTED})?)(?:{_COUNTED})"
    r"|(?:(?<![^。])|(?<=^ ))第[一1壹],|第[一1壹],(?=.*第[二2],)",
    "排名": "排名不分先后",
    "推荐": "推荐性(?:国家|行业|地方|团体)?标准",
    "放心": "放心(?:填写|填报|提交)",
    "权威": "权威解释",
    "绝对": "绝对(?:值|湿度|误差|压力|温度)",
    "No.1": r"(?:no~|number ?)1"
    r"(?:[ ,](?!(?:brand|in|of|on|the|for)\b)[a-z]+){0,4}? (?:road|street|building|floor)(?! ?[a-z])",
}
"""What counts, explains or is an address, and claims nothing.

质量第一，条件优越 is not 第一条, nor is 第一 份额 第一份: a blank behind 一 goes with one before it.
"""


_NUMBERED = "(?:certificate|announcement|notice|order|article|annex|batch|page|form|room)_$"
"""What carries a number in English."""
_WISHED = "(?:创建?|建设?成?|打造|争做|做|培育|成为|迈向)(?:世界|国际|国内|全球|行业)?$"
"""Before what somebody wants to be."""


def _gapped(pattern: str) -> str:
    return pattern.replace("~", f"[{GAPS}]?").replace("_", f"[{GAPS}]")


_CLAIM = re.compile("|".join(f"({_gapped(_SPELT.get(word) or '~'.join(word))})" for word in WORDS))
_EXCUSE = {word: re.compile(_gapped(pattern)) for word, pattern in _SPARED.items()}
_BEFORE = {"No.1": re.compile(_gapped(_NUMBERED)), "一流企业": re.compile(_gapped(_WISHED))}
_NATIONAL = re.compile(
    _gapped(
        "全~国|中~国|国~家|中~华|c~h~i~n~(?:a|e~s~e)|(?<!inter)(?<!inter_)n~a~t~i~o~n~a~l|(?<![a-z])p~r~c(?![a-z])"
    ),
)
_PLACES = re.compile(_gapped("中~国~[一-龥]{2,4}~(?:自~由~贸~易~(?:试~验~区|港)|跨~境~电~子~商~务~综~合~试~验~区)"))
"""Official names: 中国（上海）自由贸易试验区."""
_PLAIN = "(?!全国|中国|国家|中华|标识|证书|证明|单位|(?<!自)由)[^\\W_省的是]"
"""A character of a body's own name, which has neither a gap in it nor a second such word."""
_OFFICE = f"(?!企业|品牌|产品){_PLAIN}"
_WORD = " (?!(?:china|chinese|national|by|from|of|the|is|in|with)(?![a-z]))[a-z]+"
_NAMED = re.compile(
    "全国(?:统一|热线|投诉|12315|(?:团体)?标准信息)|国家(?:级|有关|相关|现行|法|规定|标准|强制性|推荐性|会议|企业信用信息公示系统)"
    "|中国合格评定国家认可委员会"
    f"|中华人民共和国 ?(?:{_PLAIN}){{1,20}}?(?:(?<!依)法|条例|办法|规定)"
    f"|(?:中华人民共和国|中国|中华)?(?:全国|中国|国家|中华)(?:·(?:{_OFFICE}){{1,6}}·?)?(?:{_PLAIN}){{0,20}}?"
    "(?:协会|学会|联合会|总会|促进会|商会|研究会|基金会|工商联|发展中心|报刊社|总局|委员会|研究院|工程院|科学院)"
    f"|(?:中华人民共和国)?国家(?:(?:{_OFFICE}){{1,14}}?(?:局(?![部面势限])|署)|(?:{_OFFICE}){{1,6}}?(?:院|部(?![门分件]))|认监委)"
    "|law of the (?:people·s republic of china|prc)(?![a-z])"
    f"|(?<![a-z])(?:chin(?:a|ese)(?: national)?|national)(?:{_WORD}){{0,6}}? "
    "(?:association|society|federation|administration|committee|commission|council|bureau)(?![a-z])"
)
"""What has such a word in its name and claims nothing for the document: a law, a standard, a body; or is a claim."""
_SPREAD = re.compile("(?<![^ ])(?:[^ ] ){3,}[^ ](?![^ ])")
"""A heading set wide by blanks, which do not end a body's name."""


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
    return list(_marked(text))


@lru_cache(maxsize=256)
def _marked(text: str) -> tuple[Marked, ...]:
    plain = spelled(text)
    found = [(WORDS[(one.lastindex or 1) - 1], one.start(), one.end()) for one in _CLAIM.finditer(plain.letters)]
    return tuple(
        Marked(word, plain.places[start], plain.places[end - 1] + 1)
        for word, start, end in found
        if not _is_excused(word, plain.letters, start)
    )


def _is_excused(word: str, letters: str, start: int) -> bool:
    here, before = _EXCUSE.get(word), _BEFORE.get(word)
    is_spared = here is not None and here.match(letters, start) is not None
    return is_spared or (before is not None and before.search(letters, 0, start) is not None)


def canonical(word: str) -> str:
    """``word`` as :data:`WORDS` has it, where it is one of them otherwise written: 認證 is 认证."""
    found = marked(word)
    return found[0].word if [(one.start, one.end) for one in found] == [(0, len(word))] else word


def is_national(title: str) -> bool:
    """Whether ``title`` may only be used with an approval."""
    return _NATIONAL.search(_PLACES.sub(BREAK, spelled(title).letters)) is not None


def speaks_for_all(heading: str) -> bool:
    """The same of what stands on a page by itself: names of bodies, laws and standards are no claim there."""
    letters = _SPREAD.sub(lambda spread: spread[0].replace(BLANK, ""), spelled(heading).letters)
    return _NATIONAL.search(_NAMED.sub(BREAK, _PLACES.sub(BREAK, letters))) is not None
