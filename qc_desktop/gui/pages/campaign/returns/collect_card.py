"""Taking in: forms dropped, or chosen as a folder or as files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from qc_desktop.exchange.reading.return_form import PACKED, SUFFIXES
from qc_desktop.gui.pages import places
from qc_desktop.gui.widgets.parts import button, label, only_card
from qc_desktop.gui.widgets.tinted import TintedIcon


class CollectCard(QWidget):
    """``chosen`` carries the paths of what shall be read; ``folder`` is where looking for it begins."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.folder = places.documents()
        self.by_folder = button(self.tr("Choose a folder…"), self.ask_folder, "primary", "folder-open")
        self.by_files = button(self.tr("Choose files…"), self.ask_files, "", "upload")
        column = only_card(self)
        column.addWidget(label(self.tr("2. Take returned forms in"), "section"))
        column.addStretch(1)
        column.addWidget(TintedIcon("upload", "muted", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        for words, role in (
            (self.tr("Drop the folder of returned forms here"), "strong"),
            (self.tr("Several files or a .zip will do too. Nothing is written before you press Import."), "muted"),
        ):
            told = label(words, role, wrap=True)
            told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(told)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.by_folder)
        row.addWidget(self.by_files)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def ask_folder(self) -> None:
        """Asks for a folder."""
        folder = places.ask_folder(self, self.tr("Choose the folder of returned forms"), self.folder)
        if folder is not None:
            self.chosen.emit([folder])

    def ask_files(self) -> None:
        """Asks for files."""
        kinds = self.tr("Returned forms") + f" ({' '.join(f'*{suffix}' for suffix in (*SUFFIXES, PACKED))})"
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose returned forms"), str(self.folder), kinds)
        if names:
            self.chosen.emit([Path(name) for name in names])
