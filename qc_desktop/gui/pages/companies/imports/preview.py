"""Step 3: what the import would do, row by row, and the decisions a person has to make."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.imports.decisions import DecisionBar, RenamedBar
from qc_desktop.gui.pages.companies.imports.draft import Cells, Decided
from qc_desktop.gui.pages.companies.imports.fix_model import FixModel
from qc_desktop.gui.pages.companies.imports.fix_table import FixTable
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
from qc_desktop.services.companies.importing import WRITTEN
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.companies.planning import LEFT_OUT, Plan, decided_rows


class RowsStep(QWidget):
    """``changed`` tells that the number of rows to import may be another one.

    ``corrected`` tells that a person corrected a cell, ``settled`` that one decided rows.
    """

    changed = Signal()
    corrected = Signal()
    settled = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._words = context.words
        self._source = PlanSource()
        self._has_year = False
        self.decisions: dict[int, Outcome] = {}
        self._waiting: Decided = ()
        self.chips = FilterChips()
        self.model = PagedModel(self._source, columns(context.words), _key, context.jobs, self)
        self.table = Table(self.model, self.tr("Rows of the list"))
        self._fix_model = FixModel(context.words, self)
        self.fix = FixTable(self._fix_model)
        self._told = label("", "", wrap=True)
        self.bar, self.renamed = DecisionBar(), RenamedBar()
        self.pledges = QCheckBox()
        self.pledges.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.chips, self.bar, self.renamed):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.fix, 1)
        column.addWidget(self._told)
        self.chips.chosen.connect(self._turn_to)
        self.bar.decided.connect(self._decide)
        self.renamed.decided.connect(self._let_rename)
        self.table.current_changed.connect(self._tell)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._arm())
        self.fix.row_changed.connect(self._tell_reasons)
        self._fix_model.corrected.connect(self.corrected)

    def show_year(self, year: int) -> None:
        """Offers to enter the pledges of ``year`` along with the companies; 0 where none is open."""
        self.pledges.setText(self.tr("Enter pledges of {year} too").format(year=year))
        self._has_year = year > 0

    @property
    def enters_pledges(self) -> bool:
        """Whether the pledges are entered too."""
        return self._has_year and self.pledges.isChecked()

    def show_plan(self, plan: Plan) -> None:
        """Shows what ``plan`` would do; the rows that need a look come first."""
        self._source.plan = plan
        self.decisions, self._waiting = {}, ()
        self._told.clear()
        self._fix_model.show_plan(plan)
        self._show_chips(plan)
        offered = (Outcome.ERROR.value, Outcome.DUPLICATE.value, Outcome.RENAMED.value, ALL)
        self.chips.choose(next(key for key in offered if self.chips.offers(key)))

    def show_mended(self, plan: Plan) -> None:
        """Shows ``plan``, made with the corrections; a decision stays while it is about the same company."""
        meant = _in_doubt(self._source.plan)
        means_now = _in_doubt(plan)
        self._source.plan = plan
        same = {row for row, company in means_now.items() if meant.get(row) == company}
        self.decisions = {row: decision for row, decision in self.decisions.items() if row in same}
        self._decide_waiting(means_now)
        self._fix_model.show_mended(plan)
        self._show_chips(plan)
        self._ask()
        self._tell_reasons(self.fix.currentIndex().row())

    @property
    def corrections(self) -> Mapping[tuple[int, int], str]:
        """The corrected cells by row number and column (from 0)."""
        return self._fix_model.corrections

    @property
    def decided(self) -> Decided:
        """The decisions, also those whose row does not mean their company now, as before its corrections are put in."""
        meant = _in_doubt(self._source.plan)
        made = [(row, meant[row], decision) for row, decision in self.decisions.items() if row in meant]
        return [*made, *self._waiting]

    def put_back(self, corrections: Cells, decided: Decided) -> None:
        """Takes up again what was corrected and decided, after the list was read anew.

        A decision holds once its row means the same company: often only when the corrections were looked at.
        """
        self._fix_model.corrections = dict(corrections)
        self._waiting = decided
        self._decide_waiting(_in_doubt(self._source.plan))
        self._ask()
        self.changed.emit()

    def _decide_waiting(self, means_now: Mapping[int, str]) -> None:
        due = {row: decision for row, company, decision in self._waiting if means_now.get(row) == company}
        self.decisions = due | self.decisions
        self._waiting = [each for each in self._waiting if each[0] not in self.decisions]

    def _show_chips(self, plan: Plan) -> None:
        counts = plan.counted()
        called = outcome_names()
        kept = {Outcome.ERROR} if self._fix_model.rowCount() else set[Outcome]()  # mended rows stay in sight
        shown = [outcome for outcome in Outcome if counts[outcome] or outcome in kept]
        chips = [Chip(ALL, self.tr("All"), len(plan.rows))]
        self.chips.show_chips(chips + [Chip(outcome.value, called[outcome], counts[outcome]) for outcome in shown])

    def importable(self) -> int:
        """How many rows would be imported as things stand."""
        return self._counted({*WRITTEN} | ({Outcome.UNCHANGED} if self.enters_pledges else set()))

    def left_out(self) -> int:
        """How many rows would be left out as they need mending, a decision, or were decided so."""
        return self._counted(set(LEFT_OUT))

    def _counted(self, outcomes: set[Outcome]) -> int:
        rows = self._source.plan.rows if self._source.plan else ()
        return sum(row.outcome in outcomes for row in decided_rows(rows, self.decisions))

    def _turn_to(self) -> None:
        """Another kind of rows: what was said of a row of the kind before goes."""
        self._told.clear()
        self._ask()
        self._tell_reasons(self.fix.currentIndex().row())

    def _ask(self) -> None:
        key = self.chips.current
        duplicates = self._source.plan.counted()[Outcome.DUPLICATE] if self._source.plan else 0
        self.bar.setVisible(duplicates > 0 and key in (ALL, Outcome.DUPLICATE))
        self.renamed.setVisible(key == Outcome.RENAMED)
        self.fix.setVisible(key == Outcome.ERROR)
        self.table.setVisible(key != Outcome.ERROR)
        self.model.ask(PreviewQuery(key, dict(self.decisions)))

    def _decide(self, decision: Outcome | None, everyone: bool) -> None:
        """Notes the decision for the selected rows, or for all that are to be decided."""
        plan = self._source.plan
        chosen = set(self.table.chosen_keys)
        for row in plan.rows if plan else ():
            if row.outcome is not Outcome.DUPLICATE or not (everyone or row.row in chosen):
                continue
            is_possible = decision is not Outcome.NEW or not row.same_code
            self._note(row.row, decision if is_possible else None)
        self._settle()

    def _let_rename(self, leaves_out: bool, everyone: bool) -> None:
        """Leaves renamed companies out, or takes them after all: the selected ones, or all."""
        plan, chosen = self._source.plan, set(self.table.chosen_keys)
        for row in plan.rows if plan else ():
            if row.outcome is Outcome.RENAMED and (everyone or row.row in chosen):
                self._note(row.row, Outcome.ERROR if leaves_out else None)
        self._settle()

    def _note(self, row: int, decision: Outcome | None) -> None:
        """The latest word on a row; None leaves it as it is without one."""
        self._waiting = [each for each in self._waiting if each[0] != row]
        self.decisions.pop(row, None)
        self.decisions |= {row: decision} if decision is not None else {}

    def _settle(self) -> None:
        self._ask()
        self.changed.emit()
        self.settled.emit()

    def _arm(self) -> None:
        """What is selected can be decided as far as it is in doubt."""
        chosen = set(self.table.chosen_keys)
        meant = {row.outcome for row in self._source.plan.rows if row.row in chosen} if self._source.plan else set()
        self.bar.show_chosen(Outcome.DUPLICATE in meant)
        self.renamed.show_chosen(Outcome.RENAMED in meant)

    def _tell_reasons(self, row: int) -> None:
        if 0 <= row < self._fix_model.rowCount() and self.fix.isVisibleTo(self):
            self._told.setText(self._fix_model.reasons(row))

    def _tell(self, key: object) -> None:
        ranges = self.table.chosen_ranges
        row: PreviewRow | None = self.model.row(ranges[0][0]) if ranges else None
        told = " ".join(remarks(self._words, row)) if row else ""
        self._told.setText(self._words.named(row.plan.draft.name, told) if row and told else told)


def _in_doubt(plan: Plan | None) -> dict[int, str]:
    """The rows to decide, each with the company that it may be; one that is new in the list has no lasting id."""
    rows = plan.rows if plan else ()
    new = {row.company_id: f"row {row.row}" for row in rows if row.outcome is Outcome.NEW}
    doubtful = [row for row in rows if row.outcome in (Outcome.DUPLICATE, Outcome.RENAMED)]
    return {row.row: new.get(row.company_id, row.company_id) for row in doubtful}


def _key(row: PreviewRow) -> int:
    return row.plan.row
