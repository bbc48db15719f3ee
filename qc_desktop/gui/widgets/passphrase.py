"""A passphrase, asked in the page and not in a dialog: once when it is known, twice when it is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from qc_desktop.gui.icons import icon
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import label, set_tone
from qc_desktop.gui.widgets.spared import passing


@dataclass(frozen=True)
class PassphraseWords:
    """What one kind of passphrase is called, and what is said of it when it is known, chosen and not needed."""

    name: str
    known: str
    fresh: str
    unlocked: str = ""


SECRET = "secret"


def forget_passphrases(window: QWidget) -> None:
    """Empties every field for a secret in ``window``, and asks again where it was said that nothing is asked."""
    for field in window.findChildren(LineEdit):
        if field.property(SECRET):
            field.clear()
    for asking in window.findChildren(Passphrase):
        asking.lock()


def secret_field() -> LineEdit:
    """A field that shows dots, and on its eye what is typed."""
    made = LineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setProperty(SECRET, True)
    passing(made)
    look = QAction(icon("eye", "muted"), QCoreApplication.translate("Passphrase", "Show what is typed"), made)
    look.setCheckable(True)
    look.toggled.connect(lambda on: made.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password))
    made.addAction(look, QLineEdit.ActionPosition.TrailingPosition)
    return made


def issuing_words() -> PassphraseWords:
    """The words of the issuing passphrase."""
    translate = QCoreApplication.translate
    return PassphraseWords(
        translate("Passphrase", "Issuing passphrase"),
        translate(
            "Passphrase",
            "The issuing passphrase is asked for once a day, after each start of the program, and when nobody was here "
            "for a while.",
        ),
        translate(
            "Passphrase",
            "Choose the issuing passphrase now, at least 8 characters. Everybody who issues needs it. Print its "
            "recovery sheet right afterwards: without the sheet nobody can recover a lost passphrase, and no "
            "certificate can be issued then.",
        ),
        translate("Passphrase", "The issuing passphrase was given today and is not asked for again."),
    )


class Passphrase(QWidget):
    """Asks for the passphrase, unless it was given today. ``submitted`` tells that Return was pressed."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None, words: PassphraseWords | None = None) -> None:
        super().__init__(parent)
        self._words = words or issuing_words()
        self._is_known = True
        self._is_unlocked = False
        self._about = label("", "muted", wrap=True)
        self._one = self._field(self._words.name)
        self._two = self._field(self.tr("Repeat the passphrase"))
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.addRow(self._words.name, self._one)
        self._form.addRow(self.tr("Repeat the passphrase"), self._two)
        self._note = FieldNote(self._form, self._two)
        self._one.returnPressed.connect(self._go_on)
        self._two.returnPressed.connect(self.submitted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addLayout(self._form)
        self.show_state(known=True, unlocked=False)

    def _field(self, name: str) -> LineEdit:
        made = secret_field()
        made.setAccessibleName(name)
        made.setMaximumWidth(320)
        return made

    def show_state(self, *, known: bool, unlocked: bool) -> None:
        """Asks once for a passphrase that is ``known``, twice for a new one, and not at all while ``unlocked``."""
        self._is_known, self._is_unlocked = known, unlocked
        self._about.setText(self._sentence())
        set_tone(self._about, None if known or unlocked else Tone.WARN)
        self._form.setRowVisible(self._one, not unlocked)
        self._form.setRowVisible(self._two, not unlocked and not known)

    def _sentence(self) -> str:
        if self._is_unlocked:
            return self._words.unlocked
        return self._words.known if self._is_known else self._words.fresh

    def read(self) -> str | None:
        """The passphrase, empty while unlocked; None after saying in its place what is missing."""
        if self._is_unlocked:
            return ""
        typed = self._one.text()
        if not typed:
            self._complain(self._one, self.tr("Enter the passphrase."))
            return None
        if not self._is_known and typed != self._two.text():
            self._complain(self._two, self.tr("The two entries differ. Type the passphrase again."))
            return None
        self._note.clear()
        return typed

    def refuse(self, sentence: str) -> None:
        """Says why the passphrase was not taken."""
        self._complain(self._one, sentence)

    def lock(self) -> None:
        """Asks for the passphrase that was given already, as before it was."""
        if self._is_unlocked:
            self.show_state(known=True, unlocked=False)

    def clear(self) -> None:
        """Forgets what was typed."""
        for field in (self._one, self._two):
            field.clear()
        self._note.clear()

    def take_focus(self) -> None:
        """Puts the cursor into the first field."""
        self._one.setFocus()

    def _complain(self, field: LineEdit, sentence: str) -> None:
        self._note.say(Tone.BAD, sentence)
        field.setFocus()
        field.selectAll()

    def _go_on(self) -> None:
        if self._is_known:
            self.submitted.emit()
        else:
            self._two.setFocus()
