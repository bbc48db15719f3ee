"""The list of suspected pairs: looked for on demand, gone through one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.models.given import Given, ordered
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.table import Table
from qc_desktop.gui.widgets.whole_row import WholeRow
from qc_desktop.services.companies import duplicates
from qc_desktop.services.companies.duplicates import SuspectedPair


class Pairs(QWidget):
    """``opened`` carries a pair to decide about; ``changed`` tells that there are more or fewer now."""

    opened = Signal(object)
    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._pairs: dict[str, SuspectedPair] = {}
        self._wanted = ""
        self.is_looking = False
        words = context.words
        self.model = PagedModel(Given[SuspectedPair](), self._columns(), lambda pair: pair.key, context.jobs, self)
        self.table = Table(self.model, self.tr("Suspected duplicates"))
        self.head = ListHead(self.table, "duplicates", context)
        self.head.sort_changed.connect(lambda *_: self._show())
        self.table.opened.connect(self._open)
        self.model.counted.connect(self._settle)
        self.progress = ProgressPanel(words)
        self._nothing = label("", "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.progress)
        column.addWidget(self.table, 1)
        column.addWidget(WholeRow(self.table, words))
        column.addWidget(self._nothing, 1)
        self._show()

    def _columns(self) -> tuple[Column[SuspectedPair], ...]:
        words = self._context.words
        made: tuple[Column[SuspectedPair], ...] = (
            Column(
                "why",
                self.tr("Why"),
                7 if words.lang == "zh_CN" else 9.5,
                lambda pair: words.text(f"likeness.why_{pair.why}"),
            ),
            Column("first", self.tr("Company"), 17, lambda pair: pair.first.name, stretch=True, frozen=True),
            Column("uscc", self.tr("Credit code"), 11, lambda pair: pair.first.uscc, rank=1),
            Column("second", self.tr("The other company"), 17, lambda pair: pair.second.name, stretch=True),
            Column("other_uscc", self.tr("Its code"), 11, lambda pair: pair.second.uscc, rank=2),
        )
        return tuple(replace(column, sortable=True) for column in made)

    @property
    def count(self) -> int:
        """How many pairs are left."""
        return len(self._pairs)

    @property
    def at_hand(self) -> SuspectedPair | None:
        """The pair that is selected."""
        return next((self._pairs[str(key)] for key in self.table.chosen_keys if str(key) in self._pairs), None)

    def look(self) -> None:
        """Looks through all companies, unless it is doing so already."""
        if self.is_looking:
            return
        self.is_looking = True
        desk = self._context.services
        task = self._context.jobs.run(lambda: duplicates.suspected(desk.office), self._receive)
        task.ended.connect(self._end)
        self.progress.watch(task, self.tr("Looking for duplicates"))
        self._show()

    def choose(self, pair: SuspectedPair | None) -> None:
        """Selects ``pair`` as soon as the list shows it."""
        self._wanted = pair.key if pair else ""
        self._settle()

    def drop(self, keys: Iterable[str]) -> None:
        """Takes pairs off the list: they were decided about."""
        for key in keys:
            self._pairs.pop(key, None)
        self._show()

    def drop_company(self, company_id: str) -> None:
        """Takes all pairs with a company off the list: it is none any more."""
        self.drop([key for key, pair in self._pairs.items() if company_id in (pair.first.id, pair.second.id)])

    def after(self, key: str) -> SuspectedPair | None:
        """The pair below the one named ``key``, else the first; None where no other is left."""
        keys = list(self._pairs)
        place = keys.index(key) + 1 if key in keys else 0
        following = [*keys[place:], *keys[:place]]
        return next((self._pairs[other] for other in following if other != key), None)

    def _receive(self, found: list[SuspectedPair]) -> None:
        self._pairs = {pair.key: pair for pair in found}

    def _end(self) -> None:
        self.is_looking = False
        self._show()
        if self._pairs and self.isVisible():
            self.table.setFocus()

    def _show(self) -> None:
        shown = ordered(tuple(self._pairs.values()), self.model.columns, self.head.sort, self.head.descending)
        self._pairs = {pair.key: pair for pair in shown}
        self.model.ask(shown)
        self.table.setVisible(bool(self._pairs) and not self.is_looking)
        self._nothing.setVisible(not self._pairs or self.is_looking)
        done = self.tr("No suspected duplicates. Pairs that you marked as different are not shown again.")
        self._nothing.setText("" if self.is_looking else done)
        self.changed.emit()

    def _settle(self) -> None:
        """Something is always selected: the pair that is wanted, else the first."""
        if self._wanted and self.table.choose(self._wanted):
            self._wanted = ""
        elif self.model.rowCount() and not self.table.chosen_ranges:
            self.table.choose_place(0)

    def _open(self, key: object) -> None:
        if isinstance(key, str) and key in self._pairs:
            self.opened.emit(self._pairs[key])

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.table.setFocus()
        if self.model.rowCount() and not self.table.chosen_ranges:
            self.table.choose_place(0)
