"""打印台: all batches, the one at hand beside them, and what prints now at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.certificates.printing.acts import BatchSource
from qc_desktop.gui.pages.certificates.printing.batch_detail import BatchDetail
from qc_desktop.gui.pages.certificates.printing.lists import batch_columns
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.or_empty import OrEmpty
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext


class DeskView(QWidget):
    """``batch_chosen`` carries the id of the batch at hand, empty for none; ``print_wanted`` that there is none."""

    batch_chosen = Signal(str)
    print_wanted = Signal()

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._sought = ""
        self.model = PagedModel(BatchSource(desk), batch_columns(context.words), lambda row: row.id, context.jobs, self)
        self.table = Table(self.model, self.tr("Print batches"))
        self.head = ListHead(self.table, "print_batches", context)
        self.detail = BatchDetail(context, desk)
        self.split = ListDetail(self.table, self.detail, self.tr("Back to the batches"))
        self.bar = MessageBar()
        self.progress = ProgressPanel(context.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head.button, 0, Qt.AlignmentFlag.AlignRight)
        nothing = EmptyState(
            "printer",
            self.tr("Nothing was printed yet"),
            self.tr("Certificates go to a printer in batches; what became of every sheet stands here."),
            Action(self.tr("Print certificates…"), self.print_wanted.emit),
        )
        self.listed = OrEmpty(self.split, self.model, nothing, lambda: False, lambda: None)
        column.addWidget(self.listed, 1)
        self.table.current_changed.connect(lambda key: self.batch_chosen.emit(str(key or "")))
        self.table.opened.connect(lambda key: self.split.open_detail() if key else None)
        self.model.counted.connect(self._meet_sought)

    def show_batches(self, batch_id: str = "") -> None:
        """Asks for the batches, and brings ``batch_id`` forward where one is named."""
        self._sought = batch_id
        self.model.ask("")

    def _meet_sought(self, count: int) -> None:
        """The batch at hand is asked for again too: its sheets changed where its place in the list did not."""
        if count and self._sought:
            self.table.choose(self._sought)
            self.split.open_detail()
        elif count and not self.table.selectionModel().hasSelection():
            self.table.choose_place(0)
        self._sought = ""
        keys = self.table.chosen_keys
        self.batch_chosen.emit(str(keys[0]) if keys else "")
