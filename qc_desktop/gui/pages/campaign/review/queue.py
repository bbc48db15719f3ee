"""待审核: who waits for a verdict, by name; and where one stands in the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.companies.model import CompanySource, Query
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.rows import CompanyRow

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext


class Queue(QWidget):
    """``chosen`` carries the CompanyRow at hand or None; ``counted`` how many wait."""

    chosen = Signal(object)
    counted = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        title = QCoreApplication.translate("ReviewQueue", "In review")
        column = Column[CompanyRow]("name", title, 10, lambda row: row.name, stretch=True)
        self.model: PagedModel[Query, CompanyRow] = PagedModel(
            CompanySource(context.services), (column,), _key, context.jobs, self
        )
        self.table = Table(self.model, self.tr("Companies in review"))
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self._campaign_id = ""
        self._place = 0
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.table.current_changed.connect(self._tell)
        self.model.counted.connect(self._settle)

    @property
    def place(self) -> int:
        """Where in the line the company at hand stands, counted from 0."""
        return self._place

    @property
    def row(self) -> CompanyRow | None:
        """The company at hand."""
        return self.model.row(self.table.place_at_hand) if self.table.chosen_ranges else None

    @property
    def after(self) -> CompanyRow | None:
        """The company that comes next, where it is fetched."""
        return self.model.row(self._place + 1) if self._place + 1 < self.model.rowCount() else None

    def show_campaign(self, campaign_id: str) -> None:
        """Asks who waits in the campaign."""
        self._campaign_id = campaign_id
        self.model.ask(Query(CompanyFilter(campaign_id=campaign_id, stages=(Stage.MATERIAL_REVIEW.value,))))

    def step(self, way: int) -> None:
        """To the next company (1) or the one before (-1)."""
        place = self._place + way
        if 0 <= place < self.model.rowCount():
            self.table.choose_place(place)

    def pass_on(self) -> None:
        """Goes on from a company that was dealt with, before it has left the line."""
        self.step(1 if self._place + 1 < self.model.rowCount() else -1)

    def _tell(self, _key: object) -> None:
        if self.table.chosen_ranges:
            self._place = self.table.place_at_hand
        self.chosen.emit(self.row)

    def _settle(self, count: int) -> None:
        """There is always somebody at hand while somebody waits."""
        if count and not self.table.chosen_ranges:
            self.table.choose_place(min(self._place, count - 1))
        elif count:
            self._place = self.table.place_at_hand
        self.counted.emit(count)


def _key(row: CompanyRow) -> str:
    return row.id
