"""An icon by itself, redrawn in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qc_desktop.gui.icons import SIDE, renderer
from qc_desktop.gui.theme import tokens_in_use


class TintedIcon(QWidget):
    """Shows one icon, ``side`` logical pixels square; decoration, so without a name of its own."""

    def __init__(self, name: str, token: str, side: int = SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._token = token
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, token: str) -> None:
        """Changes the icon; ``token`` is a field of Tokens."""
        self._name, self._token = name, token
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawing = renderer(self._name, str(getattr(tokens_in_use(), self._token)))
        drawing.render(painter, QRectF(0, 0, self._side, self._side))
        painter.end()
