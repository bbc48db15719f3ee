"""What becomes of rows that a person has to decide."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.services.companies.matching import Outcome


class DecisionBar(QFrame):
    """``decided`` carries NEW, UPDATED or None for *leave out*, and whether all such rows are meant."""

    decided = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("message", "warn")
        row = FlowLayout()
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 6, 12, 6)
        around.addLayout(row)
        told = label(self.tr("Rows to decide are left out unless you say otherwise:"))
        self.everyone = QCheckBox(self.tr("all of them"))
        buttons = (
            button(self.tr("Leave out"), lambda: self._tell(None)),
            button(self.tr("Merge into the known company"), lambda: self._tell(Outcome.UPDATED)),
            button(self.tr("Import as a separate company"), lambda: self._tell(Outcome.NEW)),
        )
        told.setFixedHeight(buttons[0].sizeHint().height())
        for part in (told, *buttons, self.everyone):
            row.addWidget(part)

    def _tell(self, decision: Outcome | None) -> None:
        self.decided.emit(decision, self.everyone.isChecked())
