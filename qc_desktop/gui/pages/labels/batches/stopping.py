"""停用 in three steps: the action, the reason, the last four digits of the batch's number."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from qc_desktop.domain.lengths import REASON
from qc_desktop.gui.pages.certificates.ending import DIGITS
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.foot_bar import FootBar
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.spared import passing

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper


class Stopping(QWidget):
    """``wanted`` carries the batch's number and the reason; ``given_up`` that the person thought better of it.

    The reason stays with its batch, in a draft too, until that is stopped or left as it is.
    """

    wanted = Signal(str, str)
    given_up = Signal()

    def __init__(self, drafts: DraftKeeper) -> None:
        super().__init__()
        self._batch = ""
        self.reason, self.digits = LineEdit(), LineEdit()
        self.reason.setMaxLength(REASON)
        self.digits.setMaxLength(2 * DIGITS)
        passing(self.digits)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._reason_note = self._add(self.reason, self.tr("R&eason"))
        self._digits_note = self._add(self.digits, self.tr("Last 4 &digits"))
        self.reason.setPlaceholderText(self.tr("Failed a test"))
        self.digits.setPlaceholderText("0000")
        self._texts = KeptTexts("label_stopping", drafts, self, reason=self.reason)
        self.confirm = button(self.tr("Stop the batch"), self._submit, "danger")
        self.foot = FootBar(self)
        self.foot.add(button(self.tr("Leave as it is"), self._give_up), self.confirm)
        self._lay_out()
        self.reason.returnPressed.connect(self.digits.setFocus)
        self.digits.returnPressed.connect(self._submit)
        self.hide()

    def _add(self, field: LineEdit, words: str) -> FieldNote:
        called = QLabel(words)
        called.setBuddy(field)
        self._form.addRow(called, field)
        return FieldNote(self._form, field)

    def _lay_out(self) -> None:
        about = self.tr(
            "From now on every label of the batch is answered as stopped, for good. The notice to the company is ready "
            "then; note how many labels it destroys."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Stop the use of the batch"), "section"))
        column.addWidget(label(about, "muted", wrap=True))
        column.addLayout(self._form)

    def start(self, batch: str, title: str) -> None:
        """Asks for what stopping the batch takes."""
        self._batch = batch
        self._texts.show(batch, title)
        self.foot.say(title)
        self.digits.clear()
        for note in (self._reason_note, self._digits_note):
            note.clear()
        self.show()
        self.reason.setFocus()

    def settle(self, batch: str) -> None:
        """The batch is stopped: its reason is in the register."""
        self._texts.forget(batch)

    def put_away(self) -> None:
        """Closes the form; what was typed waits until it is asked again."""
        self._texts.put_away()
        self.hide()

    def refuse(self, sentence: str) -> None:
        """Says why it was not done."""
        self._reason_note.say(Tone.BAD, sentence)
        self.reason.setFocus()

    def _submit(self) -> None:
        self._reason_note.clear()
        self._digits_note.clear()
        reason = self.reason.text().strip()
        if not reason:
            self._reason_note.say(Tone.BAD, self.tr("Say why; the reason stays in the register."))
            self.reason.setFocus()
            return
        typed = unicodedata.normalize("NFKC", self.digits.text()).strip()
        if typed != self._batch[-DIGITS:]:
            said = self.tr("Type the last 4 digits of batch {batch}.").format(batch=self._batch)
            self._digits_note.say(Tone.BAD, said)
            self.digits.setFocus()
            self.digits.selectAll()
            return
        self.wanted.emit(self._batch, reason)

    def _give_up(self) -> None:
        self._texts.forget(self._batch)
        self.put_away()
        self.given_up.emit()
