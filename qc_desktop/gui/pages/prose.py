"""Sentences put one behind the other."""

from __future__ import annotations

_FULL_WIDTH_END = "。！？；：）”"


def joined(*sentences: str) -> str:
    """``sentences`` as running text: a blank between them, none behind full-width punctuation."""
    text = ""
    for sentence in filter(None, sentences):
        blank = " " if text and text[-1] not in _FULL_WIDTH_END else ""
        text += blank + sentence
    return text
