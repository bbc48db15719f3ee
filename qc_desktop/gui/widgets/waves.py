"""A wave below words that claim too much, wherever they are typed."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from qc_desktop.domain.claims import marked

WAVE = "#C62828"
"""Below a word that wants a reason."""


def wave(field: QPlainTextEdit, words: Collection[str]) -> list[str]:
    """Puts a wave below each of ``words`` in ``field``, however it is written there; answers those it found."""
    if not words and not field.extraSelections():
        return []
    text = field.toPlainText()
    found = [one for one in marked(text) if one.word in words] if words else []
    field.setExtraSelections([_selection(field, _units(text[: one.start]), _units(text[: one.end])) for one in found])
    return list(dict.fromkeys(one.word for one in found))


def _units(text: str) -> int:
    """As a document counts: a character beyond the first 65,536 is two."""
    return len(text.encode("utf-16-le")) // 2


def _selection(field: QPlainTextEdit, start: int, end: int) -> QTextEdit.ExtraSelection:
    wave = QTextCharFormat()
    wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wave.setUnderlineColor(QColor(WAVE))
    cursor = QTextCursor(field.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    found = QTextEdit.ExtraSelection()
    found.cursor, found.format = cursor, wave  # type: ignore[attr-defined]
    return found
