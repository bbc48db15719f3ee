"""The recovery sheet given to the program: its five lines typed or scanned, or a file with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QVBoxLayout, QWidget

from qc_desktop.gui.pages.places import documents
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label, literal
from qc_desktop.gui.widgets.passphrase import SECRET
from qc_desktop.gui.widgets.spared import passing
from qc_desktop.services.recovery import LINES, in_lines

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.messages import Messages

_WIDTH = 320


class SheetEntry(QWidget):
    """``changed`` tells that something else was typed or chosen. A mistake is said below its line."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.file: Path | None = None
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(6)
        self.lines = [self._line(number) for number in range(1, LINES + 1)]
        self._notes = [FieldNote(self._form, line) for line in reversed(self.lines)][::-1]
        self._chosen = label("", "muted", wrap=True)
        self.file_button = button(self.tr("PDF, photo or stick…"), self.choose, "", "folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._form)
        row = FlowLayout(gap=8)
        row.addWidget(self.file_button)
        row.addWidget(self._chosen)
        column.addLayout(row)

    def _line(self, number: int) -> LineEdit:
        name = self.tr("Line {number}").format(number=number)
        made = LineEdit()
        made.setAccessibleName(name)
        made.setMaximumWidth(_WIDTH)
        made.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        made.setProperty(SECRET, True)
        passing(made)
        made.textChanged.connect(self._spread)
        self._form.addRow(name, made)
        return made

    def _spread(self, text: str) -> None:
        """A scanner types everything into one line: each part goes to its own."""
        parts = in_lines(text)
        if len(parts) > 1:
            for line, part in zip(self.lines, parts, strict=False):
                with QSignalBlocker(line):
                    line.setText(part)
        self._forget_notes()
        self.file = None
        self._chosen.setText("")
        self.changed.emit()

    def choose(self) -> None:
        """Asks for a file with the sheet."""
        title = self.tr("The recovery sheet as PDF or photo, or the file on the stick")
        kinds = f"{title} (*.pdf *.png *.jpg *.jpeg *.key.json)"
        name, _ = QFileDialog.getOpenFileName(self, title, str(documents()), kinds)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Takes ``path`` instead of what is typed."""
        self.clear()
        self.file = path
        self._chosen.setText(literal(path.name))
        self.changed.emit()

    @property
    def typed(self) -> str:
        """What is typed, line by line."""
        return "\n".join(line.text() for line in self.lines)

    @property
    def is_given(self) -> bool:
        """Whether there is anything to try."""
        return self.file is not None or any(line.text().strip() for line in self.lines)

    def clear(self) -> None:
        """Forgets everything."""
        for line in self.lines:
            line.clear()
        self.file = None
        self._chosen.setText("")
        self._forget_notes()

    def take_focus(self) -> None:
        """Puts the cursor where typing begins."""
        self.lines[0].setFocus()

    def refuse(self, error: UserError, words: Messages) -> None:
        """Says what is wrong below the line that it is about, else below the last."""
        line = error.params.get("line")
        at = min(line if isinstance(line, int) else LINES, LINES) - 1
        self._notes[at].say(Tone.BAD, words.of(error))
        self.lines[at].setFocus()

    def _forget_notes(self) -> None:
        for note in self._notes:
            note.clear()
