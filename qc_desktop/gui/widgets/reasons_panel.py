"""What asks for a reason to stay, each with a field for it, and the approval of what claims the whole country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import card, label, set_tone

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReasonsPanel(QWidget):
    """Hidden while there is nothing to say; ``told`` tells that it says something else. ``reason_typed`` carries what
    a reason is for, and the reason."""

    told = Signal()
    reason_typed = Signal(str, str)
    approval_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.reasons: dict[str, LineEdit] = {}
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
            _put(field, given.get(key, ""))
        if national and self._form.indexOf(self.approval) < 0:
            self._form.addRow(self.tr("The title claims the whole country. What approves it?"), self.approval)
        if self._form.indexOf(self.approval) >= 0:
            self._form.setRowVisible(self.approval, national)
        _put(self.approval, approval)
        self.setVisible(bool(wanted) or national)

    def tell(self, wants: str, settled: str) -> None:
        """Says what it ``wants`` still; where that is nothing, that all is ``settled``."""
        self._told.setText(wants or settled)
        set_tone(self._told, Tone.WARN if wants else Tone.OK)
        self.told.emit()

    def lead(self) -> None:
        """To the first reason that is missing, once it is there to be seen: a new field is shown a moment later."""
        wanted = [*self.reasons.values(), self.approval]
        field = next((one for one in wanted if not one.text().strip() and not one.isHidden()), None)
        if field is not None:
            QTimer.singleShot(0, field, field.setFocus)

    def drop(self, key: str) -> None:
        """Takes the field for ``key`` away."""
        self._form.removeRow(self.reasons.pop(key))

    def _add(self, key: str, called: str) -> None:
        field = LineEdit()
        field.setPlaceholderText(self.tr("Why it has to be so"))
        field.setAccessibleName(self.tr("Reason for {word}").format(word=called))
        field.textEdited.connect(lambda reason: self.reason_typed.emit(key, reason))
        self.reasons[key] = field
        self._form.insertRow(len(self.reasons) - 1, called, field)


def _put(field: LineEdit, text: str) -> None:
    if field.text() != text:
        with QSignalBlocker(field):
            field.setText(text)
