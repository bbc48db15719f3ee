"""结转 put together: the groups of what changed, their companies, and bringing them in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.campaign.nobody import importing
from qc_desktop.gui.pages.campaign.rolling import model
from qc_desktop.gui.pages.campaign.rolling.marks import Marks
from qc_desktop.gui.pages.campaign.rolling.model import EVERYONE, RollSource
from qc_desktop.gui.pages.form_drafts import FormDrafts
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.filter_chips import FilterChips
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.table import Table
from qc_desktop.gui.widgets.views import Views
from qc_desktop.services.campaigns import rolling
from qc_desktop.services.campaigns.rolling import RollFilter, RollRow
from qc_desktop.services.campaigns.since import LEFT_STAGES, Group

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk, Done
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.widgets.progress_panel import ProgressPanel
    from qc_desktop.services.campaigns.rolling import Rolled, RollPlan
    from qc_desktop.services.campaigns.years import CampaignRow


KIND = "rolling"


class _Choice(Table):
    """A Table whose space bar marks the selected companies."""

    marked = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.marked.emit()
        else:
            super().keyPressEvent(event)


class RollView(QWidget):
    """Last year's companies. ``company_wanted`` carries the id of one to look at; ``rolled``: they are in.

    Who is left out stays with the year, in a draft too, until the others are brought in.
    """

    company_wanted = Signal(str)
    rolled = Signal()

    def __init__(self, context: PageContext, progress: ProgressPanel) -> None:
        super().__init__()
        self._context = context
        self._desk: Desk = context.services
        self._progress = progress
        self._plan: RollPlan | None = None
        self._campaign_id = ""
        self._marks = Marks(self)
        self._marks.changed.connect(self._mark)
        self.chips = FilterChips()
        self.model: PagedModel[RollFilter, RollRow] = PagedModel(
            RollSource(self._desk), model.columns(context.words, self._comes), _key, context.jobs, self
        )
        self.table = _Choice(self.model, self.tr("Companies of last year"))
        self._about = label("", "muted", wrap=True)
        self._when_kept = ""
        self._leave = button(self.tr("Leave out / take along (Space)"), self.toggle, "", "ban")
        self._leave_group = button("", self.toggle_group, "", "list-checks")
        self._look = button(self.tr("Open the company"), self._open, "", "pencil")
        self._bring = button("", self.roll, "primary", "check")
        self._stack = Views()
        self._lay_out()
        self._connect()
        self._drafts = FormDrafts(KIND, self._marks, self, context.drafts, self)

    def _lay_out(self) -> None:
        working = QWidget()
        column = QVBoxLayout(working)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._about, 1)
        head.addWidget(self._bring, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.chips)
        acting = FlowLayout()
        for part in (self._leave, self._leave_group, self._look):
            acting.addWidget(part)
        column.addLayout(acting)
        column.addWidget(self.table, 1)
        self._first = EmptyState(
            "calendar-days",
            self.tr("No year to bring companies in from"),
            self.tr("This is the first year. Import a list, or bring in companies you know already."),
            importing(self._context),
        )
        self._nobody = EmptyState(
            "calendar-days",
            self.tr("Nobody took part in the year before"),
            self.tr("So there is nobody to bring in. Import a list, or bring in companies you know already."),
            importing(self._context),
        )
        for view in (self._first, self._nobody, working):
            self._stack.addWidget(view)
        self._working = working
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._ask)
        self.table.marked.connect(self.toggle)
        self.table.opened.connect(lambda key: self.company_wanted.emit(str(key)))
        self.table.current_changed.connect(lambda _: self._say())
        self.model.counted.connect(lambda _: self._settle())

    def show_campaign(self, row: CampaignRow) -> None:
        """Asks what changed since the year before the one of ``row``; called again after every change."""
        if row.id != self._campaign_id:
            self._campaign_id = row.id
            self._marks.show(row.id)
            self.say_kept("")
        year = row.values.campaign_year
        self._drafts.take_up(row.id, self.tr("{year} · who is left out").format(year=year), year)
        office = self._desk.office
        self._context.jobs.report(lambda: model.look(office, row.id), self._show)

    def _show(self, plan: RollPlan | None) -> None:
        self._plan = plan
        shown = self._first if plan is None else self._working if plan.last else self._nobody
        self._stack.setCurrentWidget(shown)
        if plan is not None and plan.last:
            self.chips.show_chips(model.chips(plan, self._context.words))
            self._ask()

    @property
    def entrance(self) -> QWidget:
        """Where work begins: the list, or the one action where there is none."""
        shown = self._stack.currentWidget()
        return shown.entrance if isinstance(shown, EmptyState) else self.table

    def _group(self) -> str:
        return "" if self.chips.current in ("", EVERYONE) else self.chips.current

    def _ask(self) -> None:
        if self._plan is not None:
            self.model.ask(RollFilter(self._plan.campaign_id, self._plan.source_id, self._group()))
            self._say()

    def _settle(self) -> None:
        if self.model.rowCount() and not self.table.chosen_ranges:
            self.table.choose_place(0)
        self._say()

    def say_kept(self, told: str) -> None:
        """Says when the draft was kept."""
        self._when_kept = told
        self._say()

    def _mark(self) -> None:
        self.table.viewport().update()
        self._say()

    def _comes(self, row: RollRow) -> bool:
        marks = self._marks.shown
        in_group = self._group() in marks.groups
        return row.stage.value not in LEFT_STAGES and row.company_id not in marks.companies and not in_group

    def _about_words(self, plan: RollPlan) -> str:
        told = self.tr(
            "{last} companies took part in {source}. {coming} can be brought in as drafts, with last year's "
            "products and standards; {present} are in {year} already."
        )
        said = told.format(
            last=f"{plan.last:,}", source=plan.source_year, coming=f"{plan.coming:,}", present=f"{plan.present:,}",
            year=plan.year,
        )  # fmt: skip
        return joined(said, self._when_kept) if self._when_kept else said

    def _say(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self._about.setText(self._about_words(plan))
        self._bring.setText(self.tr("&Bring in the others") if self._marks.some else self.tr("&Bring them all in"))
        self._bring.setVisible(plan.coming > 0)
        group = self._group()
        self._leave_group.setVisible(bool(group) and group != Group.LEFT)
        held = group in self._marks.shown.groups
        self._leave_group.setText(
            self.tr("Take the whole group along") if held else self.tr("Leave the whole group out")
        )
        can_leave = bool(self.model.rowCount()) and plan.coming > 0 and group != Group.LEFT and not held
        self._leave.setEnabled(can_leave)
        self._look.setEnabled(bool(self.model.rowCount()))

    def toggle(self) -> None:
        """Leaves the selected companies out, or takes them along again where all of them were left out."""
        self._marks.toggle({str(key) for key in self.table.chosen_keys})

    def toggle_group(self) -> None:
        """Leaves the whole group out, or takes it along again."""
        self._marks.toggle_group(Group(self._group()))

    def _open(self) -> None:
        keys = self.table.chosen_keys
        if keys:
            self.company_wanted.emit(str(keys[0]))

    def roll(self) -> None:
        """Brings in everybody who is not left out."""
        plan = self._plan
        if plan is None:
            return
        office, marks = self._desk.office, self._marks.shown
        out, groups = tuple(marks.companies), tuple(marks.groups)
        task = self._context.jobs.run(
            lambda: self._desk.doing_job(rolling.roll(office, plan, out, groups)),
            partial(self._say_rolled, plan.campaign_id),
        )
        self._progress.watch(task, self._context.words.text("step.roll"))

    def _say_rolled(self, campaign_id: str, done: Done[Rolled]) -> None:
        self._marks.forget(campaign_id)
        self._context.undoing.offer(self.tr("Brought in as drafts: %n", "", done.result.came), done.command)
        self.rolled.emit()


def _key(row: RollRow) -> str:
    return row.company_id
