"""The years as a small table of which every number opens its list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QSizePolicy, QTableView
from typing_extensions import override

from qc_desktop.gui.theme import row_height
from qc_desktop.gui.widgets.cells import MARGIN, CellDelegate, only_show
from qc_desktop.services.reports.keys import ISSUED, TOOK_PART, key_of
from qc_desktop.services.reports.movements import Movement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from qc_desktop.messages import Messages
    from qc_desktop.services.reports.overview import YearFigures

Index: TypeAlias = QModelIndex | QPersistentModelIndex
MOST_ROWS = 7


@dataclass(frozen=True)
class _Column:
    """``key`` names the companies that ``number`` counts; None is a number that nobody knows."""

    title: str
    key: str
    number: Callable[[YearFigures], int | None]


def _columns(words: Messages) -> tuple[_Column, ...]:
    moved = tuple(_Column(words.text(f"report.{move}"), key_of("movement", move), _movement(move)) for move in Movement)
    return (
        _Column(words.text("report.year"), "", lambda known: known.year),
        _Column(words.text("report.took_part"), TOOK_PART, lambda known: known.took_part),
        _Column(words.text("report.announced"), key_of("stage", "announced"), lambda known: known.announced),
        _Column(words.text("report.issued"), ISSUED, lambda known: known.issued),
        *moved,
    )


def _movement(move: Movement) -> Callable[[YearFigures], int | None]:
    return lambda known: known.moved.get(move)


class YearModel(QAbstractTableModel):
    """A row a year, the newest first."""

    def __init__(self, words: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._columns = _columns(words)
        self._years: tuple[YearFigures, ...] = ()

    def show_years(self, years: Sequence[YearFigures]) -> None:
        """Shows ``years``, which are given oldest first."""
        self.beginResetModel()
        self._years = tuple(reversed(years))
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._years)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        shown = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self._columns[section].title if shown else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        column, known = self._columns[index.column()], self._years[index.row()]
        number = column.number(known)
        if not index.column():
            return str(number)
        said = "–" if number is None else f"{number:,}"
        return said if role == Qt.ItemDataRole.DisplayRole else f"{known.year} {column.title} {said}"

    def behind(self, index: Index) -> tuple[int, str]:
        """The year and the key of the companies that a cell counts; the key is empty where there is no such list."""
        column, known = self._columns[index.column()], self._years[index.row()]
        return known.year, column.key if column.number(known) is not None else ""


class YearTable(QTableView):
    """``opened`` carries the year and the key of the number that was clicked, or that Return was pressed on."""

    opened = Signal(int, str)

    def __init__(self, name: str, words: Messages) -> None:
        super().__init__()
        self._model = YearModel(words, self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        only_show(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        self.clicked.connect(self._open)

    def show_years(self, years: Sequence[YearFigures]) -> None:
        """Shows ``years`` and marks the newest."""
        place = self.currentIndex()
        self._model.show_years(years)
        row, column = (place.row(), place.column()) if place.isValid() else (0, 1)
        self.setCurrentIndex(self._model.index(min(row, len(years) - 1), column))
        self._fit()

    @property
    def asked_width(self) -> int:
        """The width in which every column stands whole, in logical pixels."""
        columns = range(self._model.columnCount())
        return sum(map(self._asked, columns)) + 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width()

    def _fit(self) -> None:
        """All columns in the width there is, each as wide as it asks for and an even share of the rest."""
        high = row_height()
        self.verticalHeader().setDefaultSectionSize(high)
        self.setMinimumWidth(self.asked_width)
        header = self.horizontalHeader()
        header.setFixedHeight(high)
        shown = min(self._model.rowCount(), MOST_ROWS)
        self.setFixedHeight(high * (shown + 1) + 2 * self.frameWidth() + 6)
        asked = [self._asked(place) for place in range(header.count())]
        spare = max(0, self.viewport().width() - sum(asked))
        for place, width in enumerate(asked):
            header.resizeSection(place, width + spare // len(asked))

    def _asked(self, place: int) -> int:
        """The width that the header and the widest number of a column need."""
        texts = (str(self._model.index(row, place).data()) for row in range(self._model.rowCount()))
        widest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
        return max(self.horizontalHeader().sectionSizeHint(place), widest + 2 * MARGIN)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self._as_text())
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        if index.isValid():
            year, key = self._model.behind(index)
            if key:
                self.opened.emit(year, key)

    def _as_text(self) -> str:
        """The table as a spreadsheet takes it, headers included."""
        model, columns = self._model, range(self._model.columnCount())
        lines = [[str(model.headerData(place, Qt.Orientation.Horizontal)) for place in columns]]
        lines += [[str(model.index(row, place).data()) for place in columns] for row in range(model.rowCount())]
        return "\n".join("\t".join(line) for line in lines)
