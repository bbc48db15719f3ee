"""Step 3: what the import would do, row by row, and the decisions a person has to make."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.imports.decisions import DecisionBar
from qc_desktop.gui.pages.companies.imports.model import (
    ALL,
    PlanSource,
    PreviewQuery,
    PreviewRow,
    columns,
    outcome_names,
    remarks,
)
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.companies.importing import Plan
from qc_desktop.services.companies.matching import Outcome


class RowsStep(QWidget):
    """``changed`` tells that the number of rows to import may be another one."""

    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._words = context.words
        self._source = PlanSource()
        self._has_year = False
        self.decisions: dict[int, Outcome] = {}
        self.chips = FilterChips()
        self.model = PagedModel(self._source, columns(context.words), _key, context.jobs, self)
        self.table = Table(self.model, self.tr("Rows of the list"))
        self._told = label("", "", wrap=True)
        self.bar = DecisionBar()
        self.pledges = QCheckBox()
        self.pledges.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.chips, self.bar):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self._told)
        self.chips.chosen.connect(self._ask)
        self.bar.decided.connect(self._decide)
        self.table.current_changed.connect(self._tell)

    def show_year(self, year: int) -> None:
        """Offers to enter the pledges of ``year`` along with the companies; 0 where none is open."""
        self.pledges.setText(self.tr("Enter their pledges of {year} too").format(year=year))
        self._has_year = year > 0

    @property
    def enters_pledges(self) -> bool:
        """Whether the pledges are entered too."""
        return self._has_year and self.pledges.isChecked()

    def show_plan(self, plan: Plan) -> None:
        """Shows what ``plan`` would do; the rows that need a look come first."""
        self._source.plan = plan
        self.decisions = {}
        self._told.clear()
        counts = plan.counted()
        called = outcome_names()
        chips = [Chip(ALL, self.tr("All"), len(plan.rows))]
        chips += [Chip(outcome.value, called[outcome], counts[outcome]) for outcome in Outcome if counts[outcome]]
        self.chips.show_chips(chips)
        self.chips.choose(Outcome.DUPLICATE.value if counts[Outcome.DUPLICATE] else ALL)

    def importable(self) -> int:
        """How many rows would be imported as things stand."""
        plan = self._source.plan
        if plan is None:
            return 0
        taken = {Outcome.NEW, Outcome.UPDATED} | ({Outcome.UNCHANGED} if self.enters_pledges else set())
        decided: Mapping[int, Outcome] = self.decisions
        return sum(row.outcome in taken or row.row in decided for row in plan.rows)

    def _ask(self) -> None:
        key = self.chips.current
        duplicates = self._source.plan.counted()[Outcome.DUPLICATE] if self._source.plan else 0
        self.bar.setVisible(duplicates > 0 and key in (ALL, Outcome.DUPLICATE))
        self.model.ask(PreviewQuery(key, dict(self.decisions)))

    def _decide(self, decision: Outcome | None, everyone: bool) -> None:
        """Notes the decision for the selected rows, or for all that are to be decided."""
        plan = self._source.plan
        chosen = set(self.table.chosen_keys)
        for row in plan.rows if plan else ():
            if row.outcome is not Outcome.DUPLICATE or not (everyone or row.row in chosen):
                continue
            if decision is None or (decision is Outcome.NEW and row.same_code):
                self.decisions.pop(row.row, None)
            else:
                self.decisions[row.row] = decision
        self._ask()
        self.changed.emit()

    def _tell(self, key: object) -> None:
        ranges = self.table.chosen_ranges
        row: PreviewRow | None = self.model.row(ranges[0][0]) if ranges else None
        self._told.setText(" ".join(remarks(self._words, row)) if row else "")


def _key(row: PreviewRow) -> int:
    return row.plan.row
