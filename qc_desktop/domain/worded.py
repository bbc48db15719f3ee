"""Sentences that an association words itself, that are kept as data and printed: looked through like a layout's."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache

from qc_desktop.domain.claims import claims, is_national, marked, speaks_for_all
from qc_desktop.domain.slots import stray_brace
from qc_desktop.domain.spelling import BLANK, COMMA, GAPS, STOP, spelled
from qc_desktop.domain.text import clean


class Place(StrEnum):
    """Where such a sentence is kept; sentences say it as the way there."""

    THEME = "theme"
    CLAUSE = "clause"
    INVITATION_NOTICE = "invitation_notice"
    ANNOUNCEMENT_NO = "announcement_no"
    ISSUER_LINE = "issuer_line"
    ROSTER_TITLE = "roster_title"
    PRODUCT = "product"
    LOT = "lot"


_NEEDED = (Place.THEME, Place.ROSTER_TITLE)
"""They head what is printed, which is nothing without them."""
BRACE = "{"
"""The word that stands for any brace where a reason is given for it."""
_TITLES = (Place.THEME, Place.ROSTER_TITLE)
"""They name what is printed: 全国 in them asks for an approval whatever else they say."""
_PROMISES = frozenset({"保证质量", "担保", "质量可靠", "质量合格", "检验合格", "100%合格", "先行赔付", "guarantee"})
"""What a company may promise."""
_BODY = "(?:[本我](?:协|学|商|联合|促进)?会|(?:协|联合|促进|研究|商)会|质协|本(?:中心|院)|association)(?!会?员|议)"
_OURS = re.compile(f"{_BODY}|(?<=[^ ·,。们要须工员])学会(?![换如怎尊倾用会])")
"""Who speaks as the association; 学会换位思考 is a company that learns something."""
_WATCHED = re.compile(f"(?:接受|配合|经)[^,。]{{0,20}}?{_BODY}[^,。]{{0,8}}?(?:监督|检查|抽查|管理|指导)[^,。]{{0,6}},")
"""Of whom a company says that it is watched by them, before it goes on to promise."""
_BY_US = re.compile(f"由[^,。]{{0,12}}?{_BODY}[^,。]{{0,6}}?(?:保证|担保|负责)")
_COMPANY = re.compile("[本我](?:公司|企业|厂)|我司")
_ORDINARY = re.compile(
    "(?:伪造|冒用|变造|转让|买卖)[^，。；]{0,12}?认证(?:标志|证书)|(?<![会心院])认证标志"
    "|强制性(?:产品|国家)?认证|未经(?:强制性)?认证"
    "|司法鉴定|(?<![已会院家心])经(?:法定)?鉴定(?!合格|为)|未经(?:品种)?审定|绝对[不化]|第一责任(?:人|主体)"
    "|(?<![^。；：;:，,\\s])第[一1]、(?=.*第[二2]、)|优质的?服务(?![奖品企单明标])|优质优价"
    "|(?<![省市县区国业界内球])质量第一(?=$|[，。；、！,;!]|的?(?:方针|原则|理念|宗旨))"
    "|有偿排名|唯一的?联系(?:方式|人|电话)",
    re.DOTALL,
)
"""What companies promise in such words without claiming anything."""
_COUNTED = frozenset({"No.1", "第一"})
"""What a number may say."""
_GRADES = frozenset({"A级", "优等品"})
"""What standards for goods call their grades."""
_LOT_CODES = frozenset({"No.1", *_GRADES, "AAA", "TOP"})
_NTH = re.compile(
    r"(?:^|(?<=[^\W一-龥]|[\s-])|(?<=\d[年月日])(?=第[一1]\w))(?!(?<=[一-龥][\s-])第\s?[一1１]\W*$)"
    r"第\s?[一1１](?!\s?(?:品牌|名))"
)
"""A count in a lot: 第1炉, 20260101第1, but neither 销量第一 nor 销量 第一."""
_MADE = "(?=$|[、（(]|[纸框架盒座托壳柜]|定[制做](?![版款])|制作|加工)"
"""Behind a thing that is made to be given, where it is no title of what follows."""
_GOODS = re.compile(
    "(?<![最省])(?<!国[家际]|世界|全球|[中全]国)(?<!^国)(?<!(?<![东西南北中内外])部)优质(?=\\w)(?!之|率|冠名|品(?!种)"
    "|[^，。]{0,6}(?:奖(?![杯牌章状])|产品|品牌|企业(?!管理(?:软件|系统))|单位|称号|示范|标杆"
    "|工程(?!塑料|机械|轮?胎|电缆|车(?!间))))"
    "|[aA]{3}(?=[^，。]{0,8}电池)|(?:质量|检[验测]|抽[检查])合格"
    f"(?=证|标签|(?:印?章|印){_MADE})|推荐性(?:国家|行业|地方|团体)?标准|推荐(?=[函信]封?{_MADE})"
    f"|奖(?:杯|牌|章|状){_MADE}|荣誉(?:证书|章|(?=奖[杯牌章状]|牌匾|勋章|绶带))|绝对(?:式|编码|位置|伏特加)"
    "|(?<!家)鉴定(?=仪|灯|镜|器|笔|设备|试剂)|(?:司法|笔迹|亲子|珠宝|[玉宝]石|钻石|翡翠|文物|字画|房屋)鉴定(?=服务)"
    "|(?:指纹|人脸|虹膜|声纹|静脉)认证(?!合格|产品|企业|单位|品牌)|(?:身份|密码)认证(?=$|门?锁|门禁)"
    "|(?<![a-zA-Z0-9家际威量会])认证(?=终端|服务器|网关|系统|设备|机|仪|模块|芯片|软件|平台|卡(?!车)|器|读卡器)"
    "|(?<!\\w)(?:定制|会议|金属|合金|不锈|[黄实铝铜钢木胸]|塑料|亚克力|磁性|员工|学生|桌面?|席位|姓名)+"
    f"名牌{_MADE}|名牌(?=夹子?{_MADE}|挂绳)"
    "|(?:[回旋]转|(?<!生)[活死]|固定|弹性|伞形|莫氏|[车磨铣机]床|合金|[0-9]号?)顶尖(?=$|[、（(座套])"
)
"""What goods are ordinarily called."""
_SPARED = {
    Place.INVITATION_NOTICE: _COUNTED,
    Place.ANNOUNCEMENT_NO: _COUNTED,
    Place.PRODUCT: _GRADES,
    Place.LOT: _LOT_CODES,
}
_HERE = "本会"
_GONE = "{said}"
_NAME = "{association}"
"""In the place of its name, as a variable: words before and behind do not meet."""


def worded_text(text: str) -> str:
    """``text`` as it is kept; nothing where only blanks and marks stand in it."""
    return clean(text) if spelled(text).letters.strip("".join(GAPS)) else ""


def promised(text: str, name: str = "") -> frozenset[str]:
    """The words that may stand in ``text`` where a company speaks: what it promises, and the association, called
    ``name``, does not."""
    found = [one for one in marked(text) if one.word in _PROMISES]
    return _PROMISES - {one.word for one in found if _is_ours(text, one.start, name)}


def _is_ours(text: str, start: int, name: str) -> bool:
    """Whether what stands at ``start`` is said of the association, by what its sentence says before."""
    before = _COMPANY.split(spelled(text[:start]).letters.rpartition(STOP)[2])[-1]
    said = _WATCHED.sub(COMMA, _without(before, name, _HERE))
    return _OURS.search(said) is not None or _BY_US.search(spelled(text).letters) is not None


def _without(text: str, name: str, instead: str = _NAME) -> str:
    """``text`` with ``instead`` for each ``name`` in it, also set wide by blanks."""
    wanted = spelled(name).letters.replace(BLANK, "")
    if not wanted:
        return text
    plain = spelled(text)
    placed = [(letter, place) for letter, place in zip(plain.letters, plain.places, strict=True) if letter != BLANK]
    letters, rest, last = "".join(letter for letter, _ in placed), "", 0
    start = letters.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        rest += text[last : placed[start][1]] + instead
        last = placed[end - 1][1] + 1
        start = letters.find(wanted, end)
    return rest + text[last:]


@dataclass(frozen=True)
class Worded:
    """One such sentence; ``name`` is the association's own, which claims nothing, ``year`` the campaign's, 0 where that
    goes without saying. ``signed``: pledges stand on it and nobody can reword it."""

    place: Place
    text: str
    name: str = ""
    year: int = field(default=0, compare=False)
    signed: bool = field(default=False, compare=False)

    @property
    def key(self) -> str:
        """What a reason for this wording in this place is kept under."""
        return hashlib.sha256(f"{self.place}\n{clean(self.text)}".encode()).hexdigest()[:24]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in it that claim too much there, and the brace of what is signed."""
        return (*_words(self), BRACE) if self.signed and self.brace else _words(self)

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing and has to say something."""
        return self.place in _NEEDED and not worded_text(self.text)

    @cached_property
    def brace(self) -> str:
        """What a sentence quotes for a brace in it: it knows no variable, and would be printed so."""
        return stray_brace(self.text)

    @cached_property
    def is_national(self) -> bool:
        """Whether it may only be used with an approval."""
        if self.place in _TITLES:
            return is_national(self.rest)
        return self.place is Place.ISSUER_LINE and speaks_for_all(self.rest)

    @property
    def rest(self) -> str:
        """Its text without what claims nothing there."""
        ordinary = {Place.CLAUSE: _ORDINARY, Place.PRODUCT: _GOODS, Place.LOT: _NTH}.get(self.place)
        text = _without(self.text, self.name)
        return ordinary.sub(_GONE, text) if ordinary else text

    @property
    def spared(self) -> frozenset[str]:
        """The words that may stand in it."""
        if self.place is Place.CLAUSE:
            return promised(self.text, self.name)
        return _SPARED.get(self.place, frozenset())


@lru_cache(maxsize=256)
def _words(one: Worded) -> tuple[str, ...]:
    """Of one that is typed all others stay as they were."""
    found = claims(one.rest)
    spared = one.spared if found else frozenset()
    return tuple(claim.word for claim in found if claim.word not in spared)
