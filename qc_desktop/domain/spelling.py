"""Text as a reader takes it in: of one width, in simplified characters, without what is unseen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qc_desktop.domain.slots import SLOT

BREAK = "\ufffc"
"""Stands for a variable: the words before and behind what is printed there do not meet."""
ADDRESS = "\ufff9"
"""Stands for an address on the web or of e-mail: a name that says nothing."""
BLANK, MARK, COMMA, STOP = GAPS = " ·,。"
"""What may stand between two letters, of several the last in this order: each run of them is one."""
_GAPS = {",": COMMA, **dict.fromkeys("。!?;", STOP), **dict.fromkeys("\u115f\u1160\t\n\r", BLANK)}
"""Beside what Unicode calls a blank or a mark; of Hangul letters that print as a blank the others fold to these."""
_WHOLE = re.compile(
    rf"(?P<slot>{SLOT.pattern})"
    r"|(?:https?://|www\.)(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,}(?::\d+)?(?:[/?#][!-~]*)?"
    r"|[a-z0-9._+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,}"
    r"|(?<![a-z0-9-])(?:[a-z0-9-]{1,63}\.){1,8}(?:cn|com|net|org)(?![a-z0-9-])",
    re.IGNORECASE,
)
_SIMPLIFIED = str.maketrans(
    "認證証薦國傢級檢頒發髮給與評選為爲優獲穫奬獎榮譽馳強龍頭過範單業產産應偽僞朮術質閤進領軍頂際權錶狀標桿專條節頁個箇屆項號類時間後華達滿銀銅極獨稱賴確價據書聯階責醫學協會總員監釋揚鑒鑑審絕對擔驗囯圀",
    "认证证荐国家级检颁发发给与评选为为优获获奖奖荣誉驰强龙头过范单业产产应伪伪术术质合进领军顶际权表状标杆专条节页个个届项号类时间后华达满银铜极独称赖确价据书联阶责医学协会总员监释扬鉴鉴审绝对担验国国",
)
"""Of the characters in the words that are looked for (OpenCC, TSCharacters)."""


@dataclass(frozen=True)
class Spelled:
    """The letters of a text and the gaps between them, and for each where it stands in that text."""

    letters: str
    places: tuple[int, ...]


@lru_cache(maxsize=512)
def spelled(text: str) -> Spelled:
    """``text`` without what is invisible, in small simplified letters of one width, its blanks and marks as gaps."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in _letters(text):
        if letter in GAPS and letters and letters[-1] in GAPS:
            letters[-1] = max(letters[-1], letter, key=GAPS.index)
        else:
            letters.append(letter)
            places.append(place)
    return Spelled("".join(letters), tuple(places))


def _letters(text: str) -> Iterator[tuple[int, str]]:
    last = 0
    for whole in _WHOLE.finditer(text):
        yield from _folded(text, last, whole.start())
        yield whole.start(), BREAK if whole["slot"] else ADDRESS
        last = whole.end()
    yield from _folded(text, last, len(text))


def _folded(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for place in range(start, end):
        folded = unicodedata.normalize("NFKD", text[place]).lower().translate(_SIMPLIFIED)
        yield from ((place, letter) for one in folded if (letter := _letter(one)))


def _letter(char: str) -> str:
    """``char``, the gap it is, or nothing where it is unseen or sits on a letter."""
    kind = unicodedata.category(char)[0]
    return _GAPS.get(char) or {"Z": BLANK, "P": MARK, "S": MARK, "C": "", "M": ""}.get(kind, char)
