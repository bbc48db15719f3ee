"""The canvas with its rulers, as large as one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.layouts.editor.canvas import MARGIN, Canvas
from qc_desktop.gui.pages.layouts.editor.rulers import Ruler

if TYPE_CHECKING:
    from qc_desktop.gui.pages.layouts.editor.making import Making

STEP = 1.25
LEAST_HEIGHT = 240


class Board(QWidget):
    """Ctrl and the wheel enlarge; the rulers follow what is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.canvas = Canvas()
        self.across, self.down = Ruler(upright=False), Ruler(upright=True)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.canvas)
        self.area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fits = True
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.across, 0, 1)
        grid.addWidget(self.down, 1, 0)
        grid.addWidget(self.area, 1, 1)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.canvas.pointed.connect(self._point)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._follow)
        for bar in (self.area.horizontalScrollBar(), self.area.verticalScrollBar()):
            bar.valueChanged.connect(self._settle.start)
            bar.rangeChanged.connect(self._settle.start)

    def open(self, making: Making) -> None:
        """Shows the layout of ``making``, all of it."""
        self.canvas.open(making)
        self.fit()

    def fit(self) -> None:
        """Shows all of the page."""
        self._fits = True
        if self.canvas.making is not None:
            width, height = self.canvas.making.page
            room = self.area.maximumViewportSize()
            self.canvas.zoom(min(room.width() / (width + 2 * MARGIN), room.height() / (height + 2 * MARGIN)))
        self._settle.start()

    def zoom_by(self, step: float) -> None:
        """Shows the page ``step`` times as large."""
        self._fits = False
        self.canvas.zoom(self.canvas.scale * step)
        self._settle.start()

    @override
    def sizeHint(self) -> QSize:
        """As little as it can be: the page takes the room that there is, and asks for none."""
        return QSize(LEAST_HEIGHT, LEAST_HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the page nothing is selected."""
        if self.canvas.making is not None and event.button() is Qt.MouseButton.LeftButton:
            self.canvas.making.choose(())
            self.canvas.setFocus()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def _follow(self) -> None:
        if self.canvas.making is None:
            return
        width, height = self.canvas.making.page
        scale = self.canvas.scale
        self.across.show_scale(scale, self.area.horizontalScrollBar().value(), width)
        self.down.show_scale(scale, self.area.verticalScrollBar().value(), height)

    def _point(self, x: float, y: float) -> None:
        self.across.point(x)
        self.down.point(y)
