"""Step 2: which column holds what."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from qc_desktop.domain.cells import is_blank, text_of
from qc_desktop.exchange.columns import column_letter
from qc_desktop.exchange.reading.table import Table
from qc_desktop.gui.pages.companies.imports.fields import names
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.picker import Choice, Picker
from qc_desktop.services.companies.planning import Plan

SAMPLES = 3
SAMPLE_LENGTH = 36


class ColumnsStep(QWidget):
    """A line for every column of the list: its header, what stands in it, what it is imported as.

    ``sheet_chosen`` carries the name of another sheet of the workbook; ``changed`` tells that a column was set.
    """

    sheet_chosen = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pickers: dict[int, Picker] = {}
        self._told = MessageBar(closable=False)
        self._sheet = Picker()
        self._sheet.setAccessibleName(self.tr("Sheet"))
        self._sheet.activated.connect(lambda: self.sheet_chosen.emit(str(self._sheet.currentData())))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._told, self._sheet):
            column.addWidget(part)
        column.addWidget(self._area, 1)

    def show_plan(self, plan: Plan) -> None:
        """Shows the columns of the list and what they were taken for."""
        table = plan.table
        self._sheet.offer([Choice(name, self.tr("Sheet: {name}").format(name=name), name) for name in table.sheets])
        self._sheet.choose(table.sheet)
        self._sheet.setVisible(len(table.sheets) > 1)
        self._pickers.clear()
        inner = QWidget()
        inner.setProperty("plain", True)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setSpacing(8)
        for place, words in enumerate((self.tr("Column of the list"), self.tr("What it holds"), self.tr("Import as"))):
            grid.addWidget(label(words, "muted"), 0, place)
        offered = [
            Choice("", self.tr("Do not import")),
            *(Choice(field, words, field) for field, words in names().items()),
            *(Choice(key, words) for key, words in plan.own_names().items()),
        ]
        for index in range(len(table.headers)):
            self._add_line(grid, index, table, plan.mapping, offered)
        grid.setRowStretch(len(table.headers) + 1, 1)
        for place, share in enumerate((2, 3, 2)):
            grid.setColumnStretch(place, share)
        self._area.setWidget(inner)
        self._explain()

    def _add_line(
        self, grid: QGridLayout, index: int, table: Table, mapping: Mapping[int, str], offered: list[Choice]
    ) -> None:
        header = table.headers[index] or self.tr("(no header)")
        picker = Picker()
        picker.offer(offered)
        picker.choose(mapping.get(index, ""))
        picker.setAccessibleName(self.tr("Import {header} as").format(header=header))
        picker.currentIndexChanged.connect(lambda: self._take(index))
        self._pickers[index] = picker
        grid.addWidget(label(f"{column_letter(index)}  {header}", wrap=True), index + 1, 0)
        grid.addWidget(label(samples(table, index), "muted", wrap=True), index + 1, 1)
        grid.addWidget(picker, index + 1, 2)

    def _take(self, index: int) -> None:
        """One field comes from one column: the column chosen last has it."""
        field = self._pickers[index].currentData()
        for other, picker in self._pickers.items():
            if field and other != index and picker.currentData() == field:
                picker.choose("")
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        if self.is_enough:
            self._told.clear()
        else:
            self._told.say(Tone.WARN, self.tr("Say which column holds the company name."))

    @property
    def is_enough(self) -> bool:
        """Whether the column with the name is known."""
        return "name" in self.mapping().values()

    def mapping(self) -> dict[int, str]:
        """The column (from 0) of each field."""
        return {index: str(picker.currentData()) for index, picker in self._pickers.items() if picker.currentData()}


def samples(table: Table, index: int) -> str:
    """The first few things that stand in a column, on one line."""
    found = (text_of(row.cells[index]) for row in table.rows if not is_blank(row.cells[index]))
    shown: list[str] = []
    for text in found:
        shown.append(" ".join(text.split())[:SAMPLE_LENGTH])
        if len(shown) == SAMPLES:
            break
    return "，".join(shown)
