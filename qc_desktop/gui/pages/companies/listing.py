"""The list of companies: search, filters, rows, and what is done with several of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies import filters
from qc_desktop.gui.pages.companies.filters import Counts
from qc_desktop.gui.pages.companies.model import CompanySource, Query, columns
from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.pages.companies.selection_bar import SelectionBar
from qc_desktop.gui.widgets.filter_chips import FilterChips
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.companies.browsing import SORTABLE, CompanyRow


class Listing(QWidget):
    """``chosen`` carries the company at hand ('' for none), ``opened`` one to be worked on.

    ``counted`` tells how many rows there are now.
    """

    chosen = Signal(str)
    opened = Signal(str)
    counted = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._campaign_id = ""
        self._query = Query()
        self._wanted = ""
        self._at_hand: tuple[int, str] | None = None
        self.search = SearchField()
        self.search.name(self.tr("Name, pinyin initials, number or credit code"))
        self._words = context.words
        self.chips = FilterChips(filters.chips(None, context.words))
        self.bar = SelectionBar(self.choose_everyone)
        self.model = PagedModel(CompanySource(context.services), columns(context.words), _key, context.jobs, self)
        self.table = Table(self.model, self.tr("Companies"))
        self._nothing = label("", "muted", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(self._section("name"), Qt.SortOrder.AscendingOrder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.bar.everyone)
        column.addLayout(row)
        for part in (self.chips, self.bar, self.table, self._nothing):
            column.addWidget(part, 1 if part in (self.table, self._nothing) else 0)

    def _connect(self) -> None:
        self.search.searched.connect(self._ask)
        self.search.left_downwards.connect(self._step_into)
        self.chips.chosen.connect(self._filter)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self._tell)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.bar.show_scope(self.scope()))
        self.model.counted.connect(self._settle)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.table.setFocus()

    def show_campaign(self, campaign_id: str) -> None:
        """Asks for the companies as they stand in the campaign ('' where no year is open)."""
        self._campaign_id = campaign_id
        self._ask()

    def show_counts(self, counts: Counts) -> None:
        """Shows how many companies each filter leaves."""
        held = self.chips.current
        self.chips.show_chips(filters.chips(counts, self._words, self._wanted or held))
        if self._wanted and self.chips.offers(self._wanted):
            self.chips.choose(self._wanted)
        elif self.chips.current != held:
            self._ask()

    @property
    def query(self) -> Query:
        """What the list answers now."""
        return self._query

    def refresh(self) -> None:
        """Asks again after something changed."""
        self.model.refresh()

    def scope(self) -> Scope:
        """Whom an action means now."""
        places = self.table.chosen_ranges
        count = sum(end - first for first, end in places)
        if count > 1 and count == self.model.rowCount():
            return Scope(count, self._query, places=places, everyone=True)
        rows: list[CompanyRow] = [row for place in self._few(places, count) if (row := self.model.row(place))]
        return Scope(count, self._query, tuple(rows), places)

    @staticmethod
    def _few(places: tuple[tuple[int, int], ...], count: int) -> list[int]:
        """The places of a selection that is worth looking at row by row."""
        return [place for first, end in places for place in range(first, end)] if count <= 256 else []

    def choose(self, company_id: str) -> bool:
        """Selects the company where it is among the rows fetched."""
        return self.table.choose(company_id)

    def let_go(self) -> None:
        """Selects nothing, also after the next refresh."""
        self._at_hand = None
        self.table.clearSelection()

    def choose_everyone(self) -> None:
        """Selects all rows of the filter."""
        self.table.selectAll()
        self.table.setFocus()

    def choose_filter(self, key: str) -> None:
        """Turns to the filter ``key``; one of the year is offered as soon as the year is known."""
        self._wanted = key
        if self.chips.offers(key):
            self.chips.choose(key)

    def _filter(self) -> None:
        """A filter was picked: no other is waited for."""
        self._wanted = ""
        self._ask()

    def _ask(self) -> None:
        wanted = filters.narrowed(self.chips.current, self.search.text().strip(), self._campaign_id)
        self._query = Query(wanted, self._query.sort, self._query.descending)
        self.model.ask(self._query)

    def _section(self, column_id: str) -> int:
        return next(place for place, column in enumerate(self.model.columns) if column.id == column_id)

    def _sort(self, section: int) -> None:
        column_id = self.model.columns[section].id
        if column_id not in SORTABLE:
            return
        descending = column_id == self._query.sort and not self._query.descending
        self._query = Query(self._query.wanted, column_id, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(section, order)
        self.model.ask(self._query)

    def _step_into(self) -> None:
        self.table.setFocus()
        if self.model.rowCount() and not self.table.chosen_ranges:
            self.table.choose_place(0)

    def _open(self, key: object) -> None:
        if isinstance(key, str):
            self.opened.emit(key)

    def _tell(self, key: object) -> None:
        if isinstance(key, str):
            self._at_hand = (self.table.chosen_ranges[0][0], key)
            self.chosen.emit(key)

    def _why_nothing(self) -> str:
        if self.chips.current == filters.ALL and not self.search.text().strip():
            return self.tr("No companies yet.")
        return self.tr("No company answers. Try fewer characters or another filter.")

    def _settle(self, count: int) -> None:
        """After new rows came: the company at hand stays, or the one that stands in its place now."""
        self._nothing.setText(self._why_nothing())
        self._nothing.setVisible(count == 0)
        self.bar.everyone.setVisible(count > 1)
        self.table.setVisible(count > 0)
        self.counted.emit(count)
        self.bar.show_scope(self.scope())
        if self._at_hand is None or not count or self.scope().count > 1:
            return
        place, key = self._at_hand
        shown = self.table.chosen_ranges
        if shown and self.model.key_of(shown[0][0]) == key:
            return
        if not self.table.choose(key):
            self.table.choose_place(min(place, count - 1))


def _key(row: CompanyRow) -> str:
    return row.id
