"""国民经济行业: the sections (门类) and divisions (大类) of GB/T 4754-2017."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.domain.text import clean_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CODE = re.compile(r"([A-T])?(\d{2})?\d{0,2}")
_LEADING_CODE = re.compile(r"^([A-T]?\d{2,4}|[A-T](?![A-Z]))[\s\-—.．、:：]*", re.IGNORECASE)


@dataclass(frozen=True)
class Industry:
    """An entry: ``code`` is a section's letter (C) or a division's two digits (13); ``section`` is the letter."""

    code: str
    name: str
    section: str


class IndustryIndex:
    """All sections and divisions, built from rows of (section, division or "", name)."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        self.all: Sequence[Industry] = tuple(Industry(two or letter, name, letter) for letter, two, name in rows)
        self._by_code = {industry.code: industry for industry in self.all}
        self._by_name = {_name_key(industry.name): industry for industry in reversed(self.all)}

    def get(self, code: str) -> Industry | None:
        """The entry with ``code``: C, 13, C13, or a longer class code (1310), of which the division counts."""
        match = _CODE.fullmatch(clean_code(code))
        if not match or not any(match.groups()):
            return None
        letter, two = match.groups()
        found = self._by_code.get(two or letter)
        return found if found and letter in (None, found.section) else None

    def find(self, text: str) -> Industry | None:
        """The entry that ``text`` names by code, name (with or without 业) or both (C13 农副食品加工业), or None."""
        plain = text.strip()
        by_code = self.get(plain.zfill(2) if plain.isdigit() else plain)
        return by_code or self._by_name.get(_name_key(_LEADING_CODE.sub("", plain)))


def _name_key(name: str) -> str:
    return re.sub(r"[\s、,，（）()]|业$", "", name)
