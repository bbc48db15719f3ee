"""A part that takes the focus for a moment and gives it back to where it was."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


class LentFocus(QObject):
    """Notes where the focus was before it came into ``part``."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._before: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and self._part.isAncestorOf(now)
        if inside and before is not None and not self._part.isAncestorOf(before):
            self._before = before

    def give_back(self) -> bool:
        """Puts the focus back where ``part`` has it now, before that is hidden. Whether there was a place for it."""
        now, before = QApplication.focusWidget(), self._before
        if now is None or not self._part.isAncestorOf(now) or before is None or not shiboken6.isValid(before):
            return False
        if not (before.isVisible() and before.isEnabled()):
            return False
        before.setFocus()
        return True
