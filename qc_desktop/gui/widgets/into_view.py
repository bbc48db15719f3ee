"""Scrolling to what just appeared."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from qc_desktop.gui.widgets.scroll_area import Area


def bring_into_view(part: QWidget) -> None:
    """Scrolls the page around ``part`` until it is seen, once it has its place."""
    QTimer.singleShot(0, part, lambda: _scroll_to(part))


def _scroll_to(part: QWidget) -> None:
    area = part.parentWidget()
    while area is not None and not isinstance(area, Area):
        area = area.parentWidget()
    if area is not None:
        area.show_part(part)
