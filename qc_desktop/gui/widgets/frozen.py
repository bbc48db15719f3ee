"""The columns that stay in sight while a list scrolls sideways: a second view of the same rows, laid over the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView
from typing_extensions import override

from qc_desktop.gui.widgets.cells import show_whole

if TYPE_CHECKING:
    from collections.abc import Sequence


class FrozenColumns(QTableView):
    """Lies over ``table``, shares its rows and its selection, and never has the focus."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName("qt_frozen_columns")  # an inner part: readers meet every column in the list itself
        self.setProperty("frozen", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.itemDelegate())
        self._look_alike()
        self._go_along()

    def _look_alike(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(self._table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(self._table.horizontalHeader().minimumSectionSize())
        header.setSelectionModel(QItemSelectionModel(self.model(), header))

    def _go_along(self) -> None:
        mine, theirs = self.verticalScrollBar(), self._table.verticalScrollBar()
        theirs.valueChanged.connect(mine.setValue)
        mine.valueChanged.connect(theirs.setValue)
        self.pressed.connect(lambda _: self._table.setFocus(Qt.FocusReason.MouseFocusReason))
        self.doubleClicked.connect(self._table.doubleClicked)
        mine_header, header = self.horizontalHeader(), self._table.horizontalHeader()
        mine_header.sectionClicked.connect(header.sectionClicked)
        mine_header.sectionResized.connect(lambda place, _, width: header.resizeSection(place, width))
        mine_header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        mine_header.customContextMenuRequested.connect(header.customContextMenuRequested)

    def lie_over(self, order: Sequence[int], shown: Sequence[int], width: int) -> None:
        """Shows the columns ``shown`` of those in ``order``, ``width`` pixels in all."""
        table, header = self._table, self.horizontalHeader()
        was_blocked = header.blockSignals(True)
        for visual, place in enumerate(order):
            header.moveSection(header.visualIndex(place), visual)
            self.setColumnHidden(place, place not in shown)
            if place in shown:
                self.setColumnWidth(place, table.columnWidth(place))
        header.blockSignals(was_blocked)
        header.setFixedHeight(table.horizontalHeader().height())
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.show_sort()
        viewport = table.viewport().geometry()
        top = viewport.top() - header.height()
        self.setGeometry(viewport.left(), top, width, viewport.bottom() + 1 - top)
        self.updateGeometries()
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())

    def show_sort(self) -> None:
        """Shows the same sort indicator as the list."""
        header, theirs = self.horizontalHeader(), self._table.horizontalHeader()
        header.setSortIndicatorShown(theirs.isSortIndicatorShown())
        header.setSortIndicator(theirs.sortIndicatorSection(), theirs.sortIndicatorOrder())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._table.viewport(), event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            show_whole(self, event)
            return True
        return super().viewportEvent(event)
