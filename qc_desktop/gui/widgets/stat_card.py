"""A figure that opens the list behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from qc_desktop.gui.icons import wear
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action, button, label, set_tone


class StatCard(QFrame):
    """A large number, what it counts, and a button that opens what was counted."""

    def __init__(self, words: str, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._number = label("–", "number")
        self._words = label(words, "muted", wrap=True)
        self._note = label("", "small", wrap=True)
        self._note.hide()
        self._button = button(action.text, action.call, "link")
        wear(self._button, "chevron-right", "muted")
        self._button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(4)
        column.addWidget(self._number)
        column.addWidget(self._words)
        column.addWidget(self._note)
        column.addStretch(1)  # cards side by side keep their lines level
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._name("–")

    def show_count(self, count: int, tone: Tone = Tone.PLAIN) -> None:
        """Shows ``count``; zero is always plain, nothing is wrong with nothing."""
        self._number.setText(f"{count:,}")
        set_tone(self._number, tone if count else Tone.PLAIN)
        self._name(f"{count:,}")

    def show_note(self, text: str) -> None:
        """Shows ``text`` below, in small letters; nothing where it is empty."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _name(self, number: str) -> None:
        self._button.setAccessibleName(f"{self._words.text()} {number} {self._button.text()}")
