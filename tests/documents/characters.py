"""Lists of characters that must print, with where they come from in the heads of their files."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_USER_AREAS = ((0xAA, 0xAF, 0xA1, 0xFE), (0xF8, 0xFE, 0xA1, 0xFE), (0xA1, 0xA7, 0x40, 0xA0))
"""Double bytes that GB 18030 leaves to users: leading from, to, trailing from, to."""


def _lines(name: str) -> list[str]:
    return [line for line in (_DATA / name).read_text("utf-8").splitlines() if not line.startswith("#")]


@cache
def standard() -> str:
    """The 8,105 characters of 通用规范汉字表, in its order."""
    text = "".join(_lines("standard_characters.txt"))
    assert hashlib.sha256(text.encode()).hexdigest() in (_DATA / "standard_characters.txt").read_text("utf-8")
    return text


@cache
def gb18030_level_2() -> str:
    """Characters of GB 18030-2022 that implementation level 2 asks for: Chinese ones, and double-byte signs."""
    ranges = [re.match(r"(\w+)-(\w+)", line) for line in _lines("gb18030_2022.txt")]
    found = {chr(code) for r in ranges if r for code in range(int(r[1], 16), int(r[2], 16) + 1)}
    return "".join(sorted(found | _double_bytes() | set(standard())))


def _double_bytes() -> set[str]:
    """As Python decodes them; codes that it has in the private-use area stand in the file."""
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            if not any(a <= lead <= b and c <= trail <= d for a, b, c, d in _USER_AREAS):
                found.add(bytes((lead, trail)).decode("gb18030", "replace"))
    return {char for char in found if len(char) == 1 and char != "�" and not "\ue000" <= char <= "\uf8ff"}
