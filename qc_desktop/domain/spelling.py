"""Text as a reader takes it in: of one width, in simplified characters, without what is unseen or only a mark."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from qc_desktop.domain.slots import SLOT

BREAK = "\ufffc"
"""Stands for a variable: the words before and behind what is printed there do not meet."""
_NO_LETTERS = "CMPSZ"
"""First letters of the Unicode categories of what is unseen, sits on a letter, or is a mark between two."""
_FILLERS = "\u115f\u1160"
"""Of Hangul: letters that print as nothing. The others fold to these."""
_SIMPLIFIED = str.maketrans(
    "認證証薦國傢級檢頒發髮給與評選為爲優獲穫奬獎榮譽馳強龍頭過範單業產産應偽僞朮術質閤進領軍頂際權錶狀標桿專條節頁個箇屆項號類時間後華達滿銀銅極獨",
    "认证证荐国家级检颁发发给与评选为为优获获奖奖荣誉驰强龙头过范单业产产应伪伪术术质合进领军顶际权表状标杆专条节页个个届项号类时间后华达满银铜极独",
)
"""Of the characters in the words that are looked for (OpenCC, TSCharacters)."""


@dataclass(frozen=True)
class Spelled:
    """The letters of a text, and for each where it stands in that text."""

    letters: str
    places: tuple[int, ...]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether nothing stands between the letters from ``start`` to before ``end``."""
        return self.places[end - 1] - self.places[start] < end - start


@lru_cache(maxsize=512)
def spelled(text: str) -> Spelled:
    """``text`` without blanks, marks and what is invisible, in small simplified letters of one width."""
    found = [(letter, place) for place, char in _chars(text) for letter in _letters(char)]
    return Spelled("".join(letter for letter, _ in found), tuple(place for _, place in found))


def _chars(text: str) -> list[tuple[int, str]]:
    """Each character with its place; of a variable an empty one."""
    chars: list[tuple[int, str]] = []
    last = 0
    for slot in SLOT.finditer(text):
        chars += [*enumerate(text[last : slot.start()], last), (slot.start(), "")]
        last = slot.end()
    return [*chars, *enumerate(text[last:], last)]


def _letters(char: str) -> str:
    if not char:
        return BREAK
    folded = unicodedata.normalize("NFKD", char).lower().translate(_SIMPLIFIED)
    return "".join(one for one in folded if unicodedata.category(one)[0] not in _NO_LETTERS and one not in _FILLERS)
