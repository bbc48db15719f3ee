"""What is suspicious first, else everything that was seen; the one at hand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.labels.seen.columns import SeenQuery, SeenSource, seen_columns
from qc_desktop.gui.pages.labels.seen.detail import SeenDetail
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.or_empty import WIDTH
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.table import Table
from qc_desktop.gui.widgets.views import Views
from qc_desktop.services.sightings import seen

if TYPE_CHECKING:
    from collections.abc import Hashable

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.sightings.seen import SeenRow

SUSPICIOUS, ALL = "suspicious", "all"


class SeenView(QWidget):
    """``answer_wanted`` carries a number that is wanted at the desk, ``import_wanted`` that records are to be read."""

    answer_wanted = Signal(str)
    import_wanted = Signal()

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._ticket = Ticket()
        self.model = PagedModel(
            SeenSource(desk), seen_columns(context.words), lambda row: row.number, context.jobs, self
        )
        self.table = Table(self.model, self.tr("What was seen"))
        self.head = ListHead(self.table, "seen_labels", context)
        self.chips = FilterChips([Chip(SUSPICIOUS, self.tr("Suspicious")), Chip(ALL, self.tr("Everything seen"))])
        self.detail = SeenDetail(context.words)
        self._nothing = EmptyState(
            "eye",
            self.tr("Nothing was seen yet"),
            self.tr("How often labels are looked at stands in the records that the website keeps of visits."),
            Action(self.tr("Import records of visits…"), self.import_wanted.emit),
            width=WIDTH,
        )
        self._calm = EmptyState(
            "circle-check",
            self.tr("No label is suspicious"),
            self.tr("Nothing about the visits, the codes checked and the calls is out of the ordinary."),
            Action(self.tr("Show everything seen"), lambda: self.chips.choose(ALL)),
            width=WIDTH,
            kind="",
        )
        self.listed = Views()
        self.split = ListDetail(self.listed, self.detail, self.tr("Back to the list"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for view in (self.table, self._nothing, self._calm):
            self.listed.addWidget(view)
        self.narrowing = QWidget()
        row = QHBoxLayout(self.narrowing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.chips, 1)
        row.addWidget(self.head.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.narrowing)
        column.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.split.arranged.connect(lambda: self.narrowing.setVisible(self.shows_list))
        self.chips.chosen.connect(self.refresh)
        self.model.counted.connect(self._settle)
        self.table.current_changed.connect(self._show)
        self.table.opened.connect(self._open)
        self.detail.answer_wanted.connect(self.answer_wanted)

    @property
    def shows_list(self) -> bool:
        """Whether the list is in sight, alone or beside what is at hand."""
        return self.split.is_wide or not self.split.is_open

    @property
    def entrance(self) -> QWidget:
        """Where work begins."""
        shown = self.listed.currentWidget()
        return shown.entrance if isinstance(shown, EmptyState) else self.table

    def refresh(self) -> None:
        """Asks again for the list. What is suspicious is worked out on the slow reader: it takes all sightings."""
        self._ticket.tear()
        office = self._desk.office
        if self.chips.current == ALL:
            self.model.ask(SeenQuery())
        else:
            self._ticket = self._context.jobs.report(lambda: tuple(seen.suspicious(office)), self._ask)

    def _ask(self, rows: tuple[SeenRow, ...]) -> None:
        self.model.ask(SeenQuery(rows))

    def _settle(self, count: int) -> None:
        if count:
            self.listed.setCurrentWidget(self.table)
            if not self.table.selectionModel().hasSelection():
                self.table.choose_place(0)
            return
        self.detail.show_row(None)
        office = self._desk.office
        self._ticket.tear()
        self._ticket = self._context.jobs.query(lambda: seen.count(office) > 0, self._show_empty)

    def _show_empty(self, anything: bool) -> None:
        had_focus = self.listed.isAncestorOf(self.focusWidget() or self)
        self.listed.setCurrentWidget(self._calm if anything and self.chips.current != ALL else self._nothing)
        if had_focus:
            self.entrance.setFocus()

    def _show(self, key: Hashable) -> None:
        place = self.model.place_of(key)
        self.detail.show_row(None if place is None else self.model.row(place))

    def _open(self, key: Hashable) -> None:
        """The answer of what is opened; where there is no room for both, first all that is known of it."""
        if self.split.is_wide and key:
            self.answer_wanted.emit(str(key))
        else:
            self.split.open_detail()
