"""Changing many companies: what is set above, what that does below, and one button that does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain.progress import Job
from qc_desktop.errors import UserError
from qc_desktop.gui.desk import Done
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.companies.bulk.draft import BulkDrafts
from qc_desktop.gui.pages.companies.bulk.line import EditLine
from qc_desktop.gui.pages.companies.bulk.model import CHANGED, REFUSED, BulkSource, columns
from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.spared import kept
from qc_desktop.gui.widgets.table import Table
from qc_desktop.gui.widgets.whole_row import WholeRow
from qc_desktop.services.companies import bulk_editing
from qc_desktop.services.companies.bulk_editing import BulkPlan
from qc_desktop.services.companies.bulk_values import FIELDS
from qc_desktop.services.drafts import Draft
from qc_desktop.services.members.fields import FieldRow

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.companies.choices import Choices

T = TypeVar("T")
REMEMBERED = 5000
"""A draft keeps up to so many companies; beyond, whom it is for is chosen anew."""


class BulkPanel(QWidget):
    """``left`` tells that the person is through, or gave up."""

    left = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._scope: Scope | None = None
        self._choices: Choices | None = None
        self._ids: list[str] = []
        self._meant = Ticket()
        self._own: tuple[FieldRow, ...] = ()
        self._plan: BulkPlan | None = None
        self._asked = 0
        self.lines: list[EditLine] = []
        self._source = BulkSource(context.services)
        shown = columns(context.words, self._source)
        self.model = PagedModel(self._source, shown, lambda row: row.company_id, context.jobs, self)
        self.table = Table(self.model, self.tr("What changes"))
        self._whole = WholeRow(self.table, context.words)
        self.chips = FilterChips()
        self.chips.chosen.connect(self._ask)
        self.progress = ProgressPanel(context.words)
        self.progress.finished.connect(self._settle)
        self._title = label("", "section")
        self._told = label("", "muted", wrap=True)
        self.add = button(self.tr("Change something else too"), self.add_line, "plain", "plus")
        self.back = button(self.tr("Back to the list"), self.leave, "plain", "arrow-left")
        self.look = button(self.tr("Show what changes"), self.preview, "primary", "eye")
        self.go = button("", self.run, "primary", "check")
        self.drafts = BulkDrafts(context.drafts, self._unsaved, self)
        kept(self)
        self._lay_out()

    def _lay_out(self) -> None:
        self._edits = QVBoxLayout()
        self._edits.setSpacing(8)
        head, told, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.add)
        told.setSpacing(12)
        told.addWidget(self.chips)
        told.addWidget(self._told, 1)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.look)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._edits)
        column.addWidget(self.progress)
        column.addLayout(told)
        column.addWidget(self.table, 1)
        column.addWidget(self._whole)
        self._space = QWidget()
        column.addWidget(self._space, 1)
        column.addLayout(foot)

    def offer(self, choices: Choices) -> None:
        """Offers provinces and industries in the lines to come."""
        self._choices = choices

    def show_own(self, fields: Sequence[FieldRow]) -> None:
        """Offers the association's own fields in the lines to come."""
        self._own = tuple(row for row in fields if row.active)

    @property
    def _offered(self) -> list[str]:
        return [*FIELDS, *(row.key for row in self._own)]

    def start(self, scope: Scope, draft: Draft | None = None) -> None:
        """Begins with one line for the companies of ``scope``, or goes on with what was typed for them, in ``draft``.

        What was typed for others stays theirs.
        """
        if self._scope is not None:
            self.drafts.put_by()
        self.drafts.begin()
        self._scope, self._ids = scope, list(scope.ids)
        self._meant.tear()
        if 0 < scope.count <= REMEMBERED and not scope.ids:
            desk = self._context.services
            self._meant = self._context.jobs.query(lambda: scope.company_ids(desk.office), self._remember)
        self._title.setText(self.tr("Change %n company(ies)", "", scope.count))
        self._put(draft or self.drafts.unnamed(scope.count))

    def _put(self, draft: Draft | None) -> None:
        """Shows what was typed before, else one empty line."""
        for line in list(self.lines):
            self._take_away(line)
        if draft is not None:
            self.drafts.take_up(draft)
        for field, value in draft.values["edits"] if draft else ():
            if field in self._offered:  # an own field may be retired since
                self.add_line()
                self.lines[-1].put(field, value)
        if not self.lines:
            self.add_line()

    def _remember(self, ids: list[str]) -> None:
        """Whom it is for, once the records have said it; what was typed for just these is shown again."""
        self._ids = ids
        if self._unsaved() is not None:
            self.drafts.touch()
        elif (before := self.drafts.typed_for(ids)) is not None:
            self._put(before)
            self.lines[0].start()

    def add_line(self) -> None:
        """One more thing to set."""
        used = {line.edit().field for line in self.lines}
        free = [field for field in self._offered if field not in used]
        line = EditLine(self._context.words, self._choices, self._own, free[0] if free else FIELDS[0])
        line.edited.connect(self._forget)
        line.gone.connect(self._take_away)
        self.lines.append(line)
        self._edits.addWidget(line)
        self._forget()
        line.start()

    def _take_away(self, line: EditLine) -> None:
        self.lines.remove(line)
        self._edits.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._forget()

    def _unsaved(self) -> tuple[str, dict[str, Any]] | None:
        """What was typed, and for whom, after what it is called."""
        edits = [list(typed) for typed in (line.typed() for line in self.lines) if typed[1].strip()]
        if not edits or self._scope is None:
            return None
        title = self.tr("Change %n company(ies)", "", self._scope.count)
        return title, {"edits": edits, "companies": self._ids, "count": self._scope.count}

    def _forget(self) -> None:
        """What was shown belongs to other values: it is shown anew before anything is written."""
        self.drafts.touch()
        self._show(None)

    def _show(self, plan: BulkPlan | None) -> None:
        self._plan = plan
        changed = len(plan.changed) if plan else 0
        self.go.setVisible(plan is not None)
        self.go.setText(self.tr("Change %n company(ies)", "", changed))
        self.go.setEnabled(changed > 0)
        self.look.setVisible(plan is None)
        self.look.setEnabled(bool(self.lines))
        self.add.setEnabled(len(self.lines) < len(self._offered))
        for part in (self.table, self.chips, self._told):
            part.setVisible(plan is not None)
        self._space.setVisible(plan is None)
        for line in self.lines:
            line.remove.setVisible(len(self.lines) > 1)

    def preview(self) -> None:
        """Asks what the values would do."""
        scope, desk = self._scope, self._context.services
        edits = [line.edit() for line in self.lines]
        if scope is None:
            return

        def job() -> Job[BulkPlan]:
            return (yield from bulk_editing.plan(desk.office, scope.company_ids(desk.office), edits))

        self._watch(job, self._take, self.tr("Looking at the companies"))

    def _take(self, plan: BulkPlan) -> None:
        self._source.plan = plan
        self._show(plan)
        chips = [Chip(CHANGED, self.tr("Will change"), len(plan.changed))]
        if plan.refused:
            chips.append(Chip(REFUSED, self.tr("Passed over"), len(plan.refused)))
        self.chips.show_chips(chips)
        self._told.setText(self.tr("%n stay(s) as it is: nothing is different there.", "", plan.unchanged))
        self._told.setVisible(plan.unchanged > 0)
        self.chips.choose(CHANGED if plan.changed or not plan.refused else REFUSED)

    def _ask(self) -> None:
        self._asked += 1
        self.model.ask((self.chips.current, self._asked))

    def run(self) -> None:
        """Writes what is shown."""
        plan, desk = self._plan, self._context.services
        if plan is None:
            return

        self._watch(
            lambda: desk.doing_job(bulk_editing.apply(desk.office, plan)),
            self._finish,
            self.tr("Changing the companies"),
        )

    def _watch(self, job: Callable[[], Job[T]], show: Callable[[T], None], title: str) -> None:
        task = self._context.jobs.run(job, show, self._refuse)
        self.progress.watch(task, title)
        self._set_working(True)

    def _finish(self, done: Done[int]) -> None:
        self._context.undoing.offer(self.tr("%n company(ies) changed", "", done.result), done.command)
        self.leave()
        self.drafts.forget()

    def leave(self) -> None:
        """Back to the list; nothing more is written, and what was typed is there the next time."""
        self.drafts.put_by()
        self._meant.tear()
        self._scope = None
        self.left.emit()

    def _settle(self) -> None:
        self._set_working(False)
        if self.isVisible():
            (self.go if self.go.isEnabled() and self.go.isVisible() else self.look).setFocus()

    def _set_working(self, working: bool) -> None:
        for part in (self.add, self.back, self.look, *self.lines):
            part.setEnabled(not working)
        self.go.setEnabled(not working and bool(self._plan and self._plan.changed))

    def _refuse(self, error: UserError) -> None:
        self._context.speaker.say(Tone.BAD, self._context.words.of(error))
        if error.code == "store.changed_meanwhile":
            self._forget()
