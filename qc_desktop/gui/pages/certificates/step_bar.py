"""The steps of a batch and the buttons that lead through them, always in sight above the step itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qc_desktop.gui.widgets.parts import button
from qc_desktop.gui.widgets.step_header import StepHeader

CHOOSE, CHECK, PREVIEW, ISSUE, MAKE = range(5)


class StepBar(QWidget):
    """``left``, ``back_wanted`` and ``next_wanted`` tell which button was pressed."""

    left = Signal()
    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._header = StepHeader(
            (
                self.tr("Choose"),
                self.tr("Check"),
                self.tr("Preview"),
                self.tr("Issue"),
                self.tr("Files"),
            )
        )
        self._leave = button(self.tr("Cancel"), self.left.emit)
        self._back = button(self.tr("Back"), self.back_wanted.emit, "", "arrow-left")
        self.next = button("", self.next_wanted.emit, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._header, 1, Qt.AlignmentFlag.AlignVCenter)
        for part in (self._leave, self._back, self.next):
            row.addWidget(part)

    def show_step(self, step: int, ready: int, *, possible: bool, busy: bool) -> None:
        """Shows where one is: ``ready`` companies passed the check; the main button works where it is ``possible``."""
        self._header.go_to(step)
        words = {
            CHOOSE: self.tr("Check the data"),
            CHECK: self.tr("Go on to the preview"),
            PREVIEW: self.tr("Go on to issuing"),
            ISSUE: self.tr("Issue %n certificate(s)", "", ready),
        }
        self.next.setText(words.get(step, ""))
        self.next.setEnabled(possible and not busy)
        self.next.setVisible(step != MAKE)
        self._leave.setVisible(step != MAKE)
        self._leave.setEnabled(not busy)
        self._back.setVisible(step in (CHECK, PREVIEW, ISSUE))
        self._back.setEnabled(not busy)
