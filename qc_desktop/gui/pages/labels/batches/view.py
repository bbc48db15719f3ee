"""All batches with their balance, the one at hand beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.labels import LabelBatchState
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.labels.batches.detail import LabelBatchDetail
from qc_desktop.gui.pages.labels.lists import batch_columns, batch_no
from qc_desktop.gui.pages.labels.model import BatchSource
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.or_empty import WIDTH, OrEmpty
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.labels.batches import BatchFilter

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext

ALL = "all"


class BatchesView(QWidget):
    """``batch_chosen`` carries the number of the batch at hand, empty for none; ``issue_wanted`` that there is none."""

    batch_chosen = Signal(str)
    issue_wanted = Signal()

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._sought = ""
        self.model = PagedModel(BatchSource(desk), batch_columns(context.words), batch_no, context.jobs, self)
        self.table = Table(self.model, self.tr("Label batches"))
        self.head = ListHead(self.table, "label_batches", context)
        self.search = SearchField()
        self.search.name(self.tr("Batch, lot, product or company"))
        self.search.keep_words_whole()
        states = [Chip(state.value, context.words.text(f"label.state_{state}")) for state in LabelBatchState]
        self.chips = FilterChips([Chip(ALL, self.tr("All")), *states])
        self.detail = LabelBatchDetail(context, desk)
        nothing = EmptyState(
            "award",
            self.tr("No labels yet"),
            self.tr("Labels are issued in batches, under an agreement. What became of each stands here."),
            Action(self.tr("Issue labels"), self.issue_wanted.emit),
            width=WIDTH,
        )
        self.listed = OrEmpty(self.table, self.model, nothing, lambda: self._is_narrowed, self._show_all)
        self.split = ListDetail(self.listed, self.detail, self.tr("Back to the batches"))
        self._lay_out()
        self.split.arranged.connect(self._make_room)
        self.search.searched.connect(self.ask)
        self.search.left_downwards.connect(self.table.setFocus)
        self.chips.chosen.connect(self.ask)
        self.table.current_changed.connect(lambda key: self.batch_chosen.emit(str(key or "")))
        self.table.opened.connect(lambda key: self.split.open_detail() if key else None)
        self.model.counted.connect(self._meet_sought)

    def _lay_out(self) -> None:
        self.narrowing = QWidget()
        row = QHBoxLayout(self.narrowing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.chips, 1)
        row.addWidget(self.head.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.narrowing)
        column.addWidget(self.split, 1)

    @property
    def shows_list(self) -> bool:
        """Whether the list is in sight, alone or beside what is at hand."""
        return self.split.is_wide or not self.split.is_open

    def _make_room(self) -> None:
        """What narrows the list gives way where the list itself does."""
        self.narrowing.setVisible(self.shows_list)

    def ask(self) -> None:
        """Asks for the batches of the present filter."""
        chip = self.chips.current
        self.model.ask(BatchFilter(text=self.search.text(), states=() if chip in ("", ALL) else (chip,)))

    @property
    def _is_narrowed(self) -> bool:
        return bool(self.search.text().strip()) or self.chips.current not in ("", ALL)

    def _show_all(self) -> None:
        self.search.clear()
        self.chips.choose(ALL)
        self.ask()

    def seek(self, number: str) -> None:
        """Brings the batch forward."""
        self._sought = number
        self.search.clear()
        self.chips.choose(ALL)
        self.batch_chosen.emit(number)
        self.split.open_detail()

    def search_for(self, text: str) -> None:
        """Lists the batches that ``text`` finds."""
        self.search.setText(text)
        self.split.close_detail()
        self.ask()

    def _meet_sought(self, count: int) -> None:
        sought, self._sought = self._sought, ""
        if count and sought:
            self.table.choose(sought)
        elif count and not self.table.selectionModel().hasSelection():
            self.table.choose_place(0)
