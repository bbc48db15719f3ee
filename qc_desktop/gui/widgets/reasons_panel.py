"""What asks for a reason to stay, each with a field for it, and the approval of what claims the whole country."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from qc_desktop.domain.findings import Finding, error
from qc_desktop.domain.lengths import is_reason
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import card, label, set_tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qc_desktop.messages import Messages


class ReasonsPanel(QWidget):
    """Hidden while there is nothing to say; ``told`` tells that it says something else. ``reason_typed`` carries what
    a reason is for, and the reason."""

    told = Signal()
    reason_typed = Signal(str, str)
    approval_typed = Signal(str)

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.reasons: dict[str, LineEdit] = {}
        self.notes: dict[LineEdit, FieldNote] = {}
        self._checks: dict[LineEdit, FieldCheck] = {}
        self.approval = LineEdit()
        self.approval.setAccessibleName(self.tr("Document that approves the title"))
        self.approval.setPlaceholderText(self.tr("Name and number of the document"))
        self.approval.textEdited.connect(self.approval_typed)
        frame = card()
        column = QVBoxLayout(frame)
        column.setSpacing(6)
        self._told = label("", "", wrap=True)
        set_tone(self._told, Tone.WARN)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column.addLayout(self._form)
        column.addWidget(self._told)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def ask(self, wanted: Mapping[str, str], given: Mapping[str, str], *, national: bool, approval: str) -> None:
        """A field for each of ``wanted``, which maps it to what it is called, with what is ``given`` for it."""
        for key in [key for key in self.reasons if key not in wanted]:
            self.drop(key)
        for key, called in wanted.items():
            if key not in self.reasons:
                self._add(key, called)
        for key, field in self.reasons.items():
            self._put(field, given.get(key, ""))
        if national and self.approval not in self.notes:
            self._form.addRow(self.tr("The title claims the whole country. What approves it?"), self.approval)
            self._watch(self.approval, "worded.approval_short")
        if self.approval in self.notes:
            self._form.setRowVisible(self.approval, national)
            self._put(self.approval, approval)
            self._form.setRowVisible(self.notes[self.approval], national and bool(self.notes[self.approval].text))
        self.setVisible(bool(wanted) or national)

    def tell(self, wants: str, settled: str) -> None:
        """Says what it ``wants`` still; where that is nothing, that all is ``settled``."""
        self._told.setText(wants or settled)
        set_tone(self._told, Tone.WARN if wants else Tone.OK)
        self.told.emit()

    def lead(self) -> None:
        """To the first reason that says nothing, and the sentence below the fields with it, once it is there to be
        seen: a new field is shown a moment later."""
        wanted = [*self.reasons.values(), self.approval]
        field = next((one for one in wanted if not is_reason(one.text()) and not one.isHidden()), None)
        if field is not None:
            QTimer.singleShot(0, field, partial(self._lead_to, field))

    def _lead_to(self, field: LineEdit) -> None:
        field.setFocus()
        note = self.notes.get(field)
        bring_into_view(self)
        bring_into_view(note if note is not None and note.text else field)  # where not all of it has room

    def drop(self, key: str) -> None:
        """Takes the field for ``key`` away."""
        field = self.reasons.pop(key)
        self._checks.pop(field)
        self._form.removeRow(self.notes.pop(field))
        self._form.removeRow(field)

    def _add(self, key: str, called: str) -> None:
        field = LineEdit()
        field.setPlaceholderText(self.tr("Why it has to be so"))
        field.setAccessibleName(self.tr("Reason for {word}").format(word=called))
        field.textEdited.connect(lambda reason: self.reason_typed.emit(key, reason))
        self._form.insertRow(2 * len(self.reasons), called, field)
        self.reasons[key] = field
        self._watch(field, "worded.reason_short")

    def _watch(self, field: LineEdit, code: str) -> None:
        """Who leaves a reason that says nothing is told so below it."""
        self.notes[field] = FieldNote(self._form, field)
        self._checks[field] = FieldCheck(field, self.notes[field], partial(_judged, code), self._words)

    def _put(self, field: LineEdit, text: str) -> None:
        if field.text() != text:
            with QSignalBlocker(field):
                field.setText(text)
            self._checks[field].look()


def _judged(code: str, reason: str) -> list[Finding]:
    return [] if is_reason(reason) else [error(code)]
