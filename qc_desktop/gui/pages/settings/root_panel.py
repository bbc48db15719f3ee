"""One act with the recovery sheet: what it takes is asked below what it does, and refused where it was typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from qc_desktop.gui.pages.places import ask_file, documents
from qc_desktop.gui.pages.settings.root_acts import BY_SHEET, WITH_PASSPHRASE, Act, Given, do
from qc_desktop.gui.pages.settings.sheet_entry import SheetEntry
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label, restyle
from qc_desktop.gui.widgets.passphrase import Passphrase, PassphraseWords, secret_field
from qc_desktop.gui.widgets.spared import passing
from qc_desktop.services.recovery import STICK

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext

_WIDTH = 320


class RootPanel(QWidget):
    """``done`` carries the act that was done."""

    done = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._desk = cast("Desk", context.services)
        self._act, self._is_here = Act.PROVE, True
        self.told = label("", wrap=True)
        self.sheet = SheetEntry()
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self.passphrase, self.reason = secret_field(), LineEdit()
        passing(self.reason)
        for name, field in ((self.tr("Issuing passphrase"), self.passphrase), (self.tr("Reason"), self.reason)):
            field.setAccessibleName(name)
            field.setMaximumWidth(_WIDTH)
            self._form.addRow(name, field)
        self._notes = {field: FieldNote(self._form, field) for field in (self.reason, self.passphrase)}
        self.new = Passphrase(words=self._new_words())
        self.confirm_button = button("", self.confirm, "primary")
        self.cancel_button = button(self.tr("Not now"), self.end)
        self._lay_out()
        for changed in (self.sheet.changed, self.passphrase.textChanged, self.reason.textChanged):
            changed.connect(self._follow)
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.told, self.sheet, self.new):
            column.addWidget(part)
        column.addLayout(self._form)
        row = FlowLayout(gap=8)
        row.addWidget(self.confirm_button)
        row.addWidget(self.cancel_button)
        column.addLayout(row)

    def begin(self, act: Act, *, is_here: bool) -> None:
        """Asks for what ``act`` takes; ``is_here``: the passphrase does where otherwise the sheet would."""
        self.end()
        self._act, self._is_here = act, is_here
        self.told.setText(self._words(act))
        self.confirm_button.setText(self._name(act))
        self.confirm_button.setProperty("kind", "danger" if act is Act.REVOKE else "primary")
        restyle(self.confirm_button)
        self.sheet.setVisible(act in BY_SHEET or not is_here)
        self.new.setVisible(act is Act.FORGOT)
        self.new.show_state(known=False, unlocked=False)
        self.show()
        self._follow()
        if self.sheet.isVisibleTo(self):
            self.sheet.take_focus()
        else:
            self.passphrase.setFocus()
        bring_into_view(self)

    def end(self) -> None:
        """Closes and forgets what was typed."""
        for field in (self.sheet, self.passphrase, self.reason, self.new):
            field.clear()
        self.hide()

    def _follow(self) -> None:
        for note in self._notes.values():
            note.clear()
        on_stick = self.sheet.file is not None and self.sheet.file.name.endswith(STICK)
        asks = self._act in WITH_PASSPHRASE or on_stick or (self._is_here and self._act not in BY_SHEET)
        self._form.setRowVisible(self.passphrase, asks)
        self._form.setRowVisible(self.reason, self._act is Act.REVOKE)
        has_sheet = self.sheet.isHidden() or self.sheet.is_given
        self.confirm_button.setEnabled(has_sheet and bool(not asks or self.passphrase.text()))

    def confirm(self) -> None:
        """Does it, or says what is missing."""
        new = self.new.read() if self._act is Act.FORGOT else ""
        path = self._place() if self._act is Act.SAVE else Path()
        if new is None or path is None:
            return
        typed = "" if self.sheet.file else self.sheet.typed
        given = Given(typed, self.sheet.file, self.passphrase.text(), new, self.reason.text(), path)
        desk, act = self._desk, self._act
        self.confirm_button.setEnabled(False)
        task = self._context.jobs.change(lambda: do(desk, act, given), lambda _: self._succeed(act), self._refuse)
        task.failed.connect(lambda _: self.confirm_button.setEnabled(True))

    def _new_words(self) -> PassphraseWords:
        fresh = self.tr("Choose the new passphrase, at least 8 characters. Everybody who issues needs it.")
        return PassphraseWords(self.tr("New passphrase"), fresh, fresh)

    def _place(self) -> Path | None:
        name = self.tr("Recovery sheet {day}").format(day=self._desk.office.today.isoformat()) + ".pdf"
        return ask_file(self, self.tr("Where the recovery sheet goes"), documents() / name, ".pdf")

    def _succeed(self, act: Act) -> None:
        self.end()
        self._context.speaker.toast(self._said(act))
        self.done.emit(act)

    def _refuse(self, error: UserError) -> None:
        if error.code == "keys.wrong_passphrase":
            self._say_at(self.passphrase, error)
        elif error.code == "keys.reason_missing":
            self._say_at(self.reason, error)
        elif error.code == "keys.passphrase_short":
            self.new.refuse(self._context.words.of(error))
        elif self.sheet.isVisibleTo(self):
            self.sheet.refuse(error, self._context.words)
        else:
            self._say_at(self.passphrase, error)

    def _say_at(self, field: LineEdit, error: UserError) -> None:
        self._notes[field].say(Tone.BAD, self._context.words.of(error))
        field.setFocus()

    def _name(self, act: Act) -> str:
        return {
            Act.SAVE: self.tr("Save the sheet…"),
            Act.PRINT: self.tr("Print the sheet"),
            Act.PROVE: self.tr("Check the sheet"),
            Act.FORGOT: self.tr("Set the new passphrase"),
            Act.SIGN: self.tr("Sign the list anew"),
            Act.ROTATE: self.tr("Begin a new signing stamp"),
            Act.REVOKE: self.tr("Stop the present signing stamp"),
        }[act]

    def _words(self, act: Act) -> str:
        return {
            Act.SAVE: self.tr("The sheet is saved as a PDF where you say. Print it, then delete the file."),
            Act.PRINT: self.tr("The sheet is printed on the printer used last. Put it into the safe at once."),
            Act.PROVE: self.tr(
                "Enter the sheet from the paper: type its five lines, scan its code into the first line, or choose a "
                "photo of it. If it is right, its content is deleted from this PC and stays on the paper alone."
            ),
            Act.FORGOT: self.tr(
                "With the sheet you choose another passphrase. Certificates issued so far stay as they are."
            ),
            Act.SIGN: self.tr("The association's settings changed. The public list is signed with the sheet."),
            Act.ROTATE: self.tr(
                "From now on certificates are signed with a new stamp. What was issued before stays valid."
            ),
            Act.REVOKE: self.tr(
                "For a stolen PC or passphrase. Everything issued so far is put on a list and stays valid; anything "
                "else with the old stamp counts as forged. A new stamp begins at once. Publish the pages afterwards. "
                "This cannot be undone."
            ),
        }[act]

    def _said(self, act: Act) -> str:
        return {
            Act.SAVE: self.tr("The sheet is saved. Print it and delete the file, then check it here."),
            Act.PRINT: self.tr("The sheet is being printed. Check it here as soon as you hold it."),
            Act.PROVE: self.tr("The sheet is right. Its content is on the paper alone."),
            Act.FORGOT: self.tr("The new passphrase is set. Certificates issued so far stay as they are."),
            Act.SIGN: self.tr("The public list is signed anew."),
            Act.ROTATE: self.tr("The new signing stamp is in use."),
            Act.REVOKE: self.tr("The old signing stamp is stopped, and a new one is in use. Publish the pages."),
        }[act]
