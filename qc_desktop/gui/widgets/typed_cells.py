"""Cells of a list that a person types into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.models.paged import Index
from qc_desktop.gui.widgets.cells import CellDelegate, Option
from qc_desktop.gui.widgets.line_edit import LineEdit


class TypedCells(CellDelegate):
    """A cell opens as a LineEdit named as its column is; keys of an input method neither store nor close it."""

    @override
    def createEditor(self, parent: QWidget, option: Option, index: Index) -> QWidget:
        editor = LineEdit(parent)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(title or self.tr("Cell")))
        return editor

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        composing = isinstance(watched, LineEdit) and watched.is_composing
        if composing and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return True
        return super().eventFilter(watched, event)
