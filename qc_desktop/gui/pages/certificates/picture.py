"""A page of paper on the screen, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qc_desktop.gui.theme import tokens_in_use

SHAPE = 297 / 210
"""Width to height of A4 across, the shape of a sheet before there is a page."""
DPI = 110
_ROUNDING = 0.01
_LEAST_FILLED = 120
_FADED = 0.3


def faded(image: QImage) -> QImage:
    """``image`` as a page that is no longer what it shows: pale, so that nobody reads it for the present one."""
    made = QImage(image.size(), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.setOpacity(_FADED)
    painter.drawImage(0, 0, image)
    painter.end()
    return made


class PagePicture(QWidget):
    """Shows an image at its own shape; a blank sheet of the last shape, at first A4 across, while there is none.

    It is as high as its width asks for; with ``fills`` it takes whatever room there is and stands within it.
    """

    def __init__(self, *, fills: bool = False) -> None:
        super().__init__()
        self._image = QImage()
        self._scaled = QImage()
        self._is_faded = False
        self._shape = SHAPE
        self._fills = fills
        expanding = QSizePolicy.Policy.Expanding
        policy = QSizePolicy(expanding, expanding if fills else QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(not fills)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage, name: str) -> None:
        """Shows ``image``; ``name`` says what it is."""
        self._image = image
        self._is_faded = False
        self._scaled = QImage()
        if image.height():
            self._take_shape(image.width() / image.height())
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def _take_shape(self, shape: float) -> None:
        if abs(shape - self._shape) > _ROUNDING:
            self._shape = shape
            self.updateGeometry()

    def clear(self) -> None:
        """Shows a blank sheet."""
        self._image = QImage()
        self.update()

    def fade(self, name: str) -> None:
        """What is shown is no longer so; ``name`` says what it is."""
        if not (self.is_blank or self._is_faded):
            self.show_image(faded(self._image), name)
            self._is_faded = True

    @property
    def is_blank(self) -> bool:
        """Whether no page is shown."""
        return self._image.isNull()

    @property
    def dots(self) -> int:
        """How many dots across the image has; 0 for none."""
        return self._image.width()

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, round(360 / (SHAPE if self._fills else self._shape)))

    @override
    def minimumSizeHint(self) -> QSize:
        width = 380 if self._fills else 240
        height = round(width / self._shape)
        return QSize(width, min(height, _LEAST_FILLED) if self._fills else height)

    @override
    def hasHeightForWidth(self) -> bool:
        return not self._fills

    @override
    def heightForWidth(self, width: int) -> int:
        return -1 if self._fills else round(width / self._shape)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = min(float(self.width()), self.height() * self._shape)
        sheet = QRectF((self.width() - width) / 2, 0, width, width / self._shape).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(sheet, QColor("white"))
        if not self._image.isNull():
            painter.drawImage(sheet, self._fitted(sheet))
        painter.setPen(QColor(tokens_in_use().line))
        painter.drawRect(sheet)
        painter.end()

    def _fitted(self, sheet: QRectF) -> QImage:
        scale = self.devicePixelRatioF()
        size = QSize(round(sheet.width() * scale), round(sheet.height() * scale))
        if abs(self._image.width() - size.width()) <= 2:
            return self._image  # it was drawn for this size: as sharp as it can be
        if self._scaled.size() != size:
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._scaled = self._image.scaled(size, keep, smooth)
        return self._scaled
