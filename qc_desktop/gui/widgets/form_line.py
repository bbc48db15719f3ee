"""A small sentence below a field of a form."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy
from typing_extensions import override


class FormLine(QLabel):
    """Wraps, and asks for one line where that is enough: a form never gives a row less than its size hint."""

    def __init__(self, form: QFormLayout) -> None:
        super().__init__()
        self._form = form
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def say(self, text: str) -> None:
        """Shows ``text``; without one the row takes no room."""
        self.setText(text)
        self._form.setRowVisible(self, bool(text))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height())
