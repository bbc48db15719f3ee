"""A colour scheme as a small picture of a certificate."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from qc_desktop.services.certificates.schemes import Scheme

SIZE = QSize(36, 25)
_SCALE = 2


def swatch(scheme: Scheme) -> QIcon:
    """A4 landscape with border, title and seal in the colours of ``scheme``."""
    pixmap = QPixmap(SIZE * _SCALE)
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(scheme.main), 2))
    painter.drawRect(QRectF(1, 1, 34, 23))
    painter.setPen(QPen(QColor(scheme.accent), 1))
    painter.drawRect(QRectF(3.5, 3.5, 29, 18))
    painter.fillRect(QRectF(10, 7, 16, 3), QColor(scheme.main))
    painter.fillRect(QRectF(7, 13, 13, 1.2), QColor(scheme.accent))
    painter.setBrush(QColor(scheme.pale))
    painter.drawEllipse(QRectF(24, 13, 6, 6))
    painter.end()
    return QIcon(pixmap)
