"""A carrier's list before it is noted: every row with what becomes of it and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.models.given import Given
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.certificates.sending.columns import planned_columns
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.table import Table
from qc_desktop.gui.widgets.unkept import Undecided
from qc_desktop.services.certificates.dispatching import Fate

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.certificates.dispatching import DispatchPlan, PlannedDispatch

ALL, DOUBTFUL = "all", "doubtful"


class DispatchPreview(QWidget, Undecided):
    """``confirmed`` carries the plan that a person wants noted; ``left`` that it is given up.

    ``waiting_changed`` tells that a list waits for that now, or no longer.
    """

    confirmed = Signal(object)
    left = Signal()
    waiting_changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._words = context.words
        self.plan: DispatchPlan | None = None
        self._heading = label("", "section", wrap=True)
        self._unused = label("", "small", wrap=True)
        self.apply = button("", self._confirm, "primary", "check")
        self.chips = FilterChips()
        self.model: PagedModel[tuple[PlannedDispatch, ...], PlannedDispatch] = PagedModel(
            Given(), planned_columns(context.words), lambda row: row.row, context.jobs, self
        )
        self.table = Table(self.model, self.tr("Rows of the list"))
        self.told = label("", "small", wrap=True)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        for act in (self.apply, button(self.tr("Leave it"), self.left.emit)):
            row.addWidget(act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._heading, buttons, self._unused, self.chips, self.told):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        self.chips.chosen.connect(self._ask)
        self.table.current_changed.connect(lambda _: self._tell())
        self.model.counted.connect(self._choose_first)

    @property
    @override
    def holds_decisions(self) -> bool:
        return self.plan is not None

    @property
    @override
    def decided_at(self) -> QWidget:
        return self.apply if self.apply.isEnabled() else self.table

    def forget(self) -> None:
        """The list is noted, or given up."""
        self.plan = None
        self.waiting_changed.emit()

    def show_plan(self, plan: DispatchPlan) -> None:
        """Shows ``plan``; what is wrong first, where something is, else what is remarked on."""
        self.plan = plan
        count, doubtful = len(plan.of(Fate.NEW)), len(plan.doubtful)
        self._heading.setText(plan.source)
        looked_at = self.tr("Note %n row(s), {doubtful} with a remark", "", count).format(doubtful=doubtful)
        self.apply.setText(looked_at if doubtful else self.tr("Note %n row(s)", "", count))
        self.apply.setEnabled(count > 0)
        unused = self.tr("Columns that are not used: {names}").format(names=self._words.listed(plan.unused))
        self._unused.setText(unused)
        self._unused.setVisible(bool(plan.unused))
        chips = [Chip(fate, self._words.text(f"dispatch.{fate}"), len(plan.of(fate))) for fate in Fate]
        chips.append(Chip(DOUBTFUL, self._words.text("dispatch.doubtful"), doubtful))
        self.chips.show_chips([Chip(ALL, self.tr("All"), len(plan.rows)), *(chip for chip in chips if chip.count)])
        self.chips.choose(Fate.ERROR if plan.of(Fate.ERROR) else DOUBTFUL if doubtful else ALL)
        self._ask()
        self.decided_at.setFocus()
        self.waiting_changed.emit()

    def _ask(self) -> None:
        if self.plan is not None:
            chip, plan = self.chips.current, self.plan
            fates = {fate.value: plan.of(fate) for fate in Fate}
            self.model.ask({**fates, DOUBTFUL: plan.doubtful}.get(chip, plan.rows))

    def _choose_first(self, count: int) -> None:
        """So that whose row it is, and all of what is said of it, stands above also where the list is narrow."""
        if count and not self.table.chosen_ranges:
            self.table.choose_place(0)

    def _tell(self) -> None:
        """Says all of the row at hand, whose reason a narrow list cuts."""
        row = self.model.row(self.table.currentIndex().row())
        said = (row.holder, *map(self._words.of, row.findings)) if row else ()
        self.told.setText("  ".join(filter(None, said)))

    def _confirm(self) -> None:
        if self.plan is not None:
            self.confirmed.emit(self.plan)
