"""After a refusal: where the records differ from the register, and publishing all the same as a second, slow step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.services.ledger.standing import BEHIND

if TYPE_CHECKING:
    from qc_desktop.domain.findings import Finding
    from qc_desktop.messages import Messages

MOST = 20
"""So many are listed one by one; the check-up and the administrator know the others."""


class DifferencesPanel(QWidget):
    """``wanted`` tells that the pages are to be published all the same, ``mend_wanted`` that the check-up is wanted."""

    wanted = Signal()
    mend_wanted = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.told = label("", "strong", wrap=True)
        self.listed = label("", wrap=True)
        self.warning = label("", wrap=True)
        set_tone(self.told, Tone.BAD)
        self.seen = QCheckBox(self.tr("I have read all of them"))
        self.despite = button(self.tr("Publish despite the differences"), self.wanted.emit, "danger")
        self.mend = button(self.tr("Go to the check-up"), self.mend_wanted.emit)
        self.leave = button(self.tr("Do not publish"), self.put_away)
        self.seen.toggled.connect(self.despite.setEnabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.told, self.listed, self.warning, self.seen):
            column.addWidget(part)
        row = FlowLayout(gap=8)
        for way in (self.mend, self.leave, self.despite):
            row.addWidget(way)
        column.addLayout(row)
        self.hide()

    def show_all(self, differences: Sequence[Finding]) -> None:
        """Lists ``differences``; what may be published all the same is offered below them."""
        is_behind = any(one.code in BEHIND for one in differences)  # the register itself must go on first
        self.told.setText(
            self.tr("The records differ from the register in %n place(s). Nothing was published.", "", len(differences))
        )
        lines = [f"· {self._words.of(one)}" for one in differences[:MOST]]
        more = len(differences) - MOST
        self.listed.setText("\n".join([*lines, self._words.text("ledger.more", count=more)] if more > 0 else lines))
        self.warning.setText(
            self.tr("Have the administrator find out why first. What is published then is what stands here now.")
        )
        for part in (self.warning, self.seen, self.despite):
            part.setVisible(not is_behind)
        self.seen.setChecked(False)
        self.despite.setEnabled(False)
        self.show()
        self.leave.setFocus()
        bring_into_view(self.told)

    def put_away(self) -> None:
        """Nothing is to be decided any more."""
        self.seen.setChecked(False)
        self.hide()
