"""A list of any length: rows come in pages, from the reader thread, when they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.models.finding import Found, Ranges, Sought, find, names
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone

PAGE = 128
KEPT_PAGES = 64
GATHERED = 2000
ROW_ROLE = Qt.ItemDataRole.UserRole
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
PLACEHOLDER = "…"

Row_co = TypeVar("Row_co", covariant=True)
Row = TypeVar("Row")
Query_contra = TypeVar("Query_contra", contravariant=True)
Query = TypeVar("Query")
Made = TypeVar("Made")
Index = QModelIndex | QPersistentModelIndex


class RowSource(Protocol[Query_contra, Row_co]):
    """Where the rows of a list come from. Called on the reader thread; rows are frozen."""

    def count(self, query: Query_contra) -> int:
        """How many rows answer ``query``."""
        ...

    def page(self, query: Query_contra, offset: int, limit: int) -> Sequence[Row_co]:
        """At most ``limit`` rows from ``offset`` on, in the order of ``query``."""
        ...


class PagedModel(QAbstractTableModel, Generic[Query, Row]):
    """Shows the rows of ``source`` under ``columns``; never asks on the window's thread.

    ``key`` names a row so that it is known again after a refresh. ``counted`` tells the number of rows each
    time a question has been answered; until then, from ``asked`` on, the rows of the question before stay.
    ``replaced`` tells, before that, where the rows that were chosen in a list stand now.
    """

    asked = Signal()
    replaced = Signal(object)  # Found
    counted = Signal(int)

    def __init__(
        self,
        source: RowSource[Query, Row],
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source = source
        self.key = key
        self._jobs = jobs
        self._query: Query | None = None
        self.answered: Query | None = None
        """The question that the rows answer."""
        self._seek: Callable[[], Sought] = Sought
        self._count = 0
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._asked: set[int] = set()
        self._ticket = Ticket()

    def show_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Shows the rows under other columns; the selection goes, as after any reset."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def ask(self, query: Query) -> None:
        """Asks for the rows that answer ``query``; answers to earlier questions are dropped."""
        self._query = query
        self.refresh()

    def refresh(self) -> None:
        """Asks the same question again, after something changed."""
        if self._query is not None:
            self._question(self._query)

    def let_choose(self, seek: Callable[[], Sought]) -> None:
        """``seek`` tells which rows are chosen in the list that shows these."""
        self._seek = seek

    def _question(self, query: Query) -> None:
        self._ticket.tear()
        self._ticket = Ticket()
        self._asked.clear()
        self.asked.emit()
        sought = self._seek()
        ask = partial(self._first, query, self.answered, sought)
        self._jobs.query(ask, partial(self._restart, query, sought), self._ticket)

    def _first(self, query: Query, before: Query | None, sought: Sought) -> tuple[int, Sequence[Row], Found]:
        count, first = self._source.count(query), self._source.page(query, 0, PAGE)
        return count, first, find(self._source, self.key, sought, before, query, (count, first))

    def _restart(self, query: Query, sought: Sought, answer: tuple[int, Sequence[Row], Found]) -> None:
        count, first, found = answer
        if self._seek() != sought:  # somebody chose meanwhile: these would not be found in it
            self._question(query)
            return
        self.answered = query
        same_length = count == self._count
        if not same_length:
            self.beginResetModel()
        self._count = count
        self._pages = OrderedDict({0: first})
        if not same_length:
            self.endResetModel()
        self.replaced.emit(found)
        if same_length and count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(self.columns) - 1))
        self.counted.emit(count)

    def row(self, place: int) -> Row | None:
        """The row at ``place``, or None while its page is on the way (it is fetched then)."""
        number, within = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is None:
            self._fetch(number)
            return None
        self._pages.move_to_end(number)
        return page[within] if within < len(page) else None

    def place_of(self, key: Hashable) -> int | None:
        """Where the row named ``key`` stands among those already fetched, or None."""
        for number, page in self._pages.items():
            for within, row in enumerate(page):
                if self.key(row) == key:
                    return number * PAGE + within
        return None

    def gather(
        self, ranges: Sequence[tuple[int, int]], make: Callable[[Iterator[Row]], Made], show: Callable[[Made], None]
    ) -> None:
        """Gives ``show`` what ``make`` makes of the rows of ``ranges`` (first, one after the last), fetched or not.

        ``make`` is called on the slow reader's thread.
        """
        query = self._query if self.answered is None else self.answered  # ``ranges`` are places of what is shown
        if query is not None:
            self._jobs.report(partial(self._gathered, query, ranges, make), show)

    def name(self, ranges: Ranges, show: Callable[[tuple[Hashable, ...]], None]) -> Ticket:
        """Gives ``show`` the keys of the rows of ``ranges``, fetched or not."""
        return self._jobs.report(partial(names, self._source, self.key, self.answered, ranges), show)

    def fetched_keys(self, ranges: Ranges) -> tuple[Hashable, ...]:
        """The keys of those rows of ``ranges`` that are fetched, in their order; nothing is asked for."""
        found: list[Hashable] = []
        for first, end in ranges:
            for number in range(first // PAGE, (end - 1) // PAGE + 1):
                at = number * PAGE
                found.extend(map(self.key, self._pages.get(number, ())[max(first - at, 0) : end - at]))
        return tuple(found)

    def _gathered(self, query: Query, ranges: Sequence[tuple[int, int]], make: Callable[[Iterator[Row]], Made]) -> Made:
        spans = ((at, min(GATHERED, end - at)) for first, end in ranges for at in range(first, end, GATHERED))
        return make(row for offset, limit in spans for row in self._source.page(query, offset, limit))

    def key_of(self, place: int) -> Hashable | None:
        """The key of the row at ``place``, or None while it is on the way."""
        row = self.row(place)
        return None if row is None else self.key(row)

    def _fetch(self, number: int) -> None:
        if self._query is None or number in self._asked:
            return
        self._asked.add(number)
        ask = partial(self._source.page, self._query, number * PAGE, PAGE)
        self._jobs.query(ask, partial(self._receive, number), self._ticket)

    def _receive(self, number: int, rows: Sequence[Row]) -> None:
        self._asked.discard(number)
        self._pages[number] = rows
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        last = min(self._count, (number + 1) * PAGE) - 1
        self.dataChanged.emit(self.index(number * PAGE, 0), self.index(last, len(self.columns) - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align
        if role not in (Qt.ItemDataRole.DisplayRole, ROW_ROLE, TONE_ROLE):
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role == TONE_ROLE:
            return column.tone(row) if column.tone and row is not None else None
        return PLACEHOLDER if row is None else column.text(row)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self.columns[section].align if role == Qt.ItemDataRole.TextAlignmentRole else None


def tone_of(index: Index) -> Tone | None:
    """The tone of the cell at ``index``: None for a plain one."""
    tone = index.data(TONE_ROLE)  # comes back from Qt as a plain string
    return Tone(tone) if tone else None
