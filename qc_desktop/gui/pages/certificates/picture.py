"""A page of paper on the screen, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qc_desktop.gui.theme import tokens_in_use

SHAPE = 297 / 210
"""Width to height of A4 across."""
DPI = 110


class PagePicture(QWidget):
    """Shows a PNG at the width it is given and at the shape of the page; a blank sheet until there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._scaled = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_png(self, png: bytes, name: str) -> None:
        """Shows ``png``; ``name`` says what it is."""
        self._image = QImage.fromData(png)
        self._scaled = QImage()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def clear(self) -> None:
        """Shows a blank sheet."""
        self._image = QImage()
        self.update()

    @property
    def is_blank(self) -> bool:
        """Whether no page is shown."""
        return self._image.isNull()

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, round(360 / SHAPE))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(240 / SHAPE))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(width / SHAPE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = min(float(self.width()), self.height() * SHAPE)
        sheet = QRectF((self.width() - width) / 2, 0, width, width / SHAPE).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(sheet, QColor("white"))
        if not self._image.isNull():
            painter.drawImage(sheet, self._fitted(sheet))
        painter.setPen(QColor(tokens_in_use().line))
        painter.drawRect(sheet)
        painter.end()

    def _fitted(self, sheet: QRectF) -> QImage:
        scale = self.devicePixelRatioF()
        size = QSize(round(sheet.width() * scale), round(sheet.height() * scale))
        if self._scaled.size() != size:
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._scaled = self._image.scaled(size, keep, smooth)
        return self._scaled
