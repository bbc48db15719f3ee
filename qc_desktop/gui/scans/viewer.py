"""The originals of one company: looked at page by page, added by drop, paste or choice, removed with Undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.scans import ScanKind
from qc_desktop.errors import UserError
from qc_desktop.gui.pages.places import starting
from qc_desktop.gui.scans.bringing import ask_papers, brought, may_hold_papers
from qc_desktop.gui.scans.canvas import Canvas
from qc_desktop.gui.scans.originals import Originals, Page, View
from qc_desktop.gui.scans.tools import ScanTools
from qc_desktop.gui.scans.work import ScanWork
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.views import Views
from qc_desktop.services import preferences

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.scans.bringing import Bring
    from qc_desktop.services.scans import ScanRow

SCAN_FOLDER = "scan_folder"


class ScanViewer(QWidget):
    """``shown`` tells that a page, or the sentence in its place, stands on the screen; new ones are of ``kind``.

    ``tools`` stand above the page, or where ``tools_elsewhere`` the owner puts them.
    """

    shown = Signal()

    def __init__(self, context: PageContext, *, tools_elsewhere: bool = False) -> None:
        super().__init__()
        self._context = context
        self._originals = Originals(context.services)
        self._company_id = self._campaign_id = ""
        self.kind = ScanKind.PLEDGE_LETTER
        self._rows: list[ScanRow] = []
        self._at = self._page = 0
        self._pages = 1
        self._turns: dict[str, int] = {}
        self._list_ticket = Ticket()
        self._page_ticket = Ticket()
        self.tools = ScanTools()
        self.canvas = Canvas()
        self.canvas.setAccessibleName(self.tr("The original"))
        self.trouble = MessageBar(closable=False)
        self.work = ScanWork(context, self)
        self.stack = Views()
        self._lay_out(tools_elsewhere)
        self._connect()
        self.setAcceptDrops(True)

    def _lay_out(self, tools_elsewhere: bool) -> None:
        looking = QWidget()
        column = QVBoxLayout(looking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not tools_elsewhere:
            column.addWidget(self.tools)
        column.addWidget(self.trouble)
        column.addWidget(self.canvas, 1)
        self._empty = EmptyState(
            "inbox",
            self.tr("No scan yet"),
            self.tr("Drop the scanned letter here, paste it with Ctrl+V, or choose it. PDF, JPEG and PNG are taken."),
            Action(self.tr("Choose files"), self.ask),
            width=280,
            kind="",  # beside a form that has the main button
        )
        self.stack.addWidget(self._empty)
        self.stack.addWidget(looking)
        self._looking = looking
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def _connect(self) -> None:
        tools = self.tools
        tools.picked.connect(self._pick)
        tools.stepped.connect(self.step)
        tools.zoomed.connect(lambda way: self.canvas.zoom_by(way) if way else self.canvas.fit())
        tools.turned.connect(self.turn)
        tools.add_wanted.connect(self.ask)
        tools.remove_wanted.connect(self._remove)
        self.canvas.resized.connect(self._ask_page)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    @property
    def rows(self) -> list[ScanRow]:
        """The scans of the company shown."""
        return self._rows

    @property
    def entrance(self) -> QWidget:
        """What takes the focus: the page, or where there is none the way to bring one."""
        return self.canvas if self.stack.currentWidget() is self._looking else self._empty.entrance

    @property
    def page(self) -> int:
        """The page shown, counted from 0."""
        return self._page

    def show_company(self, company_id: str, participation_id: str, campaign_id: str) -> None:
        """Shows the originals to review with a participation; the same one again keeps page and place."""
        self._ask_rows(company_id, campaign_id, partial(self._originals.of_participation, participation_id))

    def show_all(self, company_id: str, campaign_id: str) -> None:
        """Shows all papers of a company, of whichever year."""
        self._ask_rows(company_id, campaign_id, partial(self._originals.of_company, company_id))

    def _ask_rows(self, company_id: str, campaign_id: str, ask: Callable[[], list[ScanRow]]) -> None:
        if (company_id, campaign_id) != (self._company_id, self._campaign_id):
            self._company_id, self._campaign_id = company_id, campaign_id
            self._rows, self._at, self._page = [], 0, 0
            self.canvas.clear()
        self._list_ticket.tear()
        self._list_ticket = self._context.jobs.query(ask, self._show_rows)

    def prefetch(self, participation_id: str) -> None:
        """Renders the first page of the company that comes next."""
        width, originals = self.canvas.wanted_width, self._originals

        def fetch() -> None:
            try:
                originals.first_page(participation_id, width)
            except UserError:  # said when the company is looked at
                return

        self._context.jobs.query(fetch, lambda _: None)

    def _show_rows(self, rows: list[ScanRow]) -> None:
        if rows == self._rows and rows:
            return
        fresh = [place for place, row in enumerate(rows) if row not in self._rows] if self._rows else []
        held = self._rows[self._at].id if self._rows else ""
        self._rows = rows
        known = [place for place, row in enumerate(rows) if row.id == held]
        self._at = (fresh or known or [0])[0]
        self._page = self._page if known and not fresh else 0
        self.stack.setCurrentWidget(self._looking if rows else self._empty)
        self.tools.setVisible(bool(rows))
        self.tools.show_papers(rows, self._at)
        if rows:
            self._ask_page()
        else:
            self._page_ticket.tear()
            self.canvas.clear()
            self.shown.emit()

    def _pick(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self._at, self._page = place, 0
            self.tools.papers.setCurrentIndex(place)
            self.canvas.show_top()
            self._ask_page()

    def step(self, way: int) -> None:
        """To the next page (1) or the one before (-1); beyond the last page to the next scan."""
        if 0 <= self._page + way < self._pages:
            self._page += way
            self.canvas.show_top()
            self._ask_page()
        else:
            self._pick(self._at + way)

    def turn(self, way: int) -> None:
        """Turns the scan by a quarter, clockwise (1) or not (-1); so it stays while the window is open."""
        if self._rows:
            row = self._rows[self._at]
            self._turns[row.id] = (self._turns.get(row.id, 0) + way) % 4
            self.canvas.show_top()
            self._ask_page()

    def _ask_page(self) -> None:
        if not self._rows or not self.isVisible():
            return
        self._page_ticket.tear()
        row = self._rows[self._at]
        view = View(row, self._page, self.canvas.wanted_width, self._turns.get(row.id, 0))
        self._page_ticket = self._context.jobs.query(partial(self._look, view), self._show_page)

    def _look(self, view: View) -> Page | UserError:
        try:
            return self._originals.picture(view)
        except UserError as problem:  # said in the place of the page
            return problem

    def _show_page(self, found: Page | UserError) -> None:
        self.trouble.setVisible(isinstance(found, UserError))
        if isinstance(found, UserError):
            self.canvas.clear()
            self._pages = 1
            self.trouble.say(Tone.BAD, self._context.words.of(found))
        else:
            self._pages = found.pages
            self.canvas.show_picture(found.image)
        self.tools.show_page(self._page, self._pages)
        self.shown.emit()

    def ask(self) -> None:
        """Lets a person choose files."""
        desk = self._context.services
        folder = starting(preferences.remembered(desk.office.profile, SCAN_FOLDER))
        papers = ask_papers(self, self.tr("Add scans"), self.tr("Scans"), folder)
        if papers and papers[0].path is not None:
            desk.remember(**{SCAN_FOLDER: str(papers[0].path.parent)})
            self._attach(lambda: papers)

    def paste(self) -> None:
        """Takes files or a picture from the clipboard."""
        self._attach(brought(QGuiApplication.clipboard().mimeData(), self.tr("Pasted picture.png")))

    def _attach(self, bring: Bring | None) -> None:
        self.work.attach(self._company_id, self._campaign_id, bring, self.kind)

    def _remove(self) -> None:
        if self._rows:
            self.work.remove(self._rows[self._at])

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_hold_papers(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._attach(brought(event.mimeData(), self.tr("Pasted picture.png")))
