"""How many rows of a list are selected, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import label


class ChosenBar(QFrame):
    """Holds ``parts``, buttons of one height; hidden where fewer than two are selected: one is always at hand."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setProperty("message", "accent")
        self._told = label()
        self._parts = parts
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 6, 12, 6)
        row = FlowLayout()
        around.addLayout(row)
        for part in (self._told, *parts):
            row.addWidget(part)
        self.hide()

    @property
    def said(self) -> str:
        """How many are selected, in words."""
        return self._told.text()

    def show_count(self, count: int, words: str) -> None:
        """``words`` say that ``count`` are selected."""
        self._told.setText(words)
        self._told.setFixedHeight(self._parts[0].sizeHint().height())
        self.setVisible(count > 1)
