"""The page of a campaign year: where everybody stands, what comes next, the roster, and what is known of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.base import Page
from qc_desktop.gui.pages.campaign import model
from qc_desktop.gui.pages.campaign.drafts import CampaignDrafts
from qc_desktop.gui.pages.campaign.returns import drops
from qc_desktop.gui.pages.campaign.returns.view import ReturnsView
from qc_desktop.gui.pages.campaign.review.desk import ReviewDesk
from qc_desktop.gui.pages.campaign.rooms import Rooms
from qc_desktop.gui.pages.campaign.work import CampaignWork
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.parts import Action, button
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.services.campaigns import chasing
from qc_desktop.services.reports import keys

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.campaign.model import Opening, Sight


LOW = 480
"""Pages lower than this, in logical pixels, give their heading up to what is done in the year."""
CHASED = {
    Stage.DRAFT: chasing.NOT_INVITED,
    Stage.INVITED: chasing.AWAITED,
    Stage.APPLIED: chasing.AWAITED,
    Stage.RETURNED_FOR_CORRECTION: chasing.RETURNED,
}
"""Stages whose companies are on the chase list, and under which filter."""
OPENING_KEY = "opening"
"""The item that leads to the form of a new year."""


class CampaignPage(Page):
    """Views of which one is shown; those with lists of their own take all the height there is."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Campaign"))
        self._desk: Desk = context.services
        self._is_opening = self._is_known = False
        self.sight = model.Sight(None)
        self.progress = ProgressPanel(context.words)
        self.tabs = FilterChips(self._chips())
        self.rooms = Rooms(context, self._make_empty(), self.progress)
        self.setAcceptDrops(True)
        self._open_year = button(self.tr("Open a new year"), self.begin_opening, "", "plus")
        self.work = CampaignWork(self, self._desk)
        self.drafts = CampaignDrafts(self)
        self._place_parts()
        self._connect()
        self._arrange()

    def _chips(self) -> tuple[Chip, ...]:
        return (
            Chip("standing", self.tr("Progress and roster")),
            Chip("rolling", self.tr("From last year")),
            Chip("chase", self.tr("Invite and chase")),
            Chip("returns", self.tr("Company forms")),
            Chip("review", self.tr("Review desk")),
            Chip("details", self.tr("About the year")),
            Chip("clauses", self.tr("Pledge clauses")),
        )

    def _make_empty(self) -> EmptyState:
        sentence = self.tr("Open a year first. Then bring companies in, review their pledges, announce and issue.")
        action = Action(self.tr("Open a year"), self.begin_opening)
        return EmptyState("calendar-days", self.tr("No campaign year is open yet"), sentence, action)

    def _place_parts(self) -> None:
        kept = self._open_year.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the tabs wrap alike in every room
        self._open_year.setSizePolicy(kept)
        self._above = QWidget()
        row = QHBoxLayout(self._above)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tabs, 1)
        row.addWidget(self._open_year, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._above)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.rooms, 1)
        for bar in self.rooms.bars:
            self.add_foot(bar)

    def _connect(self) -> None:
        work, rooms, standing = self.work, self.rooms, self.rooms.standing
        self.tabs.chosen.connect(self._turn)
        rooms.room_wanted.connect(self.tabs.choose)
        rooms.turned.connect(self._arrange)
        rooms.dirt_changed.connect(self.unsaved_changed)
        rooms.bar_made.connect(self.add_foot)
        standing.steps.pledges_wanted.connect(lambda: self.context.go("companies", "awaited"))
        standing.steps.chase_wanted.connect(lambda: self.tabs.choose("chase"))
        standing.steps.review_wanted.connect(lambda: self.tabs.choose("review"))
        standing.steps.roll_wanted.connect(lambda: self.tabs.choose("rolling"))
        standing.list_wanted.connect(self._open_list)
        standing.steps.approve_wanted.connect(lambda: work.move_all(Stage.PLEDGED))
        standing.steps.pending_wanted.connect(lambda: work.move_all(Stage.ANNOUNCEMENT_PENDING))
        standing.steps.announce_wanted.connect(work.announce)
        standing.steps.import_wanted.connect(lambda: self.context.go("companies", "import"))
        standing.steps.join_wanted.connect(lambda: self.context.go("companies", "outside"))
        standing.steps.issue_wanted.connect(lambda: self.context.go("certificates", "issue"))
        standing.roster.publish_wanted.connect(work.publish)
        standing.roster.export_wanted.connect(work.export)
        standing.roster.announcement_wanted.connect(work.make_announcement)
        standing.roster.columns_wanted.connect(work.show_columns)
        rooms.details.save_wanted.connect(work.save)
        rooms.clauses.save_wanted.connect(work.save_clauses)
        rooms.opening.open_wanted.connect(work.open_year)
        rooms.opening.year_chosen.connect(self._suggest)
        rooms.opening.cancelled.connect(self.end_opening)

    def refresh(self) -> None:
        """Asks how the year stands."""
        year, office = self.year, self._desk.office
        self.ask_of_year(lambda: model.look(office, year), self._show, slow=True)

    def _show(self, sight: Sight) -> None:
        self.sight, self._is_known = sight, True
        if not self._is_opening:
            self.rooms.opening.offer(sight.openable)
        if sight.row is not None:
            self.rooms.show_sight(sight, sight.row, self._desk.office.today)
            self._renew_shown()
            self.drafts.take_up(sight.row)
        self._arrange()
        self.settle_focus()

    def _turn(self) -> None:
        """A view was picked: it asks for what it shows, and takes the focus where work goes on in it."""
        self._arrange()
        self._renew_shown()
        if self.entrance is not self.tabs.marked:
            self.entrance.setFocus()

    def _renew_shown(self) -> None:
        if self.sight.row is not None and not self._is_opening:
            self.rooms.renew(self.tabs.current)

    def _open_list(self, stage: str) -> None:
        """A number of the funnel leads to its list: where work on it is done, else among the companies."""
        if stage == Stage.MATERIAL_REVIEW:
            self.tabs.choose("review")
        elif stage in CHASED:
            self.rooms.chase.listing.chips.choose(CHASED[Stage(stage)])
            self.tabs.choose("chase")
        else:
            self.context.go("companies", keys.key_of("stage", stage))

    @property
    @override
    def is_unsaved(self) -> bool:
        return (self._is_opening and self.rooms.opening.is_typed) or self.rooms.holds_changes

    @property
    @override
    def form_would_lose(self) -> bool:
        return self.is_unsaved and not self.context.drafts.is_on

    @property
    @override
    def place(self) -> str:
        if self._is_opening:
            return OPENING_KEY
        shown = self.tabs.current
        at_hand = self.rooms.at_hand if shown == "chase" else ""
        return f"{shown}:{at_hand}" if at_hand else shown

    @property
    @override
    def topic(self) -> str:
        return self.place.partition(":")[0]

    @property
    @override
    def entrance(self) -> QWidget:
        if not self._is_known:
            return self
        if self.sight.row is None or self._is_opening:
            return self.rooms.opening if self._is_opening else self.rooms.empty.entrance
        if self.tabs.current == "chase":
            return self.rooms.chase.entrance
        if self.tabs.current == "rolling":
            return self.rooms.rolling.entrance
        return self.rooms.review.entrance if self.tabs.current == "review" else self.tabs.marked

    @override
    def needs_year(self, key: str) -> bool:
        return key == OPENING_KEY

    @override
    def open_item(self, key: str) -> None:
        """Shows the form for a new year, or the view with the id ``key``; ``chase:ID`` at the participation ID.

        Reads the returned forms that ``key`` names.
        """
        if key == OPENING_KEY:
            self.begin_opening()
        elif self.tabs.offers(key):
            self._is_opening = False
            self.tabs.choose(key)
        elif key.startswith("chase:"):
            self.open_item("chase")
            self.rooms.chase.seek(key.partition(":")[2])
        elif key.startswith(drops.KEY):
            self.open_item(drops.KEY)
            self.rooms.returns.work.read(drops.paths_in(key))

    @override
    def _bring_forward(self, part: QWidget) -> None:
        self._is_opening = False
        self.tabs.choose(self.rooms.name_of(part))

    @override
    def _lead_to_form(self) -> None:
        if not self._is_opening:
            self.tabs.choose(self.rooms.lead_to_changes())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.sight.row is not None and drops.dropped_paths(event.mimeData()) and not self.rooms.is_reading:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_item(drops.key_of(drops.dropped_paths(event.mimeData())))

    def begin_opening(self) -> None:
        """Shows the form for a new year, filled in."""
        openable = self.sight.openable
        latest = max(openable, default=0)
        today = self._desk.office.today.year
        self.rooms.opening.offer(openable)
        held = self.rooms.opening.year or self.drafts.opening_year
        self._suggest(next(year for year in (held, today, latest) if year in openable or year == latest))

    def _suggest(self, year: int) -> None:
        office = self._desk.office
        self.context.jobs.query(lambda: model.opening(office, year), self._show_opening)

    def _show_opening(self, opening: Opening) -> None:
        self._is_opening = True
        self.rooms.opening.show_opening(opening)
        self.drafts.take_up_opening()
        self._arrange()
        self.rooms.opening.take_focus()

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
            self.begin_at_top()
        self.rooms.bring(wanted)
        self.rooms.empty.setVisible(wanted is self.rooms.empty and self._is_known)
        self._open_year.setVisible(is_open and bool(self.sight.openable) and wanted is self.rooms.standing)
        self.say_below_title(self._about() if is_open else "")
        self._fit(is_open, wanted)

    def _fit(self, is_open: bool, wanted: QWidget) -> None:
        """On a low screen every room of a year has all the height, and the review desk its own way back."""
        is_low = self.height() < LOW
        previewing = isinstance(wanted, ReturnsView) and wanted.is_previewing
        self.show_heading(not (previewing or (is_low and is_open)))
        reviewing = isinstance(wanted, ReviewDesk) and wanted.is_at_work
        self._above.setVisible(is_open and not (previewing or (is_low and reviewing)))
        if isinstance(wanted, ReviewDesk):
            wanted.back.setVisible(is_low)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_open = self.sight.row is not None and not self._is_opening
        self._fit(is_open, self._wanted(is_open))

    def _wanted(self, is_open: bool) -> QWidget:
        if is_open:
            return self.rooms.room(self.tabs.current or "standing")
        return self.rooms.opening if self._is_opening else self.rooms.empty

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
