"""What remains of a company's name without its place and its legal form, and how that is spoken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.caches import for_a_batch
from qc_desktop.domain.admin_divisions import PROVINCES, stem
from qc_desktop.domain.search import normalise_query, syllables_of
from qc_desktop.domain.text import clean_name

if TYPE_CHECKING:
    from qc_desktop.domain.admin_divisions import AdminDivisionIndex

_FILLER = r"集团|控股|中国|有限合伙|普通合伙|特殊普通合伙"
_FORM = re.compile(
    rf"(?:集团|控股)?(?:股份有限责任公司|有限责任公司|股份有限公司|股份公司|有限公司|总公司|公司|集团|总厂|厂)?(?:（(?:{_FILLER})）)?$"
)
_BRANCH = re.compile(r"(?:分公司|分厂|分店|分院|办事处|分行|支行)$")
_BRACKETS = re.compile(r"（([^（）]*)）")
_SHORTEST = 2
"""Characters of a name that stay, whatever else in it could be a place or a form."""


class PlaceNames:
    """What places may be called at the beginning of a name: provinces and cities in full and short, counties in full.

    青山 alone is rather a company's own name than the district.
    """

    def __init__(self, divisions: AdminDivisionIndex) -> None:
        self._codes: dict[str, str] = {}
        for province in divisions.provinces:
            for city in divisions.children(province):
                for county in divisions.children(city):
                    self._codes.setdefault(county.name, county.code)
                self._codes |= dict.fromkeys((city.name, stem(city.name)), city.code)
        for code, name, short in PROVINCES:
            self._codes |= dict.fromkeys((name, short, short + "省", short + "市"), code)
        self._longest = max(map(len, self._codes))

    def code(self, called: str) -> str:
        """The six-digit code of what is ``called`` so, or an empty string."""
        return self._codes.get(called, "")

    def leading(self, name: str) -> str:
        """The place that ``name`` begins with, as long as enough is left; or an empty string."""
        most = min(self._longest, len(name) - _SHORTEST)
        return next((name[:end] for end in range(most, 1, -1) if name[:end] in self._codes), "")


@dataclass(frozen=True)
class NameParts:
    """``core`` has letters, digits and characters only; ``place`` is the last division named (six digits or empty)."""

    core: str
    place: str = ""


def name_parts(name: str, places: PlaceNames) -> NameParts:
    """The parts of ``name``. A branch keeps its form: it is not the company it belongs to."""
    plain, place = clean_name(name), ""
    if not _BRANCH.search(plain):
        plain, place = _without_brackets(plain, places)
        bare = _FORM.sub("", plain, count=1)
        plain = bare if len(bare) >= _SHORTEST else plain
    while called := places.leading(plain):
        plain, place = plain[len(called) :], places.code(called)
    return NameParts(normalise_query(plain), place)


def _without_brackets(name: str, places: PlaceNames) -> tuple[str, str]:
    """``name`` without （集团） and （上海）, and the place that stood so."""
    place = ""
    for inner in _BRACKETS.findall(name):
        code = places.code(inner)
        if code or re.fullmatch(_FILLER, inner):
            name, place = name.replace(f"（{inner}）", "", 1), code or place
    return name, place


def places_differ(one: str, other: str) -> bool:
    """Whether two six-digit codes cannot mean places of one company: another province, or another city."""
    if not one or not other:
        return False
    cities = (one[2:4], other[2:4])
    return one[:2] != other[:2] or ("00" not in cities and cities[0] != cities[1])


@for_a_batch(4096)
def sound_of(core: str) -> str:
    """How ``core`` is spoken, in pinyin without tones."""
    return "".join(syllables_of(core))
