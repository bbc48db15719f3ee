"""What stands in the place of a page that failed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.pages.base import MARGIN
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.parts import Action, label


class FailedPage(QWidget):
    """Says that the page called ``title`` failed and where its ``report`` lies; ``again_wanted`` to try again."""

    again_wanted = Signal()

    def __init__(self, title: str, report: Path) -> None:
        super().__init__()
        sentence = self.tr(
            "Your records are safe, and the other pages go on working. What went wrong is written down in {file}."
        )
        told = EmptyState(
            "circle-alert",
            self.tr("This page cannot be shown just now"),
            sentence.format(file=breakable(str(report))),
            Action(self.tr("Try again"), self.again_wanted.emit),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, MARGIN, 16)
        column.addWidget(label(title, "title"))
        column.addWidget(told, 1)
        self.setAccessibleName(title)
