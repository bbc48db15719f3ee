"""Beside the page: its layers above the values of what is selected; where the window is low one of the two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips

VALUES, LAYERS = "values", "layers"


class Side(QWidget):
    """``head`` has room for another part while the tabs are there."""

    def __init__(self, layers: QWidget, values: QWidget) -> None:
        super().__init__()
        self._parts = {LAYERS: layers, VALUES: values}
        self.tabs = FilterChips([Chip(VALUES, self.tr("Properties")), Chip(LAYERS, self.tr("Layers"))])
        self.tabs.chosen.connect(self._show)
        self.tabs.hide()
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(layers)
        split.addWidget(values)
        split.setStretchFactor(1, 2)
        self.head = QHBoxLayout()
        self.head.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.head)
        column.addWidget(split, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)

    def turn(self, *, tabs: bool) -> None:
        """One of the two behind tabs, or both."""
        self.tabs.setVisible(tabs)
        self._show(self.tabs.current)

    def _show(self, key: str) -> None:
        for name, part in self._parts.items():
            part.setVisible(self.tabs.isHidden() or name == key)
