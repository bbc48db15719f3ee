"""Going on from records that are older than what was confirmed: a reason, a number typed, and no way back."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from qc_desktop.domain.lengths import REASON, is_reason
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.spared import passing

_WIDTH = 480


class OverridePanel(QWidget):
    """``wanted`` carries the reason, ``given_up`` that the person thought better of it."""

    wanted = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._signed = 0
        self.reason, self.count = LineEdit(), LineEdit()
        self.reason.setMaxLength(REASON)
        passing(self.count)
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setHorizontalSpacing(12)
        self._reason_note = self._add(self.tr("Why there is nothing newer"), self.reason)
        self._count_note = self._add(self.tr("Entries that were confirmed"), self.count)
        self.confirm = button(self.tr("Go on from these records"), self._submit, "danger")
        self.leave = button(self.tr("Leave it for now"), self._give_up)
        self._lay_out()
        self.reason.returnPressed.connect(self.count.setFocus)
        self.count.returnPressed.connect(self._submit)
        self.reason.textEdited.connect(self._reason_note.clear)
        self.count.textEdited.connect(self._count_note.clear)
        self.hide()

    def _add(self, words: str, field: LineEdit) -> FieldNote:
        field.setAccessibleName(words)
        field.setMaximumWidth(_WIDTH)
        self._form.addRow(words, field)
        return FieldNote(self._form, field)

    def _lay_out(self) -> None:
        told = self.tr(
            "Only where newer records or a newer backup are nowhere to be found. The step is entered into the register "
            "for good, and what was published or attached to certificates since does not agree with it any more: tell "
            "the reason when somebody asks."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(told, wrap=True))
        column.addLayout(self._form)
        row = FlowLayout(gap=8)
        row.addWidget(self.leave)
        row.addWidget(self.confirm)
        column.addLayout(row)

    def start(self, signed: int) -> None:
        """Asks for what it takes to pass over ``signed`` confirmed entries."""
        self._signed = signed
        self.count.clear()
        for note in (self._reason_note, self._count_note):
            note.clear()
        self.show()
        self.reason.setFocus()
        bring_into_view(self)

    def settle(self) -> None:
        """It is done: what was typed is in the register."""
        self.reason.clear()
        self.count.clear()
        self.hide()

    def refuse(self, sentence: str) -> None:
        """Says why it was not done."""
        self._reason_note.say(Tone.BAD, sentence)
        self.reason.setFocus()

    def _submit(self) -> None:
        reason = self.reason.text().strip()
        if not is_reason(reason):
            self.refuse(self.tr("Say why, in a few words that others understand later."))
            return
        typed = unicodedata.normalize("NFKC", self.count.text()).strip().replace(",", "")
        if typed != str(self._signed):
            self._count_note.say(
                Tone.BAD, self.tr("Type the number that stands above: {count}.").format(count=self._signed)
            )
            self.count.setFocus()
            self.count.selectAll()
            return
        self.wanted.emit(reason)

    def _give_up(self) -> None:
        self.settle()
        self.given_up.emit()
