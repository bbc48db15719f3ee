"""行政区划: the administrative divisions of GB/T 2260, found by code or by what an office writes for them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.caches import for_a_batch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PROVINCES: tuple[tuple[str, str, str], ...] = (
    ("110000", "北京市", "北京"),
    ("120000", "天津市", "天津"),
    ("130000", "河北省", "河北"),
    ("140000", "山西省", "山西"),
    ("150000", "内蒙古自治区", "内蒙古"),
    ("210000", "辽宁省", "辽宁"),
    ("220000", "吉林省", "吉林"),
    ("230000", "黑龙江省", "黑龙江"),
    ("310000", "上海市", "上海"),
    ("320000", "江苏省", "江苏"),
    ("330000", "浙江省", "浙江"),
    ("340000", "安徽省", "安徽"),
    ("350000", "福建省", "福建"),
    ("360000", "江西省", "江西"),
    ("370000", "山东省", "山东"),
    ("410000", "河南省", "河南"),
    ("420000", "湖北省", "湖北"),
    ("430000", "湖南省", "湖南"),
    ("440000", "广东省", "广东"),
    ("450000", "广西壮族自治区", "广西"),
    ("460000", "海南省", "海南"),
    ("500000", "重庆市", "重庆"),
    ("510000", "四川省", "四川"),
    ("520000", "贵州省", "贵州"),
    ("530000", "云南省", "云南"),
    ("540000", "西藏自治区", "西藏"),
    ("610000", "陕西省", "陕西"),
    ("620000", "甘肃省", "甘肃"),
    ("630000", "青海省", "青海"),
    ("640000", "宁夏回族自治区", "宁夏"),
    ("650000", "新疆维吾尔自治区", "新疆"),
    ("710000", "台湾省", "台湾"),
    ("810000", "香港特别行政区", "香港"),
    ("820000", "澳门特别行政区", "澳门"),
)
"""The 34 province-level units in the order of GB/T 2260: code, full name, short name."""

OTHER_PROVINCE_NAMES = {"新疆生产建设兵团": "650000", "新疆兵团": "650000", "兵团": "650000"}
_PEOPLES = (
    "朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|柯尔克孜|哈萨克|满|瑶|黎|畲|土|撒拉|保安|东乡|仡佬|水|"
    "拉祜|佤|布朗|纳西|普米|独龙|怒|锡伯|塔吉克|裕固|各|达斡尔|鄂温克|鄂伦春|毛南|仫佬"
)
_AUTONOMOUS = re.compile(rf"(?<=..)(?:(?:{_PEOPLES})族?)+自治[州县]$")
_NO_PLACE = re.compile(r"^(?:市辖区|市辖县|(?:省|自治区)直辖县(?:级行政区划)?)")
"""GB/T 2260 headings that addresses are sometimes filled with."""
_SUFFIX = re.compile(r"(?<=..)(?:特别行政区|新区|林区|地区|市|盟|县|区)$")


@dataclass(frozen=True)
class AdminDivision:
    """One division: its six-digit ``code``, its own ``name``, and the code of what it lies in (empty at the top)."""

    code: str
    name: str
    parent: str = ""

    @property
    def province_code(self) -> str:
        """The first two digits, which name the province-level unit."""
        return self.code[:2]


def full_code(code: str) -> str:
    """``code`` filled up to six digits: 32 and 3206 become 320000 and 320600."""
    return code.ljust(6, "0")


@for_a_batch(8192)
def stem(name: str) -> str:
    """What people call a place: 南通 for 南通市, 恩施 for 恩施土家族苗族自治州; two characters always stay."""
    return _SUFFIX.sub("", _AUTONOMOUS.sub("", name))


def _plain(text: str) -> str:
    return re.sub(r"[\s/、,，·\-—]", "", unicodedata.normalize("NFKC", text))


class AdminDivisionIndex:
    """All divisions, built from rows of (code, name, parent code); the provinces are always there."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        self._by_code: dict[str, AdminDivision] = {code: AdminDivision(code, name) for code, name, _ in PROVINCES}
        for code, name, parent in rows:
            division = AdminDivision(full_code(code), name, full_code(parent) if parent else "")
            self._by_code.setdefault(division.code, division)
        self._children: dict[str, list[AdminDivision]] = {}
        for division in sorted(self._by_code.values(), key=lambda known: known.code):
            self._children.setdefault(division.parent, []).append(division)
        self._provinces = OTHER_PROVINCE_NAMES | {
            called: code for code, name, short in PROVINCES for called in (name, short, short + "省", short + "市")
        }
        self._longest_first = sorted(self._provinces, key=len, reverse=True)

    def __len__(self) -> int:
        return len(self._by_code)

    @property
    def provinces(self) -> Sequence[AdminDivision]:
        """The 34 province-level units in the order of GB/T 2260."""
        return self._children[""]

    def get(self, code: str) -> AdminDivision | None:
        """The division with ``code`` (two, four or six digits), or None for one that does not exist now."""
        return self._by_code.get(full_code(code)) if code else None

    def children(self, division: AdminDivision) -> Sequence[AdminDivision]:
        """What lies directly in ``division``, in code order."""
        return self._children.get(division.code, [])

    def province(self, text: str) -> AdminDivision | None:
        """The province-level unit that ``text`` names (江苏, 江苏 省, 江苏省南通市), or None."""
        found = self.find(text)
        return self.get(found.province_code) if found else None

    def province_of_uscc(self, uscc: str) -> AdminDivision | None:
        """Where a code was registered: its characters 3 and 4 (GB 32100-2015); None for the national register."""
        return self.get(uscc[2:4]) if len(uscc) >= 4 else None

    def find(self, text: str) -> AdminDivision | None:
        """The smallest division that ``text`` spells out from its province down, or None.

        A short name (海南) followed by something that is not in that province (藏族自治州) is not that province.
        """
        plain = _plain(text)
        if not plain:
            return None
        if plain in self._provinces:
            return self._by_code[self._provinces[plain]]
        for called in self._longest_first:
            if plain.startswith(called):
                province = self._by_code[self._provinces[called]]
                found = self.within(plain[len(called) :], province)
                if found or called == province.name:
                    return found or province
        return None

    def within(self, text: str, division: AdminDivision) -> AdminDivision | None:
        """The smallest division inside ``division`` that ``text`` names, or None.

        Direct children are tried first, then what lies in them if only one has that name; a municipality's own
        name (北京 within 北京市) is the municipality.
        """
        plain = _NO_PLACE.sub("", _plain(text).removeprefix(division.name))
        if not plain or plain == stem(division.name):
            return division if text.strip() else None
        child, called = self._longest_match(plain, self.children(division))
        if child:
            rest = plain[len(called) :]
            return (self.within(rest, child) if rest else None) or child
        deeper = [
            d for child in self.children(division) for d in self.children(child) if plain in (d.name, stem(d.name))
        ]
        return deeper[0] if len(deeper) == 1 else None

    def _longest_match(self, plain: str, divisions: Sequence[AdminDivision]) -> tuple[AdminDivision | None, str]:
        """Of ``divisions`` the one whose name, or what people call it, begins ``plain``, and what matched.

        The longest wins: 科尔沁左翼中旗 is not 科尔沁区, 伊犁哈萨克自治州 not a shorter 伊犁.
        """
        matches = [
            (called, division)
            for division in divisions
            for called in (division.name, stem(division.name))
            if plain.startswith(called)
        ]
        called, found = max(matches, key=lambda match: len(match[0]), default=("", None))
        return found, called

    def province_around(self, division: AdminDivision) -> AdminDivision:
        """The province-level unit that ``division`` is or lies in."""
        return self._by_code[full_code(division.province_code)]

    def city(self, division: AdminDivision) -> AdminDivision | None:
        """The city that ``division`` is or lies in: a prefecture, a municipality, or a county directly below a
        province; None for a province as a whole.
        """
        province = self.province_around(division)
        if province.name.endswith(("市", "特别行政区")):
            return province
        if division.parent in ("", province.code):
            return division if division.parent else None
        return self._by_code[division.parent]

    def full_name(self, division: AdminDivision) -> str:
        """The name from the province down: 江苏省南通市启东市."""
        parent = self._by_code.get(division.parent)
        return (self.full_name(parent) if parent else "") + division.name
