"""A page that is looked at closely: enlarged by keyboard, drawn anew so that it is sharp at any size, turned over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.certificates.picture import SHAPE, PagePicture

A4_INCHES = 297 / 25.4
LEAST_DPI, MOST_DPI = 60.0, 400.0
STEP, MOST = 1.25, 6.0
BLURRED = 0.97
"""Below this part of the dots that the screen has for it, a page is drawn anew."""
_SETTLE_MS = 120


class ZoomView(QScrollArea):
    """One page, as large as there is room: all of it (``whole``), or its width.

    ``dpi_wanted`` tells that the page should be drawn at that many dots an inch to be sharp; ``turned`` carries +1 for
    the next page (PageDown) and -1 for the one before. Ctrl with + and - changes the size, Ctrl+0 restores it.
    """

    dpi_wanted = Signal(float)
    turned = Signal(int)

    def __init__(self, *, whole: bool) -> None:
        super().__init__()
        self._whole = whole
        self._shortcuts: list[QShortcut] = []
        self.factor = 1.0
        self.picture = PagePicture(fills=True)
        self.setWidget(self.picture)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Page"))
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self._bars()

    def listen_on(self, widget: QWidget) -> None:
        """Takes the keys that are pressed anywhere in ``widget`` while the page is shown."""
        larger, smaller = partial(self._by, STEP), partial(self._by, 1 / STEP)
        keys: dict[str, Callable[[], None]] = {
            "Ctrl++": larger,
            "Ctrl+=": larger,
            "Ctrl+-": smaller,
            "Ctrl+0": partial(self.zoom, 1.0),
            "PgDown": partial(self.turned.emit, 1),
            "PgUp": partial(self.turned.emit, -1),
        }
        for typed, call in keys.items():
            made = QShortcut(QKeySequence(typed), widget)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(call)
            made.setEnabled(self.isVisible())
            self._shortcuts.append(made)

    def _by(self, step: float) -> None:
        self.zoom(self.factor * step)

    @property
    def dpi(self) -> float:
        """The dots an inch at which the page is sharp at its present size on this screen."""
        wanted = self.picture.width() * self.devicePixelRatioF() / A4_INCHES
        return min(MOST_DPI, max(LEAST_DPI, wanted))

    def zoom(self, factor: float) -> None:
        """Shows the page ``factor`` times as large as there is room for, 1 at the least."""
        self.factor = min(MOST, max(1.0, factor))
        self._bars()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for made in self._shortcuts:
            made.setEnabled(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for made in self._shortcuts:
            made.setEnabled(False)

    def _bars(self) -> None:
        off, auto = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(auto if self.factor > 1 else off)
        always = Qt.ScrollBarPolicy.ScrollBarAlwaysOn  # a bar that comes and goes would change the width each time
        self.setVerticalScrollBarPolicy(always if not self._whole else auto if self.factor > 1 else off)

    def _fit(self) -> None:
        room = self.viewport().size()
        width = min(room.width(), room.height() * SHAPE) if self._whole else room.width()
        width = max(120.0, width) * self.factor
        self.picture.setFixedSize(int(width), int(width / SHAPE))
        self._settle.start()

    def _ask(self) -> None:
        have, want = self.picture.dots, self.dpi * A4_INCHES
        if have and have < want * BLURRED:
            self.dpi_wanted.emit(self.dpi)
