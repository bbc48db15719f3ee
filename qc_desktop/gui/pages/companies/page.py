"""企业与承诺: the list, the form beside it, and the way in for lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.pages.companies import filters
from qc_desktop.gui.pages.companies.actions import CompanyActions
from qc_desktop.gui.pages.companies.editor import Editor
from qc_desktop.gui.pages.companies.exporting import Export
from qc_desktop.gui.pages.companies.filters import Counts
from qc_desktop.gui.pages.companies.imports.choose import dropped_list
from qc_desktop.gui.pages.companies.imports.panel import ImportPanel
from qc_desktop.gui.pages.companies.listing import Listing
from qc_desktop.gui.pages.companies.reason_panel import ReasonPanel
from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.parts import Action, button
from qc_desktop.services.campaigns.years import CampaignRow


class CompaniesPage(Page):
    """The companies and their pledges of the year."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Companies and pledges"), scrolls=False)
        self._campaign: CampaignRow | None = None
        self._has_companies = True
        self.listing = Listing(context)
        self.editor = Editor(context, self)
        self.reason = ReasonPanel()
        self.actions_ = CompanyActions(context, self)
        self.importing = ImportPanel(context)
        self.export = Export(context, self)
        self.split = ListDetail(self._browse(), self.editor, self.tr("Back to the list"))
        self.empty = EmptyState(
            "building-2",
            self.tr("No companies yet"),
            self.tr("Drop an Excel or CSV list here, or choose one. Nothing is written before you have seen it."),
            Action(self.tr("Import a list"), self.start_import),
        )
        self.stack = QStackedWidget()
        for part in (self.split, self.empty, self.importing):
            self.stack.addWidget(part)
        self.body.addWidget(self.stack, 1)
        self._offer_actions()
        self._connect()
        self.setAcceptDrops(True)

    def _browse(self) -> QWidget:
        whole = QWidget()
        whole.setFocusProxy(self.listing)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.reason)
        column.addWidget(self.listing, 1)
        return whole

    def _offer_actions(self) -> None:
        self._import = button(self.tr("Import a list"), self.start_import, "", "upload")
        self._export = button(self.tr("Export"), lambda: self.export.start(self.listing.query), "", "download")
        self._new = button(self.tr("New company"), self.start_new, "primary", "plus")
        self._new.setToolTip("Ctrl+N")
        for part in (self._import, self._export, self._new):
            self.head_actions.addWidget(part)

    def _connect(self) -> None:
        self.listing.chosen.connect(self._choose)
        self.listing.opened.connect(self._open)
        self.editor.approve.clicked.connect(lambda: self._approve(self._shown()))
        self.editor.send_back.clicked.connect(lambda: self._ask_reason(self._shown()))
        bar = self.listing.bar
        bar.approve.connect(lambda: self._approve(self.listing.scope()))
        bar.send_back.connect(lambda: self._ask_reason(self.listing.scope()))
        bar.join.connect(lambda: self.actions_.join(self.listing.scope()))
        self.reason.given.connect(self.actions_.send_back)
        self.reason.closed.connect(self.listing.setFocus)
        self.importing.left.connect(self._leave_import)
        for keys, act in (("F9", self._approve), ("F10", self._ask_reason)):
            QShortcut(QKeySequence(keys), self.split).activated.connect(partial(self._with_scope, act))
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.start_new)

    @override
    def refresh(self) -> None:
        desk, year = self.context.services, self.year
        self.context.jobs.query(lambda: filters.campaign_of(desk.office, year), self._show_campaign)

    def _show_campaign(self, campaign: CampaignRow | None) -> None:
        self._campaign = campaign
        campaign_id = campaign.id if campaign else ""
        year = campaign.values.campaign_year if campaign else 0
        self.actions_.campaign_id = campaign_id
        self.listing.bar.show_year(year)
        self.importing.show_campaign(campaign_id, year)
        self.listing.show_campaign(campaign_id)
        self.editor.show_campaign(campaign)
        desk = self.context.services
        self.context.jobs.query(lambda: filters.count(desk.office, campaign_id), self._show_counts)

    def _show_counts(self, counts: Counts) -> None:
        self.listing.show_counts(counts)
        self._has_companies = counts.total > 0
        companies = self.tr("%n company(ies)", "", counts.total)
        self.say_below_title(f"{companies} · {self.year}" if self._campaign else companies)
        if self.stack.currentWidget() is self.empty and self._has_companies:
            self.stack.setCurrentWidget(self.split)
        elif not self._has_companies and self.stack.currentWidget() is self.split and not self.editor.is_dirty:
            self.stack.setCurrentWidget(self.empty)
        self._show_head()

    @override
    def open_item(self, key: str) -> None:
        self.stack.setCurrentWidget(self.split)
        if not self.listing.choose(key):
            self.listing.table.clearSelection()
        self.editor.open(key)
        self.split.open_detail()

    def start_new(self) -> None:
        """Offers an empty form."""
        self.stack.setCurrentWidget(self.split)
        self.listing.table.clearSelection()
        self.editor.start_new()
        self.split.open_detail()

    def start_import(self) -> None:
        """Turns to the import."""
        self.stack.setCurrentWidget(self.importing)
        self._show_head()
        self.importing.start()

    def _leave_import(self) -> None:
        self.stack.setCurrentWidget(self.split)
        self._show_head()
        self.refresh()

    def _show_head(self) -> None:
        """The actions that mean something now."""
        browsing = self.stack.currentWidget() is not self.importing
        self._import.setVisible(browsing and self.stack.currentWidget() is not self.empty)
        self._export.setVisible(browsing and self._has_companies)
        self._new.setVisible(browsing)

    def _with_scope(self, act: Callable[[Scope], None]) -> None:
        """Does ``act`` to the company in the form where a person works there, else to what is selected."""
        at_form = self.editor.isAncestorOf(QApplication.focusWidget() or self)
        act(self._shown() if at_form else self.listing.scope())

    def _shown(self) -> Scope:
        row = self.editor.row
        return Scope(0, self.listing.query) if row is None else Scope(1, self.listing.query, (row,))

    def _approve(self, scope: Scope) -> None:
        if scope.count and self._campaign:
            self.actions_.approve(scope)

    def _ask_reason(self, scope: Scope) -> None:
        if scope.count and self._campaign:
            self.split.close_detail()
            self.reason.ask(scope)

    def _choose(self, company_id: str) -> None:
        if self.listing.scope().count == 1:
            self.editor.open(company_id)

    def _open(self, company_id: str) -> None:
        self.editor.open(company_id)
        self.split.open_detail()
        self.editor.company.form.name.setFocus()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_list(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_list(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.start_import()
            self.importing.look_at(path)
