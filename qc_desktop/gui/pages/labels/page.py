"""The page of labels: agreements, batches, a new batch."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from qc_desktop.domain.labels import KIND
from qc_desktop.gui.pages.base import Page
from qc_desktop.gui.pages.labels.agreements import editor
from qc_desktop.gui.pages.labels.agreements.view import AgreementsView
from qc_desktop.gui.pages.labels.batches.detail import BATCH, NOTE, STOP
from qc_desktop.gui.pages.labels.batches.view import BatchesView
from qc_desktop.gui.pages.labels.batches.work import BatchesWork
from qc_desktop.gui.pages.labels.ordering.view import OrderView
from qc_desktop.gui.pages.labels.ordering.work import OrderWork
from qc_desktop.gui.pages.labels.printing.view import LabelPrintView
from qc_desktop.gui.pages.labels.printing.work import LabelPrintWork
from qc_desktop.gui.pages.labels.seen.view import SeenView
from qc_desktop.gui.pages.labels.seen.visits import VisitsView, logs_in
from qc_desktop.gui.pages.labels.sheets.view import SheetsView
from qc_desktop.gui.pages.layouts.keys import LIST
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.foot_said import FootSaid
from qc_desktop.gui.widgets.parts import button
from qc_desktop.gui.widgets.views import Views

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.labels.agreements import AgreementRow

AGREEMENTS, BATCHES, NEW, SHEETS = "agreements", "batches", "new", "sheets"
SEEN, VISITS = "seen", "visits"
AGREEMENT, COMPANY, ISSUE = "agreement:", "company:", "issue:"
"""Begin the key of one agreement, of a new one for a company, and of a new batch under an agreement."""
PRINT = "print:"
"""Begins the key of printing a batch."""


class LabelsPage(Page):
    """``open_item`` takes one of the keys above, those with a colon before an id or a number."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Labels"))
        self.lead_back("certificates", QCoreApplication.translate("Navigation", "Issue and print"))
        self._desk: Desk = context.services
        self.tabs = FilterChips(
            [
                Chip(AGREEMENTS, self.tr("Agreements")),
                Chip(BATCHES, self.tr("Batches")),
                Chip(SEEN, self.tr("Suspicious labels")),
            ]
        )
        self.agreements = AgreementsView(context, self._desk, self)
        self.batches = BatchesView(context, self._desk)
        self.work = BatchesWork(self.batches, context, self._desk)
        self.views = Views()
        self._enter = button(self.tr("New agreement"), self.begin_agreement, "", "plus")
        self._issue = button(self.tr("Issue labels"), self.begin_batch, "", "award")
        self._read = button(self.tr("Import records of visits…"), self.show_visits, "", "upload")
        self._look = button(self.tr("Layout"), self._show_layout, "plain", "pencil")
        self._place_parts()
        self._connect()

    def _place_parts(self) -> None:
        for act in (self._enter, self._issue, self._read):
            self.head_actions.addWidget(act)
        row = QHBoxLayout()
        row.addWidget(self.tabs, 1)
        row.addWidget(self._look)
        self.body.addLayout(row)
        for view in (self.agreements, self.batches):
            self.views.addWidget(view)
        self.body.addWidget(self.views, 1)
        detail = self.batches.detail
        for bar in (self.agreements.editor.foot, detail.noting.foot, detail.stopping.foot):
            self.add_foot(bar)
        self.setAcceptDrops(True)
        self.say_below_title(self.tr("Labels on products: who may use how many, and what became of each batch."))

    def _show_layout(self) -> None:
        """Leads to what labels say and look like."""
        self.context.go("layouts", f"{KIND}:{LIST}")

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._turn)
        form, detail = self.agreements.editor, self.batches.detail
        form.issue_wanted.connect(self.begin_batch)
        form.batches_wanted.connect(self._list_batches)
        for part in (form, detail):
            part.company_wanted.connect(lambda key: self.context.go("companies", key))
        for view in (self.agreements, self.batches):
            view.split.arranged.connect(self._make_room)
        detail.print_wanted.connect(self.begin_printing)
        self.batches.issue_wanted.connect(self.begin_batch)
        detail.agreement_wanted.connect(self.show_agreement)

    @cached_property
    def order(self) -> OrderView:
        """A new batch; made when it is first needed."""
        made = OrderView(self.context)
        self.add_foot(FootSaid(made, made.progress, made.bar))
        self.add_foot(made.foot)
        self._order_work = OrderWork(made, self.context, self._desk)
        self._order_work.issued.connect(self.show_batch)
        made.left.connect(lambda: self.tabs.choose(self.tabs.current))
        made.agreement_wanted.connect(self.begin_agreement)
        self.views.addWidget(made)
        return made

    @cached_property
    def print(self) -> LabelPrintView:
        """A batch on its way to paper."""
        made = LabelPrintView(self.context)
        self.add_foot(FootSaid(made, made.progress, made.bar))
        self.add_foot(made.foot)
        self._print_work = LabelPrintWork(made, self.context, self._desk)
        made.left.connect(lambda: self.show_batch(self._print_work.batch))
        made.sheets_wanted.connect(self.show_sheets)
        self.views.addWidget(made)
        return made

    @cached_property
    def sheets(self) -> SheetsView:
        """The office's own label sheets."""
        made = SheetsView(self.context, self._desk)
        self.add_foot(FootSaid(made, made.bar))
        self.add_foot(made.foot)
        made.left.connect(self._leave_sheets)
        self.views.addWidget(made)
        return made

    @cached_property
    def seen(self) -> SeenView:
        """Labels that were seen, the suspicious ones first."""
        made = SeenView(self.context, self._desk)
        made.answer_wanted.connect(lambda number: self.context.go("desk", number))
        made.detail.batch_wanted.connect(self.show_batch)
        made.import_wanted.connect(self.show_visits)
        made.split.arranged.connect(self._make_room)
        self.views.addWidget(made)
        return made

    @cached_property
    def visits(self) -> VisitsView:
        """Reading a website's records of visits."""
        made = VisitsView(self.context, self._desk)
        made.left.connect(lambda: self.tabs.choose(SEEN))
        self.views.addWidget(made)
        return made

    def show_visits(self) -> None:
        """Offers to read a website's records of visits."""
        self.tabs.mark(SEEN)
        self.bring(self.visits)
        self.visits.choose.setFocus()

    def _leave_sheets(self) -> None:
        """Back to the batch that was to be printed, where there was one."""
        batch = self._print_work.batch if "print" in self.__dict__ else ""
        if batch:
            self.begin_printing(batch)
        else:
            self.tabs.choose(BATCHES)

    def show_sheets(self) -> None:
        """Shows the office's own label sheets."""
        self.bring(self.sheets)
        self.sheets.refresh()

    @property
    @override
    def place(self) -> str:
        """What stands open, by its key, so that it is found again."""
        shown = self.views.currentWidget()
        if isinstance(shown, OrderView):
            return f"{ISSUE}{shown.form.agreement_id}"
        if isinstance(shown, SheetsView):
            return SHEETS
        if isinstance(shown, SeenView):
            return SEEN
        if isinstance(shown, VisitsView):
            return VISITS
        if isinstance(shown, LabelPrintView):
            return f"{PRINT}{self._print_work.batch}"
        if shown is self.batches:
            return self.batches.detail.place or BATCHES
        return f"{AGREEMENT}{self.agreements.editor.key}" if self.agreements.editor.key else AGREEMENTS

    @property
    @override
    def topic(self) -> str:
        return ""

    @property
    @override
    def entrance(self) -> QWidget:
        shown = self.views.currentWidget()
        if shown is self.agreements:
            return self.agreements.search
        if shown is self.batches:
            return self.batches.search
        if isinstance(shown, SeenView):
            return shown.entrance
        if isinstance(shown, VisitsView):
            return shown.choose
        if isinstance(shown, SheetsView):
            return shown.form.key
        return self.order.form.lot if isinstance(shown, OrderView) else self.print.start_button

    @override
    def _lead_to_form(self) -> None:
        self.tabs.choose(AGREEMENTS)
        self.agreements.split.open_detail()

    @override
    def refresh(self) -> None:
        self.agreements.refresh()
        self.work.refresh()
        if isinstance(self.views.currentWidget(), SeenView):
            self.seen.refresh()
        self.settle_focus()

    def _turn(self, tab: str) -> None:
        if tab == SEEN:
            self.bring(self.seen)
            self.seen.refresh()
        else:
            self.bring(self.agreements if tab == AGREEMENTS else self.batches)

    def bring(self, view: QWidget) -> None:
        """Turns to ``view``, one of the page's own."""
        if self.views.currentWidget() is not view:
            self.begin_at_top()
        self.views.setCurrentWidget(view)
        if view is not self.batches:
            self.batches.detail.close_forms()
        self._make_room()

    def _make_room(self) -> None:
        """Where there is room for one thing only, heading and tabs give way to it."""
        shown = self.views.currentWidget()
        is_list = isinstance(shown, AgreementsView | BatchesView | SeenView) and shown.shows_list
        is_seen = isinstance(shown, SeenView)
        self.tabs.setVisible(is_list)
        self._read.setVisible(is_list and is_seen)
        for part in (self._look, self._enter, self._issue):
            part.setVisible(is_list and not is_seen)
        self.show_heading(is_list)

    def open_item(self, key: str) -> None:
        """Opens what ``key`` names."""
        name, colon, rest = key.partition(":")
        plain: dict[str, Callable[[], None]] = {
            NEW: self.begin_batch,
            AGREEMENT.rstrip(":"): self.begin_agreement,
            SHEETS: self.show_sheets,
            VISITS: self.show_visits,
        }
        begun: dict[str, Callable[[str], None]] = {
            COMPANY: self.begin_agreement,
            AGREEMENT: self.show_agreement,
            ISSUE: self.begin_batch,
            BATCH: self.show_batch,
            NOTE: partial(self.show_batch, form=NOTE),
            STOP: partial(self.show_batch, form=STOP),
            PRINT: self.begin_printing,
        }
        if key in plain:
            plain[key]()
        elif name + colon in begun:
            begun[name + colon](rest)
        else:
            self.tabs.choose(key if self.tabs.offers(key) else self.tabs.current)
            self.entrance.setFocus()

    def begin_agreement(self, company_id: str = "") -> None:
        """Begins a new agreement, of a company where one is named."""
        self.tabs.choose(AGREEMENTS)
        if company_id:
            self.agreements.begin_for(company_id)
        else:
            self.agreements.begin()

    def show_agreement(self, agreement_id: str) -> None:
        """Shows the agreement beside the list."""
        if agreement_id == editor.NEW:
            self.begin_agreement()
            return
        self.tabs.choose(AGREEMENTS)
        self.agreements.seek(agreement_id)

    def begin_batch(self, agreement_id: str = "") -> None:
        """Begins a batch, under the agreement where one is named."""
        self.bring(self.order)
        self._order_work.start(agreement_id)
        self.order.form.lot.setFocus()

    def begin_printing(self, number: str) -> None:
        """Offers to print the batch with that number."""
        self.bring(self.print)
        self._print_work.start(number)

    def show_batch(self, number: str, form: str = "") -> None:
        """Shows the batch beside the list, and opens ``form``, NOTE or STOP, over it."""
        self.tabs.choose(BATCHES)
        self.batches.detail.wish(number, form)
        self.batches.seek(number)

    def _list_batches(self, row: AgreementRow) -> None:
        self.tabs.choose(BATCHES)
        self.batches.search_for(row.company)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if logs_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.show_visits()
        self.visits.read(logs_in(event.mimeData()))
