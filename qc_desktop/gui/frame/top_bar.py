"""The top bar: search, year, undo, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QWidget

from qc_desktop.gui.widgets.parts import icon_button, label
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from qc_desktop.gui.frame.global_search import GlobalSearch
    from qc_desktop.gui.ports import Standing


class TopBar(QFrame):
    """``year_chosen``, ``undo_wanted`` and ``history_wanted`` tell what a person asked for."""

    year_chosen = Signal(int)
    undo_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, search: GlobalSearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "top")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # a full page never squeezes it
        self._year = QComboBox()
        self._year.setAccessibleName(self.tr("Year"))
        self._year.activated.connect(lambda: self.year_chosen.emit(self._year.currentData()))
        self._undo_words = self.tr("Undo")
        self._undo = icon_button("undo-2", self._undo_words, self.undo_wanted.emit, "Ctrl+Z")
        self._undo.setEnabled(False)
        history = icon_button("history", self.tr("History of changes"), self.history_wanted.emit, "Ctrl+H")
        word = label(self.tr("Year"), "muted")
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(search.begin)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 9, 16, 9)
        row.setSpacing(8)
        row.addWidget(search, 3)
        row.addStretch(1)
        for part in (word, self._year, self._undo, history):
            row.addWidget(part)
        hold_still(self)

    def show_standing(self, standing: Standing) -> None:
        """Shows the years and what can be undone."""
        self._year.clear()
        for year in standing.years:
            self._year.addItem(str(year), year)
        self._year.setCurrentIndex(self._year.findData(standing.year))
        self._year.setEnabled(bool(standing.years))
        self._undo.setEnabled(bool(standing.undo))
        words = f"{self._undo_words}: {standing.undo}" if standing.undo else self._undo_words
        self._undo.setAccessibleName(words)
        self._undo.setToolTip(f"{words} (Ctrl+Z)")
