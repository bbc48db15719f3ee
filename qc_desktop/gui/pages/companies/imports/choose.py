"""Step 1: a file, dropped or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.exchange.registry import READERS
from qc_desktop.gui.pages.places import documents
from qc_desktop.gui.widgets.parts import button, card, label
from qc_desktop.gui.widgets.tinted import TintedIcon

SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.suffixes)


class FileStep(QWidget):
    """``chosen`` carries the path of a list, ``paste_wanted`` asks for the rows on the clipboard.

    ``folder`` is where looking for a list begins.
    """

    chosen = Signal(object)
    paste_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.folder = documents()
        frame = card()
        middle = Qt.AlignmentFlag.AlignHCenter
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 8, 16, 8)
        inner.setSpacing(8)
        told = label(self.tr("Drop a list here: Excel (.xlsx .xls), WPS (.et) or .csv"), "section", wrap=True)
        calm = label(
            self.tr("It is only looked at first. Nothing is written before you press Import."), "muted", wrap=True
        )
        self.button = button(self.tr("Choose a file…"), self.ask, "primary", "folder-open")
        inner.addStretch(1)
        inner.addWidget(TintedIcon("upload", "muted", 32), 0, middle)
        for part in (told, calm):
            part.setAlignment(middle)
            inner.addWidget(part)
        self.paste = button(self.tr("Paste from Excel"), self.paste_wanted.emit, "", "clipboard-paste")
        self.paste.setToolTip("Ctrl+V")
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        keys.activated.connect(self.paste_wanted)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for way in (self.button, self.paste):
            ways.addWidget(way)
        inner.addLayout(ways)
        inner.setAlignment(ways, middle)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame, 1)

    def ask(self) -> None:
        """Asks for a file."""
        kinds = self.tr("Lists") + " (" + " ".join(f"*{suffix}" for suffix in SUFFIXES) + ")"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a list"), str(self.folder), kinds)
        if name:
            self.chosen.emit(Path(name))


def dropped_list(data: QMimeData) -> Path | None:
    """The one list among dropped files, None where there is none or several."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    lists = [path for path in paths if path.suffix.lower() in SUFFIXES]
    return lists[0] if len(lists) == 1 else None
