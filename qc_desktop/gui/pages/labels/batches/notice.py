"""停用通知 of a stopped batch: as text to copy, as a page or text to save."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label


class NoticeCard(QWidget):
    """``copied`` and ``save_wanted`` tell what a person did with the text; it can be read and marked, not changed."""

    copied = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(150)
        self.text.setAccessibleName(self.tr("Stop notice"))
        self.copy = button(self.tr("Copy"), self._copy, "", "copy")
        self.save = button(self.tr("Save…"), self.save_wanted.emit, "", "download")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Stop notice"), "section"))
        column.addWidget(self.text)
        ways = FlowLayout(gap=8)
        for way in (self.copy, self.save):
            ways.addWidget(way)
        column.addLayout(ways)
        self.hide()

    def show_text(self, text: str) -> None:
        """Shows ``text``, or hides where there is none."""
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self.setVisible(bool(text))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.emit()
