"""Asking for what companies have in one of the association's own fields, as its kind is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.custom_fields import RANGED, FieldKind, OwnCondition, OwnTest, plain
from qc_desktop.errors import UserError
from qc_desktop.gui.pages.companies.bulk.line import own_choices
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label, literal, set_tone
from qc_desktop.gui.widgets.picker import Picker
from qc_desktop.gui.widgets.spared import passing
from qc_desktop.messages import Messages
from qc_desktop.services.members.fields import FieldRow


class OwnFilter(QWidget):
    """One field at a time; ``asked`` carries the conditions that a person put together, ``closed`` that it went."""

    asked = Signal(object)
    closed = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._field: FieldRow | None = None
        self._name = label("", "strong")
        self.text, self.first, self.last = (self._line() for _ in range(3))
        self.choice = Picker()
        self.choice.currentIndexChanged.connect(self._pick)
        self.add = button(self.tr("Filter by it"), self._give, "", "check")
        self._told = label("", "small", wrap=True)
        set_tone(self._told, Tone.BAD)
        self._lay_out()
        self.hide()

    def _line(self) -> LineEdit:
        made = LineEdit()
        made.setMinimumWidth(140)
        passing(made)
        made.returnPressed.connect(self._give)
        return made

    def _lay_out(self) -> None:
        row = QWidget()
        flow = FlowLayout(row)
        empty = button(self.tr("Empty"), lambda: self._ask(OwnTest.EMPTY))
        filled = button(self.tr("Filled in"), lambda: self._ask(OwnTest.FILLED))
        close = button(self.tr("Cancel"), self.put_away, "plain")
        self._name.setFixedHeight(empty.sizeHint().height())
        for part in (self._name, self.text, self.first, self.last, self.choice, self.add, empty, filled, close):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(row)
        column.addWidget(self._told)

    def start(self, field: FieldRow) -> None:
        """Asks for ``field``; the focus goes to where its value is said."""
        self._field = field
        self._told.clear()
        self._told.hide()
        self._name.setText(literal(field.name))
        ranged, picked = field.kind in RANGED, field.kind in (FieldKind.CHOICE, FieldKind.YES_NO)
        for part, shown in ((self.text, not ranged and not picked), (self.choice, picked)):
            part.setVisible(shown)
        for part in (self.first, self.last):
            part.setVisible(ranged)
        self.add.setVisible(not picked)
        self._call(field)
        self._offer(field)
        self.show()
        (self.first if ranged else self.choice if picked else self.text).setFocus()

    def _call(self, field: FieldRow) -> None:
        for line, words in (
            (self.text, self.tr("Has these characters")),
            (self.first, self.tr("From")),
            (self.last, self.tr("To")),
        ):
            line.clear()
            line.setPlaceholderText(words)
            line.setAccessibleName(f"{field.name} {words}")

    def _offer(self, field: FieldRow) -> None:
        was_blocked = self.choice.blockSignals(True)
        self.choice.offer(own_choices(field, self._words))
        self.choice.choose("")
        self.choice.setAccessibleName(field.name)
        self.choice.blockSignals(was_blocked)

    def put_away(self) -> None:
        """Asks no more."""
        self._field = None
        self.hide()
        self.closed.emit()

    def _pick(self) -> None:
        value = str(self.choice.currentData() or "")
        if value:
            self._ask(OwnTest.IS, value)

    def _give(self) -> None:
        """Takes what is typed; says in place what the field's kind does not take."""
        field = self._field
        if field is None:
            return
        ranged = field.kind in RANGED
        typed = ((self.first, OwnTest.FROM), (self.last, OwnTest.TO)) if ranged else ((self.text, OwnTest.CONTAINS),)
        try:
            read = [(test, plain(field.name, field.kind, field.choices, line.text())) for line, test in typed]
        except UserError as problem:
            self._told.setText(self._words.of(problem))
            self._told.show()
            return
        self._tell([OwnCondition(field.id, test, value) for test, value in read if value])

    def _ask(self, test: OwnTest, value: str = "") -> None:
        if self._field is not None:
            self._tell([OwnCondition(self._field.id, test, value)])

    def _tell(self, conditions: Sequence[OwnCondition]) -> None:
        if conditions:
            self.put_away()
            self.asked.emit(tuple(conditions))
