"""What stands in the place of a list's rows where there are none: a sentence and a way on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from qc_desktop.gui.widgets.parts import label


class NothingHere(QWidget):
    """A sentence, and the button ``way`` below it; hidden until a list is empty."""

    def __init__(self, way: QPushButton) -> None:
        super().__init__()
        self._told = label("", "muted", wrap=True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._told)
        column.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.hide()

    def say(self, why: str) -> None:
        """Says why there is nothing."""
        self._told.setText(why)
