"""Asks for a name above the list, never in a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label


class NameBar(QFrame):
    """One question at a time; Escape puts it away. ``closed`` tells that it was put away or answered.

    Where the answer was refused, :meth:`ask_again` has it in the field once more.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("message", "accent")
        self._then: Callable[[str], None] | None = None
        self._given: tuple[str, Callable[[str], None], str] | None = None
        self._told = label("", "", wrap=True)
        self.name = LineEdit()
        self.name.setAccessibleName(self.tr("Name of the filter or list"))
        self.name.returnPressed.connect(self._give)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(button(self.tr("Save"), self._give, "", "save"))
        row.addWidget(button(self.tr("Cancel"), self.put_away, "plain"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._told)
        column.addLayout(row)
        self.hide()

    def ask(self, question: str, then: Callable[[str], None], suggested: str = "") -> None:
        """Asks ``question``; ``then`` is given the name."""
        self._then = then
        self._told.setText(question)
        self.name.setText(suggested)
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def put_away(self) -> None:
        """Asks no more; nothing is saved."""
        self._then = None
        self.name.clear()
        self.hide()
        self.closed.emit()

    def _give(self) -> None:
        then, name = self._then, self.name.text().strip()
        if then is not None and name:
            self._given = (self._told.text(), then, name)
            self.put_away()
            then(name)

    def ask_again(self) -> None:
        """The last answer was refused: asks for another, with that one in the field."""
        if self._given is not None and self._then is None:
            self.ask(*self._given)
            self.name.setModified(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
