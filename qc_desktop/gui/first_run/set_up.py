"""Setting up: the association's name, who works, where backups go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qc_desktop.errors import UserError
from qc_desktop.gui.forms.ui_begin_form import Ui_BeginForm
from qc_desktop.gui.pages.elsewhere import instead
from qc_desktop.gui.pages.places import ask_folder, documents
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import Action, button, card, label
from qc_desktop.messages import Messages

_FIELD_OF = {"settings.no_folder": "backup_folder", "settings.folder_read_only": "backup_folder"}


class SetUp(QWidget):
    """``wanted`` carries association, operator and backup folder as typed; ``left`` tells of going back."""

    wanted = Signal(str, str, str)
    left = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        form = QWidget()
        self.ui = Ui_BeginForm()
        self.ui.setupUi(form)
        fields = (self.ui.backup_folder, self.ui.operator, self.ui.association_name)
        self.notes = {field.objectName(): FieldNote(self.ui.form, field) for field in fields}
        choose = self._put_beside(self.ui.backup_folder, self.tr("C&hoose…"))
        choose.setAccessibleName(self.tr("Choose the backup folder"))
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(label(self.tr("Set up"), "section"))
        inside.addWidget(form)
        self._offered: Action | None = None
        self.instead_button = button("", self._use_offered, "", "folder-open")
        self.instead_button.hide()
        row = FlowLayout(gap=8)
        self.done_button = button(self.tr("&Done"), self.submit, "primary", "check")
        row.addWidget(self.done_button)
        row.addWidget(self.instead_button)
        row.addWidget(button(self.tr("Ba&ck"), self.left.emit, "", "arrow-left"))
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        column.addStretch(1)
        for field in fields:
            field.returnPressed.connect(self.submit)

    def _put_beside(self, field: QWidget, words: str) -> QPushButton:
        """The way to choose stands in the line of what is chosen."""
        line = QWidget()
        self.ui.form.replaceWidget(field, line)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(field, 1)
        choose = button(words, self._choose, "", "folder-open")
        row.addWidget(choose)
        return choose

    def submit(self) -> None:
        """Asks for the settings to be made."""
        for note in self.notes.values():
            note.clear()
        self.instead_button.hide()
        self.wanted.emit(self.ui.association_name.text(), self.ui.operator.text(), self.ui.backup_folder.text())

    def refuse(self, error: UserError) -> None:
        """Says at its field what was refused."""
        name = "operator" if error.code.startswith("staff.") else _FIELD_OF.get(error.code, "association_name")
        self.notes[name].say(Tone.BAD, self._words.of(error))
        getattr(self.ui, name).setFocus()
        self._offered = instead(error, self._take_folder)
        self.instead_button.setText(self._offered.text if self._offered else "")
        self.instead_button.setVisible(self._offered is not None)

    def _use_offered(self) -> None:
        if self._offered is not None:
            self._offered.call()

    def _take_folder(self, folder: Path) -> None:
        self.ui.backup_folder.setText(str(folder))
        self.notes["backup_folder"].clear()
        self.instead_button.hide()
        self.done_button.setFocus()

    def _choose(self) -> None:
        chosen = ask_folder(self, self.tr("Where backups are kept"), documents())
        if chosen is not None:
            self.ui.backup_folder.setText(str(chosen))
