"""Contact persons: personal data, masked until somebody asks, and the asking is logged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.reachable import check_email, check_phone
from qc_desktop.domain.text import clean
from qc_desktop.gui.widgets.field_note import FieldCheck, Note
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.messages import Messages
from qc_desktop.services.companies.details import ContactRow

SHOWN_MS = 5 * 60_000
"""How long contacts that were asked for stay in sight."""


class ContactsPart(QWidget):
    """``edited`` tells that a person changed something, ``asked`` that masked contacts were asked for.

    What was shown is hidden again with the next company, and after five minutes unless somebody is changing it.
    """

    edited = Signal()
    asked = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._messages = words
        self._stored: tuple[ContactRow, ...] = ()
        self._lines: list[ContactLine] = []
        self.hiding = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self.hiding.timeout.connect(self._hide_again)
        self._told = label("", "muted", wrap=True)
        self.reveal = button(self.tr("Show contacts"), self.asked.emit, "plain", "eye")
        self.add = button(self.tr("Add a contact"), self._add_by_hand, "plain", "plus")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self.reveal)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Contacts (personal data)"), "section"))
        column.addLayout(self._rows)
        column.addLayout(foot)

    def show_contacts(self, contacts: Sequence[ContactRow], *, masked: bool) -> None:
        """Shows ``contacts``, or only how many there are while ``masked``."""
        self._stored = tuple(contacts)
        self._clear()
        hidden = masked and bool(contacts)
        if not hidden:
            for contact in contacts:
                self._add(contact)
        self._told.setText(self._words(len(contacts), hidden))
        self.reveal.setVisible(hidden)
        self.add.setVisible(not hidden)
        if hidden or not contacts:
            self.hiding.stop()
        else:
            self.hiding.start()

    def _hide_again(self) -> None:
        if self.changed() is None:
            self.show_contacts(self._stored, masked=True)
        else:
            self.hiding.start()

    def _words(self, count: int, hidden: bool) -> str:
        if hidden:
            return self.tr("%n contact(s), hidden. Looking is logged.", "", count)
        return "" if count else self.tr("None yet")

    @property
    def is_masked(self) -> bool:
        """Whether the contacts are hidden."""
        return self.reveal.isVisibleTo(self)

    def typed(self) -> tuple[ContactRow, ...]:
        """The contacts as they stand in the fields; empty lines are none."""
        rows = (line.read() for line in self._lines)
        return tuple(row for row in rows if row != ContactRow())

    def changed(self) -> tuple[ContactRow, ...] | None:
        """The contacts where a person changed them; None where they stay."""
        return None if self.is_masked or self.typed() == self._stored else self.typed()

    def put(self, contacts: Sequence[ContactRow]) -> None:
        """Puts what was typed before into the fields."""
        self._clear()
        for contact in contacts:
            self._add(contact)
        self._told.clear()

    def add_contact(self, contact: ContactRow) -> None:
        """Adds ``contact`` below the others as if it had been typed, unless it is there already."""
        if contact not in self.typed():
            self._told.clear()
            self._add(contact)
            self.edited.emit()

    def _add_by_hand(self) -> None:
        self._told.clear()
        self._add(ContactRow()).name.setFocus()

    def _add(self, contact: ContactRow) -> ContactLine:
        line = ContactLine(contact, self._messages)
        line.edited.connect(self.edited)
        self._rows.addWidget(line)
        self._lines.append(line)
        return line

    def _clear(self) -> None:
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()


class ContactLine(QWidget):
    """One contact: name and phone, the mail address below."""

    edited = Signal()

    def __init__(self, contact: ContactRow, words: Messages) -> None:
        super().__init__()
        self.name = self._field(self.tr("Name"), contact.name)
        self.phone = self._field(self.tr("Phone"), contact.phone)
        self.email = self._field(self.tr("E-mail"), contact.email)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.phone, 0, 1)
        grid.addWidget(self.email, 2, 0, 1, 2)
        self.notes = {"phone": Note(self.phone), "email": Note(self.email)}
        grid.addWidget(self.notes["phone"], 1, 0, 1, 2)
        grid.addWidget(self.notes["email"], 3, 0, 1, 2)
        FieldCheck(self.phone, self.notes["phone"], check_phone, words)
        FieldCheck(self.email, self.notes["email"], check_email, words)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    def _field(self, words: str, text: str) -> LineEdit:
        field = LineEdit()
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setText(text)
        field.textChanged.connect(self.edited)
        return field

    def read(self) -> ContactRow:
        """What stands in the fields."""
        return ContactRow(clean(self.name.text()), clean(self.phone.text()), clean(self.email.text()))
