"""The bad rows of a list as cells that can be corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from typing_extensions import override

from qc_desktop.domain.cells import text_of
from qc_desktop.domain.findings import Severity
from qc_desktop.gui.models.columns import LEFT, RIGHT
from qc_desktop.gui.models.paged import TONE_ROLE
from qc_desktop.gui.tokens import Tone
from qc_desktop.services.companies.matching import Outcome

if TYPE_CHECKING:
    from qc_desktop.domain.findings import Finding
    from qc_desktop.gui.models.paged import Index
    from qc_desktop.messages import Messages
    from qc_desktop.services.companies.planning import Plan, RowPlan

ALWAYS = ("name", "uscc")
"""Fields that say which company a row is about."""
NUMBER, FIRST = 0, 1
"""Column 0 is the row's number; the list's own columns begin at 1, the row's state comes last."""


class FixModel(QAbstractTableModel):
    """Rows that had an error when the list was first looked at; they stay when they are mended, and say so.

    ``corrected`` tells that :attr:`corrections` has another cell.
    """

    corrected = Signal()

    def __init__(self, words: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._plan: Plan | None = None
        self._rows: tuple[int, ...] = ()
        self._places: tuple[int, ...] = ()
        self._cells: dict[int, tuple[Any, ...]] = {}
        self._plans: dict[int, RowPlan] = {}
        self.corrections: dict[tuple[int, int], str] = {}

    def show_plan(self, plan: Plan) -> None:
        """Shows the bad rows of ``plan``, nothing corrected yet."""
        self.beginResetModel()
        self.corrections = {}
        self._rows = tuple(row.row for row in plan.rows if row.outcome is Outcome.ERROR)
        self._take(plan)
        wrong = {found.field for number in self._rows for found in _errors(self._plans[number])}
        shown = {field for field in plan.mapping.values() if field in ALWAYS or field in wrong}
        self._places = tuple(place for place, field in sorted(plan.mapping.items()) if field in shown)
        self.endResetModel()

    def show_mended(self, plan: Plan) -> None:
        """Shows how the same rows stand in ``plan``, which was made with the corrections."""
        self._take(plan)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def _take(self, plan: Plan) -> None:
        wanted = set(self._rows)
        self._plan = plan
        self._cells = {row.number: row.cells for row in plan.table.rows if row.number in wanted}
        self._plans = {row.row: row for row in plan.rows if row.row in wanted}

    @property
    def state_column(self) -> int:
        """The column that says whether the row is mended."""
        return FIRST + len(self._places)

    def reasons(self, place: int) -> str:
        """Everything that is still wrong with the row at ``place``."""
        return " ".join(self._words.of(found) for found in _errors(self._plans[self._rows[place]]))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.state_column + 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._place(index) is not None else flags

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section == NUMBER else LEFT
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole or self._plan is None:
            return None
        if section == NUMBER:
            return self.tr("Row")
        return self.tr("State") if section == self.state_column else self._header(section)

    def _header(self, section: int) -> str:
        return " ".join(self._plan.table.headers[self._places[section - FIRST]].split()) if self._plan else ""

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.reasons(index.row()) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() == NUMBER else LEFT
        return self._tone(index) if role == TONE_ROLE else None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self._place(index)
        if place is None or role != Qt.ItemDataRole.EditRole or str(value) == self._text(index):
            return False
        number = self._rows[index.row()]
        cells = list(self._cells[number])
        cells[place] = self.corrections[number, place] = str(value)
        self._cells[number] = tuple(cells)
        self.dataChanged.emit(index, index)
        self.corrected.emit()
        return True

    def _place(self, index: Index) -> int | None:
        """The list's column at ``index``, None for the number and the state."""
        within = FIRST <= index.column() < self.state_column
        return self._places[index.column() - FIRST] if within else None

    def _text(self, index: Index) -> str:
        number, place = self._rows[index.row()], self._place(index)
        if place is not None:
            return text_of(self._cells[number][place])
        if index.column() == NUMBER:
            return str(number)
        return self.tr("To correct") if self.reasons(index.row()) else self.tr("Mended")

    def is_wrong(self, row: int, column: int) -> bool:
        """Whether the cell of the list at ``row`` and ``column`` is what is wrong."""
        place = self._place(self.index(row, column))
        mapping: Mapping[int, str] = self._plan.mapping if self._plan else {}
        wrong = {found.field for found in _errors(self._plans[self._rows[row]])}
        return place is not None and mapping[place] in wrong

    def _tone(self, index: Index) -> Tone | None:
        if index.column() == self.state_column:
            return Tone.BAD if _errors(self._plans[self._rows[index.row()]]) else Tone.OK
        return Tone.BAD if self.is_wrong(index.row(), index.column()) else None


def _errors(plan: RowPlan) -> list[Finding]:
    return [found for found in plan.findings if found.severity is Severity.ERROR]
