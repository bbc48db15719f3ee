"""The seal's picture: chosen, looked at, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button

if TYPE_CHECKING:
    from qc_desktop.gui.widgets.line_edit import LineEdit

SIDE = 72


class SealRow(QWidget):
    """Below the field of the seal's path: a small view of the picture and a way to choose it.

    ``chosen`` tells that another was.
    """

    chosen = Signal()

    def __init__(self, field: LineEdit) -> None:
        super().__init__()
        self._field = field
        self.view = QLabel()
        self.view.setFixedSize(SIDE, SIDE)
        self.view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view.setAccessibleName(self.tr("The seal's picture"))
        self._none = button(self.tr("No picture"), field.clear)
        ways = FlowLayout(gap=8)
        ways.addWidget(button(self.tr("Choose a picture…"), self._choose, "", "folder-open"))
        ways.addWidget(self._none)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(12)
        row.addWidget(self.view, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(ways, 1)
        field.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        path = self._field.text().strip()
        self._none.setVisible(bool(path))
        reader = QImageReader(path)
        size = reader.size() if path else QSize()
        if size.isValid():
            reader.setScaledSize(size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio))
        picture = QPixmap.fromImageReader(reader) if size.isValid() else QPixmap()
        self.view.setPixmap(picture)
        self.view.setVisible(not picture.isNull())

    def _choose(self) -> None:
        title = self.tr("Choose the seal's picture")
        path, _ = QFileDialog.getOpenFileName(self, title, self._field.text(), f"{title} (*.png *.jpg *.jpeg)")
        if path:
            self._field.setText(path)
            self.chosen.emit()
