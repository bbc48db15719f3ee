"""Widgets that become windows of their own, if only for a moment: shown before they have a place in the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from .checks import told

OF_THEIR_OWN = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Dialog, Qt.WindowType.Sheet)


class Strays(QObject):
    """Watches what is shown; ``found`` names what is neither the main window nor a popup, tooltip or dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_shown and not isinstance(watched, QMainWindow) and watched.windowType() not in OF_THEIR_OWN:
            self.found.append(told(watched))
        return False


@contextmanager
def no_strays(app: QApplication) -> Iterator[Strays]:
    """Fails where a stray was shown inside."""
    watch = Strays()
    app.installEventFilter(watch)
    try:
        yield watch
    finally:
        app.removeEventFilter(watch)
    assert not watch.found, f"shown as windows of their own: {watch.found}"
