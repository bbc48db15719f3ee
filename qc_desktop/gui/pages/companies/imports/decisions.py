"""What becomes of rows that a person has to decide."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.services.companies.matching import Outcome

translate = QCoreApplication.translate


class _Bar(QFrame):
    """A sentence, buttons, and whether all such rows are meant or the selected ones; pressed only where one is."""

    def __init__(self, told: str, *buttons: QPushButton) -> None:
        super().__init__()
        self.setProperty("message", "warn")
        row = FlowLayout()
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 3, 12, 3)
        around.addLayout(row)
        self._buttons = buttons
        self._has_chosen = False
        self.everyone = QCheckBox(translate("DecisionBar", "Apply to all"))
        self.everyone.toggled.connect(self._arm)
        said = label(told)
        said.setFixedHeight(buttons[0].sizeHint().height())
        for part in (said, *buttons, self.everyone):
            row.addWidget(part)
        self._arm()

    def show_chosen(self, chosen: bool) -> None:
        """Whether a row that is to be decided here is selected."""
        self._has_chosen = chosen
        self._arm()

    def _arm(self) -> None:
        for each in self._buttons:
            each.setEnabled(self._has_chosen or self.everyone.isChecked())


class DecisionBar(_Bar):
    """``decided`` carries NEW, UPDATED or None for *leave out*, and whether all such rows are meant."""

    decided = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__(
            translate("DecisionBar", "Rows to decide are left out unless you say otherwise:"),
            button(translate("DecisionBar", "Leave out"), lambda: self._tell(None)),
            button(translate("DecisionBar", "Merge into the known company"), lambda: self._tell(Outcome.UPDATED)),
            button(translate("DecisionBar", "Import as a separate company"), lambda: self._tell(Outcome.NEW)),
        )

    def _tell(self, decision: Outcome | None) -> None:
        self.decided.emit(decision, self.everyone.isChecked())


class RenamedBar(_Bar):
    """``decided`` carries whether renamed companies are left out, and whether all such rows are meant."""

    decided = Signal(bool, bool)

    def __init__(self) -> None:
        super().__init__(
            translate("DecisionBar", "These are renamed, the old name is kept as a former one:"),
            button(translate("DecisionBar", "Leave out"), lambda: self._tell(leaves_out=True)),
            button(translate("DecisionBar", "Rename anyway"), lambda: self._tell(leaves_out=False)),
        )

    def _tell(self, *, leaves_out: bool) -> None:
        self.decided.emit(leaves_out, self.everyone.isChecked())
