"""A push button that Return presses too, as people expect; Qt's own outside dialogs take only the space bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PushButton(QPushButton):
    """As QPushButton, with Return and Enter; held down they press once."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _RETURNS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
