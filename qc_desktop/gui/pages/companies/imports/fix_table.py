"""The fix table: bad rows of a list, corrected where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.companies.imports.fix_model import NUMBER, FixModel
from qc_desktop.gui.theme import row_height
from qc_desktop.gui.widgets.cells import MARGIN
from qc_desktop.gui.widgets.typed_cells import TypedCells

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TRIGGER = QAbstractItemView.EditTrigger
NARROWEST = 9
STATE = 7
"""Widths in em: the least of a cell that can be corrected, that of the row's state."""


class FixTable(QTableView):
    """Typing into a cell replaces it, Return or F2 opens it, Delete empties it. ``row_changed`` names the row at hand.

    The cells share the width; where the list has many wrong columns the table, never the page, scrolls sideways.
    """

    row_changed = Signal(int)

    def __init__(self, model: FixModel) -> None:
        super().__init__()
        self._fix_model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Rows to correct"))
        self.setItemDelegate(TypedCells(self))
        self.setEditTriggers(_TRIGGER.AnyKeyPressed | _TRIGGER.DoubleClicked | _TRIGGER.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        model.modelReset.connect(self._begin)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.row_changed.emit(now.row()))

    def _begin(self) -> None:
        self.fit()
        if self._fix_model.rowCount():
            self.setCurrentIndex(self._fix_model.index(0, self._first_wrong(0)))

    def _first_wrong(self, row: int) -> int:
        """The first cell of ``row`` that is wrong, else its first."""
        model = self._fix_model
        marked = (place for place in range(1, model.state_column) if model.is_wrong(row, place))
        return next(marked, 1)

    def fit(self) -> None:
        """Shares the width among the cells."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setFixedHeight(row_height() + 4)
        em = self.fontMetrics().horizontalAdvance("国")
        cells = range(NUMBER + 1, self._fix_model.state_column)
        number, state = round(3.5 * em) + 2 * MARGIN, round(STATE * em) + 2 * MARGIN
        least = {place: self._least(place, em) for place in cells}
        spare = max(0, self.viewport().width() - number - state - sum(least.values()))
        self.setColumnWidth(NUMBER, number)
        self.setColumnWidth(self._fix_model.state_column, state)
        for place in cells:
            self.setColumnWidth(place, least[place] + spare // len(cells))

    def _least(self, place: int, em: int) -> int:
        title = (
            self.horizontalHeader()
            .fontMetrics()
            .horizontalAdvance(str(self._fix_model.headerData(place, Qt.Orientation.Horizontal) or ""))
        )
        return max(NARROWEST * em, round(title * 1.1)) + 2 * MARGIN

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Return goes on to what is wrong in the next row."""
        super().closeEditor(editor, hint)
        below = self.currentIndex().row() + 1
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache and below < self._fix_model.rowCount():
            self.setCurrentIndex(self._fix_model.index(below, self._first_wrong(below)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at_rest = self.state() != QAbstractItemView.State.EditingState
        if at_rest and event.key() in _RETURNS and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif at_rest and event.key() == Qt.Key.Key_Delete:
            self._fix_model.setData(self.currentIndex(), "")
        elif at_rest and event.matches(QKeySequence.StandardKey.Paste):
            self._fix_model.setData(self.currentIndex(), QGuiApplication.clipboard().text().strip())
        else:
            super().keyPressEvent(event)
