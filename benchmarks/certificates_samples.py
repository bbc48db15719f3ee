"""Invented certificates, alike for every way that is measured.

``python -m benchmarks.certificates_samples prepare COUNT FILE`` keeps them in a file, so that inventing them is not
counted: the peers are given theirs as well.
"""

from __future__ import annotations

import pickle
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import overload

from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.sheets import Sheet
from qc_desktop.documents.wording import statement
from qc_desktop.domain.records import canonical, compact
from qc_desktop.domain.uscc import ALPHABET, check_character

LAYOUT = load_layout("pledge_display_certificate")
PREFIX = "https://example.org/v/#"
_CLAUSES = (
    "遵守质量法律法规和强制性标准",
    "公开执行标准并保持一致",
    "全过程检验，记录可查",
    "缺陷产品主动召回",
    "售后服务与损害赔偿",
    "材料真实，同意公示",
)
_SYLLABLES = "青禾蓝海东方瑞丰恒通金石永安嘉美华宇天成明德新源广达"
_TRADES = ("电器", "食品", "机械", "纺织", "建材", "仪表", "医疗器械", "化工", "家具", "饮料")


class Sheets(Sequence[Sheet]):
    """Certificates of companies that do not exist, always the same, invented when asked for and not kept."""

    def __init__(self, numbers: range) -> None:
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Sheet: ...

    @overload
    def __getitem__(self, place: slice) -> Sheets: ...

    def __getitem__(self, place: int | slice) -> Sheet | Sheets:
        if isinstance(place, slice):
            return Sheets(self._numbers[place])
        number = self._numbers[place]
        return _sheet(random.Random(number), number)


def sheets(count: int) -> Sheets:
    """``count`` certificates."""
    return Sheets(range(1, count + 1))


def read(path: Path) -> list[Sheet]:
    """The certificates that were prepared in ``path``."""
    kept: list[Sheet] = pickle.loads(path.read_bytes())
    return kept


def _sheet(chance: random.Random, number: int) -> Sheet:
    name = "".join(chance.choices(_SYLLABLES, k=3))
    holder = f"示例{name}{chance.choice(_TRADES)}股份有限公司"
    first = "91350100" + "".join(chance.choices(ALPHABET, k=9))
    uscc = first + check_character(first)
    fields = {
        "holder": holder,
        "uscc": uscc,
        "year": 2026,
        "theme": "“3·15”产品和服务质量诚信承诺主题活动",
        "displayed_from": "2026-03-15",
        "announcement_no": "2026年第12号",
    }
    record = compact(
        {
            "number": f"QC-2026-315-{number:06}",
            "kind": LAYOUT.kind,
            "title": LAYOUT.words["title"],
            "holder": holder,
            "uscc": uscc,
            "issued": "2026-03-20",
            "expires": "2027-03-19",
            "statement": statement(LAYOUT, fields),
            "pledge_text": _CLAUSES,
            "products": [f"示例{name}牌产品"],
            "standards": [f"Q/SL {number:04}—2026"],
            "issuer": "示例质量检验协会",
            "announcement_no": "2026年第12号",
            "hotline": f"400-000-{number % 10000:04}",
            "template": LAYOUT.sha256,
        }
    )
    size = (43 + len(holder.encode()) + 64) * 5 // 2
    digits = "".join(chance.choices("0123456789", k=size))
    return Sheet(record, PREFIX, digits, attachment=canonical(record))


if __name__ == "__main__":
    Path(sys.argv[3]).write_bytes(pickle.dumps(list(sheets(int(sys.argv[2])))))
