"""What the desk shows below its field: a word, a list to choose from, a verdict, the session's checks, today's log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.pages.desk.card import VerdictCard
from qc_desktop.gui.pages.desk.code import CodeChecking, CodePart
from qc_desktop.gui.pages.desk.entry import Entry
from qc_desktop.gui.pages.desk.lists import RowsCard, answer_columns, call_columns, check_columns
from qc_desktop.gui.pages.desk.model import Check, Found, tidy, with_check
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, label
from qc_desktop.services.register_lookup import MOST

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.answers import Answer


class Results(QWidget):
    """``copied`` carries the sentence that a person wants on the clipboard, ``shown`` the Answer that stands there,
    ``code_answered`` a code that was scratched off and the Answer that it leads to."""

    copied = Signal(str)
    shown = Signal(object)  # Answer
    code_answered = Signal(str, object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        words = context.words
        self._words = words
        self._found: Found | None = None
        self._checks: tuple[Check, ...] = ()
        self.asked = ""
        self.hint = label("", "muted", wrap=True)
        self.trouble = MessageBar(closable=False)
        self.matches = RowsCard(self.tr("Found"), answer_columns(words), lambda row: row[0], context)
        self.back = button(self.tr("Back to the list"), self._go_back, "plain", "arrow-left")
        self.entry = Entry(context.drafts)
        self.searching = CodeChecking(context, self.tr("This is a hidden code. Whose it is, the signing stamps tell."))
        self.code = CodePart(context)
        self.card = VerdictCard(words, self.code, self.entry)
        self.calls = RowsCard(self.tr("Entered today"), call_columns(words), lambda row: row.id, context, "calls")
        self.history = RowsCard(
            self.tr("Checked in this session"), check_columns(words), lambda row: row.at, context, "checks"
        )
        self.matches.picked.connect(self._pick)
        self.history.picked.connect(self._show_again)
        self.card.copied.connect(self._copy)
        self.code.answered.connect(self.code_answered)
        self.searching.answered.connect(self.code_answered)
        self.searching.refused.connect(self._say_problem)
        self.searching.stopped.connect(self._say_stopped)
        self.card.register_wanted.connect(lambda number: context.go("certificates", number))
        self._is_empty = False
        self._nothing = EmptyState(
            "shield-check",
            self.tr("There is nothing to check yet"),
            self.tr("Once certificates are issued, their numbers and companies are found here."),
            Action(self.tr("Go to the certificates"), lambda: context.go("certificates", "")),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        parts = (self.hint, self.searching, self.trouble, self.matches, self.back, self.card, self.history, self.calls)
        for part in parts:
            column.addWidget(part)
        column.addWidget(self._nothing, 1)
        column.addStretch(0)
        self.clear()

    @property
    def checks(self) -> tuple[Check, ...]:
        """What was checked in this session, newest first."""
        return self._checks

    def clear(self) -> None:
        """Nothing is asked; the checks of the session stay."""
        self.keep()
        self._found = None
        self._hide_answers()
        self._nothing.setVisible(self._is_empty)
        self.history.setVisible(bool(self._checks))

    def show_empty(self, is_empty: bool) -> None:
        """Says where certificates come from while there is none and nothing is asked."""
        self._is_empty = is_empty
        self._nothing.setVisible(is_empty and self._found is None and self.hint.isHidden())

    def wait_for(self, name: str) -> None:
        """Says that ``name`` is being looked at."""
        self.keep()
        self._hide_answers(self.tr("Checking {name} …").format(name=name))

    def show_found(self, found: Found) -> None:
        """Shows what was found."""
        self._found = found
        if found.problem is not None:
            self._say_problem(found.problem)
        elif found.is_code:
            self._hide_answers()
            self.searching.start(tidy(found.typed))
        elif found.is_idle:
            self._hide_answers(self.tr("Nothing found so far. Go on typing, or press Enter if that is all."))
        elif len(found.answers) > 1:
            count = len(found.answers)
            told = self.tr("%n certificate(s) found. Choose with ↑ ↓ and Enter.", "", count)
            if count == MOST:  # there may be more
                told = self.tr("The newest %n are listed. Type more of the name, or choose with ↑ ↓, Enter.", "", count)
            self._hide_answers(told)
            self.matches.show_rows(tuple(enumerate(found.answers)), mark_first=True)
        else:
            self._show_one(found.asked, found.answers[0], remember=found.settled)

    def _say_problem(self, problem: UserError) -> None:
        self._hide_answers()
        self.trouble.say(Tone.WARN, self._words.of(problem))

    def _say_stopped(self) -> None:
        self._hide_answers(self.tr("The search was stopped. Press Enter to begin it again."))

    def step(self, by: int) -> None:
        """Moves the mark in the list to choose from."""
        if self.matches.isVisible():
            self.matches.step(by)

    def choose(self, typed: str) -> bool:
        """Picks the marked line, if the list answers ``typed``; whether it did."""
        if self._found is None or self._found.typed != typed or not self.matches.isVisible():
            return False
        self._pick(self.matches.current)
        return True

    def keep(self) -> None:
        """Notes the verdict that is shown among this session's checks."""
        answer = self.card.answer
        if answer is None or self._found is None or not self.card.isVisibleTo(self):
            return
        self._checks = with_check(self._checks, self._found.asked, answer)
        self.history.show_rows(self._checks)

    def _show_one(self, asked: str, answer: Answer, *, remember: bool) -> None:
        self._hide_answers()
        self.asked = asked
        self.card.show_answer(answer)
        self.card.show()
        self.entry.begin(answer.number or asked)
        self.shown.emit(answer)
        if remember:
            self.keep()

    def _pick(self, place: object) -> None:
        if self._found is not None and isinstance(place, int):
            self._show_one(self._found.typed, self._found.answers[place], remember=True)
            self.back.setText(self.tr("Back to the list: %n certificate(s) fit", "", len(self._found.answers)))
            self.back.show()

    def _go_back(self) -> None:
        if self._found is not None:
            self.show_found(self._found)

    def _show_again(self, at: object) -> None:
        check = next((check for check in self._checks if check.at == at), None)
        if check is not None:
            self._found = None
            self._show_one(check.typed, check.answer, remember=False)

    def _copy(self, sentence: str) -> None:
        self.keep()
        self.copied.emit(sentence)

    def _hide_answers(self, instead: str = "") -> None:
        """Puts the answers away and says ``instead``."""
        self.trouble.clear()
        self.searching.forget()
        self.code.checking.forget()
        self._nothing.hide()
        for part in (self.matches, self.back, self.card, self.entry):
            part.hide()
        self.hint.setText(instead)
        self.hint.setVisible(bool(instead))
