"""What a person does with the head of a list, remembered on this PC: columns, their order and widths, sorting."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal

from qc_desktop.gui.widgets import arrangement
from qc_desktop.gui.widgets.arrangement import Arrangement
from qc_desktop.gui.widgets.column_menu import ColumnMenu
from qc_desktop.gui.widgets.parts import icon_button
from qc_desktop.services import preferences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.gui.models.columns import Column
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.widgets.table import Table

WRITTEN_AFTER_MS = 300


class ListHead(QObject):
    """Gives ``table`` a chooser of columns: ``button`` for the row of filters, and the menu of its header.

    The columns say what can be sorted; ``sort_changed`` carries a column's id and whether descending, and begins with
    ``sort``. ``name`` tells lists apart among what this PC remembers.
    """

    sort_changed = Signal(str, bool)

    def __init__(self, table: Table, name: str, context: PageContext, sort: str = "") -> None:
        super().__init__(table)
        self._table = table
        self._columns = table.paged.columns
        self._key = f"list.{name}"
        self._context = context
        self._default = sort
        self._menu = ColumnMenu(self._columns, table)
        self._menu.arranged.connect(self._arrange)
        self._menu.sorted_by.connect(self._sort)
        self.button = icon_button("columns-3", self.tr("Columns and sorting"), self._drop_down)
        self._pause = QTimer(self, interval=WRITTEN_AFTER_MS, singleShot=True)
        self._pause.timeout.connect(self._write)
        table.let_arrange()
        table.rearranged.connect(self._pause.start)
        header = table.horizontalHeader()
        header.sectionClicked.connect(self._click)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self._open_menu(header.mapToGlobal(at)))
        self._recall()

    @property
    def sort(self) -> str:
        """The id of the column that the rows are sorted by: the first one while the chosen one is not there."""
        return self._table.arrangement.sort if self._is_chosen else self._default

    @property
    def _is_chosen(self) -> bool:
        return any(column.sortable and column.id == self._table.arrangement.sort for column in self._columns)

    @property
    def descending(self) -> bool:
        """Whether they are sorted the other way round."""
        return self._is_chosen and self._table.arrangement.descending

    def show_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Shows other columns; those that a person arranged are found again by their ids, whenever they come."""
        before = self._columns
        self._columns = tuple(columns)
        self._menu.show_columns(columns)
        if [(one.id, one.title, one.width) for one in before] != [(one.id, one.title, one.width) for one in columns]:
            self._table.show_columns(columns)
            self._show_sort()

    def _recall(self) -> None:
        stored = preferences.remembered_value(self._context.services.office.profile, self._key)
        self._table.arrange(arrangement.read(stored))
        self._show_sort()

    def _show_sort(self) -> None:
        section = next((place for place, column in enumerate(self._columns) if column.id == self.sort), -1)
        order = Qt.SortOrder.DescendingOrder if self.descending else Qt.SortOrder.AscendingOrder
        if section >= 0:
            self._table.show_sort(section, order)

    def _drop_down(self) -> None:
        self._open_menu(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _open_menu(self, where: QPoint) -> None:
        sorted_now = replace(self._table.arrangement, sort=self.sort, descending=self.descending)
        self._menu.show_arrangement(sorted_now, self._table.shown_places())
        self._menu.open_at(where)

    def _arrange(self, wanted: Arrangement) -> None:
        self._table.arrange(wanted)
        self._pause.start()

    def _click(self, section: int) -> None:
        column = self._columns[section]
        self._show_sort()  # Qt has turned the indicator already, also where nothing can be sorted
        if column.sortable:
            self._sort(column.id, column.id == self.sort and not self.descending)

    def _sort(self, name: str, descending: bool) -> None:
        self._arrange(replace(self._table.arrangement, sort=name, descending=descending))
        self._show_sort()
        self.sort_changed.emit(name, descending)

    def _write(self) -> None:
        """Away from the window's thread, and after a pause: a dragged width changes with every pixel."""
        desk, values = self._context.services, {self._key: self._table.arrangement.plain()}
        self._context.jobs.note(partial(desk.remember, **values))
