"""Names of what a layout's texts can say."""

from __future__ import annotations

import re

SLOT = re.compile(r"\{((?:word\.|phrases\.)?\w+)(:date)?\}")
"""A variable, word or phrase in a text, and whether it is printed as a date."""
BRACES = frozenset("{}｛｝")
"""No paper says one of itself: what is no slot is a slot that was spoiled."""


class SlotName(str):
    """A variable (``holder``) or a word (``word.scope``) for a sentence, which says it as its reader calls it."""


class SlotText(str):
    """A text of a layout, quoted in a sentence, which says its slots as its reader calls them."""
