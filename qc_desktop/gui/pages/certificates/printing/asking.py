"""One question in the place of the buttons that led to it: a number, a reason, or whether it is really wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from qc_desktop.gui.pages.certificates.printing.canned import CannedReasons
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper


class Asking(QWidget):
    """``answered`` carries the question's name, what was typed, and the reason; ``given_up`` that it was put away.

    What is typed stays with its batch, in a draft too, until it is done or given up.
    """

    answered = Signal(str, str, str)
    given_up = Signal()

    def __init__(self, drafts: DraftKeeper) -> None:
        super().__init__()
        self.question = self._answered = ""
        self._about = label("", wrap=True)
        self.field = LineEdit()
        self._form = QFormLayout()
        self._form.addRow(self.field)
        self._note = FieldNote(self._form, self.field)
        self.reason = LineEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.canned = CannedReasons(self.reason)
        self._form.addRow(self.reason)
        self._form.addRow(self.canned)
        self.confirm = button("", self._submit, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addLayout(self._form)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        row.addWidget(self.confirm)
        self._back = button(self.tr("Cancel"), self._give_up)
        row.addWidget(self._back)
        column.addWidget(buttons)
        self.field.returnPressed.connect(self._submit)
        self.reason.returnPressed.connect(self._submit)
        self._texts = KeptTexts("print_question", drafts, self, field=self.field, reason=self.reason)
        self.hide()

    def ask(
        self, batch_id: str, question: str, about: str, answer: str | None, confirm: str, *, why: bool = False
    ) -> None:
        """Asks ``about`` a batch, with ``answer`` in the field already; ``confirm`` are the words of the button.

        None for ``answer`` asks only whether it is wanted: the focus is where it is given up. ``why`` asks for a
        reason too.
        """
        self.question = question
        self._about.setText(about)
        self.field.setAccessibleName(about)
        offered = answer or ""  # what is typed over one number is not meant over another
        self._texts.show(f"{batch_id}-{question}-{offered}", about, field=offered)
        self._form.setRowVisible(self.field, answer is not None)
        for part in (self.reason, self.canned):
            self._form.setRowVisible(part, why)
        self.confirm.setText(confirm)
        self._back.setText(self.tr("Leave everything as it is") if answer is None else self.tr("Cancel"))
        self._note.clear()
        self.show()
        (self._back if answer is None else self.reason if why and answer else self.field).setFocus()
        self.field.selectAll()

    def refuse(self, sentence: str) -> None:
        """Says below the field what is wrong."""
        self._note.say(Tone.BAD, sentence)
        self.field.setFocus()

    def close_question(self) -> None:
        """Puts the question away; what was typed waits until it is asked again."""
        self.question = ""
        self._texts.put_away()
        self.hide()

    def settle(self) -> None:
        """What was answered is done."""
        self._texts.forget(self._answered)

    def _submit(self) -> None:
        self._note.clear()
        self._answered = self._texts.key or ""
        self.answered.emit(self.question, self.field.text().strip(), self.reason.text().strip())

    def _give_up(self) -> None:
        self._texts.forget(self._texts.key or "")
        self.close_question()
        self.given_up.emit()
