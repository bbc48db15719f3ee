"""The home page put together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from qc_desktop.gui.jobs import Ticket
from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.pages.home import actions
from qc_desktop.gui.pages.home.board import Board
from qc_desktop.gui.pages.home.model import HomeView, StepKind, look
from qc_desktop.gui.pages.home.welcome import Welcome

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk


class HomePage(Page):
    """Counts that open lists, the years, what comes next, what was done; a welcome before anything was entered."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Home"))
        self._desk = cast("Desk", context.services)
        self._ticket = Ticket()
        self.welcome = Welcome(context.words)
        self.board = Board(context.words)
        for part in (self.welcome, self.board):
            self.body.addWidget(part, 1)
        self.welcome.hide()
        self.welcome.wanted.connect(self._go)
        self.welcome.sample_wanted.connect(self._enter_sample)
        self.board.chosen.connect(self._go)
        self.board.year_chosen.connect(context.turn_to)

    @override
    def refresh(self) -> None:
        self._ticket.tear()
        year = self.year
        self._ticket = self.context.jobs.query(lambda: look(self._desk.office, year), self._show)

    def _show(self, view: HomeView) -> None:
        self.welcome.setVisible(view.is_empty)
        self.board.setVisible(not view.is_empty)
        self.say_below_title(self._told(view))
        if not view.is_empty:
            self.board.show_view(view)

    def _told(self, view: HomeView) -> str:
        """The line below the title: year, theme, days left."""
        year = self.tr("Year {year}").format(year=view.year) if view.year else ""
        parts = [year, view.theme]
        if view.days_left is not None:
            parts.append(self.tr("%n day(s) until applications close", "", view.days_left))
        return " · ".join(filter(None, parts))

    def _go(self, kind: StepKind) -> None:
        self.context.go(*actions.PLACES[kind])

    def _enter_sample(self) -> None:
        task = self.context.jobs.run(partial(actions.sample, self._desk))
        self.welcome.progress.watch(task, self.tr("Entering sample data"))
