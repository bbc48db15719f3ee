"""Ending a certificate in three steps: the action, the reason, the last four digits of its number."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.gui.pages.kept_texts import KeptTexts
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.passphrase import Passphrase
from qc_desktop.gui.widgets.spared import passing

if TYPE_CHECKING:
    from qc_desktop.gui.drafts import DraftKeeper

DIGITS = 4


class Ending(QWidget):
    """``wanted`` carries number, state, reason and passphrase; ``given_up`` that the person thought better of it.

    The reason stays with its certificate, in a draft too, until that has ended or is left as it is.
    """

    wanted = Signal(str, object, str, str)
    given_up = Signal()

    def __init__(self, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._to = CertificateState.VOID
        self._heading = label("", "section", wrap=True)
        self._about = label("", "muted", wrap=True)
        self._problem = MessageBar(closable=False)
        self.reason = LineEdit()
        self.digits = LineEdit()
        self.digits.setMaxLength(2 * DIGITS)
        passing(self.digits)
        self._texts = KeptTexts("ending", drafts, self, reason=self.reason)
        self.passphrase = Passphrase()
        self._form = QFormLayout()
        self._reason_note = self._add(self.tr("Reason"), self.reason)
        self._digits_note = self._add(self.tr("Last 4 digits"), self.digits)
        self._confirm = button("", self._submit, "danger")
        self._lay_out()
        self.reason.returnPressed.connect(self.digits.setFocus)
        self.digits.returnPressed.connect(self._submit)
        self.passphrase.submitted.connect(self._submit)
        self.hide()

    def _add(self, words: str, field: LineEdit) -> FieldNote:
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.addRow(words, field)
        field.setAccessibleName(words)
        return FieldNote(self._form, field)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for part in (self._heading, self._about):
            column.addWidget(part)
        column.addLayout(self._form)
        column.addWidget(self.passphrase)
        column.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self._confirm)
        buttons.addWidget(button(self.tr("Leave as it is"), self._give_up))
        buttons.addStretch(1)
        column.addLayout(buttons)

    def start(self, number: str, to: CertificateState, *, known: bool, unlocked: bool) -> None:
        """Asks for what ending ``number`` as ``to`` takes."""
        self._number, self._to = number, to
        self._texts.show(f"{number}-{to}", number)
        self.digits.clear()
        self._problem.clear()
        self.passphrase.clear()
        self.passphrase.show_state(known=known, unlocked=unlocked)
        self.passphrase.setVisible(to is CertificateState.REPLACED)
        heading, about, example, confirm = self._words(to)
        self._heading.setText(heading)
        self._about.setText(about)
        self.reason.setPlaceholderText(example)
        self._confirm.setText(confirm)
        self.digits.setPlaceholderText("0000")
        self.show()
        self.reason.setFocus()

    def _words(self, to: CertificateState) -> tuple[str, str, str, str]:
        if to is CertificateState.VOID:
            about = self.tr('For clerical errors. The number stays taken; verification will say "void".')
            return self.tr("Void the certificate"), about, self.tr("Wrong name printed"), self.tr("Void it")
        if to is CertificateState.REVOKED:
            about = self.tr('For cause, such as a broken pledge. Verification will say "revoked".')
            return self.tr("Revoke the certificate"), about, self.tr("Pledge not kept"), self.tr("Revoke it")
        about = self.tr("This certificate ends, and a new one is issued with today's data under a new number.")
        return self.tr("Replace the certificate"), about, self.tr("Company renamed"), self.tr("Replace it")

    def forget(self, number: str, to: CertificateState) -> None:
        """The certificate has ended: its reason is in the register."""
        self._texts.forget(f"{number}-{to}")

    def refuse(self, sentence: str) -> None:
        """Says why it was not done."""
        self._problem.say(Tone.BAD, sentence)

    def _submit(self) -> None:
        self._reason_note.clear()
        self._digits_note.clear()
        reason = self.reason.text().strip()
        if not reason:
            self._reason_note.say(Tone.BAD, self.tr("Say why; the reason stays in the register."))
            self.reason.setFocus()
            return
        typed = unicodedata.normalize("NFKC", self.digits.text()).strip()
        if typed != self._number[-DIGITS:]:
            sentence = self.tr("Type the last 4 characters of {number}.").format(number=self._number)
            self._digits_note.say(Tone.BAD, sentence)
            self.digits.setFocus()
            self.digits.selectAll()
            return
        passphrase = self.passphrase.read() if self._to is CertificateState.REPLACED else ""
        if passphrase is not None:
            self.wanted.emit(self._number, self._to, reason, passphrase)

    def _give_up(self) -> None:
        self.hide()
        self.passphrase.clear()
        self.forget(self._number, self._to)
        self.given_up.emit()
