"""Parts that scroll up and down by themselves and never sideways."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from qc_desktop.gui.widgets.scroll_area import Area, scroll_area

LEAST = 180
"""Logical pixels that such a part is high at the least: it scrolls, the page need not."""


def scrolling(inner: QWidget) -> Area:
    """``inner`` in a frameless area as wide as there is room."""
    inner.setProperty("plain", True)
    area = scroll_area(inner)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    area.setMinimumHeight(LEAST)
    return area
