"""Bringing the records of another PC: a file and its passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.errors import UserError
from qc_desktop.gui.pages.places import documents
from qc_desktop.gui.pages.settings.moving import move_words
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, card, label
from qc_desktop.gui.widgets.passphrase import Passphrase
from qc_desktop.messages import Messages
from qc_desktop.services.moving.content import SUFFIX


class Bring(QWidget):
    """``wanted`` carries the file's path and the passphrase; ``left`` tells of going back."""

    wanted = Signal(object, str)
    left = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.path: Path | None = None
        self.file = label("", wrap=True)
        self.trouble = MessageBar()
        self.passphrase = Passphrase(words=move_words())
        self.passphrase.show_state(known=True, unlocked=False)
        self.choose_button = button(self.tr("Choose the &file…"), self.choose, "", "folder-open")
        self.bring_button = button(self.tr("&Bring it here"), self.submit, "primary", "check")
        self._lay_out()
        self.passphrase.submitted.connect(self.submit)
        self.setAcceptDrops(True)
        self.take(None)

    def _lay_out(self) -> None:
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(label(self.tr("From the old PC"), "section"))
        for part in (self.trouble, self.file):
            inside.addWidget(part)
        inside.addLayout(_row(self.choose_button))
        inside.addWidget(self.passphrase)
        inside.addLayout(_row(self.bring_button, button(self.tr("Ba&ck"), self.left.emit, "", "arrow-left")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        column.addStretch(1)

    def choose(self) -> None:
        """Asks for the file."""
        kinds = self.tr("Files from the old PC") + f" (*{SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the file"), str(documents()), kinds)
        if name:
            self.take(Path(name))

    def take(self, path: Path | None) -> None:
        """Takes ``path`` as the file to bring."""
        self.path = path
        told = self.tr("Insert the USB stick and choose the file that was made on the old PC, or drop it here.")
        self.file.setText(breakable(str(path)) if path else told)
        self.bring_button.setEnabled(path is not None)
        self.trouble.clear()
        if path is not None:
            self.passphrase.take_focus()

    def submit(self) -> None:
        """Asks for the file to be brought."""
        typed = self.passphrase.read()
        if typed is not None and self.path is not None:
            self.trouble.clear()
            self.wanted.emit(self.path, typed)

    def refuse(self, error: UserError) -> None:
        """Says why the file was not taken."""
        if error.code == "move.wrong_passphrase":
            self.passphrase.refuse(self._words.of(error))
        else:
            self.trouble.say(Tone.BAD, self._words.of(error))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.take(_dropped(event))


def _row(*parts: QWidget) -> FlowLayout:
    row = FlowLayout(gap=8)
    for part in parts:
        row.addWidget(part)
    return row


def _dropped(event: QDropEvent) -> Path | None:
    """The one moving file that is dropped; None for anything else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == SUFFIX else None
