"""The page of the history: a list of all actions, what each changed, and taking it back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.base import Page
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.pages.history.actions_list import ActionsList
from qc_desktop.gui.pages.history.detail_view import DetailView
from qc_desktop.gui.pages.history.filters import Filters
from qc_desktop.gui.pages.history.model import HistorySource, columns
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.parts import Action, button
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.table import Table
from qc_desktop.services.audit import details, exporting, listing
from qc_desktop.services.audit.listing import HistoryFilter

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext


class HistoryPage(Page):
    """Filters, the list, the detail beside it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "History of changes"))
        self._desk: Desk = context.services
        self._ticket = Ticket()
        self._seq = 0
        self.filters = Filters(context.words)
        self.model = PagedModel(
            HistorySource(self._desk), columns(context.words), lambda row: row.seq, context.jobs, self
        )
        self.table = Table(self.model, self.tr("Actions"))
        self.head = ListHead(self.table, "history", context)
        self.detail = DetailView(context.words)
        self.list = ActionsList(self.table)
        self.split = ListDetail(self.list, self.detail, self.tr("Back to the list"))
        self.progress = ProgressPanel(context.words)
        export = self.tr("Export {form}")
        self._exports = [
            button(export.format(form=f".{form}"), partial(self._export, form), "", "download")
            for form in exporting.FORMATS
        ]
        for made in self._exports:
            self.head_actions.addWidget(made)
        asking = QHBoxLayout()
        asking.addWidget(self.filters, 1)
        asking.addWidget(self.head.button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(asking)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.split, 1)
        self._connect()

    def _connect(self) -> None:
        self.filters.changed.connect(self.ask)
        self.filters.left_downwards.connect(self.table.setFocus)
        self.table.current_changed.connect(self._choose)
        self.table.opened.connect(self._open)
        self.split.returned.connect(self._show_head)
        self.list.all_wanted.connect(self.filters.clear)
        self.model.counted.connect(self._show_count)
        self.detail.undo_wanted.connect(self.context.undoing.take_back)

    def _show_count(self, count: int) -> None:
        self.say_below_title(self.tr("%n action(s)", "", count))
        self.list.show_count(count, narrowed=self.wanted != HistoryFilter())

    @property
    def wanted(self) -> HistoryFilter:
        """What the list shows."""
        return self.filters.wanted(self._desk.office.today)

    def ask(self) -> None:
        """Asks for the rows of the present filter."""
        self.model.ask(self.wanted)

    @override
    def refresh(self) -> None:
        self.ask()
        if self._seq:
            self._choose(self._seq)

    @override
    def arrive(self) -> None:
        office = self._desk.office
        self.context.jobs.report(lambda: listing.choices(office), self.filters.offer)
        self.table.setFocus()

    @override
    def open_item(self, key: str) -> None:
        """Shows the command with the number ``key``."""
        self._choose(int(key))
        self._open()

    def _open(self, _seq: object = None) -> None:
        self.split.open_detail()
        self._show_head()

    def _show_head(self) -> None:
        """Where the detail has the page to itself, it has all the height."""
        alone = self.split.is_open and not self.split.is_wide
        self.show_heading(not alone)
        for part in (self.filters, self.head.button):
            part.setVisible(not alone)
        for made in self._exports:
            made.setVisible(not alone)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_head()

    def _choose(self, seq: int | None) -> None:
        self._ticket.tear()
        self._seq = seq or 0
        if seq is None:
            self.detail.show_nothing()
            return
        office, words = self._desk.office, self.context.words
        self._ticket = self.context.jobs.query(lambda: details.detail(office, words, seq), self.detail.show_detail)

    def _export(self, form: str) -> None:
        suggested = places.documents() / f"{self.context.words.text('history.title')}.{form}"
        path = places.ask_file(self, self.tr("Export the history"), suggested, f".{form}")
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Writes the actions that the list shows to ``path`` (.xlsx or .csv)."""
        office, words, wanted = self._desk.office, self.context.words, self.wanted
        task = self.context.jobs.run(
            lambda: exporting.export(office, words, wanted, path),
            partial(self._say_exported, path),
            offering(self.context, path, self.export),
        )
        self.progress.watch(task, words.text("step.export_history"))

    def _say_exported(self, path: Path, count: int) -> None:
        told = self.context.words.text("history.exported", count=count, path=path)
        show = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
        self.context.speaker.say(Tone.OK, told, show)
