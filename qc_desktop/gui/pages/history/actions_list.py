"""The list of actions; where there is none, a sentence in its place and the way back to all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.widgets.nothing_here import NothingHere
from qc_desktop.gui.widgets.parts import button
from qc_desktop.gui.widgets.table import Table


class ActionsList(QWidget):
    """Holds ``table``; ``all_wanted`` tells that a person wants every action again."""

    all_wanted = Signal()

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table
        self._all = button(self.tr("Show all actions"), self.all_wanted.emit)
        self._nothing = NothingHere(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(table, 1)
        column.addWidget(self._nothing, 1)

    def show_count(self, count: int, *, narrowed: bool) -> None:
        """There are ``count`` actions; ``narrowed`` says that a filter keeps others away."""
        nothing = self.tr("Nothing has been changed yet. Every action is listed here and can be undone from here.")
        self._nothing.say(self.tr("No action matches these filters.") if narrowed else nothing)
        had_focus = self._all.hasFocus()
        self._all.setVisible(narrowed)
        self.table.setVisible(count > 0)
        self._nothing.setVisible(count == 0)
        if had_focus and count:
            self.table.setFocus()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.table.setFocus()
