"""The code below the coating of a label: typed in the card of the label, and checked against the keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from qc_desktop.errors import UserError
from qc_desktop.gui.tasks import Task, Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import Note
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.passphrase import Passphrase
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.spared import passing
from qc_desktop.services.labels import code_check
from qc_desktop.services.labels.code_answers import answering
from qc_desktop.services.site.codes import nobody

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.answers import Answer


class CodeChecking(QFrame):
    """Checks a code: asks for the passphrase where it was not given today, and shows how far the search is.

    ``answered`` carries the code and the Answer, ``refused`` a UserError, ``stopped`` that a person ended the search.
    It takes no room while there is nothing to check. With a ``heading`` it is a card of its own.
    """

    answered = Signal(str, object)
    refused = Signal(object)
    stopped = Signal()

    def __init__(self, context: PageContext, heading: str = "") -> None:
        super().__init__()
        self._context = context
        self._desk = cast("Desk", context.services)
        self._ticket = Ticket()
        self._task: Task | None = None
        self._code = self._serial = ""
        self._needs_none = False
        self.passphrase = Passphrase()
        self.passphrase.submitted.connect(self._go_on)
        self.go_on = button(self.tr("Go on"), self._go_on, "primary")
        self.progress = ProgressPanel(context.words)
        self._lay_out(heading)
        self.forget()

    def _lay_out(self, heading: str) -> None:
        row = QHBoxLayout()
        row.addWidget(self.go_on)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        self.setProperty("card", bool(heading))
        column.setContentsMargins(*((20, 14, 20, 16) if heading else (0, 0, 0, 0)))
        if heading:
            column.addWidget(label(heading, "section", wrap=True))
        column.addWidget(self.passphrase)
        column.addLayout(row)
        column.addWidget(self.progress)

    @property
    def is_at_work(self) -> bool:
        """Whether a code waits for the passphrase or is being looked for."""
        return bool(self._code)

    def start(self, code: str, serial: str = "") -> None:
        """Checks ``code``, that of the label ``serial`` or of any."""
        if code == self._code and self._asks:
            self._go_on()
            return
        self.forget()
        self._code, self._serial = code, serial
        office = self._desk.office
        self._ticket = Ticket()
        self._context.jobs.query(lambda: code_check.keys_asked(office, serial), self._open, self._ticket)

    def forget(self) -> None:
        """Gives up what is being checked, and forgets what was typed."""
        self._ticket.tear()
        if self._task is not None:
            self._task.cancel()
        self._task, self._code, self._serial = None, "", ""
        self.passphrase.clear()
        self._show_asking(False)
        self.hide()

    @property
    def _asks(self) -> bool:
        return not self.passphrase.isHidden()

    def _show_asking(self, asks: bool) -> None:
        for part in (self.passphrase, self.go_on):
            part.setVisible(asks)

    def _open(self, key_ids: frozenset[str]) -> None:
        """Goes on with keys that are open, or asks for the passphrase; where no key is here none is asked for."""
        self._needs_none = not key_ids
        self.show()
        if self._needs_none or self._desk.are_open(key_ids):
            self._run("")
            return
        self.passphrase.show_state(known=True, unlocked=False)
        self._show_asking(True)
        self.passphrase.take_focus()
        bring_into_view(self.go_on)

    def _go_on(self) -> None:
        typed = self.passphrase.read()
        if typed is not None and self._task is None:
            self._run(typed)

    def _run(self, typed: str) -> None:
        desk, code, serial, claim = self._desk, self._code, self._serial, self._ticket
        signer_of = nobody if self._needs_none else lambda key_id: desk.signer_of(key_id, typed)
        task = self._context.jobs.run(
            lambda: answering(desk.office, code, signer_of, serial),
            partial(self._answer, claim),
            partial(self._refuse, claim),
        )
        task.cancelled.connect(self._stop)
        task.ended.connect(self._end)
        self._task = task
        self._show_asking(False)
        self.progress.watch(task, self.tr("Looking for the code"))

    def _end(self) -> None:
        if self.sender() is self._task:
            self._task = None

    def _answer(self, claim: Ticket, answer: Answer) -> None:
        if claim.is_valid:
            code = self._code
            self.forget()
            self.answered.emit(code, answer)

    def _stop(self) -> None:
        if self.sender() is self._task:
            self.forget()
            self.stopped.emit()

    def _refuse(self, claim: Ticket, error: UserError) -> None:
        if not claim.is_valid:
            return
        if error.code == "keys.wrong_passphrase":
            self._show_asking(True)
            self.passphrase.refuse(self._context.words.of(error))
        else:
            self.forget()
            self.refused.emit(error)


class CodePart(QFrame):
    """In the card of a label: a field for its code. ``answered`` carries the code and the Answer that it leads to."""

    answered = Signal(str, object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._words = context.words
        self._serial = ""
        self.field = LineEdit()
        self.field.setPlaceholderText(self.tr("20 characters below the coating"))
        passing(self.field)
        self.checking = CodeChecking(context)
        self.check_button = button(self.tr("Check the code"), self.check, "", "shield-check")
        called = QLabel(self.tr("&Hidden code"))
        called.setBuddy(self.field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(called)
        row.addWidget(self.field, 1)
        row.addWidget(self.check_button)
        self.note = Note(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.checking)
        self.field.returnPressed.connect(self.check)
        self.field.textEdited.connect(self._begin_anew)
        self.checking.answered.connect(self.answered)
        self.checking.refused.connect(self._refuse)

    def begin(self, answer: Answer) -> None:
        """Asks for the code of the label that ``answer`` is about, if it has one that is not known to be right."""
        wrong = answer.code is not None and not answer.code.serial
        if answer.number != self._serial or not wrong:
            self.field.clear()
        self._serial = answer.number
        self.note.clear()
        self.checking.forget()
        self.setVisible(answer.has_hidden and (answer.code is None or wrong))

    def check(self) -> None:
        """Checks what is typed; what no code can be is said at once."""
        code = self.field.text().strip()
        try:
            code_check.demanded(code)
        except UserError as problem:
            self._refuse(problem)
            return
        self.note.clear()
        self.checking.start(code, self._serial)

    def _begin_anew(self) -> None:
        self.note.clear()
        self.checking.forget()

    def _refuse(self, error: UserError) -> None:
        self.note.say(Tone.BAD, self._words.of(error))
        self.field.setFocus()
        self.field.selectAll()
