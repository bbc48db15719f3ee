"""What was read: the forms by state, and beside them the one at hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.models.given import Given
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.campaign.returns.detail import FormDetail
from qc_desktop.gui.pages.campaign.returns.model import ALL, FormRow, columns, row_of, rows
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.table import Table
from qc_desktop.gui.widgets.unkept import Undecided
from qc_desktop.services.returns import applying, planning
from qc_desktop.services.returns.planning import FormState, ReturnPlan

LEAST_HEIGHT = 200


class Preview(QWidget, Undecided):
    """``changed`` tells that another number of forms may be ready to be brought in.

    What was ticked stays until it is brought in, or others are read: ``wanted_back`` tells that it is asked for.
    """

    changed = Signal()
    wanted_back = Signal()
    open_wanted = Signal(int)
    personal_wanted = Signal(int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._words = context.words
        self._personal: set[int] = set()
        self.plan: ReturnPlan | None = None
        self.choice: dict[int, frozenset[str]] = {}
        self._prefers = False
        self._source = label("", "section")
        self.chips = FilterChips()
        self.model: PagedModel[tuple[FormRow, ...], FormRow] = PagedModel(
            Given(), columns(context.words), lambda row: row.plan.key, context.jobs, self
        )
        self.table = Table(self.model, self.tr("Returned forms"))
        self.detail = FormDetail(context.words)
        self.split = ListDetail(self.table, self.detail, self.tr("Back to the forms"))
        self.split.setMinimumHeight(LEAST_HEIGHT)
        self.split.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._source, self.chips, self.split):
            column.addWidget(part)
        column.setStretch(2, 1)
        self._connect()

    def _connect(self) -> None:
        self.chips.chosen.connect(lambda _: self._ask())
        self.table.current_changed.connect(self._show_form)
        self.table.opened.connect(self._open)
        self.detail.ticked.connect(self._tick)
        self.detail.preferred.connect(self._prefer)
        self.detail.open_wanted.connect(self.open_wanted)
        self.detail.personal_wanted.connect(self.personal_wanted)
        self.model.counted.connect(self._choose_first)
        self.split.returned.connect(self._show_head)

    @property
    @override
    def holds_decisions(self) -> bool:
        return self._prefers or bool(self.choice)

    @property
    @override
    def decided_at(self) -> QWidget:
        return self.table

    @override
    def come_back(self) -> None:
        if self.isHidden():
            self.wanted_back.emit()

    def forget(self) -> None:
        """What was decided is brought in, or given up."""
        self.choice, self._prefers = {}, False

    @property
    def ready(self) -> int:
        """How many forms would be brought in now."""
        return applying.ready(self.plan, self.choice) if self.plan else 0

    @property
    def left(self) -> int:
        """How many forms would be left."""
        return sum(each.state in planning.LEFT_OUT for each in self.plan.forms) if self.plan else 0

    def show_plan(self, plan: ReturnPlan) -> None:
        """Shows ``plan``; what needs a look comes first."""
        self.plan, self.choice, self._personal, self._prefers = plan, {}, set(), False
        self.table.clearSelection()  # what was at hand of the forms before has the same keys
        self._source.setText(self.tr("%n file(s) in {source}", "", len(plan.forms)).format(source=plan.source))
        self._show_chips(plan)
        self.split.close_detail()
        offered = (FormState.CHANGED, FormState.PROBLEM, FormState.UNKNOWN)
        self.chips.choose(next((state.value for state in offered if self.chips.offers(state.value)), ALL))

    def show_personal(self, key: int) -> None:
        """Shows the personal data of the form ``key`` in full."""
        self._personal.add(key)
        self._show_form(key)

    def _show_chips(self, plan: ReturnPlan) -> None:
        counts = plan.counted()
        chips = [
            Chip(state.value, self._words.text(f"returns.form_{state}"), count)
            for state, count in counts.items()
            if count
        ]
        self.chips.show_chips([*chips, Chip(ALL, self.tr("All"), len(plan.forms))])

    def _ask(self) -> None:
        if self.plan is not None:
            self.model.ask(rows(self.plan, self.choice, self.chips.current, self._words))

    def _choose_first(self, count: int) -> None:
        """There is always a form at hand where there is one."""
        if count and not self.table.selectionModel().hasSelection():
            self.table.choose_place(0)
        elif not count:
            self._show_form(None)

    def _show_form(self, key: object) -> None:
        found = None
        if self.plan is not None and isinstance(key, int):
            found = row_of(self.plan.forms[key], self.choice, self._words)
        self.detail.show_row(found, personal=key in self._personal)

    def _open(self, key: object) -> None:
        self._show_form(key)
        self.split.open_detail()
        self._show_head()
        self.detail.take_focus()

    def _show_head(self) -> None:
        """On a small screen one form has all the height."""
        alone = self.split.is_open and not self.split.is_wide
        self._source.setVisible(not alone)
        self.chips.setVisible(not alone)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_head()

    def _tick(self, key: int, taken: frozenset[str]) -> None:
        self.choice[key] = taken
        self._ask()
        self.changed.emit()

    def _prefer(self, key: int) -> None:
        if self.plan is None:
            return
        self.plan, self._prefers = planning.prefer(self.plan, key), True
        self._show_chips(self.plan)
        self._ask()
        self._show_form(key)
        self.changed.emit()
