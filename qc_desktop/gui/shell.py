"""The main window: sidebar, top bar, pages, messages, status line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.commands import BY_ID
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.frame.acts import Acts
from qc_desktop.gui.frame.announcer import Announcer
from qc_desktop.gui.frame.favourites import Favourites
from qc_desktop.gui.frame.global_search import GlobalSearch
from qc_desktop.gui.frame.kept_menu import KeptMenu
from qc_desktop.gui.frame.page_stack import PageStack
from qc_desktop.gui.frame.recovery import Recovery, place_of
from qc_desktop.gui.frame.sidebar import Sidebar
from qc_desktop.gui.frame.status_line import StatusLine
from qc_desktop.gui.frame.top_bar import TopBar
from qc_desktop.gui.frame.unsaved import Unsaved
from qc_desktop.gui.frame.work_panel import WorkPanel
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.speaker import Speaker
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.undoing import Undoing
from qc_desktop.gui.widgets import unkept
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
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
    from qc_desktop.services.drafts import Draft

NARROW_BELOW = 1120
SMALLEST = (880, 420)


class Shell(QMainWindow):
    """The frame around the pages. ``services`` is handed on to them; ``frame`` serves the frame itself.

    Without ``drafts`` what is typed lasts as long as the window. ``operator_clicked`` tells that a person wants to say
    who works, ``language_wanted`` that the window shall be built anew in another language, ``other_records_wanted``
    that it shall be left for the records that were chosen meanwhile.
    """

    operator_clicked = Signal()
    language_wanted = Signal(str)
    other_records_wanted = Signal()
    closing = Signal()
    lock_wanted = Signal()

    def __init__(
        self,
        entries: Sequence[Entry],
        frame: FrameService,
        services: Any,
        jobs: Jobs,
        words: Messages,
        drafts: DraftKeeper | None = None,
        favourites: Favourites | None = None,
    ) -> None:
        super().__init__()
        self._entries = {entry.id: entry for entry in entries}
        self._frame = frame
        self._jobs = jobs
        self._words = words
        self._year: int | None = None
        self._may_close = False
        self.favourites = favourites or Favourites()
        self.speaker = Speaker(self)
        kept = drafts or DraftKeeper()
        undoing = Undoing(services, jobs, self.speaker, words, self)
        self.context = PageContext(services, jobs, self.speaker, words, self.go, self._turn_to, kept, undoing)
        self.recovery = Recovery(
            kept, self.speaker, self.resume, lambda: self._messages.text, lambda: self.whereabouts[:2], self
        )
        self._kept = KeptMenu(kept, self.recovery.take_up, self.lead_to_unsaved, self)
        self._acts = Acts(self, frame)
        self.setWindowTitle(self.tr("Quality Pledges"))
        self.setMinimumSize(*SMALLEST)
        self._build(tuple(entries))
        self._connect()

    def _build(self, entries: tuple[Entry, ...]) -> None:
        whole = QWidget()
        self.setCentralWidget(whole)
        self._sidebar = Sidebar(entries)
        self._search = GlobalSearch(whole, entries, self._frame.search, self._jobs, self.favourites)
        self._top = TopBar(self._search)
        self._messages = MessageBar()
        self._messages.setProperty("outer", True)
        self._work = ProgressPanel(self._words)
        self._work.setProperty("outer", True)
        WorkPanel(self._work, self._jobs, self.speaker)
        self._announcer = Announcer(self._messages, self._jobs)
        self._stack = PageStack(entries, self.context)
        self._before = ""
        self._pages = self._stack.pages
        self._status = StatusLine()
        self._toast = Toast(whole, self._free_line)
        spoken = QVBoxLayout()
        spoken.setContentsMargins(24, 0, 24, 0)
        spoken.addWidget(self._messages)
        spoken.addWidget(self._work)
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

    def _free_line(self) -> QRect:
        """The part of the status line where nothing stands, as it lies in the window."""
        free = self._status.free
        return free.translated(self._status.mapTo(self.centralWidget(), QPoint(0, 0)))

    def _connect(self) -> None:
        self._sidebar.chosen.connect(self.go)
        self._search.picked.connect(self._go_to_hit)
        self._top.year_chosen.connect(self._turn_to)
        self._top.undo_wanted.connect(self.undo)
        self._top.history_wanted.connect(lambda: self.go("history"))
        Unsaved(self, self._stack, self.context.drafts, self._status)
        self._status.operator_clicked.connect(self.operator_clicked)
        self._status.unsaved_clicked.connect(self.show_unsaved)
        self._messages.closed.connect(self.recovery.look)
        self._status.backup_clicked.connect(lambda: self.go("settings", "backup"))
        self._status.lock_clicked.connect(self.lock_wanted)
        self._status.begin_clicked.connect(lambda: self._acts.do("begin"))
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(lambda: self.go("companies", "new"))
        QShortcut(QKeySequence("F1"), self).activated.connect(lambda: self._acts.do("help"))
        self.speaker.said.connect(self._announcer.say)
        self.speaker.language_wanted.connect(self.language_wanted)
        self.speaker.records_wanted.connect(self.other_records_wanted)
        self.context.drafts.refused.connect(self._refuse)
        self.context.drafts.resume_wanted.connect(self.resume)
        self.speaker.hushed.connect(self._messages.clear)
        self.speaker.toasted.connect(self._toast.say)
        self.speaker.year_wanted.connect(self._turn_to)
        self._jobs.failed.connect(self._refuse)
        self._jobs.crashed.connect(self.admit)
        self._jobs.changed.connect(self._stack.renew)
        self._jobs.changed.connect(self.refresh)
        self._jobs.busy_changed.connect(self._status.show_busy)

    @property
    def page_ids(self) -> tuple[str, ...]:
        """The ids of all pages, in the order of the sidebar."""
        return tuple(self._entries)

    @property
    def is_telling(self) -> bool:
        """Whether the message bar says something."""
        return bool(self._messages.text)

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while the one at hand has failed."""
        return self._stack.page

    @property
    def whereabouts(self) -> tuple[str, str, int]:
        """The page at hand, the item that stands open on it, and the year, for :meth:`start`."""
        return self._stack.page_id, self.page.place if self.page else "", self._year or 0

    def prepare(self, page_id: str) -> None:
        """Makes a page before anybody comes to it: what takes longest is then behind."""
        self._stack.prepare(page_id)

    def start(self, page_id: str, item: str = "", year: int = 0) -> None:
        """Opens the first page, asks how things stand in ``year`` (0: the latest), and offers what was not saved."""
        self._year = year or None
        if year:
            self._stack.turn(year)
        self.go(page_id, item)
        self.refresh()
        self.recovery.offer((page_id, item))

    def refresh(self) -> None:
        """Asks again how things stand in the year at hand."""
        self._jobs.query(lambda: self._frame.standing(self._year), self._show_standing)

    def go(self, page_id: str, key: str = "") -> None:
        """Shows the page ``page_id``, at the item named ``key`` if one is given."""
        if page_id != self._stack.page_id:
            self._announcer.leave_page()
            self._before = self._stack.page_id
        self._sidebar.mark(page_id)
        self._stack.open(page_id, key)

    def resume(self, draft: Draft) -> None:
        """Takes ``draft`` up again, in the year it was typed in."""
        self.context.drafts.want(draft)
        if draft.year and draft.year != self._year:
            self._turn_to(draft.year)
        self.go(*place_of(draft))

    def show_locked(self) -> None:
        """Says that the issuing passphrase has to be given again."""
        self._status.show_open(False)
        self.speaker.toast(self.tr("The issuing passphrase is locked. What you typed is still there."))

    def _show_standing(self, standing: Standing) -> None:
        title = self.tr("Quality Pledges")
        self.setWindowTitle(self.tr("{title} – sample data").format(title=title) if standing.is_sample else title)
        self._top.show_standing(standing)
        self._status.show_standing(standing)
        if standing.year != self._year:
            self._year = standing.year
            self._stack.turn(standing.year)

    def _turn_to(self, year: int) -> None:
        self._jobs.query(lambda: self._frame.standing(year), self._show_standing)

    def _go_to_hit(self, hit: Hit) -> None:
        if hit.command:
            self.run(hit.command)
        else:
            self.go(hit.page_id, hit.key)

    def run(self, command_id: str) -> None:
        """Does the command ``command_id`` of the registry."""
        command = BY_ID[command_id]
        self.favourites.note(command_id)
        if command.act:
            self._acts.do(command.act)
        else:
            self.go(command.page_id, command.item)

    def undo(self) -> None:
        """Takes the latest change back and says what was taken back; asks first where a later act stays."""
        self._jobs.run(self._frame.undo, self._say_undone, self._ask_which)

    def _ask_which(self, error: UserError) -> None:
        if error.code == "undo.stays":
            older = partial(self._undo_older, int(str(error.params["seq"])))
            self.speaker.say(Tone.WARN, self._words.of(error), Action(self.tr("Undo that"), older))
        else:
            self._jobs.failed.emit(error)

    def _undo_older(self, seq: int) -> None:
        """That very one, whatever was done since the question."""
        self.speaker.hush()
        self._jobs.run(partial(self._frame.undo, seq), self._say_undone)

    def _say_undone(self, sentence: str) -> None:
        self.speaker.toast(sentence)

    def _refuse(self, error: UserError) -> None:
        self.speaker.say(Tone.BAD, self._words.of(error))

    def admit(self, report: Path) -> None:
        """Says calmly that something went wrong in the program, and where it is written down."""
        sentence = self.tr("Something went wrong in the program. Your records are safe. Details: {file}")
        self.speaker.say(Tone.BAD, sentence.format(file=report))

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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing on the page wants it, closes the manual: back to where one was."""
        if event.key() == Qt.Key.Key_Escape and self._stack.page_id == "help" and self._before:
            self.go(self._before)
        else:
            super().keyPressEvent(event)

    def retire(self) -> None:
        """Goes away for another window in its place; threads and drafts live on."""
        self.hide()
        self._stack.take_away(self.deleteLater)

    def leave(self) -> None:
        """Closes the window, whatever is not saved or still being done."""
        self._may_close = True
        self.close()

    @property
    def would_lose(self) -> bool:
        """Whether something is typed or decided that nothing keeps, on a page or around them."""
        return any(page.form_would_lose for page in self._pages.values()) or unkept.first(self) is not None

    def lead_to_unsaved(self) -> None:
        """Brings forward what nothing keeps, else what a draft should keep."""
        losing = next((page_id for page_id, page in self._pages.items() if page.would_lose), "")
        if not losing and (part := unkept.first(self)) is not None:
            unkept.show(part)
            return
        unsaved = (page_id for page_id, page in self._pages.items() if page.is_unsaved)
        page_id = losing or next(unsaved, "")
        if page_id:
            self.go(page_id)
            self._pages[page_id].lead_to_unsaved()

    def show_unsaved(self) -> None:
        """Lists what is typed and not saved; each line leads to its form."""
        if self._status.is_unsaved:
            self._kept.open_above(self._status.unsaved, has_more=self.would_lose)
        else:
            self.speaker.toast(self.tr("Everything is saved."))

    def _is_held(self) -> bool:
        """Whether something would be lost by closing now; says what, and offers to close all the same."""
        if self.would_lose:
            self.lead_to_unsaved()
            told = self.tr("Something here is not saved or finished yet. Finish it before you close the window.")
            self.speaker.say(Tone.WARN, told, Action(self.tr("Close without saving"), self.leave))
        elif (problem := self.context.drafts.unkept()) is not None:
            self.lead_to_unsaved()
            told = self.tr("What is typed here cannot be kept as a draft. Save it before you close the window.")
            said = f"{self._words.of(problem)}\n{told}"
            self.speaker.say(Tone.WARN, said, Action(self.tr("Close without saving"), self.leave))
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
        self.context.drafts.close()
        self._jobs.close()
        super().closeEvent(event)
