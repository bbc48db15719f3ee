"""How many rows of a list are selected, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import label


class ChosenBar(QFrame):
    """Hidden where fewer than two are selected: one is always at hand."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("message", "accent")
        self._told = label()
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 6, 12, 6)
        self._row = FlowLayout()
        around.addLayout(self._row)
        self._row.addWidget(self._told)
        self.hide()

    def add(self, *parts: QWidget) -> None:
        """Puts ``parts``, buttons of one height, at the end."""
        for part in parts:
            self._row.addWidget(part)
        self._told.setFixedHeight(parts[0].sizeHint().height())

    @property
    def said(self) -> str:
        """How many are selected, in words."""
        return self._told.text()

    def show_count(self, count: int, words: str) -> None:
        """``words`` say that ``count`` are selected."""
        self._told.setText(words)
        self.setVisible(count > 1)
