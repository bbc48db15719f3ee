"""A label on the screen, at its own shape."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qc_desktop.gui.theme import tokens_in_use

_LEAST, _WISHED = QSize(240, 130), QSize(420, 220)
_MOST_HEIGHT = 260


class LabelPicture(QWidget):
    """Shows an image as large as there is room, never larger than a few times what it is on paper."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._ratio = 60 / 40
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_MOST_HEIGHT)

    def show_image(self, image: QImage, name: str) -> None:
        """Shows ``image``; ``name`` says what it is. A null image leaves the empty label."""
        self._image = image
        if not image.isNull():
            self._ratio = image.width() / image.height()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @property
    def is_blank(self) -> bool:
        """Whether no label is shown."""
        return self._image.isNull()

    @property
    def dots(self) -> int:
        """How many dots across the image has; 0 for none."""
        return self._image.width()

    @override
    def sizeHint(self) -> QSize:
        return _WISHED

    @override
    def minimumSizeHint(self) -> QSize:
        return _LEAST

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = min(float(self.width()), self.height() * self._ratio)
        shape = QRectF(0, 0, width, width / self._ratio).adjusted(0.5, 0.5, -0.5, -0.5)
        shape.moveLeft((self.width() - shape.width()) / 2)
        painter.fillRect(shape, QColor("white"))
        if not self._image.isNull():
            scale = self.devicePixelRatioF()
            size = QSize(round(shape.width() * scale), round(shape.height() * scale))
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            painter.drawImage(shape, self._image.scaled(size, keep, smooth))
        painter.setPen(QColor(tokens_in_use().line))
        painter.drawRect(shape)
        painter.end()
