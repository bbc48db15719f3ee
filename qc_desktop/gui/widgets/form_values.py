"""The fields of a form as values by name: text, lines, or the data of a choice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from qc_desktop.gui.widgets.picker import Picker

if TYPE_CHECKING:
    from collections.abc import Iterable

Value: TypeAlias = str | tuple[str, ...]
_LETTER = re.compile(r"\(&.\)|&")
Field: TypeAlias = QLineEdit | QPlainTextEdit | QComboBox


class FormValues(QObject):
    """Reads and writes the fields below ``form`` by object name.

    A line edit and a choice have a string, a text area a tuple of its non-empty lines. ``edited`` tells that a
    person changed something; writing does not.
    """

    edited = Signal()

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._fields: dict[str, Field] = {field.objectName(): field for field in _fields(form)}
        self._is_writing = False
        for field in self._fields.values():
            changed = field.currentIndexChanged if isinstance(field, QComboBox) else field.textChanged
            changed.connect(self._tell)

    def __getitem__(self, name: str) -> Field:
        return self._fields[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields, in their order."""
        return tuple(self._fields)

    def offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Fills the choice ``name`` with pairs of a value and its words."""
        box = self._fields[name]
        if not isinstance(box, QComboBox):
            raise TypeError(name)
        self._is_writing = True
        box.clear()
        for value, words in choices:
            box.addItem(words, value)
        self._is_writing = False

    def read(self) -> dict[str, Value]:
        """What stands in the fields, trimmed."""
        return {name: _read(field) for name, field in self._fields.items()}

    def text(self, name: str) -> str:
        """What is read in the field ``name``, in one line."""
        field = self._fields[name]
        if isinstance(field, QComboBox):
            return field.currentText()
        value = _read(field)
        return value if isinstance(value, str) else "; ".join(value)

    def write(self, values: Mapping[str, Value]) -> None:
        """Puts ``values`` into the fields; a field without one is emptied."""
        self._is_writing = True
        for name, field in self._fields.items():
            _write(field, values.get(name, ""))
        self._is_writing = False

    def _tell(self) -> None:
        if not self._is_writing:
            self.edited.emit()


def label_of(form: QFormLayout, field: Field) -> str:
    """The words beside ``field``, without the letter that leads to it."""
    label = form.labelForField(field)
    return _LETTER.sub("", label.text()) if isinstance(label, QLabel) else field.accessibleName()


def plain(value: Any) -> Value:
    """``value`` as a field has it, where JSON made a list of a tuple."""
    return tuple(value) if isinstance(value, (list, tuple)) else str(value)


def _fields(form: QWidget) -> Iterable[Field]:
    """The fields in their order; not what is within them, such as the list that drops down of a choice."""
    for child in form.children():
        if isinstance(child, Field):
            if not child.objectName().startswith("qt_"):
                yield child
        elif isinstance(child, QWidget):
            yield from _fields(child)


def _read(field: Field) -> Value:
    if isinstance(field, QLineEdit):
        return field.text().strip()
    if isinstance(field, QPlainTextEdit):
        return tuple(line.strip() for line in field.toPlainText().splitlines() if line.strip())
    return str(field.currentData() or "")


def _write(field: Field, value: Value) -> None:
    text = value if isinstance(value, str) else "\n".join(value)
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.setCursorPosition(0)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, Picker):
        field.choose(text)
    else:
        field.setCurrentIndex(_place(field, text))


def _place(box: QComboBox, value: str) -> int:
    """Where ``value`` stands; one that is not offered is added, so that nothing stored is lost."""
    place = box.findData(value)
    if place < 0 and value:
        box.addItem(value, value)
        place = box.count() - 1
    return place
