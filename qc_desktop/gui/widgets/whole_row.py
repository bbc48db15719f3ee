"""What the cells of a row could not hold, in full below its list: for lists without a detail beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.widgets.cells import is_cut
from qc_desktop.gui.widgets.parts import label

if TYPE_CHECKING:
    from collections.abc import Hashable

    from qc_desktop.gui.widgets.table import Table
    from qc_desktop.messages import Messages


class WholeRow(QWidget):
    """Below ``table``; it takes no place while every cell of the row at hand is shown whole."""

    def __init__(self, table: Table, words: Messages) -> None:
        super().__init__()
        self._table = table
        self._words = words
        self._key: Hashable | None = None
        self._told = label("", "", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._told)
        self.hide()
        table.current_changed.connect(self._turn_to)
        table.installEventFilter(self)

    @property
    def text(self) -> str:
        """What is said now."""
        return self._told.text()

    def _turn_to(self, key: Hashable | None) -> None:
        self._key = key
        self._say()

    def _say(self) -> None:
        told = "\n".join(self._cut())
        self._told.setText(told)
        self.setVisible(bool(told))

    def _cut(self) -> list[str]:
        model = self._table.paged
        place = model.place_of(self._key) if self._key is not None else None
        if place is None:
            return []
        cells = [(model.columns[shown].title, model.index(place, shown)) for shown in self._table.shown_places()]
        return [self._words.named(title, index.data()) for title, index in cells if is_cut(self._table, index)]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._key is not None:
            self._say()
        return super().eventFilter(watched, event)
