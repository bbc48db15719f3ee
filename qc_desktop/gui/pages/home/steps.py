"""The list of what comes next: an icon, a sentence, a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qc_desktop.gui.pages.home.model import Step, StepKind
from qc_desktop.gui.widgets.parts import button, label, one_width
from qc_desktop.gui.widgets.tinted import TintedIcon

if TYPE_CHECKING:
    from collections.abc import Sequence

ICONS = {
    StepKind.SETTINGS: "settings",
    StepKind.OPEN_YEAR: "calendar-days",
    StepKind.IMPORT: "upload",
    StepKind.TAKE_IN: "list-checks",
    StepKind.PLEDGES: "pencil",
    StepKind.REVIEW: "file-check",
    StepKind.ANNOUNCE: "send",
    StepKind.ISSUE: "award",
    StepKind.MAKE: "printer",
    StepKind.ISSUED: "award",
    StepKind.RETURNED: "inbox",
    StepKind.BACKUP: "database-backup",
    StepKind.DESK: "phone",
}


class StepList(QWidget):
    """``chosen`` carries the kind of the step whose button was pressed. The first step has the page's main button."""

    chosen = Signal(object)  # StepKind

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Shows ``steps``; where they are as before nothing moves, so that the focus stays."""
        if tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(place, step) for place, step in enumerate(steps)]
        for row in self._rows:
            self._column.addWidget(row)
            row.show()
        one_width([made for row in self._rows for made in row.findChildren(QPushButton)])

    def _row(self, place: int, step: Step) -> QWidget:
        row = QWidget(self)
        told, act = self._words(step)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        made = button(act, lambda: self.chosen.emit(step.kind), "" if place else "primary")
        made.setAccessibleName(f"{act} – {told}")
        line.addWidget(TintedIcon(ICONS[step.kind], "accent"))
        line.addWidget(label(told, wrap=True), 1)
        line.addWidget(made)
        return row

    def _words(self, step: Step) -> tuple[str, str]:
        """The sentence of a step and the words on its button."""
        count = step.count
        return {
            StepKind.SETTINGS: (
                self.tr("The association's name or verification address is missing. Both are needed for issuing."),
                self.tr("Fill in"),
            ),
            StepKind.OPEN_YEAR: (self.tr("No year is open yet."), self.tr("Open a year")),
            StepKind.IMPORT: (self.tr("There are no companies yet."), self.tr("Import a list")),
            StepKind.TAKE_IN: (self.tr("No company takes part this year yet."), self.tr("Bring them in")),
            StepKind.REVIEW: (self.tr("%n pledge(s) wait for review.", "", count), self.tr("Review")),
            StepKind.ANNOUNCE: (
                self.tr("%n company(ies) are approved and not announced yet.", "", count),
                self.tr("Announce"),
            ),
            StepKind.ISSUE: (
                self.tr("%n company(ies) are announced and have no certificate yet.", "", count),
                self.tr("Issue"),
            ),
            StepKind.MAKE: (
                self.tr("%n certificate(s) are issued, but their PDF pages are not made yet.", "", count),
                self.tr("Make files"),
            ),
            StepKind.PLEDGES: (
                self.tr("%n company(ies) have not handed in a pledge yet.", "", count),
                self.tr("Enter pledges"),
            ),
            StepKind.RETURNED: (
                self.tr("%n company(ies) have yet to send corrected material.", "", count),
                self.tr("Look"),
            ),
            StepKind.BACKUP: (self.tr("There is no recent backup."), self.tr("Back up")),
            StepKind.ISSUED: (
                self.tr("%n certificate(s) are issued.", "", count),
                self.tr("See the register"),
            ),
            StepKind.DESK: (self.tr("Everything is done. When the telephone rings:"), self.tr("Verify")),
        }[step.kind]
