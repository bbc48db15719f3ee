"""One clause of the pledge, to be edited."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.lengths import CLAUSE_FULL, CLAUSE_SHORT
from qc_desktop.domain.pledges import PledgeClause
from qc_desktop.domain.slots import stray_brace
from qc_desktop.domain.text import clean
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import Note
from qc_desktop.gui.widgets.parts import icon_button, label
from qc_desktop.gui.widgets.waves import wave

if TYPE_CHECKING:
    from qc_desktop.messages import Messages

BESIDE_FROM = 860


class ClauseLine(QWidget):
    """A number, the short text beside or above the full one, and a button that takes the clause away."""

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, place: int, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._number = label("", "strong")
        self._short = _field(self.tr("Short, as printed on the certificate"), 40)
        self._full = _field(self.tr("In full, as in the pledge letter"), 58)
        self._remove = icon_button("trash-2", "", self.removal_wanted.emit)
        self._notes = {field: Note(field) for field in (self._short, self._full)}
        for field in self._notes:
            field.textChanged.connect(partial(self._look, field))
            field.textChanged.connect(self.edited)
        self._lay_out()
        self.number(place)

    def _lay_out(self) -> None:
        self._texts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._texts.setSpacing(8)
        self._texts.addWidget(self._short, 2, Qt.AlignmentFlag.AlignTop)
        self._texts.addWidget(self._full, 3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        self._number.setFixedWidth(28)
        self._number.setMinimumHeight(34)
        row.addWidget(self._number, 0, top)
        column = QVBoxLayout()
        column.addLayout(self._texts)
        for note in self._notes.values():
            column.addWidget(note)
        row.addLayout(column, 1)
        row.addWidget(self._remove, 0, top)

    def _look(self, field: QPlainTextEdit) -> None:
        """A brace is told while one types: no variable can stand in a clause."""
        if quoted := stray_brace(field.toPlainText()):
            self._notes[field].say(Tone.BAD, self._words.text("text.brace", text=quoted))
        elif self._notes[field].text:
            self._notes[field].clear()

    def number(self, place: int) -> None:
        """Makes it clause ``place``, counted from 1."""
        self._number.setText(str(place))
        self._short.setAccessibleName(self.tr("Clause {number}, short").format(number=place))
        self._full.setAccessibleName(self.tr("Clause {number}, in full").format(number=place))
        words = self.tr("Remove clause {number}").format(number=place)
        self._remove.setAccessibleName(words)
        self._remove.setToolTip(words)

    def write(self, clause: PledgeClause) -> None:
        """Shows ``clause``."""
        self._short.setPlainText(clause.short)
        self._full.setPlainText(clause.full)

    def read(self) -> PledgeClause:
        """What stands in the fields."""
        return PledgeClause(clean(self._short.toPlainText()), clean(self._full.toPlainText()))

    def bounded(self) -> list[str]:
        """Its texts that are not too long to be saved: what is pasted by mistake is not looked through."""
        read = self.read()
        return [text for text, limit in ((read.short, CLAUSE_SHORT), (read.full, CLAUSE_FULL)) if len(text) <= limit]

    def wave(self, words: Sequence[str]) -> None:
        """Underlines ``words`` where they stand, but in a text that is too long."""
        read, asked = self.read(), tuple(words)
        wave(self._short, asked if len(read.short) <= CLAUSE_SHORT else ())
        wave(self._full, asked if len(read.full) <= CLAUSE_FULL else ())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= BESIDE_FROM
        direction = QBoxLayout.Direction
        self._texts.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def take_focus(self) -> None:
        """Puts the cursor into the short text."""
        self._short.setFocus()


def _field(about: str, height: int) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setPlaceholderText(about)
    field.setTabChangesFocus(True)
    field.setFixedHeight(height)
    return field
