"""The page of a campaign year: where everybody stands, what comes next, the roster, and what is known of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.base import Page
from qc_desktop.gui.pages.beside import scroll_to_top
from qc_desktop.gui.pages.campaign import model
from qc_desktop.gui.pages.campaign.clauses_view import ClausesView
from qc_desktop.gui.pages.campaign.details_view import DetailsView
from qc_desktop.gui.pages.campaign.drafts import CampaignDrafts
from qc_desktop.gui.pages.campaign.opening_view import OpeningView
from qc_desktop.gui.pages.campaign.progress_view import ProgressView
from qc_desktop.gui.pages.campaign.work import CampaignWork
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.parts import Action, button
from qc_desktop.gui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.campaign.model import Opening, Sight


OPENING_KEY = "opening"
"""The item that leads to the form of a new year."""


class CampaignPage(Page):
    """Views of which one is shown: nothing open yet, opening a year, progress, about the year, clauses."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Campaign"))
        self._desk: Desk = context.services
        self._is_opening = self._wants_opening = False
        self.sight = model.Sight(None)
        self.progress = ProgressPanel(context.words)
        self.tabs = FilterChips(self._chips())
        self.standing = ProgressView(context)
        self.details = DetailsView(context.words)
        self.clauses = ClausesView()
        self.opening = OpeningView(context.words)
        self._empty = self._make_empty()
        self._open_year = button(self.tr("Open a new year"), self.begin_opening, "", "plus")
        self.work = CampaignWork(self, self._desk)
        self.drafts = CampaignDrafts(self)
        self._place_parts()
        self._connect()
        self._arrange()

    def _chips(self) -> tuple[Chip, ...]:
        return (
            Chip("standing", self.tr("Progress and roster")),
            Chip("details", self.tr("About the year")),
            Chip("clauses", self.tr("Pledge clauses")),
        )

    def _make_empty(self) -> EmptyState:
        sentence = self.tr("Open a year first. Then bring companies in, review their pledges, announce and issue.")
        action = Action(self.tr("Open a year"), self.begin_opening)
        return EmptyState("calendar-days", self.tr("No campaign year is open yet"), sentence, action)

    def _place_parts(self) -> None:
        self.head_actions.addWidget(self._open_year)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.progress)
        self.body.addWidget(self._empty, 1)
        for view in (self.opening, self.standing, self.details, self.clauses):
            self.body.addWidget(view)
        for bar in (self.opening.bar, self.details.bar, self.clauses.bar):
            self.add_foot(bar)
        self.body.addStretch(0)

    def _connect(self) -> None:
        work, standing = self.work, self.standing
        self.tabs.chosen.connect(self._arrange)
        standing.steps.pledges_wanted.connect(lambda: self.context.go("companies", "awaited"))
        standing.steps.approve_wanted.connect(lambda: work.move_all(Stage.PLEDGED))
        standing.steps.pending_wanted.connect(lambda: work.move_all(Stage.ANNOUNCEMENT_PENDING))
        standing.steps.announce_wanted.connect(work.announce)
        standing.steps.import_wanted.connect(lambda: self.context.go("companies", "import"))
        standing.steps.join_wanted.connect(lambda: self.context.go("companies", "outside"))
        standing.steps.issue_wanted.connect(lambda: self.context.go("certificates", "issue"))
        standing.roster.publish_wanted.connect(work.publish)
        standing.roster.export_wanted.connect(work.export)
        self.details.save_wanted.connect(work.save)
        self.clauses.save_wanted.connect(work.save_clauses)
        self.opening.open_wanted.connect(work.open_year)
        self.opening.year_chosen.connect(self._suggest)
        self.opening.cancelled.connect(self.end_opening)

    def refresh(self) -> None:
        """Asks how the year stands."""
        year, office = self.year, self._desk.office
        self.context.jobs.query(lambda: model.look(office, year), self._show)

    def _show(self, sight: Sight) -> None:
        self.sight = sight
        if not self._is_opening:
            self.opening.offer(sight.openable)
        if sight.row is not None:
            self.standing.show_sight(sight, self._desk.office.today)
            self.details.show_row(sight.row)
            self.clauses.show_row(sight.row)
            self.drafts.take_up(sight.row)
        self._arrange()
        if self._wants_opening:
            self._wants_opening = False
            self.begin_opening()

    @property
    @override
    def is_unsaved(self) -> bool:
        typed = self._is_opening and self.opening.is_typed
        return typed or self.details.holds_changes or self.clauses.holds_changes

    @property
    @override
    def would_lose(self) -> bool:
        return self.is_unsaved and not self.context.drafts.is_on

    @property
    @override
    def place(self) -> str:
        return OPENING_KEY if self._is_opening else self.tabs.current

    @override
    def open_item(self, key: str) -> None:
        """Shows the form for a new year, or the view with the id ``key``."""
        if key == OPENING_KEY:
            self._wants_opening = True
            self.refresh()
        elif self.tabs.offers(key):
            self._is_opening = False
            self.tabs.choose(key)

    @override
    def lead_to_unsaved(self) -> None:
        if not self._is_opening:
            self.tabs.choose("details" if self.details.holds_changes else "clauses")

    def begin_opening(self) -> None:
        """Shows the form for a new year, filled in."""
        openable = self.sight.openable
        latest = max(openable, default=0)
        today = self._desk.office.today.year
        self.opening.offer(openable)
        held = self.opening.year or self.drafts.opening_year
        self._suggest(next(year for year in (held, today, latest) if year in openable or year == latest))

    def _suggest(self, year: int) -> None:
        office = self._desk.office
        self.context.jobs.query(lambda: model.opening(office, year), self._show_opening)

    def _show_opening(self, opening: Opening) -> None:
        self._is_opening = True
        self.opening.show_opening(opening)
        self.drafts.take_up_opening()
        self._arrange()
        self.opening.take_focus()

    def end_opening(self) -> None:
        """Goes back to the year that is open."""
        self._is_opening = False
        self._arrange()
        self._open_year.setFocus()

    def _arrange(self) -> None:
        """Brings the one view forward that fits the state."""
        is_open = self.sight.row is not None and not self._is_opening
        wanted = self._wanted(is_open)
        if wanted.isHidden():
            scroll_to_top(self)
        for view in (self._empty, self.opening, self.standing, self.details, self.clauses):
            view.setVisible(view is wanted)
        self.tabs.setVisible(is_open)
        self._open_year.setVisible(is_open and bool(self.sight.openable))
        self.say_below_title(self._about() if is_open else "")

    def _wanted(self, is_open: bool) -> QWidget:
        if is_open:
            views = {"details": self.details, "clauses": self.clauses}
            return views.get(self.tabs.current, self.standing)
        return self.opening if self._is_opening else self._empty

    def _about(self) -> str:
        row = self.sight.row
        if row is None:
            return ""
        values = row.values
        parts = [self.tr("Year {year}").format(year=values.campaign_year)]
        if values.edition:
            parts.append(self.tr("edition {number}").format(number=values.edition))
        parts.append(self.tr("%n company(ies)", "", row.companies))
        if values.applications_until:
            parts.append(self.tr("applications until {day}").format(day=values.applications_until))
        return " · ".join(parts)
