"""The main window: sidebar, top bar, pages, messages, status line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.frame.global_search import GlobalSearch
from qc_desktop.gui.frame.sidebar import Sidebar
from qc_desktop.gui.frame.status_line import StatusLine
from qc_desktop.gui.frame.top_bar import TopBar
from qc_desktop.gui.icons import renew
from qc_desktop.gui.pages.base import PageContext, Speaker
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qc_desktop.errors import UserError
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.navigation import Entry
    from qc_desktop.gui.pages.base import Page
    from qc_desktop.gui.ports import FrameService, Hit, Standing
    from qc_desktop.messages import Messages

NARROW_BELOW = 1120
SMALLEST = (880, 420)


class Shell(QMainWindow):
    """The frame around the pages. ``services`` is handed on to them; ``frame`` serves the frame itself.

    Pages are made at their first visit. ``operator_clicked`` tells that a person wants to say who works.
    """

    operator_clicked = Signal()
    closing = Signal()

    def __init__(
        self, entries: Sequence[Entry], frame: FrameService, services: Any, jobs: Jobs, words: Messages
    ) -> None:
        super().__init__()
        self._entries = {entry.id: entry for entry in entries}
        self._frame = frame
        self._jobs = jobs
        self._words = words
        self._year: int | None = None
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._may_close = False
        self.speaker = Speaker(self)
        self.context = PageContext(services, jobs, self.speaker, words, self.go, self._turn_to)
        self.setWindowTitle(self.tr("Quality Pledges"))
        self.setMinimumSize(*SMALLEST)
        self._build(tuple(entries))
        self._connect()

    def _build(self, entries: tuple[Entry, ...]) -> None:
        whole = QWidget()
        self.setCentralWidget(whole)
        self._sidebar = Sidebar(entries)
        self._search = GlobalSearch(whole, entries, self._frame.search, self._jobs)
        self._top = TopBar(self._search)
        self._messages = MessageBar()
        self._messages.setProperty("outer", True)
        self._stack = QStackedWidget()
        self._status = StatusLine()
        self._toast = Toast(whole)
        spoken = QVBoxLayout()
        spoken.setContentsMargins(24, 0, 24, 0)
        spoken.addWidget(self._messages)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._top)
        right.addLayout(spoken)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._sidebar)
        middle.addLayout(right, 1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._status)

    def _connect(self) -> None:
        self._sidebar.chosen.connect(self.go)
        self._search.picked.connect(self._go_to_hit)
        self._top.year_chosen.connect(self._turn_to)
        self._top.undo_wanted.connect(self.undo)
        self._status.operator_clicked.connect(self.operator_clicked)
        self.speaker.said.connect(self._messages.say)
        self.speaker.hushed.connect(self._messages.clear)
        self.speaker.toasted.connect(self._toast.say)
        self.speaker.year_wanted.connect(self._turn_to)
        self._jobs.failed.connect(self._refuse)
        self._jobs.crashed.connect(self.admit)
        self._jobs.changed.connect(self._renew)
        self._jobs.busy_changed.connect(self._status.show_busy)

    @property
    def page_ids(self) -> tuple[str, ...]:
        """The ids of all pages, in the order of the sidebar."""
        return tuple(self._entries)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return next((page for page in self._pages.values() if page is self._stack.currentWidget()), None)

    def start(self, page_id: str) -> None:
        """Opens the first page and asks how things stand."""
        self.go(page_id)
        self.refresh()

    def refresh(self) -> None:
        """Asks again how things stand in the year at hand."""
        self._jobs.query(lambda: self._frame.standing(self._year), self._show_standing)

    def go(self, page_id: str, key: str = "") -> None:
        """Shows the page ``page_id``, at the item named ``key`` if one is given."""
        page = self._pages.get(page_id) or self._make(page_id)
        if page is not self.page:
            self._messages.let_go()
        if page_id in self._stale:
            self._stale.discard(page_id)
            page.refresh()
        self._stack.setCurrentWidget(page)
        self._sidebar.mark(page_id)
        page.arrive()
        if key:
            page.open_item(key)

    def _make(self, page_id: str) -> Page:
        page = self._entries[page_id].factory(self.context)
        self._pages[page_id] = page
        self._stack.addWidget(page)
        page.unsaved_changed.connect(self._show_unsaved)
        if self._year is not None:
            page.show_year(self._year)
        return page

    def _show_unsaved(self) -> None:
        self._status.show_unsaved(any(page.is_unsaved for page in self._pages.values()))

    def _show_standing(self, standing: Standing) -> None:
        title = self.tr("Quality Pledges")
        self.setWindowTitle(self.tr("{title} – sample data").format(title=title) if standing.is_sample else title)
        self._top.show_standing(standing)
        self._status.show_standing(standing)
        if standing.year != self._year:
            self._year = standing.year
            for page in self._pages.values():
                page.show_year(standing.year)

    def _turn_to(self, year: int) -> None:
        self._jobs.query(lambda: self._frame.standing(year), self._show_standing)

    def _go_to_hit(self, hit: Hit) -> None:
        self.go(hit.page_id, hit.key)

    def undo(self) -> None:
        """Takes the latest change back and says what was taken back."""
        self._jobs.change(self._frame.undo, self._say_undone)

    def _say_undone(self, sentence: str) -> None:
        self.speaker.toast(sentence)

    def _renew(self) -> None:
        """Something changed: the page that is shown asks again now, the others when they are next visited."""
        self._stale |= {page_id for page_id, page in self._pages.items() if page is not self.page}
        if self.page is not None:
            self.page.refresh()
        self.refresh()

    def _refuse(self, error: UserError) -> None:
        self.speaker.say(Tone.BAD, self._words.of(error))

    def admit(self, report: Path) -> None:
        """Says calmly that something went wrong in the program, and where it is written down."""
        sentence = self.tr("Something went wrong in the program. Your records are safe. Details: {file}")
        self.speaker.say(Tone.BAD, sentence.format(file=report))

    def offer_undo(self, sentence: str) -> None:
        """Shows ``sentence`` for a while with a button that takes it back."""
        self.speaker.toast(sentence, Action(self.tr("Undo"), self.undo))

    def keep_place(self) -> bytes:
        """Where the window stands, for :meth:`take_place` at the next start."""
        return bytes(self.saveGeometry().data())

    def take_place(self, place: bytes) -> None:
        """Puts the window where :meth:`keep_place` found it."""
        self.restoreGeometry(QByteArray(place))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sidebar.set_narrow(event.size().width() < NARROW_BELOW)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            renew(self)

    def leave(self) -> None:
        """Closes the window, whatever is not saved or still being done."""
        self._may_close = True
        self.close()

    def _is_held(self) -> bool:
        """Whether something would be lost by closing now; says what, and offers to close all the same."""
        unsaved = next((page_id for page_id, page in self._pages.items() if page.is_unsaved), None)
        if unsaved is not None:
            self.go(unsaved)
            self._pages[unsaved].lead_to_unsaved()
            told = self.tr("Here is something that is not saved yet. Save it before you close the window.")
            self.speaker.say(Tone.WARN, told, Action(self.tr("Close without saving"), self.leave))
        elif self._jobs.is_at_work:
            told = self.tr("Work is still going on. Closing the window now stops it; what is not finished is left out.")
            self.speaker.say(Tone.WARN, told, Action(self.tr("Stop it and close"), self.leave))
        else:
            return False
        return True

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close and self._is_held():
            event.ignore()
            return
        self.closing.emit()
        self._jobs.close()
        super().closeEvent(event)
