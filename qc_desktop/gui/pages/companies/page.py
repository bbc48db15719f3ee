"""企业与承诺: the list, the form beside it, and the way in for lists."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.pages.campaign.returns.drops import dropped_forms, key_of
from qc_desktop.gui.pages.companies import filters
from qc_desktop.gui.pages.companies.aspects.panel import AspectsPanel
from qc_desktop.gui.pages.companies.browse import Browse
from qc_desktop.gui.pages.companies.choices import Choices, choices
from qc_desktop.gui.pages.companies.editor import Editor
from qc_desktop.gui.pages.companies.filters import Counts
from qc_desktop.gui.pages.companies.head import Head
from qc_desktop.gui.pages.companies.imports.choose import dropped_list
from qc_desktop.gui.pages.companies.many import Many
from qc_desktop.gui.pages.companies.review import Review
from qc_desktop.gui.pages.companies.rooms import Rooms
from qc_desktop.gui.pages.companies.saved import Saved
from qc_desktop.gui.pages.companies.ways import NEW_KEY, Ways
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services.campaigns.years import CampaignRow

LOW = 420
"""Pages lower than this, in logical pixels, give their heading up where work needs the height."""


class CompaniesPage(Page):
    """The companies and their pledges of the year."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Companies and pledges"))
        self._campaign: CampaignRow | None = None
        self._browse = Browse(context)
        self.listing, self.reason = self._browse.listing, self._browse.reason
        self.editor = Editor(context, self)
        self.aspects = AspectsPanel(context, self.editor)
        self.split = ListDetail(self._browse, self.aspects, self.tr("Back to the list"), self.aspects.chips)
        self.review = Review(context, self.split, self.listing, self.editor, self.reason)
        self.many = Many(context, self._browse, self.review)
        self.saved = Saved(context, self.listing)
        self.rooms = Rooms(context, self.split, self._make_empty())
        self.body.addWidget(self.rooms, 1)
        self.ways = Ways(self)
        self.head = Head(self.head_actions, self.ways)
        self._connect()
        self.setAcceptDrops(True)
        context.jobs.query(choices, self._offer_choices)

    def _make_empty(self) -> EmptyState:
        sentence = self.tr("Drop an Excel or CSV list here, or choose one. Nothing is written before you have seen it.")
        action = Action(self.tr("Import a list"), lambda: self.ways.start_import())
        return EmptyState("building-2", self.tr("No companies yet"), sentence, action)

    def _offer_choices(self, offered: Choices) -> None:
        self.listing.panel.offer(offered)
        self.rooms.offer(offered)

    def _connect(self) -> None:
        rooms = self.rooms
        for turned in (rooms.currentChanged, self.split.arranged):
            turned.connect(self._show_head)
        self.editor.notice.clicked.connect(self._make_notice)
        rooms.currentChanged.connect(self.begin_at_top)
        rooms.imported.connect(self.listing.show_everything)  # the filter of before would hide what came
        for changed in (self.aspects.unsaved_changed, rooms.corrected, rooms.import_left):
            changed.connect(self.unsaved_changed)

    @property
    @override
    def is_unsaved(self) -> bool:
        return self.aspects.holds_changes or self.rooms.holds_changes

    @property
    @override
    def form_would_lose(self) -> bool:
        return self.aspects.would_lose

    @property
    @override
    def place(self) -> str:
        if not self.rooms.shows_split:
            return self.rooms.place
        if not (self.split.is_open or self.editor.sheet.id):
            return ""
        return self.editor.sheet.id or NEW_KEY

    @property
    @override
    def topic(self) -> str:
        at_company = self.split.is_open or self.aspects.isAncestorOf(QApplication.focusWidget() or self)
        if not self.rooms.shows_split:
            return self.rooms.key
        return self.aspects.topic if at_company else ""

    @property
    @override
    def entrance(self) -> QWidget:
        shown = self.rooms.currentWidget()
        at_list = shown is self.split and (self.split.is_wide or not self.split.is_open)
        if shown is self.rooms.empty:
            return self.rooms.empty.entrance
        return self.listing.search if at_list else self.editor.company.form.name if shown is self.split else shown

    @override
    def _bring_forward(self, part: QWidget) -> None:
        self.rooms.bring_forward(part)
        if self.aspects.isAncestorOf(part):
            self.aspects.bring_forward(part)

    @override
    def _lead_to_form(self) -> None:
        self.rooms.setCurrentWidget(self.split)
        self.aspects.lead_to_changes()
        self.split.open_detail()

    @override
    def refresh(self) -> None:
        desk, year = self.context.services, self.year
        self.ask_of_year(lambda: filters.around(desk.office, year), self._show_around)

    def _show_around(self, around: filters.Around) -> None:
        self.listing.show_own(around.own, around.fields)
        self.rooms.show_own(around.fields)
        self._show_campaign(around.campaign)

    def _show_campaign(self, campaign: CampaignRow | None) -> None:
        self._campaign = campaign
        campaign_id = campaign.id if campaign else ""
        year = campaign.values.campaign_year if campaign else 0
        self.review.show_campaign(campaign_id)
        self.listing.bar.show_year(year)
        self.many.show_year(campaign_id, year)
        self.rooms.show_campaign(campaign)
        self.listing.show_campaign(campaign_id)
        self.saved.refresh()
        self.editor.show_campaign(campaign)
        self.aspects.refresh()
        desk = self.context.services
        self.ask_of_year(lambda: filters.count(desk.office, campaign_id), self._show_counts)

    def _show_counts(self, counts: Counts) -> None:
        self.listing.show_counts(counts)
        self.rooms.has_companies = counts.total > 0
        companies = self.tr("%n company(ies)", "", counts.total)
        self.say_below_title(
            self.tr("{companies} · year {year}").format(companies=companies, year=self.year)
            if self._campaign
            else companies
        )
        if self.rooms.currentWidget() is self.rooms.empty and self.rooms.has_companies:
            self.rooms.setCurrentWidget(self.split)
        elif not self.rooms.has_companies and self.rooms.shows_split and not self._is_entering:
            had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
            self.rooms.setCurrentWidget(self.rooms.empty)
            if had_focus:
                self.rooms.empty.entrance.setFocus()
        self._show_head()

    def _make_notice(self) -> None:
        row = self.editor.row
        if row is not None:
            self.split.close_detail()
            self.many.make_notices(lambda _: (row.id,))

    @property
    def _is_entering(self) -> bool:
        """Whether somebody types, or is about to: the first company of all is entered here too."""
        return self.editor.is_dirty or self.split.works_in_detail

    @override
    def needs_year(self, key: str) -> bool:
        return self.ways.need_year(key)

    @override
    def open_item(self, key: str) -> None:
        """Shows the company with the id ``key`` (``ASPECT:ID``: there), a filter of the list, a list that was
        corrected (``import:PATH``), or begins what can be begun.
        """
        self.ways.open_item(key)

    def _show_head(self) -> None:
        """The actions that mean something now; on a low screen the form and the import have all the height."""
        at_form = self.rooms.shows_form and not self.split.is_wide
        is_low = self.height() < LOW and (at_form or bool(self.rooms.key))
        self.show_heading(not is_low)
        self.head.arrange(self.rooms, is_low=is_low)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_head()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        takes = dropped_list(event.mimeData()) is not None or bool(dropped_forms(event.mimeData()))
        if takes and not self.rooms.is_importing:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path, forms = dropped_list(event.mimeData()), dropped_forms(event.mimeData())
        if forms:
            event.acceptProposedAction()
            self.context.go("campaign", key_of(forms))
        elif path is not None:
            event.acceptProposedAction()
            self.ways.import_list(path)
