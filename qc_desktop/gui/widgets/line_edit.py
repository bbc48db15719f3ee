"""A line of text that gets on with input methods."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

TYPED = QEvent.Type(QEvent.registerEventType())
"""Comes to a window when a person typed into a line of it, and when what was typed there is taken away."""
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEdit(QLineEdit):
    """A QLineEdit in which Return during composition confirms the composition and nothing else.

    It takes no validator: full-width digits and letters are welcome and made plain by ``tidy_with``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = self._was_typed = False
        self.textEdited.connect(self._tell_window)
        self.textChanged.connect(self._tell_if_typed)

    def _tell_window(self, _text: str) -> None:
        self._was_typed = True
        QCoreApplication.postEvent(self.window(), QEvent(TYPED))

    def _tell_if_typed(self, text: str) -> None:
        """What was typed may have been emptied, or replaced by what is stored."""
        if self._was_typed:
            self._tell_window(text)
            self._was_typed = self.isModified()

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not yet committed."""
        return self._composing

    def tidy_with(self, tidy: Callable[[str], str]) -> None:
        """Puts the text through ``tidy`` (``domain.text.clean_code``, …) whenever the field is left."""
        self.editingFinished.connect(lambda: self._tidy(tidy))

    def _tidy(self, tidy: Callable[[str], str]) -> None:
        tidied = tidy(self.text())
        if tidied != self.text():
            self.setText(tidied)
            self.setModified(True)  # it is still what a person typed

    @override
    def event(self, event: QEvent) -> bool:
        """Ctrl+Z belongs to the field while there is typing to take back, and to the window when there is none."""
        mine = not isinstance(event, QKeyEvent) or not event.matches(QKeySequence.StandardKey.Undo)
        if event.type() == QEvent.Type.ShortcutOverride and not mine and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing and event.key() in _RETURNS:
            event.accept()
            return
        super().keyPressEvent(event)
