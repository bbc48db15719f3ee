"""A frameless area that scrolls up and down and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QWidget
from typing_extensions import override

from qc_desktop.gui.theme import row_height

LEAST_ROWS = 2
MARGIN = 12
"""Above and below what is brought into view; more would push the heading out for nothing."""
SETTLING = 200
"""Milliseconds after the focus moved in which a page that grows keeps it in view."""


class Gutter(QScrollBar):
    """Keeps its place where there is nothing to scroll, unseen: what stands beside it never moves."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class Area(QScrollArea):
    """Brings what gets the focus by a key into view: Tab does so by itself, a mnemonic (Alt+N) does not.

    Until a person scrolls it stands at its top, or as little below it as the focus needs.
    """

    def __init__(self) -> None:
        super().__init__()
        self._at_top = True
        self._settling = QTimer(self, singleShot=True, interval=SETTLING)
        self._settling.timeout.connect(self._settle)
        self._listen()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _listen(self) -> None:
        """To the bar that there is."""
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_up)
        bar.actionTriggered.connect(self._take_over)

    def keep_gutter(self) -> None:
        """The bar has its place also while there is nothing to scroll."""
        self.setVerticalScrollBar(Gutter(Qt.Orientation.Vertical))
        self._listen()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def begin_at_top(self) -> None:
        """Something else is shown now: from its top."""
        self._at_top = True
        self.verticalScrollBar().setValue(0)
        self._settling.start()

    def show_part(self, part: QWidget) -> None:
        """Scrolls until ``part`` is seen, and stays there."""
        self._take_over()
        self.ensureWidgetVisible(part)

    @override
    def sizeHint(self) -> QSize:
        """As high as two rows: it scrolls, so that the page around it need not."""
        wanted = super().sizeHint()
        return QSize(wanted.width(), min(wanted.height(), LEAST_ROWS * row_height()))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._take_over()
        super().wheelEvent(event)

    def _take_over(self) -> None:
        """A person scrolls: the page stays where it is put."""
        self._at_top = False

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inner = self.widget()
        by_mouse = QApplication.mouseButtons() is not Qt.MouseButton.NoButton
        if now is None or inner is None or not inner.isAncestorOf(now):
            return
        if by_mouse:  # nothing moves away from under a click
            self._take_over()
        else:
            self._reveal()
            self._settling.start()

    def _keep_up(self) -> None:
        """A page that just changed has its places only a little later."""
        if self._settling.isActive() or (self._at_top and self.verticalScrollBar().value()):
            QTimer.singleShot(0, self, self._reveal)

    def _settle(self) -> None:
        """By now everything has its place: perhaps the focus is to be seen from the top."""
        if self._at_top and self.verticalScrollBar().value():
            self._reveal()

    def _reveal(self) -> None:
        now, inner = QApplication.focusWidget(), self.widget()
        if self._at_top:
            self.verticalScrollBar().setValue(0)
        if now is not None and inner is not None and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, MARGIN)


def scroll_area(inner: QWidget) -> Area:
    """``inner`` in an area as wide as there is room; Tab passes over the area itself."""
    area = Area()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
