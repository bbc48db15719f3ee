"""What the page shows: the list beside its form, or in their place an import, a change of many, duplicates, nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qc_desktop.gui.pages.companies.bulk.panel import BulkPanel
from qc_desktop.gui.pages.companies.duplicates.view import DuplicatesView
from qc_desktop.gui.pages.companies.imports.panel import ImportPanel
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.views import Views
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.members.fields import FieldRow

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.companies.choices import Choices

IMPORT_KEY, DUPLICATES_KEY, BULK_KEY = "import", "duplicates", "bulk"
_LATER = {IMPORT_KEY: "importing", DUPLICATES_KEY: "duplicates", BULK_KEY: "bulk"}
"""The items that lead to what stands in the list's place, and the parts, which are made when they are first needed."""


class Rooms(Views):
    """Of ``split``, ``empty`` and the parts of _LATER one is shown.

    ``import_left``, ``duplicates_left`` (with a company's id, or '') and ``bulk_left`` tell that a person is through;
    ``imported`` that a list went in, ``corrected`` that something in it was; ``currentChanged`` that another is shown.
    """

    import_left = Signal()
    imported = Signal()
    corrected = Signal()
    duplicates_left = Signal(str)
    bulk_left = Signal()

    def __init__(self, context: PageContext, split: ListDetail, empty: EmptyState) -> None:
        super().__init__()
        self._context = context
        self._choices: Choices | None = None
        self._fields: Sequence[FieldRow] = ()
        self._campaign = ("", 0)
        self.has_companies = True
        """Whether there is anybody to list, as far as is known."""
        self.split, self.empty = split, empty
        for part in (split, empty):
            self.addWidget(part)

    @cached_property
    def importing(self) -> ImportPanel:
        """The way in for lists."""
        made = ImportPanel(self._context)
        made.left.connect(self.import_left)
        made.imported.connect(self.imported)
        made.corrected.connect(self.corrected)
        made.show_campaign(*self._campaign)
        self.addWidget(made)
        return made

    @cached_property
    def duplicates(self) -> DuplicatesView:
        """Pairs of companies that may be one."""
        made = DuplicatesView(self._context)
        made.left.connect(self.duplicates_left)
        self.addWidget(made)
        return made

    @cached_property
    def bulk(self) -> BulkPanel:
        """Changing everyone who is selected."""
        made = BulkPanel(self._context)
        made.left.connect(self.bulk_left)
        if self._choices is not None:
            made.offer(self._choices)
        made.show_own(self._fields)
        self.addWidget(made)
        return made

    def _made(self) -> Iterator[tuple[str, QWidget]]:
        return ((key, vars(self)[part]) for key, part in _LATER.items() if part in vars(self))

    def offer(self, choices: Choices) -> None:
        """What can be chosen where many are changed."""
        self._choices = choices
        if "bulk" in vars(self):
            self.bulk.offer(choices)

    def show_own(self, fields: Sequence[FieldRow]) -> None:
        """The association's own fields can be changed for many."""
        self._fields = fields
        if "bulk" in vars(self):
            self.bulk.show_own(fields)

    def show_campaign(self, campaign: CampaignRow | None) -> None:
        """Pledges of a list go into ``campaign``."""
        self._campaign = (campaign.id, campaign.values.campaign_year) if campaign else ("", 0)
        if "importing" in vars(self):
            self.importing.show_campaign(*self._campaign)

    @property
    def key(self) -> str:
        """The item that leads to what stands in the list's place; '' while the list does."""
        shown = self.currentWidget()
        return next((key for key, part in self._made() if part is shown), "")

    @property
    def place(self) -> str:
        """The item that leads to what stands in the list's place as it stands: with what was typed or corrected."""
        if self.key == BULK_KEY:
            return f"{BULK_KEY}:{self.bulk.drafts.key}"
        at_hand = self.importing.at_hand if self.key == IMPORT_KEY else ""
        return f"{IMPORT_KEY}:{at_hand}" if at_hand else self.key

    @property
    def shows_split(self) -> bool:
        """Whether the list, or the form beside it, is in sight."""
        return self.currentWidget() is self.split

    @property
    def shows_form(self) -> bool:
        """Whether the form is in sight, beside the list or in its place."""
        return self.shows_split and (self.split.is_wide or self.split.is_open)

    def show_list(self) -> None:
        """Turns to the list."""
        self.setCurrentWidget(self.split)
        self.split.close_detail()

    def browse(self) -> None:
        """Turns to the list, where anybody is on it."""
        if self.has_companies:
            self.show_list()

    @property
    def holds_changes(self) -> bool:
        """Whether something in a list was corrected or decided that is not imported yet."""
        return "importing" in vars(self) and self.importing.holds_changes

    @property
    def is_importing(self) -> bool:
        """Whether a list is being read or imported."""
        return "importing" in vars(self) and self.importing.is_working

    def bring_forward(self, part: QWidget) -> None:
        """Shows what ``part`` belongs to."""
        views = (self.split, *(view for _, view in self._made()))
        self.setCurrentWidget(next(view for view in views if view is part or view.isAncestorOf(part)))
