"""Several views of which one is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override


class Views(QWidget):
    """As QStackedWidget, but asks for the room that the view at hand needs, whatever the others would ask for."""

    currentChanged = Signal(int)  # noqa: N815 - Qt's own name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views = _Layout(self)
        self._views.currentChanged.connect(self._turn)
        self.addWidget = self._views.addWidget
        self.setCurrentWidget = self._views.setCurrentWidget
        self.currentWidget = self._views.currentWidget
        self.setCurrentIndex = self._views.setCurrentIndex
        self.currentIndex = self._views.currentIndex
        self.widget = self._views.widget
        self.count = self._views.count

    def _turn(self, place: int) -> None:
        self._views.invalidate()
        self.updateGeometry()
        self.currentChanged.emit(place)


class _Layout(QStackedLayout):
    """A parent asks the layout of a widget, not the widget, how high it is."""

    @override
    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    @override
    def minimumSize(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize()) if shown is not None else super().minimumSize()

    @override
    def hasHeightForWidth(self) -> bool:
        shown = self.currentWidget()
        return shown is not None and shown.hasHeightForWidth()

    @override
    def heightForWidth(self, width: int) -> int:
        shown = self.currentWidget()
        return shown.heightForWidth(width) if shown is not None else -1
