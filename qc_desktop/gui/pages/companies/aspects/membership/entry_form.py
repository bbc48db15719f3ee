"""The form of one entry of several: checked fields above, save and cancel below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from qc_desktop.gui.widgets.days import check_day, tidy_day
from qc_desktop.gui.widgets.field_note import Check, FieldCheck, FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.form_values import FormValues, Value, label_of
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button
from qc_desktop.messages import Messages


class EntryForm(QWidget):
    """The form of one entry. ``save_wanted`` and ``given_up`` by its buttons."""

    edited = Signal()
    save_wanted = Signal()
    given_up = Signal()

    def __init__(self, fields: QWidget, rows: QFormLayout) -> None:
        super().__init__()
        self._rows = rows
        self.values = FormValues(fields)
        self.values.edited.connect(self.edited)
        self.checks: list[FieldCheck] = []

    def check(self, form: QFormLayout, field: LineEdit, check: Check, words: Messages) -> None:
        """Checks ``field`` of ``form``, and says below it what is wrong."""
        self.checks.append(FieldCheck(field, FieldNote(form, field), check, words))

    def check_days(self, form: QFormLayout, fields: Sequence[LineEdit], words: Messages) -> None:
        """Takes days in ``fields``."""
        for field in fields:
            field.tidy_with(tidy_day)
            self.check(form, field, check_day, words)

    def lay_out(self, fields: QWidget, save: str, cancel: str, *more: QWidget) -> None:
        """The fields above the buttons."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fields)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(button(save, self.save_wanted.emit, "primary", "save"))
        buttons.addWidget(button(cancel, self.given_up.emit))
        for each in more:
            buttons.addWidget(each)
        column.addLayout(buttons)

    def is_sound(self, needed: Sequence[LineEdit] = ()) -> bool:
        """Whether nothing in the fields stops, and those ``needed`` are filled in; what stops is said in place."""
        sound = [check.look() for check in self.checks]  # all of them speak
        filled = [check.is_filled() for check in self.checks if check.parent() in needed]
        return all((*sound, *filled))

    def label(self, name: str) -> str:
        """The words beside the field ``name``."""
        return label_of(self._rows, self.values[name])

    def write(self, values: Mapping[str, Value], *, stored: bool) -> None:
        """Puts ``values`` into the fields; ``stored`` where they are those of an entry there is."""
        self.values.write(values)
        self.is_sound()

    def start(self, *, stored: bool) -> None:
        """Takes the focus to where one begins to type."""
        raise NotImplementedError
