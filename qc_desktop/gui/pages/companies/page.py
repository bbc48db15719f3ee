"""企业与承诺: the list, the form beside it, and the way in for lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.pages.campaign.returns.drops import dropped_forms, key_of
from qc_desktop.gui.pages.companies import filters
from qc_desktop.gui.pages.companies.aspects.panel import AspectsPanel
from qc_desktop.gui.pages.companies.browse import Browse
from qc_desktop.gui.pages.companies.choices import Choices, choices
from qc_desktop.gui.pages.companies.editor import Editor
from qc_desktop.gui.pages.companies.exporting import Export
from qc_desktop.gui.pages.companies.filters import Counts
from qc_desktop.gui.pages.companies.head import Head
from qc_desktop.gui.pages.companies.imports.choose import dropped_list
from qc_desktop.gui.pages.companies.many import Many
from qc_desktop.gui.pages.companies.review import Review
from qc_desktop.gui.pages.companies.rooms import BULK_KEY, DUPLICATES_KEY, IMPORT_KEY, Rooms
from qc_desktop.gui.pages.companies.saved import Saved
from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services.campaigns.years import CampaignRow

BULK_DRAFT = "bulk:draft"
"""The item that goes on with a change of many companies."""
NEW_KEY = "new"
"""The item that leads to the form of a new company."""
LOW = 420
"""Pages lower than this, in logical pixels, give their heading up where work needs the height."""


class CompaniesPage(Page):
    """The companies and their pledges of the year."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Companies and pledges"))
        self._campaign: CampaignRow | None = None
        self._has_companies = True
        self._browse = Browse(context)
        self.listing, self.reason = self._browse.listing, self._browse.reason
        self.editor = Editor(context, self)
        self.export = Export(context, self)
        self.aspects = AspectsPanel(context, self.editor)
        self.split = ListDetail(self._browse, self.aspects, self.tr("Back to the list"), self.aspects.chips)
        self.review = Review(context, self.split, self.listing, self.editor, self.reason)
        self.many = Many(context, self.listing, self.review, self._browse.progress)
        self.saved = Saved(context, self.listing)
        nothing = EmptyState(
            "building-2",
            self.tr("No companies yet"),
            self.tr("Drop an Excel or CSV list here, or choose one. Nothing is written before you have seen it."),
            Action(self.tr("Import a list"), self.start_import),
        )
        self.rooms = Rooms(context, self.split, nothing)
        self.body.addWidget(self.rooms, 1)
        self.head = Head(
            self.head_actions, self.start_import, self._start_export, self.find_duplicates, self.start_new, self
        )
        self._connect()
        self.setAcceptDrops(True)
        context.jobs.query(choices, self._offer_choices)

    def _offer_choices(self, offered: Choices) -> None:
        self.listing.panel.offer(offered)
        self.rooms.offer(offered)

    def _start_export(self) -> None:
        self.export.start(self.listing.query)

    def _connect(self) -> None:
        self.listing.chosen.connect(self._choose)
        self.listing.opened.connect(self._open)
        self.listing.bar.edit.connect(self.start_bulk)
        self.listing.table.menu_wanted.connect(self._add_to_menu)
        self.listing.table.paste_wanted.connect(self.paste)
        self.split.arranged.connect(self._show_head)
        self.aspects.unsaved_changed.connect(self.unsaved_changed)
        self.editor.merge_wanted.connect(self._merge)
        rooms = self.rooms
        rooms.currentChanged.connect(self.begin_at_top)
        rooms.import_left.connect(self._leave_import)
        rooms.imported.connect(self.listing.show_everything)  # the filter of before would hide what came
        for signal in (rooms.corrected, rooms.import_left):
            signal.connect(self.unsaved_changed)
        rooms.duplicates_left.connect(self._leave_duplicates)
        rooms.bulk_left.connect(self._leave_bulk)

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
        if self.rooms.currentWidget() is not self.split:
            return self.rooms.key
        if not (self.split.is_open or self.editor.sheet.id):
            return ""
        return self.editor.sheet.id or NEW_KEY

    @property
    @override
    def topic(self) -> str:
        at_company = self.split.is_open or self.aspects.isAncestorOf(QApplication.focusWidget() or self)
        if self.rooms.currentWidget() is not self.split:
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
        self._show_head()

    @override
    def _lead_to_form(self) -> None:
        self.rooms.setCurrentWidget(self.split)
        self.aspects.lead_to_changes()
        self._open_form()

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
        self._has_companies = counts.total > 0
        companies = self.tr("%n company(ies)", "", counts.total)
        self.say_below_title(
            self.tr("{companies} · year {year}").format(companies=companies, year=self.year)
            if self._campaign
            else companies
        )
        if self.rooms.currentWidget() is self.rooms.empty and self._has_companies:
            self.rooms.setCurrentWidget(self.split)
        elif not self._has_companies and self.rooms.currentWidget() is self.split and not self._is_entering:
            had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
            self.rooms.setCurrentWidget(self.rooms.empty)
            if had_focus:
                self.rooms.empty.entrance.setFocus()
        self._show_head()

    @property
    def _is_entering(self) -> bool:
        """Whether somebody types, or is about to: the first company of all is entered here too."""
        return self.editor.is_dirty or self.split.works_in_detail

    @override
    def needs_year(self, key: str) -> bool:
        return key in ("export", BULK_KEY, BULK_DRAFT, "filters", "save_filter") or filters.is_filter(key)

    @override
    def open_item(self, key: str) -> None:
        """Shows the company with the id ``key`` (``ASPECT:ID``: there), a filter of the list, a list that was
        corrected (``import:PATH``), or begins one of ``_begun``.
        """
        if self.needs_year(key) and not self._has_companies:
            self.rooms.setCurrentWidget(self.rooms.empty)
            self._show_head()
        elif key in self._begun:
            self._begun[key]()
        elif key.startswith(f"{IMPORT_KEY}:"):
            self._take_up_list(Path(key.removeprefix(f"{IMPORT_KEY}:")))
        elif filters.is_filter(key):
            self._show_list(key)
        else:
            aspect_id, _, company_id = key.rpartition(":")
            self._show_company(company_id)
            if aspect_id:
                self.aspects.turn_once_shown(aspect_id)

    @property
    def _begun(self) -> Mapping[str, Callable[[], object]]:
        """What can be begun from anywhere, by the key that other pages and Ctrl+K name."""
        return {
            NEW_KEY: self.start_new,
            IMPORT_KEY: self.start_import,
            "rows": self.paste,
            "message": self.paste_message,
            DUPLICATES_KEY: self.find_duplicates,
            BULK_KEY: self._begin_bulk,
            BULK_DRAFT: self._take_up_bulk,
            "filters": self._narrow,
            "save_filter": self._save_filter,
            "export": self._start_export,
        }

    def _show_list(self, key: str) -> None:
        self.rooms.setCurrentWidget(self.split)
        self.split.close_detail()
        self.listing.show_saved(None)
        self.listing.choose_filter(key)
        self._show_head()

    def _show_company(self, company_id: str) -> None:
        self.rooms.setCurrentWidget(self.split)
        self.listing.seek(company_id)
        self.editor.open(company_id)
        self._open_form()

    def start_new(self) -> None:
        """Offers an empty form."""
        self.rooms.setCurrentWidget(self.split)
        self.listing.let_go()
        self.editor.start_new()
        self._open_form()

    def paste_message(self) -> None:
        """粘贴识别: offers an empty form with what the message on the clipboard says."""
        self.start_new()
        self.editor.paster.paste()

    def start_import(self) -> None:
        """Turns to the import; where something is corrected and not imported yet, that is shown again."""
        self.rooms.setCurrentWidget(self.rooms.importing)
        self._show_head()
        if not self.rooms.holds_changes:
            self.rooms.importing.start()

    def _take_up_list(self, path: Path) -> None:
        """Goes on with a list in which cells were corrected before."""
        is_free = not self.rooms.holds_changes
        self.start_import()
        if is_free:
            self.rooms.importing.take_up(path)

    def find_duplicates(self) -> None:
        """Turns to the pairs of companies that may be one."""
        self.rooms.setCurrentWidget(self.rooms.duplicates)
        self._show_head()
        self.rooms.duplicates.start()

    def _merge(self, kept_id: str, other_id: str) -> None:
        self.rooms.setCurrentWidget(self.rooms.duplicates)
        self._show_head()
        self.rooms.duplicates.compare(kept_id, other_id)

    def _leave_duplicates(self, company_id: str) -> None:
        self.rooms.setCurrentWidget(self.split)
        if company_id:
            self._show_company(company_id)
        else:
            self.split.close_detail()
        self._show_head()
        self.refresh()

    def start_bulk(self) -> None:
        """Turns to changing everyone who is selected."""
        if self.listing.scope().count:
            self._change(self.listing.scope())

    def _change(self, scope: Scope) -> None:
        self.rooms.bulk.start(scope)
        self.rooms.setCurrentWidget(self.rooms.bulk)
        self._show_head()
        self.rooms.bulk.lines[0].start()

    def _take_up_bulk(self) -> None:
        """Goes on with what was typed, for whom it was typed; where that is not kept it says how to."""
        if self.rooms.currentWidget() is self.rooms.bulk:
            self.rooms.bulk.lines[0].start()
        elif (meant := self.rooms.bulk.kept_scope) is not None:
            self._change(meant)
        elif self.rooms.bulk.has_draft:
            self._browse_list()
            told = self.tr("What you typed for many companies is kept. Select the companies, then “Change them…”.")
            self.context.speaker.say(Tone.ACCENT, told)

    def _begin_bulk(self) -> None:
        """As :meth:`start_bulk`; where nobody is selected it says how to."""
        self._browse_list()
        if self.listing.scope().count:
            self.start_bulk()
        else:
            self.context.speaker.toast(self.tr("Select the companies first: Ctrl+A selects all, Shift and Ctrl some."))

    def _narrow(self) -> None:
        self._browse_list()
        self.listing.more.setChecked(True)

    def _save_filter(self) -> None:
        """Asks for a name; where nothing is narrowed yet the conditions come first."""
        self._browse_list()
        if self.listing.is_narrowed:
            self.saved.ask_filter()
        else:
            self.listing.more.setChecked(True)

    def _browse_list(self) -> None:
        if self._has_companies:
            self.rooms.setCurrentWidget(self.split)
            self.split.close_detail()
            self._show_head()
            self.listing.setFocus()

    def _leave_bulk(self) -> None:
        self.rooms.setCurrentWidget(self.split)
        self._show_head()
        self.listing.setFocus()

    def _add_to_menu(self, menu: QMenu) -> None:
        menu.addAction(self.tr("Change them…")).triggered.connect(self.start_bulk)
        menu.addSeparator()
        menu.addAction(self.tr("Paste rows from Excel")).triggered.connect(self.paste)

    def paste(self) -> None:
        """Turns to the import with the rows on the clipboard."""
        if not self.rooms.is_importing:
            self.start_import()
            self.rooms.importing.paste()

    def _leave_import(self) -> None:
        self.rooms.setCurrentWidget(self.split)
        self.split.close_detail()
        self._show_head()
        self.refresh()

    def _show_head(self) -> None:
        """The actions that mean something now; on a low screen the form and the import have all the height."""
        shown = self.rooms.currentWidget()
        at_form = shown is self.split and self.split.is_open and not self.split.is_wide
        at_work = bool(self.rooms.key)
        is_low = self.height() < LOW and (at_form or at_work)
        self.show_heading(not is_low)
        self.head.arrange(
            browsing=not at_work and not is_low,
            has_companies=self._has_companies,
            offers_import=shown is not self.rooms.empty,
        )
        shows_form = shown is self.split and (self.split.is_wide or self.split.is_open)
        self.head.stand_out(not shows_form and shown is not self.rooms.empty)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_head()

    def _open_form(self) -> None:
        self.split.open_detail()
        self._show_head()

    def _choose(self, company_id: str) -> None:
        if self.listing.scope().count == 1:
            self.editor.open(company_id)

    def _open(self, company_id: str) -> None:
        self.editor.open(company_id)
        self._open_form()
        self.aspects.focus(at_start=True)

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
            self.start_import()
            self.rooms.importing.look_at(path)
