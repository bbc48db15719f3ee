"""疑似重复: the pairs, and beside or instead of them the two companies of one pair."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.duplicates.merge_view import MergeView
from qc_desktop.gui.pages.companies.duplicates.pairs import Pairs
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.views import Views
from qc_desktop.services.companies import distinct, merge_plan, merging
from qc_desktop.services.companies.duplicates import SuspectedPair
from qc_desktop.services.companies.merge_plan import MergePlan
from qc_desktop.services.companies.merging import Merged


class DuplicatesView(QWidget):
    """``left`` carries the company to go on with, empty for none."""

    left = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._ticket = Ticket()
        self._pair = ""
        self._came_from = ""
        self._is_deciding = False
        self.pairs = Pairs(context)
        self.merge = MergeView(context.words)
        self.stack = Views()
        for part in (self.pairs, self.merge):
            self.stack.addWidget(part)
        self._told = label("", "section", wrap=True)
        self.back = button(self.tr("Back"), self.go_back, "plain", "arrow-left")
        self.again = button(self.tr("Look again"), self.pairs.look, "", "refresh-cw")
        self.swap = button(self.tr("Swap sides"), self._swap)
        self.apart = button(self.tr("Not the same"), self._tell_apart)
        self.compare_button = button(self.tr("Compare and merge"), self._compare, "primary")
        self.merge_button = button(self.tr("Merge"), self._merge, "primary", "check")
        self.apart.setToolTip("Ctrl+D")
        self.merge_button.setToolTip("Ctrl+Enter")
        self._lay_out()
        self._connect()
        self._turn_to(self.pairs)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self._told, 1)
        head.addWidget(self.pairs.head.button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.again, self.swap, self.apart):
            foot.addWidget(part)
        foot.addStretch(1)
        for part in (self.compare_button, self.merge_button):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.pairs.opened.connect(self._open)
        self.pairs.changed.connect(self._show_buttons)
        self.pairs.table.current_changed.connect(lambda _: self._show_buttons())
        self.merge.changed.connect(self._show_buttons)
        for keys, act in (("Ctrl+Return", self._go), ("Ctrl+Enter", self._go), ("Ctrl+D", self._tell_apart)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.go_back)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.stack.currentWidget().setFocus()

    def start(self) -> None:
        """Shows the pairs, looked for anew."""
        self._came_from = ""
        self._turn_to(self.pairs)
        self.pairs.look()

    def compare(self, kept_id: str, other_id: str) -> None:
        """Shows two companies that a person came with from the form of the first."""
        self._came_from, self._pair = kept_id, ""
        self._load(kept_id, other_id, suggest=True)

    def go_back(self) -> None:
        """From two companies to the pairs, or where the person came from; from the pairs to the list."""
        self._ticket.tear()
        if self.stack.currentWidget() is self.merge and not self._came_from:
            self._turn_to(self.pairs)
            self.pairs.setFocus()
        else:
            self._leave(self._came_from)

    def _open(self, pair: SuspectedPair) -> None:
        self._pair = pair.key
        self._load(pair.first.id, pair.second.id, suggest=True)

    def _compare(self) -> None:
        if pair := self.pairs.at_hand:
            self._open(pair)

    def _load(self, kept_id: str, other_id: str, *, suggest: bool = False) -> None:
        self._ticket.tear()
        self._ticket = Ticket()
        desk, make = self._context.services, merge_plan.suggested if suggest else merge_plan.plan
        self._context.jobs.query(lambda: make(desk.office, kept_id, other_id), self._show_plan, self._ticket)

    def _show_plan(self, plan: MergePlan) -> None:
        self.merge.show_plan(plan)
        self._turn_to(self.merge)
        self.merge.setFocus()

    def _swap(self) -> None:
        if plan := self.merge.plan:
            self._load(plan.other.id, plan.kept.id)

    def _go(self) -> None:
        (self.merge_button if self.stack.currentWidget() is self.merge else self.compare_button).click()

    def _merge(self) -> None:
        plan, taken, desk = self.merge.plan, self.merge.taken, self._context.services
        if plan is None or self._is_deciding:
            return
        self._decide(True)
        versions = (plan.kept.row_version, plan.other.row_version)
        self._context.jobs.change(
            lambda: merging.merge(desk.office, plan.kept.id, plan.other.id, taken, versions),
            lambda merged: self._after_merging(merged, plan.other.id, plan.other.name),
        ).ended.connect(lambda: self._decide(False))

    def _after_merging(self, merged: Merged, gone: str, name: str) -> None:
        told = self.tr("Merged: {other} went into {kept}.").format(other=name, kept=merged.name)
        self._context.undoing.offer(told, merged.command)
        following = self.pairs.after(self._pair)
        while following and gone in (following.first.id, following.second.id):
            self.pairs.drop([following.key])
            following = self.pairs.after(self._pair)
        self.pairs.drop_company(gone)
        self._go_on(following, merged.id)

    def _tell_apart(self) -> None:
        pair, plan, desk = self.pairs.at_hand, self.merge.plan, self._context.services
        at_pairs = self.stack.currentWidget() is self.pairs
        ids = (pair.first.id, pair.second.id) if at_pairs and pair else ()
        if not at_pairs and plan:
            ids = (plan.kept.id, plan.other.id)
        if len(ids) != 2 or self._is_deciding:
            return
        key = pair.key if at_pairs and pair else self._pair
        self._decide(True)
        self._context.jobs.change(
            lambda: distinct.mark(desk.office, *ids), lambda seq: self._after_telling(key, seq, at_pairs)
        ).ended.connect(lambda: self._decide(False))

    def _after_telling(self, key: str, command: int, at_pairs: bool) -> None:
        self._context.undoing.offer(self.tr("Remembered: not the same company."), command)
        following = self.pairs.after(key)
        self.pairs.drop([key])
        if at_pairs:
            self.pairs.choose(following)
        else:
            self._go_on(following, self._came_from)

    def _go_on(self, following: SuspectedPair | None, company_id: str) -> None:
        """The next pair; where the person came from a company, back to it."""
        if self._came_from:
            self._leave(company_id)
        elif following is not None:
            self._open(following)
        else:
            self._turn_to(self.pairs)

    def _leave(self, company_id: str) -> None:
        self._turn_to(self.pairs)  # the two are decided about, or given up
        self.left.emit(company_id)

    def _decide(self, deciding: bool) -> None:
        self._is_deciding = deciding
        self._show_buttons()

    def _turn_to(self, part: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        self._show_buttons()

    def _show_buttons(self) -> None:
        at_pairs = self.stack.currentWidget() is self.pairs
        count = self.tr("%n suspected pair(s)", "", self.pairs.count)
        looking = self.tr("Suspected duplicates")
        self._told.setText((looking if self.pairs.is_looking else count) if at_pairs else self.tr("Merge two into one"))
        self.pairs.head.button.setVisible(at_pairs)
        self.again.setVisible(at_pairs and not self.pairs.is_looking)
        self.compare_button.setVisible(at_pairs and self.pairs.count > 0)
        self.apart.setVisible(not at_pairs or self.pairs.count > 0)
        for part in (self.swap, self.merge_button):
            part.setVisible(not at_pairs)
        pair_chosen = self.pairs.at_hand is not None
        self.compare_button.setEnabled(pair_chosen)
        self.apart.setEnabled((pair_chosen or not at_pairs) and not self._is_deciding)
        refused = self.merge.plan is None or self.merge.plan.refusal is not None
        self.merge_button.setEnabled(not refused and not self._is_deciding)
