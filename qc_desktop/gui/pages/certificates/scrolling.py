"""Parts that scroll up and down by themselves and never sideways."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QSizePolicy, QWidget

from qc_desktop.gui.widgets.scroll_area import scroll_area


def scrolling(inner: QWidget) -> QScrollArea:
    """``inner`` in a frameless area as wide as there is room."""
    inner.setProperty("plain", True)
    area = scroll_area(inner)
    take_what_is_left(area, 180)
    return area


def take_what_is_left(area: QAbstractScrollArea, least: int) -> None:
    """Lets ``area`` be as high as there is room, ``least`` logical pixels at the least: it scrolls, the page need not.

    A page whose texts wrap asks its parts for their preferred height; a list would like to be high.
    """
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    area.setMinimumHeight(least)
