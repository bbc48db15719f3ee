"""How rare the characters of a name are: the rarest of a batch is the one to look at before it is printed."""

from __future__ import annotations


def rarity(name: str) -> tuple[int, int]:
    """How many characters of ``name`` lie beyond the basic plane, and how many beyond GB 2312."""
    return sum(ord(char) > 0xFFFF for char in name), sum(not _is_common(char) for char in name)


def _is_common(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
