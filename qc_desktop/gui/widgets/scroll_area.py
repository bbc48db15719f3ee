"""A frameless area that scrolls up and down and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from typing_extensions import override

from qc_desktop.gui.theme import row_height

LEAST_ROWS = 2


class Area(QScrollArea):
    """Brings what gets the focus by a key into view: Tab does so by itself, a mnemonic (Alt+N) does not."""

    def __init__(self) -> None:
        super().__init__()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @override
    def sizeHint(self) -> QSize:
        """As high as two rows: it scrolls, so that the page around it need not."""
        wanted = super().sizeHint()
        return QSize(wanted.width(), min(wanted.height(), LEAST_ROWS * row_height()))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inner = self.widget()
        by_mouse = QApplication.mouseButtons() is not Qt.MouseButton.NoButton
        if now is not None and inner is not None and not by_mouse and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now)


def scroll_area(inner: QWidget) -> QScrollArea:
    """``inner`` in an area as wide as there is room; Tab passes over the area itself."""
    area = Area()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
