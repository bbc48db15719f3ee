"""The home page before anything was entered: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from qc_desktop.gui.pages.home.model import StepKind
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.tinted import TintedIcon
from qc_desktop.messages import Messages


class Welcome(QWidget):
    """``wanted`` carries the step to begin with; ``sample_wanted`` asks for the sample data."""

    wanted = Signal(object)  # StepKind
    sample_wanted = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        title = label(self.tr("Welcome. How do you want to begin?"), "title", wrap=True)
        title.setAlignment(middle)
        self.progress = ProgressPanel(words)
        self._sample = button(self.tr("&Try with sample data"), self.sample_wanted.emit, "", "play")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(TintedIcon("house", "accent", 40), 0, middle)
        column.addWidget(title)
        column.addSpacing(8)
        column.addWidget(self._ways(), 0, middle)
        column.addSpacing(8)
        column.addWidget(self.progress)
        column.addStretch(2)

    def _ways(self) -> QWidget:
        """Each way to begin: a button and what it leads to."""
        ways = QWidget()
        grid = QGridLayout(ways)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        self.entrance = first = button(
            self.tr("&Import a list"), lambda: self.wanted.emit(StepKind.IMPORT), "primary", "upload"
        )
        year = button(self.tr("&Open a year"), lambda: self.wanted.emit(StepKind.OPEN_YEAR), "", "calendar-days")
        choices = (
            (first, self.tr("You have a list of companies in Excel, WPS or CSV.")),
            (year, self.tr("You enter the companies and their pledges one by one.")),
            (self._sample, self.tr("You want to look around first: invented companies, apart from your own records.")),
        )
        for row, (made, told) in enumerate(choices):
            made.setMinimumWidth(200)
            grid.addWidget(made, row, 0)
            grid.addWidget(label(told, "muted"), row, 1)
        return ways

    def show_busy(self, busy: bool) -> None:
        """Holds the way to the sample back while it is made."""
        self._sample.setEnabled(not busy)
