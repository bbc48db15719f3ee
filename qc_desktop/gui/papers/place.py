"""A list, and in its place what is asked of papers, which scrolls by itself where the window is low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.pages.certificates.scrolling import scrolling
from qc_desktop.gui.widgets.views import Views

if TYPE_CHECKING:
    from qc_desktop.gui.papers.panel import PaperPanel


class PaperPlace(Views):
    """Shows ``resting`` until ``panel`` asks something, and again once that is put away."""

    def __init__(self, resting: QWidget, panel: PaperPanel) -> None:
        super().__init__()
        self._asking = paper_area(panel)
        for view in (resting, self._asking):
            self.addWidget(view)
        panel.asked.connect(lambda: self.setCurrentWidget(self._asking))
        panel.closed.connect(lambda: self.setCurrentWidget(resting))


def paper_area(panel: PaperPanel) -> QWidget:
    """``panel`` at the top of a page that scrolls."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel)
    column.addStretch(1)
    return scrolling(content)
