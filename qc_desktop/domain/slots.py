"""Names of what a layout's texts can say."""

from __future__ import annotations

import re

SLOT = re.compile(r"\{((?:word\.|phrases\.)?\w+)(:date)?\}")
"""A variable, word or phrase in a text, and whether it is printed as a date."""
BRACES = "{}｛｝﹛﹜︷︸"
"""No paper says one of itself: what is no slot is a slot that was spoiled."""
PLAIN_BRACES = str.maketrans(BRACES, "{}" * (len(BRACES) // 2))
_BEFORE, _BEHIND = 20, 40
"""Characters around a brace that a sentence quotes."""


def first_brace(text: str) -> int | None:
    """Where the first brace of ``text`` stands, of whatever width."""
    return next((place for place, char in enumerate(text) if char in BRACES), None)


def around(text: str, place: int) -> str:
    """What a sentence quotes of ``text`` for the brace at ``place``."""
    return text[max(0, place - _BEFORE) : place + _BEHIND]


def stray_brace(text: str) -> str:
    """What a sentence quotes of a ``text`` that takes no variables and has a brace; nothing where it has none."""
    place = first_brace(text)
    return "" if place is None else around(text, place)


class SlotName(str):
    """A variable (``holder``) or a word (``word.scope``) for a sentence, which says it as its reader calls it."""


class SlotText(str):
    """A text of a layout, quoted in a sentence, which says its slots as its reader calls them."""
