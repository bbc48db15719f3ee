"""The pages of the window, made at their first visit. One that fails says so in its own place; the others go on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from qc_desktop.gui.frame.failed_page import FailedPage
from qc_desktop.gui.restyling import BREATH_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from qc_desktop.gui.navigation import Entry
    from qc_desktop.gui.pages.base import Page, PageContext


class PageStack(QStackedWidget):
    """``unsaved_changed`` tells that a page may hold something else unsaved now."""

    unsaved_changed = Signal()

    def __init__(self, entries: Iterable[Entry], context: PageContext) -> None:
        super().__init__()
        self._entries = {entry.id: entry for entry in entries}
        self._context = context
        self._stale: set[str] = set()
        self._failed: dict[str, FailedPage] = {}
        self._year: int | None = None
        self.pages: dict[str, Page] = {}
        self.page_id = ""

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while the one at hand has failed."""
        return next((page for page in self.pages.values() if page is self.currentWidget()), None)

    def open(self, page_id: str, key: str = "") -> None:
        """Shows the page ``page_id``, at the item named ``key`` if one is given."""
        self.page_id = page_id
        page = self.pages.get(page_id) or self._make(page_id)
        if page is None:
            return
        if page_id in self._stale:
            self._stale.discard(page_id)
            self._attempt(page_id, partial(self._renew, page))
        self._bring_forward(page_id)
        self._attempt(page_id, page.arrive)
        if key:
            self._attempt(page_id, partial(page.come_to, key))

    def prepare(self, page_id: str) -> None:
        """Makes the page ``page_id`` before anybody comes to it."""
        if page_id not in self.pages and page_id not in self._failed:
            self._make(page_id)

    def turn(self, year: int) -> None:
        """Turns every page to ``year``."""
        self._year = year
        for page_id, page in self.pages.items():
            self._attempt(page_id, partial(page.show_year, year))

    def renew(self) -> None:
        """Something changed: the page that is shown asks again now, the others when they are next visited."""
        self._stale |= self.pages.keys() - {self.page_id}
        if self.page is not None:
            self._attempt(self.page_id, self.page.refresh)

    def take_away(self, done: Callable[[], object]) -> None:
        """Takes each page away in a turn of its own, for all at once would hold the window up; then does ``done``."""
        if not self.pages:
            done()
            return
        page = self.pages.pop(next((key for key in self.pages if key != self.page_id), self.page_id))
        page.deleteLater()
        QTimer.singleShot(BREATH_MS, self, partial(self.take_away, done))

    def _make(self, page_id: str) -> Page | None:
        self._attempt(page_id, partial(self._add, page_id))
        return self.pages.get(page_id)

    def _renew(self, page: Page) -> None:
        """The page asks again; one that failed while the window turned takes the year up first."""
        if self._year is None or page.year == self._year:
            page.refresh()
        else:
            page.show_year(self._year)

    def _add(self, page_id: str) -> None:
        page = self._entries[page_id].factory(self._context)
        self.pages[page_id] = page
        self.addWidget(page)
        page.unsaved_changed.connect(self.unsaved_changed)
        if self._year is not None:
            page.show_year(self._year)

    def _attempt(self, page_id: str, call: Callable[[], None]) -> None:
        self._context.jobs.guarded(call, partial(self._fail, page_id))

    def _fail(self, page_id: str, report: Path) -> None:
        self._clear(page_id)
        told = FailedPage(self._entries[page_id].title, report)
        told.again_wanted.connect(partial(self._try_again, page_id))
        self._failed[page_id] = told
        self.addWidget(told)
        if page_id == self.page_id:
            self._bring_forward(page_id)

    def _try_again(self, page_id: str) -> None:
        self._clear(page_id)
        self._stale |= {page_id} & self.pages.keys()
        self.open(page_id)

    def _clear(self, page_id: str) -> None:
        told = self._failed.pop(page_id, None)
        if told is not None:
            self.removeWidget(told)
            told.deleteLater()

    def _bring_forward(self, page_id: str) -> None:
        self.setCurrentWidget(self._failed.get(page_id) or self.pages[page_id])
