"""The left half of the page: the list, above it the question for a reason, in its place what is to be printed."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.listing import Listing
from qc_desktop.gui.pages.companies.reason_panel import ReasonPanel
from qc_desktop.gui.papers.panel import PaperPanel
from qc_desktop.gui.papers.place import PaperPlace
from qc_desktop.gui.widgets.progress_panel import ProgressPanel


class Browse(QWidget):
    """Holds ``listing``, ``reason``, ``papers`` and the ``progress`` of long work; the focus goes to the list."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.reason = ReasonPanel()
        self.papers = PaperPanel(context)
        self.progress = ProgressPanel(context.words)
        self.listing = Listing(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.progress)
        column.addWidget(self.reason)
        column.addWidget(PaperPlace(self.listing, self.papers), 1)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        (self.listing if self.papers.isHidden() else self.papers.one_file).setFocus()
