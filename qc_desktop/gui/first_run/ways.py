"""The ways to begin, each a large button with what it leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, card, label
from qc_desktop.gui.widgets.tinted import TintedIcon


class Ways(QWidget):
    """``tried``, ``listed``, ``begun`` and ``moved`` tell which way was chosen; ``recovered`` wants the backup."""

    tried = Signal()
    listed = Signal()
    begun = Signal()
    moved = Signal()
    recovered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.found = MessageBar()
        self.try_button = button(self.tr("&Try it now"), self.tried.emit, "primary", "play")
        self.list_button = button(self.tr("Use my own &list"), self.listed.emit, "", "upload")
        self.begin_button = button(self.tr("Set &up"), self.begun.emit, "", "pencil")
        self.move_button = button(self.tr("I have a file fro&m the old PC"), self.moved.emit, "", "inbox")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.found)
        invented = self.tr("Try it with invented companies. Real work starts empty.")
        own = self.tr("Start from your Excel list. Name and backup folder can wait.")
        named = self.tr("Enter the association's name, choose a backup folder, and start.")
        moved = self.tr("The file made on the old PC brings everything here.")
        for icon, way, told in (
            ("eye", self.try_button, invented),
            ("clipboard-paste", self.list_button, own),
            ("building-2", self.begin_button, named),
            ("send", self.move_button, moved),
        ):
            column.addWidget(_way(icon, way, told))

    def tell_lost(self) -> None:
        """Says that records were here before and can be brought back."""
        told = self.tr("There were records here before, and they are gone. Their newest backup is sound.")
        self.found.say(Tone.WARN, told, Action(self.tr("Bring them back"), self.recovered.emit))


def _way(icon: str, way: QWidget, told: str) -> QWidget:
    frame = card()
    row = QHBoxLayout(frame)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(16)
    row.addWidget(TintedIcon(icon, "accent", 24), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label(told, wrap=True), 1)
    way.setMinimumWidth(190)
    row.addWidget(way)
    return frame
