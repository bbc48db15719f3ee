"""A list of rows: whole rows, columns that always fit the width, keys that do what one expects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView, QToolTip, QWidget
from typing_extensions import override

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.theme import row_height
from qc_desktop.gui.widgets.cells import MARGIN, CellDelegate, text_rect

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QItemSelection

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Table(QTableView):
    """Shows a PagedModel. ``current_changed`` carries the key of the row at hand, or None.

    ``opened`` carries the key on Return or double click. The selection survives a refresh by its key.
    Ctrl+C copies the selected rows with their headers, as a spreadsheet takes them.
    """

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, model: PagedModel[Any, Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._held: Hashable | None = None
        self._told: Hashable | None = None
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self._be_a_list()
        model.counted.connect(self._hold)
        model.dataChanged.connect(self._follow)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.key_of(index.row())))

    def _be_a_list(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSelectionModel(QItemSelectionModel(self._model, header))  # its own: else it asks every row, painting
        self.fit()

    @property
    def chosen_keys(self) -> tuple[Hashable, ...]:
        """The keys of the selected rows that are fetched, in their order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        keys = (self._model.key_of(place) for place in places)
        return tuple(key for key in keys if key is not None)

    @property
    def chosen_ranges(self) -> tuple[tuple[int, int], ...]:
        """The selected rows as pairs of the first and the one after the last, in their order; nothing is fetched."""
        parts = self.selectionModel().selection().toList()
        return tuple(sorted({(part.top(), part.bottom() + 1) for part in parts}))

    def choose(self, key: Hashable) -> bool:
        """Selects the row named ``key`` and brings it into view; False where it is not fetched."""
        place = self._model.place_of(key)
        if place is None:
            return False
        self.choose_place(place)
        return True

    def choose_place(self, place: int) -> None:
        """Selects the row at ``place`` alone, whatever keys are held down, and brings it into view."""
        index = self._model.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def fit(self) -> None:
        """Gives each column its width at the present text size and hides by rank what has no room."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setFixedHeight(row_height() + 4)
        room = self.viewport().width()
        columns = self._model.columns
        widths = [self._width(place) for place in range(len(columns))]
        for place in sorted(range(len(columns)), key=lambda place: -columns[place].rank):
            gives_way = columns[place].rank > 0 and sum(widths) > room
            self.setColumnHidden(place, gives_way)
            if gives_way:
                widths[place] = 0
        spare = room - sum(widths)  # below 0 the stretching column gives way too, so that no other is cut off
        for place, width in enumerate(widths):
            if width and columns[place].stretch:
                self.setColumnWidth(place, max(width + spare, width // 2))
            elif width:
                self.setColumnWidth(place, width)
        self.updateGeometries()

    def _width(self, place: int) -> int:
        """The width of a column: what it asks for, and never less than its title needs."""
        column = self._model.columns[place]
        header = self.horizontalHeader()
        font = header.font()
        font.setBold(True)
        em = self.fontMetrics().horizontalAdvance("国")
        title = header.fontMetrics().size(0, column.title).width() * 1.08
        if header.isSortIndicatorShown():
            title += (
                self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize) + 0.8 * header.fontMetrics().height()
            )
        return round(max(column.width * em, title) + 2 * MARGIN)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURNS and self.currentIndex().isValid():
            self.opened.emit(self._model.key_of(self.currentIndex().row()))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._show_whole(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def copy(self) -> None:
        """Puts the selected rows on the clipboard, tab-separated, under their headers."""
        columns = [column for place, column in enumerate(self._model.columns) if not self.isColumnHidden(place)]
        rows = [self._model.row(index.row()) for index in self.selectionModel().selectedRows()]
        lines: list[Sequence[str]] = [[column.title for column in columns]]
        lines += [[column.text(row) for column in columns] for row in rows if row is not None]
        if len(lines) > 1:
            QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def _show_whole(self, at: QPoint, where: QPoint) -> None:
        """A tool tip with the whole text, where the cell could not hold it."""
        index = self.indexAt(at)
        text = str(index.data() or "")
        column = self._model.columns[index.column()] if index.isValid() else None
        place = text_rect(self.visualRect(index), dotted=column is not None and column.tone is not None)
        if self.fontMetrics().horizontalAdvance(text) > place.width():
            QToolTip.showText(where, text, self)
        else:
            QToolTip.hideText()

    def _tell(self, chosen: QItemSelection, left: QItemSelection) -> None:
        ranges = self.chosen_ranges
        key = self._model.key_of(ranges[0][0]) if ranges else None
        self._held = key if key is not None or not ranges else self._held
        self._announce(key)

    def _announce(self, key: Hashable | None) -> None:
        self._told = key
        self.current_changed.emit(key)

    def _hold(self, count: int) -> None:
        """After new rows came: the row that was at hand, where it is still among the first; else none is."""
        if self.selectionModel().hasSelection():
            self._follow()
        elif not (count and self._held is not None and self.choose(self._held)) and self._told is not None:
            self._announce(None)

    def _follow(self) -> None:
        """The selected place may hold another row now: what stands beside the list must be the row that is marked."""
        ranges = self.chosen_ranges
        key = self._model.key_of(ranges[0][0]) if ranges else None
        if key is None or key == self._told:
            return
        alone = ranges == ((ranges[0][0], ranges[0][0] + 1),)
        if not (alone and self._told is not None and self.choose(self._told)):
            self._held = key
            self._announce(key)
