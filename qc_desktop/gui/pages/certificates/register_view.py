"""The register: find a certificate, see it beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.certificates.detail import CertificateDetail
from qc_desktop.gui.pages.certificates.lists import register_columns
from qc_desktop.gui.pages.certificates.model import RegisterQuery, RegisterSource
from qc_desktop.gui.widgets.chosen_bar import ChosenBar
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.kept_filter import KeptFilter
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.parts import button
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.certificates.register import CertificateFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.model import Standing

ALL = "all"
Made = TypeVar("Made")


class RegisterView(QWidget):
    """``number_chosen`` carries the number of the certificate at hand, empty for none. ``files_wanted`` and
    ``print_wanted`` tell what a person wants of those selected."""

    number_chosen = Signal(str)
    files_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._words = context.words
        self._campaign_id = ""
        self._sought = ""
        columns = register_columns(context.words, lambda: desk.office.today)
        self.model = PagedModel(RegisterSource(desk), columns, lambda row: row.number, context.jobs, self)
        self.table = Table(self.model, self.tr("Certificates"))
        self.head = ListHead(self.table, "certificates", context, "number")
        self.search = SearchField()
        self.search.name(self.tr("Number, last digits or company"))
        self.search.keep_words_whole()
        self.chips = FilterChips([Chip(ALL, self.tr("All"))])
        self._kept = KeptFilter("certificates", self.chips, context)
        self._wanted = self._kept.chip
        self.detail = CertificateDetail(context.words, context.drafts)
        self.split = ListDetail(self.table, self.detail, self.tr("Back to the register"))
        self.bar = ChosenBar()
        self.bar.add(
            button(self.tr("Make files"), self.files_wanted.emit, "", "download"),
            button(self.tr("Print…"), self.print_wanted.emit, "", "printer"),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.chips, 1)
        row.addWidget(self.head.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.split, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.search.searched.connect(self.ask)
        self.search.left_downwards.connect(self.table.setFocus)
        self.chips.chosen.connect(self.ask)
        self.head.sort_changed.connect(self.ask)
        self.table.current_changed.connect(self._choose)
        self.table.opened.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._count_chosen())
        self.model.counted.connect(self._meet_sought)
        self.model.counted.connect(lambda _: self._count_chosen())  # rows that went were let go without a word

    def show_standing(self, standing: Standing) -> None:
        """Shows the register of the year, with the counts of each state."""
        if standing.campaign_id != self._campaign_id:
            self._campaign_id = standing.campaign_id
        states = {state: self._words.text(f"certificate.{state}") for state in CertificateState}
        chips = [Chip(state, words, standing.by_state.get(state, 0)) for state, words in states.items()]
        self.chips.show_chips([Chip(ALL, self.tr("All"), standing.issued), *chips])
        if self._wanted and not self.is_seeking and self.chips.offers(self._wanted):
            self.chips.choose(self._wanted)
        else:
            self.ask()
        self._wanted = ""

    @property
    def filter(self) -> CertificateFilter:
        """What the list shows; a certificate opened from elsewhere is looked for in every year."""
        chip = self.chips.current
        return CertificateFilter(
            campaign_id="" if self.is_seeking else self._campaign_id,
            text=self.search.text(),
            states=() if chip in ("", ALL) else (chip,),
        )

    def ask(self) -> None:
        """Asks for the rows of the present filter."""
        self.model.ask(RegisterQuery(self.filter, self.head.sort, self.head.descending))

    @property
    def is_seeking(self) -> bool:
        """Whether one certificate is looked for, whatever its year."""
        return bool(self._sought) and self.search.text() == self._sought

    def with_chosen(self, make: Callable[[tuple[str, ...]], Made], show: Callable[[Made], None]) -> None:
        """Gives ``show`` what ``make`` makes, on the slow reader's thread, of the numbers of all selected rows.

        Also of those that were never scrolled to, so that the list has not fetched them.
        """
        self.model.gather(self.table.chosen_ranges, lambda rows: make(tuple(row.number for row in rows)), show)

    def step(self, by: int) -> str:
        """Goes ``by`` rows on in the list; the number there, empty at its ends and while the row is on its way."""
        place = self.table.place_at_hand + by if self.table.chosen_ranges else 0
        key = self.model.key_of(place) if 0 <= place < self.model.rowCount() else None
        if key is None:
            return ""
        self.table.choose_place(place)
        return str(key)

    def show_all(self) -> None:
        """Takes the search and the state away."""
        self.search.clear()
        self.chips.choose(ALL)
        self.ask()

    def seek(self, number: str) -> None:
        """Brings certificate ``number`` forward, whatever year it is of."""
        self._wanted = ""
        self._sought = number
        self.chips.choose(ALL)
        self.search.setText(number)
        self.ask()
        self.number_chosen.emit(number)
        self.split.open_detail()

    def _meet_sought(self, count: int) -> None:
        if self.is_seeking and count:
            self.table.choose(self._sought)

    def _count_chosen(self) -> None:
        count = sum(end - first for first, end in self.table.chosen_ranges)
        self.bar.show_count(count, self.tr("%n selected", "", count))

    def _choose(self, number: str | None) -> None:
        self.number_chosen.emit(number or "")

    def _open(self, number: str | None) -> None:
        if number is not None:
            self.number_chosen.emit(number)
            self.split.open_detail()
