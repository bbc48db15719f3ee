"""What the page shows of a year: plain views that scroll with the page, and lists that take all the height there is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.pages.campaign.chase.view import ChaseView
from qc_desktop.gui.pages.campaign.clauses_view import ClausesView
from qc_desktop.gui.pages.campaign.details_view import DetailsView
from qc_desktop.gui.pages.campaign.opening_view import OpeningView
from qc_desktop.gui.pages.campaign.progress_view import ProgressView
from qc_desktop.gui.pages.campaign.returns.view import ReturnsView
from qc_desktop.gui.pages.campaign.review.desk import ReviewDesk
from qc_desktop.gui.pages.campaign.rolling.view import RollView
from qc_desktop.gui.widgets.views import Views

if TYPE_CHECKING:
    import datetime as dt

    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.campaign.model import Sight
    from qc_desktop.gui.widgets.empty_state import EmptyState
    from qc_desktop.gui.widgets.foot_bar import FootBar
    from qc_desktop.gui.widgets.progress_panel import ProgressPanel
    from qc_desktop.services.campaigns.years import CampaignRow

NAMES = ("standing", "rolling", "chase", "returns", "review", "details", "clauses")
"""The rooms of an open year, in the order of their chips."""
_ASKING = ("rolling", "chase", "review")
"""Rooms with lists that ask the records, only while they are seen."""


class Rooms(Views):
    """One room for each chip, named as it is, and two for a program without a year: ``empty`` and ``opening``.

    ``room_wanted`` carries the name of a room that another leads to; ``turned`` tells that what a room shows is
    another thing now, ``dirt_changed`` that :attr:`holds_changes` may be, ``bar_made`` carries a bar for the foot.
    """

    room_wanted = Signal(str)
    turned = Signal()
    dirt_changed = Signal()
    bar_made = Signal(object)

    def __init__(self, context: PageContext, empty: EmptyState, progress: ProgressPanel) -> None:
        super().__init__()
        self._context = context
        self._progress = progress
        self._row: CampaignRow | None = None
        self.empty = empty
        self.standing = ProgressView(context)
        self.details = DetailsView(context.words)
        self.clauses = ClausesView(context)
        self.opening = OpeningView(context.words)
        self._plain = QWidget()
        column = QVBoxLayout(self._plain)
        column.setContentsMargins(0, 0, 0, 0)
        for view in self._plain_views:
            column.addWidget(view, 1 if view is empty else 0)
        column.addStretch(0)
        self.addWidget(self._plain)

    @property
    def _plain_views(self) -> tuple[QWidget, ...]:
        return self.empty, self.opening, self.standing, self.details, self.clauses

    @property
    def bars(self) -> tuple[FootBar, ...]:
        """The bars of the forms that are there from the start."""
        return self.opening.bar, self.details.bar, self.clauses.bar

    @cached_property
    def rolling(self) -> RollView:
        """From last year; this and the rooms below are made when they are first looked at."""
        made = RollView(self._context, self._progress)
        made.company_wanted.connect(lambda company_id: self._context.go("companies", company_id))
        made.rolled.connect(lambda: self.room_wanted.emit("chase"))
        self.addWidget(made)
        return made

    @cached_property
    def chase(self) -> ChaseView:
        """Invite and chase."""
        made = ChaseView(self._context, self._progress)
        self.addWidget(made)
        return made

    @cached_property
    def returns(self) -> ReturnsView:
        """The forms of companies."""
        made = ReturnsView(self._context)
        made.turned.connect(self.turned)
        self.addWidget(made)
        self.bar_made.emit(made.bar)
        if self._row is not None:
            made.show_campaign(self._row)
        return made

    @cached_property
    def review(self) -> ReviewDesk:
        """The review desk."""
        made = ReviewDesk(self._context, self, self._progress)
        made.back_wanted.connect(lambda: self.room_wanted.emit("standing"))
        made.dirt_changed.connect(self.dirt_changed)
        made.turned.connect(self.turned)
        self.addWidget(made)
        return made

    def has_made(self, name: str) -> bool:
        """Whether the room ``name`` was looked at before."""
        return name in vars(self)

    def room(self, name: str) -> QWidget:
        """The room ``name``, one of NAMES, made if need be."""
        found: QWidget = getattr(self, name)
        return found

    def name_of(self, part: QWidget) -> str:
        """The room that ``part`` is or stands in, one of NAMES."""
        made = ((name, self.room(name)) for name in NAMES if self.has_made(name))
        return next(name for name, room in made if room is part or room.isAncestorOf(part))

    def show_sight(self, sight: Sight, row: CampaignRow, today: dt.date) -> None:
        """Shows how the year of ``row`` stands, in the rooms that are there."""
        self._row = row
        self.standing.show_sight(sight, today)
        self.details.show_row(row, sight.known)
        self.clauses.show_row(row, sight.known)
        if self.has_made("returns"):
            self.returns.show_campaign(row)

    def renew(self, name: str) -> None:
        """The room ``name`` is seen: if it has a list, that asks the records."""
        if name in _ASKING and self._row is not None:
            asking: RollView | ChaseView | ReviewDesk = getattr(self, name)
            asking.show_campaign(self._row)

    def bring(self, wanted: QWidget) -> None:
        """Brings the room ``wanted`` forward."""
        plain = self._plain_views
        for view in plain:
            view.setVisible(view is wanted)
        self.setCurrentWidget(self._plain if wanted in plain else wanted)

    @property
    def at_hand(self) -> str:
        """Whom the chase list shows; '' for nobody."""
        return self.chase.at_hand if self.has_made("chase") else ""

    @property
    def is_reading(self) -> bool:
        """Whether returned forms are being read or taken in."""
        return self.has_made("returns") and self.returns.is_working

    @property
    def holds_review(self) -> bool:
        """Whether a company was corrected at the review desk and not saved."""
        return self.has_made("review") and self.review.form.holds_changes

    @property
    def holds_changes(self) -> bool:
        """Whether a form about the open year holds something that is not saved."""
        return self.holds_review or any(form.holds_changes for form in (self.details, self.clauses))

    def lead_to_changes(self) -> str:
        """Shows what is not saved where it can be seen; the name of the room it stands in."""
        if self.holds_review:
            self.review.form.lead_to_changes()
            return "review"
        return "details" if self.details.holds_changes else "clauses"
