"""The list of companies: search, filters, rows, and what is done with several of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies import filters
from qc_desktop.gui.pages.companies.filter_panel import FilterPanel
from qc_desktop.gui.pages.companies.filters import Counts
from qc_desktop.gui.pages.companies.model import CompanySource, Query, columns
from qc_desktop.gui.pages.companies.name_bar import NameBar
from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.pages.companies.selection_bar import SelectionBar
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.kept_filter import KeptFilter
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.nothing_here import NothingHere
from qc_desktop.gui.widgets.parts import button, literal
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.companies.saved_lists import SavedRow, filter_of, plain
from qc_desktop.services.members.fields import FieldRow
from qc_desktop.services.members.own_columns import OwnColumn
from qc_desktop.services.reports import keys

FEW = 256
"""So many selected rows are looked at one by one."""
LOW = 300
"""Lists lower than this, in logical pixels, have room for one thing above their rows."""
CHIPS_FROM = 600
"""So have those in windows lower than this: in a page that scrolls a list is never low itself."""


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
        self._wanted = ""
        self._words = context.words
        self._counts: Counts | None = None
        self._opened: Chip | None = None
        self._at_hand: tuple[int, str] | None = None
        self.search = SearchField()
        self.search.name(self.tr("Name, pinyin or code"))
        self.search.shorten_to(self.tr("Name or code"))
        self.chips = FilterChips(filters.chips(None))
        self.bar = SelectionBar(self.choose_everyone)
        self._jobs, self._office = context.jobs, context.services.office
        self._source = CompanySource(context.services)
        self._sought = ""
        self._place, self._count = Ticket(), Ticket()
        self.model = PagedModel(self._source, columns(context.words), _key, context.jobs, self)
        self.table = Table(self.model, self.tr("Companies"))
        self.head = ListHead(self.table, "companies", context, "name")
        self._query = Query(sort=self.head.sort, descending=self.head.descending)
        self._speaker = context.speaker
        self._kept = KeptFilter("companies", self.chips, context)
        self.panel = FilterPanel(context.words)
        self.naming = NameBar()
        self.shown_saved: SavedRow | None = None
        self.saved = button(self.tr("My filters"), lambda: None, "plain", "chevron-down")
        self.more = button(self.tr("Filters"), lambda: None, "plain", "chevron-down")
        self.more.setCheckable(True)
        self.clear_all = button(self.tr("Show all companies"), self.show_everything)
        self._nothing = NothingHere(self.clear_all)
        self._lay_out()
        self._connect()
        self._recall()

    def _recall(self) -> None:
        """The filter that the list was left with holds again; a chip of the year as soon as the year is known."""
        self._wanted = self._kept.chip if self._kept.chip in filters.KEYS else ""
        conditions = self._kept.stored.get("conditions")
        if isinstance(conditions, dict):
            self.panel.show_wanted(filter_of(conditions))

    def _keep_conditions(self) -> None:
        kept = replace(self.panel.wanted, list_id="", text="")  # a list and words are opened anew
        self._kept.keep(conditions=plain(kept))

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        for tool in (self.more, self.saved, self.bar.everyone, self.head.button):
            row.addWidget(tool)
        column.addLayout(row)
        for part in (self.chips, self.panel, self.naming):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.search.searched.connect(self._ask)
        self.search.left_downwards.connect(self._step_into)
        self.chips.chosen.connect(self._filter)
        self.panel.changed.connect(self._ask)
        self.panel.changed.connect(self._keep_conditions)
        self.more.toggled.connect(self.panel.unfold)
        for part in (self.panel, self.naming, self.bar):
            part.installEventFilter(self)
        self.head.sort_changed.connect(self._sort)
        self.table.copied.connect(self._tell_copied)
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self._tell)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_scope())
        self.model.counted.connect(self._settle)
        self.model.dataChanged.connect(self._mark_fetched)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.table.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is shown above the rows takes the chips' place on a low screen."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._make_room()
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        above = any(not part.isHidden() for part in (self.panel, self.naming, self.bar))
        has_room = self.height() >= LOW and self.window().height() >= CHIPS_FROM
        self.chips.setVisible(has_room or not above)
        self._lay_bar(above=not has_room)

    def _lay_bar(self, *, above: bool) -> None:
        """Below the rows, which stay where they are below the mouse that selects them; else in the chips' place."""
        place = self._column.indexOf(self.table) - 1 if above else self._column.count() - 1
        if self._column.indexOf(self.bar) != place:
            self._column.removeWidget(self.bar)
            self._column.insertWidget(self._column.indexOf(self.table) if above else self._column.count(), self.bar)

    def show_campaign(self, campaign_id: str) -> None:
        """Asks for the companies as they stand in the campaign ('' where no year is open)."""
        self._campaign_id = campaign_id
        self.panel.show_year(bool(campaign_id))
        self._ask()

    def show_own(self, own: Sequence[OwnColumn], fields: Sequence[FieldRow]) -> None:
        """Offers the association's own fields as columns and conditions; the next question is in their order."""
        self.head.show_columns(columns(self._words, own))
        self.panel.show_own(fields)
        self._query = replace(self._query, sort=self.head.sort, descending=self.head.descending)

    def show_counts(self, counts: Counts) -> None:
        """Shows how many companies each filter leaves."""
        held = self.chips.current
        self._counts = counts
        self.chips.show_chips(filters.chips(counts, self._opened))
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
        query = self.model.answered or self._query  # places are those in the rows that stand there
        count = sum(end - first for first, end in places)
        if count > 1 and count == self.model.rowCount():
            return Scope(count, query, places=places, everyone=True)
        rows: list[CompanyRow] = [row for place in self._few(places, count) if (row := self.model.row(place))]
        return Scope(count, query, tuple(rows), places)

    @staticmethod
    def _few(places: tuple[tuple[int, int], ...], count: int) -> list[int]:
        """The places of a selection that is worth looking at row by row."""
        return [place for first, end in places for place in range(first, end)] if count <= FEW else []

    def choose(self, company_id: str) -> bool:
        """Selects the company where it is among the rows fetched."""
        return self.table.choose(company_id)

    def seek(self, company_id: str) -> None:
        """Marks the company that stands in the form, as soon as the list shows it, however far down."""
        self.let_go()
        self._sought = company_id
        if not self.choose(company_id):
            self._look_for()

    def _look_for(self) -> None:
        query, company_id = self._query, self._sought
        self._place.tear()
        self._place = self._jobs.query(lambda: self._source.place(query, company_id), self._mark)

    def _mark(self, place: int | None) -> None:
        """Marks the row at ``place`` once it is fetched; one that holds another company is older than the answer."""
        if self._sought and place is not None and place < self.model.rowCount():
            key = self.model.key_of(place)  # asks for it where it is not there yet: then rows come
            if key == self._sought:
                self.table.choose_place(place)

    def _mark_fetched(self) -> None:
        if self._sought:
            self.choose(self._sought)
        if self.bar.isVisible() and self._is_few:
            self._show_scope()  # what fits those selected is known once they are fetched

    @property
    def _is_few(self) -> bool:
        return sum(end - first for first, end in self.table.chosen_ranges) <= FEW

    def _show_scope(self) -> None:
        """Says what can be done with whom is selected; how many can be reviewed is asked where not all are fetched."""
        scope = self.scope()
        self.bar.show_scope(scope)
        self._count.tear()
        self.bar.show_in_review(scope.in_review or 0)
        if scope.in_review is None and scope.count > 1:
            self._count = self._jobs.report(lambda: scope.count_in_review(self._office), self.bar.show_in_review)

    def let_go(self) -> None:
        """Selects nothing, also after the next refresh."""
        self._sought = ""
        self._place.tear()
        self._at_hand = None
        self.table.held.await_row(None)

    def choose_everyone(self) -> None:
        """Selects all rows of the filter."""
        self.table.selectAll()
        self.table.setFocus()

    def choose_filter(self, key: str) -> None:
        """Turns to the filter ``key``; one of the year is offered as soon as the year is known."""
        self._wanted = key
        if keys.is_key(key):
            self._opened = Chip(key, keys.name_of(key, self._words))
            self.chips.show_chips(filters.chips(self._counts, self._opened))
        if self.chips.offers(key):
            self.chips.choose(key)

    def _filter(self) -> None:
        """A filter was picked: no other is waited for."""
        self._wanted = ""
        if self._opened is not None and self.chips.current != self._opened.key:
            self._opened = None
            self.chips.show_chips(filters.chips(self._counts))
        self._ask()

    @property
    def is_narrowed(self) -> bool:
        """Whether the list shows fewer than all companies."""
        return self._query.wanted != CompanyFilter(campaign_id=self._campaign_id)

    def show_saved(self, row: SavedRow | None) -> None:
        """Shows what a saved filter or list describes, None for all companies; further words may narrow it."""
        self.shown_saved = row
        wanted = row.wanted if row is not None else CompanyFilter()
        self.saved.setText(literal(row.name) if row is not None else self.tr("My filters"))
        self._wanted = ""
        self.search.setText(wanted.text)
        self.panel.show_wanted(wanted)
        self.chips.choose(filters.ALL)

    def show_everything(self) -> None:
        """Takes every filter away."""
        self.show_saved(None)
        self._kept.keep(chip=filters.ALL, conditions={})
        self.table.setFocus()

    def _ask(self) -> None:
        text = self.search.text().strip()
        wanted = filters.narrowed(self.chips.current, text, self._campaign_id, self.panel.wanted)
        self._query = Query(wanted, self._query.sort, self._query.descending)
        self.model.ask(self._query)

    def _sort(self, column_id: str, descending: bool) -> None:
        self._query = Query(self._query.wanted, column_id, descending)
        self.model.ask(self._query)

    def _tell_copied(self, count: int) -> None:
        self._speaker.toast(self.tr("%n row(s) copied", "", count))

    def _step_into(self) -> None:
        self.table.setFocus()
        if self.model.rowCount() and not self.table.chosen_ranges:
            self.table.choose_place(0)

    def _open(self, key: object) -> None:
        if isinstance(key, str):
            self.opened.emit(key)

    def _tell(self, key: object) -> None:
        if isinstance(key, str):
            self._at_hand = (self.table.place_at_hand, key)
            was_sought, self._sought = key == self._sought, ""
            if not was_sought:  # else it stands in the form already
                self.chosen.emit(key)

    def _why_nothing(self) -> str:
        if not self.is_narrowed:
            return self.tr("No companies yet.")
        if self.shown_saved is not None and self.shown_saved.size == 0:
            return self.tr('Nobody is on this list yet. Select companies and choose "Add to a list".')
        return self.tr("No company matches. Try fewer characters or another filter.")

    def _settle(self, count: int) -> None:
        """After new rows came: the company at hand stays, or the one that stands in its place now."""
        self._nothing.say(self._why_nothing())
        self.clear_all.setVisible(self.is_narrowed)
        self._nothing.setVisible(count == 0)
        self.bar.everyone.setVisible(count > 1)
        self.table.setVisible(count > 0)
        self.counted.emit(count)
        self._show_scope()
        if self._sought:
            self._look_for()
        if self._at_hand is None or not count or self.scope().count > 1:
            return
        place, key = self._at_hand
        if self.table.held.at_hand == key and self.table.chosen_ranges:
            return
        if self.table.choose(key):
            return
        if self._is_typed_elsewhere():  # the next company is not to come under the keys
            self.let_go()
        else:
            self.table.choose_place(min(place, count - 1))

    def _is_typed_elsewhere(self) -> bool:
        focus = self.window().focusWidget()
        return isinstance(focus, QLineEdit | QPlainTextEdit) and not self.isAncestorOf(focus)


def _key(row: CompanyRow) -> str:
    return row.id
