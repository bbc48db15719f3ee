"""A list of rows: whole rows, columns that fit until a person asks for more, keys that do what one expects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStyle, QTableView, QWidget
from typing_extensions import override

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.theme import row_height
from qc_desktop.gui.widgets.arrangement import NARROWEST, Arrangement
from qc_desktop.gui.widgets.cells import MARGIN, CellDelegate, only_show, show_whole
from qc_desktop.gui.widgets.copying import copy_rows
from qc_desktop.gui.widgets.fitting import fitted
from qc_desktop.gui.widgets.frozen import FrozenColumns
from qc_desktop.gui.widgets.held_rows import HeldRows

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from qc_desktop.gui.models.columns import Column
    from qc_desktop.gui.models.finding import Ranges

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SETTLED_MS = 200
_FRAME = 10
LEAST_ROWS = 3
"""So many rows a list asks for; where there is no room for them the page scrolls."""


class Table(QTableView):
    """Shows a PagedModel. ``current_changed`` carries the key of the row at hand, or None.

    ``opened`` carries the key on Return or double click. ``held`` keeps what is chosen by its keys.
    Ctrl+C copies the selected rows with their headers, as a spreadsheet takes them; ``copied`` tells how many.
    ``menu_wanted`` carries the menu of the selected rows, to be added to before it is shown. ``rearranged`` tells that
    a person moved a column or set its width, ``paste_wanted`` that Ctrl+V was pressed.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    copied = Signal(int)
    menu_wanted = Signal(object)
    rearranged = Signal()
    paste_wanted = Signal()

    def __init__(self, model: PagedModel[Any, Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._arranged = Arrangement()
        self._frozen: FrozenColumns | None = None
        self._is_fitting = False
        self._kept_rows = 0
        self._settled = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self.fit)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self._be_a_list()
        self.held = HeldRows(self, model)
        self.held.told.connect(self.current_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.key_of(index.row())))

    def _be_a_list(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        only_show(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSelectionModel(QItemSelectionModel(self._model, header))  # its own: else it asks every row, painting

    @property
    def paged(self) -> PagedModel[Any, Any]:
        """The rows it shows."""
        return self._model

    @property
    def chosen_keys(self) -> tuple[Hashable, ...]:
        """The keys of the selected rows that are fetched, in their order."""
        return self._model.fetched_keys(self.chosen_ranges)

    @property
    def chosen_ranges(self) -> Ranges:
        """The selected rows as pairs of the first and the one after the last, in their order; nothing is fetched."""
        return self.held.ranges

    @property
    def place_at_hand(self) -> int:
        """Where the row at hand stands: the first of those selected while it is not fetched; -1 where none is."""
        place = self._model.place_of(self.held.at_hand) if self.held.at_hand is not None else None
        ranges = self.chosen_ranges
        return place if place is not None else ranges[0][0] if ranges else -1

    def choose(self, key: Hashable) -> bool:
        """Selects the row named ``key`` and brings it into view; False where it is not fetched."""
        place = self._model.place_of(key)
        if place is None:
            return False
        self.choose_place(place)
        return True

    def await_row(self, key: Hashable) -> None:
        """Selects the row named ``key``, now or when rows come, as soon as an answer has it."""
        if not self.choose(key):
            self.held.await_row(key)

    def choose_place(self, place: int) -> None:
        """Selects the row at ``place`` alone, whatever keys are held down, and brings it into view."""
        index = self._model.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    @property
    def arrangement(self) -> Arrangement:
        """How a person arranged the columns."""
        return self._arranged

    def let_arrange(self) -> None:
        """Lets a person move columns and set their widths with the mouse."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(round(NARROWEST * self._em()))
        header.sectionMoved.connect(self._note_order)
        header.sectionResized.connect(self._note_width)

    def arrange(self, wanted: Arrangement) -> None:
        """Shows the columns as ``wanted`` says."""
        self._arranged = wanted
        self._is_fitting = True
        header = self.horizontalHeader()
        for visual, place in enumerate(wanted.ordered(self._model.columns)):
            header.moveSection(header.visualIndex(place), visual)
        self._is_fitting = False
        self.fit()

    def show_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Shows the rows under other columns, arranged as those before as far as they are the same."""
        self._is_fitting = True
        chosen = self.chosen_ranges
        self._model.show_columns(columns)
        self.held.mark(chosen)
        self.arrange(self._arranged)

    def shown_places(self) -> list[int]:
        """The places of the columns that are shown, from left to right."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(visual) for visual in range(header.count()))
        return [place for place in places if not self.isColumnHidden(place)]

    def fit(self) -> None:
        """Gives each column its width at the present text size and hides what has no room or is not wanted.

        Out of sight it waits: being shown fits it.
        """
        if not self.isVisible():
            return
        self._settled.stop()
        self._is_fitting = True
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setFixedHeight(row_height() + 4)
        columns = self._model.columns
        wanted = [self._width(place) for place in range(len(columns))]
        fit = fitted(columns, wanted, self.viewport().width(), self._arranged)
        for place, width in enumerate(fit.widths):
            self.setColumnHidden(place, width == 0)
            if width:
                self.setColumnWidth(place, width)
        scrolls = self._arranged.shown is not None and sum(fit.widths) > self.viewport().width()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self.updateGeometries()
        self._is_fitting = False
        self._freeze(fit.frozen)

    def _freeze(self, width: int) -> None:
        if width and self._frozen is None:
            self._frozen = FrozenColumns(self)
        if self._frozen is not None:
            if width:
                columns = self._model.columns
                order = self._arranged.ordered(columns)
                shown = [place for place in order if columns[place].frozen and not self.isColumnHidden(place)]
                self._frozen.lie_over(order, shown, width)
            self._frozen.setVisible(width > 0)

    def show_sort(self, section: int, order: Qt.SortOrder) -> None:
        """Shows that the rows are sorted by the column at ``section``; -1 for none that is a column."""
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(section, order)
        if self._frozen is not None:
            self._frozen.show_sort()
        self.fit()

    def _note_order(self) -> None:
        if self._is_fitting:
            return
        header, columns = self.horizontalHeader(), self._model.columns
        order = tuple(columns[header.logicalIndex(visual)].id for visual in range(header.count()))
        self.arrange(replace(self._arranged, order=order))
        self.rearranged.emit()

    def _note_width(self, place: int, before: int, width: int) -> None:
        if self._is_fitting or not width or not before:
            return
        em = max((width - 2 * MARGIN) / self._em(), NARROWEST)
        self._arranged = replace(self._arranged, widths={**self._arranged.widths, self._model.columns[place].id: em})
        self._settled.start()  # not at once: columns that move below the mouse would run away from it
        self.rearranged.emit()

    def _em(self) -> int:
        return self.fontMetrics().horizontalAdvance("国")

    def _width(self, place: int) -> int:
        """The width a person gave a column; else what it asks for, and never less than its title needs."""
        column = self._model.columns[place]
        if column.id in self._arranged.widths:
            return round(self._arranged.widths[column.id] * self._em()) + 2 * MARGIN
        header = self.horizontalHeader()
        em = self._em()
        title = header.fontMetrics().size(0, column.title).width() * 1.08
        if header.isSortIndicatorShown():
            title += (
                self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize) + 0.8 * header.fontMetrics().height()
            )
        return round(max(column.width * em, title) + 2 * MARGIN)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(LEAST_ROWS))

    def keep_rows(self, rows: int) -> None:
        """Stays as high as ``rows`` rows, also when the text size changes."""
        self._kept_rows = rows
        self.setFixedHeight(self._height(rows))

    @staticmethod
    def _height(rows: int) -> int:
        """Logical pixels of the header, ``rows`` rows, and the frame around them."""
        return (rows + 1) * row_height() + 4 + _FRAME

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            if self._kept_rows:
                self.keep_rows(self._kept_rows)
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURNS and self.currentIndex().isValid():
            self.opened.emit(self._model.key_of(self.currentIndex().row()))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.key() in _SIDEWAYS and not event.modifiers():
            bar = self.horizontalScrollBar()  # rows are chosen whole: sideways there is only more to see
            bar.setValue(bar.value() + _SIDEWAYS[Qt.Key(event.key())] * 4 * self._em())
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the selected rows: at the mouse, or by its key below the row at hand."""
        if not self.chosen_ranges:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy with headers"))
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, pressed in the list
        copy.triggered.connect(self.copy)
        self.menu_wanted.emit(menu)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.popup(self._below_row() if by_key else event.globalPos())

    def _below_row(self) -> QPoint:
        row = self.visualRect(self._model.index(self.chosen_ranges[0][0], self.shown_places()[0]))
        bottom = min(max(row.bottom(), 0), self.viewport().height())
        return self.viewport().mapToGlobal(QPoint(MARGIN, bottom))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            show_whole(self, event)
            return True
        return super().viewportEvent(event)

    def copy(self) -> None:
        """Puts the selected rows on the clipboard, tab-separated, under the headers of the columns as shown."""
        columns = [self._model.columns[place] for place in self.shown_places()]
        copy_rows(self._model, columns, self.chosen_ranges, self.copied.emit)
