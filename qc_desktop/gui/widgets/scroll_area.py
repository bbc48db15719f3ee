"""A frameless area that scrolls up and down and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from typing_extensions import override

from qc_desktop.gui.theme import row_height

LEAST_ROWS = 2
MARGIN = 12
"""Above and below what is brought into view; more would push the heading out for nothing."""
SETTLING = 200
"""Milliseconds after the focus moved in which a page that grows keeps it in view."""


class Area(QScrollArea):
    """Brings what gets the focus by a key into view: Tab does so by itself, a mnemonic (Alt+N) does not."""

    def __init__(self) -> None:
        super().__init__()
        self._settling = QTimer(self, singleShot=True, interval=SETTLING)
        self.verticalScrollBar().rangeChanged.connect(self._keep_up)
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
            self.ensureWidgetVisible(now, 0, MARGIN)
            self._settling.start()

    def _keep_up(self) -> None:
        """A page that just changed has its places only a little later."""
        if self._settling.isActive():
            QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        now, inner = QApplication.focusWidget(), self.widget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, MARGIN)


def scroll_area(inner: QWidget) -> QScrollArea:
    """``inner`` in an area as wide as there is room; Tab passes over the area itself."""
    area = Area()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
