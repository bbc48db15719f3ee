"""The list of the companies to chase, with its filters and what is done with many of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.chasing import Missing
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.campaign.chase import model
from qc_desktop.gui.pages.campaign.chase.model import ChaseSource, Chosen, Query
from qc_desktop.gui.widgets.filter_chips import FilterChips
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.kept_filter import KeptFilter
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.campaigns import chasing
from qc_desktop.services.campaigns.chasing import NEVER, NOT_LATELY, ChaseFilter, ChaseRow

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext


class ChaseList(QWidget):
    """``chosen`` carries the ChaseRow at hand or None; the others that a person wants something done."""

    chosen = Signal(object)
    invite_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._campaign_id = ""
        self.chips = FilterChips(model.chips({}))
        self._kept = KeptFilter("chase", self.chips, context)
        self.search = SearchField()
        self.search.name(self.tr("Name, pinyin or code"))
        self.search.shorten_to(self.tr("Name or code"))
        self.missing, self.reminded = QComboBox(), QComboBox()
        self._offer(context)
        self._recall()
        self.all_again = button(self.tr("Show all of them"), self._show_all_again, "plain", "x")
        self.everyone = button(self.tr("Select all"), self.choose_everyone, "plain", "list-checks")
        # a field that is typed into keeps its Ctrl+A
        QShortcut(QKeySequence.StandardKey.SelectAll, self.everyone, self.everyone.click)
        self.invite = button("", self.invite_wanted.emit, "", "send")
        self.export = button("", self.export_wanted.emit, "", "download")
        self.papers = button(self.tr("Letters and labels"), lambda: None, "", "chevron-down")
        self.contacts = QCheckBox(self.tr("With contacts (noted)"))
        self.contacts.setToolTip(self.tr("Contacts are personal data: who takes them out is noted in the history."))
        self.model: PagedModel[Query, ChaseRow] = PagedModel(
            ChaseSource(context.services), model.columns(context.words), _key, context.jobs, self
        )
        self.table = Table(self.model, self.tr("Companies to chase"))
        self.head = ListHead(self.table, "chase", context, "name")
        self._query = Query(sort=self.head.sort, descending=self.head.descending)
        self._nothing = label(self.tr("No company is on this list."), "muted", wrap=True)
        self._lay_out()
        self._connect()
        hold_still(self)

    def _offer(self, context: PageContext) -> None:
        self.missing.setAccessibleName(self.tr("What is missing"))
        self.missing.addItem(self.tr("Whatever is missing"), "")
        for thing in Missing:
            self.missing.addItem(context.words.text(f"chase.missing_{thing}"), thing.value)
        self.reminded.setAccessibleName(self.tr("When they were reminded"))
        for key, words in (
            ("", self.tr("Reminded or not")),
            (NEVER, self.tr("Never reminded")),
            (NOT_LATELY, self.tr("Not in the last 7 days")),
        ):
            self.reminded.addItem(words, key)

    def _recall(self) -> None:
        """The filter that the list was left with holds again."""
        if self.chips.offers(self._kept.chip):
            self.chips.choose(self._kept.chip)
        for name, box in self._boxes.items():
            box.setCurrentIndex(max(box.findData(self._kept.stored.get(name) or ""), 0))

    @property
    def _boxes(self) -> dict[str, QComboBox]:
        return {"missing": self.missing, "reminded": self.reminded}

    def _narrow(self) -> None:
        self._kept.keep(**{name: str(box.currentData()) for name, box in self._boxes.items()})
        self._ask()

    def _show_all_again(self) -> None:
        for box in self._boxes.values():
            box.setCurrentIndex(0)
        self._narrow()
        self.table.setFocus()

    def _lay_out(self) -> None:
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        narrowing = QHBoxLayout()
        narrowing.addWidget(self.search, 1)
        narrowing.addWidget(self.everyone)
        narrowing.addWidget(self.head.button)
        acting = FlowLayout()
        for part in (self.missing, self.reminded, self.all_again, self.invite, self.papers, self.export, self.contacts):
            acting.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chips)
        column.addLayout(narrowing)
        column.addLayout(acting)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing, 1)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._ask)
        self.search.searched.connect(self._ask)
        self.search.left_downwards.connect(self.table.setFocus)
        self.missing.activated.connect(self._narrow)
        self.reminded.activated.connect(self._narrow)
        self.head.sort_changed.connect(self._sort)
        self.table.current_changed.connect(lambda _: self.chosen.emit(self.row))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._name_actions())
        self.model.counted.connect(self._settle)
        self.model.dataChanged.connect(lambda *_: self.chosen.emit(self.row))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.table.setFocus()

    @property
    def row(self) -> ChaseRow | None:
        """The company at hand, the first of those selected."""
        return self.model.row(self.table.place_at_hand) if self.table.chosen_ranges else None

    @property
    def scope(self) -> Chosen:
        """Whom an action on many means: those selected where they are several, else the whole list."""
        places = self.table.chosen_ranges
        count = sum(end - first for first, end in places)
        if 1 < count < self.model.rowCount():
            return Chosen(count, self.model.answered or self._query, places)
        return Chosen(self.model.rowCount(), self._query)

    @property
    def marked(self) -> Chosen:
        """Whom a reminder means: those selected, one or many."""
        places = self.table.chosen_ranges
        return Chosen(sum(end - first for first, end in places), self.model.answered or self._query, places)

    def show_campaign(self, campaign_id: str, counts: Mapping[str, int]) -> None:
        """Asks for the companies of the campaign; called again after every change."""
        self._campaign_id = campaign_id
        self.chips.show_chips(model.chips(counts))
        self._ask()

    def choose_everyone(self) -> None:
        """Selects the whole list."""
        self.table.selectAll()
        self.table.setFocus()

    def go_on(self) -> None:
        """To the next company; at the end of the list it stays."""
        ranges = self.table.chosen_ranges
        place = ranges[-1][1] if ranges else 0
        if place < self.model.rowCount():
            self.table.choose_place(place)
        self.table.setFocus()

    def _ask(self) -> None:
        wanted = ChaseFilter(
            self._campaign_id,
            self.chips.current,
            self.search.text().strip(),
            str(self.missing.currentData()),
            str(self.reminded.currentData()),
        )
        self.all_again.setVisible(any(box.currentData() for box in self._boxes.values()))
        self._query = Query(wanted, self._query.sort, self._query.descending)
        self.model.ask(self._query)

    def _sort(self, column_id: str, descending: bool) -> None:
        self._query = Query(self._query.wanted, column_id, descending)
        self.model.ask(self._query)

    def _settle(self, count: int) -> None:
        self.table.setVisible(count > 0)
        self._nothing.setVisible(count == 0)
        if count and not self.table.chosen_ranges:
            self.table.choose_place(0)
        self._name_actions()
        self.chosen.emit(self.row)

    def _name_actions(self) -> None:
        """Says on the buttons whom they mean."""
        scope = self.scope
        self.everyone.setVisible(scope.count > 1)
        self.invite.setText(self.tr("&Invite %n", "", scope.count))
        self.export.setText(self.tr("E&xport the list of %n", "", scope.count))
        invitable = self._query.wanted.who in (chasing.OWING, chasing.NOT_INVITED, chasing.AWAITED)
        self.invite.setVisible(invitable and scope.count > 0)
        self.export.setVisible(scope.count > 0)
        self.contacts.setVisible(scope.count > 0)


def _key(row: ChaseRow) -> str:
    return row.participation_id
