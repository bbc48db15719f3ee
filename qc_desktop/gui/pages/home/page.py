"""The home page put together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.pages.home import actions
from qc_desktop.gui.pages.home.board import Board
from qc_desktop.gui.pages.home.model import HomeView, StepKind, look
from qc_desktop.gui.pages.home.welcome import Welcome
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.services import first_run

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.home.overview.part import OverviewPart

TODAY, OVERVIEW = "today", "overview"
EXITS = ("briefing", "archive")


class HomePage(Page):
    """What waits today, and the year in numbers; a welcome before anything was entered."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Home"))
        self._desk = cast("Desk", context.services)
        self._is_empty = False
        self.tabs = FilterChips((Chip(TODAY, self.tr("Today")), Chip(OVERVIEW, self.tr("Overview"))))
        self.welcome = Welcome(context.words)
        self.board = Board(context.words)
        self._overview: OverviewPart | None = None
        self.body.addWidget(self.tabs)
        for part in (self.welcome, self.board):
            self.body.addWidget(part, 1)
            part.hide()
        self.tabs.hide()
        self._connect()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn_to)
        self.welcome.wanted.connect(self._go)
        self.welcome.sample_wanted.connect(self._try_out)
        self.board.chosen.connect(self._go)
        self.board.list_wanted.connect(partial(self.context.go, "companies"))
        self.board.year_chosen.connect(self.context.turn_to)

    @property
    def overview(self) -> OverviewPart:
        """The overview, made when it is first looked at: the window starts without it."""
        if self._overview is None:
            from qc_desktop.gui.pages.home.overview.part import OverviewPart

            self._overview = OverviewPart(self.context, self._desk)
            self._overview.hide()
            self._overview.step_wanted.connect(self._go)
            self.body.addWidget(self._overview, 1)
            for made in self._overview.exits:
                self.head_actions.addWidget(made)
        return self._overview

    @property
    @override
    def place(self) -> str:
        return "" if self._is_empty else self.tabs.current

    @property
    @override
    def entrance(self) -> QWidget:
        if self._is_empty:
            return self.welcome.entrance
        return self if self.tabs.isHidden() else self.tabs.marked  # hidden until the records have answered

    @override
    def refresh(self) -> None:
        year = self.year
        self.ask_of_year(lambda: look(self._desk.office, year), self._show, slow=True)
        if self._shows_overview:
            self.overview.ask(year)

    @override
    def needs_year(self, key: str) -> bool:
        return key in EXITS

    @override
    def open_item(self, key: str) -> None:
        """Turns to ``today`` or ``overview``; ``briefing`` and ``archive`` leave the overview once it is counted."""
        if key in (TODAY, OVERVIEW):
            self.tabs.choose(key)
        elif key in EXITS:
            self.tabs.choose(OVERVIEW)
            self.overview.leave_as(key)

    @property
    def _shows_overview(self) -> bool:
        return self.tabs.current == OVERVIEW and not self._is_empty

    def _turn_to(self, _key: str) -> None:
        self._arrange()
        self.begin_at_top()
        if self._shows_overview:
            self.overview.ask(self.year)

    def _show(self, view: HomeView) -> None:
        self._is_empty = view.is_empty
        self.say_below_title(self._told(view))
        if not view.is_empty:
            self.board.show_view(view)
        self._arrange()
        self.settle_focus()

    def _arrange(self) -> None:
        overview = self._shows_overview
        self.tabs.setVisible(not self._is_empty)
        self.welcome.setVisible(self._is_empty)
        self.board.setVisible(not self._is_empty and not overview)
        if overview or self._overview is not None:
            self.overview.setVisible(overview)
            self.overview.offer(overview)

    def _told(self, view: HomeView) -> str:
        """The line below the title: year, theme, days left."""
        year = self.tr("Year {year}").format(year=view.year) if view.year else ""
        parts = [year, view.theme]
        if view.days_left is not None:
            parts.append(self.tr("%n day(s) until applications close", "", view.days_left))
        return " · ".join(filter(None, parts))

    def _go(self, kind: StepKind) -> None:
        self.context.go(*actions.PLACES[kind])

    def _try_out(self) -> None:
        """Goes over to the sample data, which lie apart; they are made where they are missing."""
        present = self._desk.office.profile
        records = first_run.real_profile(present) or present
        leave = self.context.speaker.open_other_records
        task = self.context.jobs.run(lambda: first_run.try_out(records))
        task.succeeded.connect(lambda _profile: task.ended.connect(leave))  # while it runs the window would be held
        self.welcome.show_busy(True)
        task.ended.connect(lambda: self.welcome.show_busy(False))
        self.welcome.progress.watch(task, self.tr("Making the sample data"))
