"""Names of what a layout's texts can say."""

from __future__ import annotations


class SlotName(str):
    """A variable (``holder``) or a word (``word.scope``) for a sentence, which says it as its reader calls it."""
