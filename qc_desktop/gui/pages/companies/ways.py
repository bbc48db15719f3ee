"""What can be begun on the page of companies: by its buttons, and by key from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from qc_desktop.gui.pages.companies import filters
from qc_desktop.gui.pages.companies.bulk.changing import Changing
from qc_desktop.gui.pages.companies.exporting import Export
from qc_desktop.gui.pages.companies.rooms import BULK_KEY, DUPLICATES_KEY, IMPORT_KEY

if TYPE_CHECKING:
    from qc_desktop.gui.pages.companies.page import CompaniesPage

NEW_KEY, PAPERS_KEY = "new", "papers"
"""The items that lead to the form of a new company, and to letters and labels."""


class Ways(QObject):
    """Turns the page to its rooms, and back from them."""

    def __init__(self, page: CompaniesPage) -> None:
        super().__init__(page)
        self._page = page
        self._rooms = rooms = page.rooms
        self._listing, self._split, self._editor = page.listing, page.split, page.editor
        self.changing = Changing(page.context, page.listing, rooms)
        self.exporting = Export(page.context, page)
        self._listing.chosen.connect(self._choose)
        self._listing.opened.connect(self._open)
        self._listing.table.menu_wanted.connect(self._add_to_menu)
        self._listing.table.paste_wanted.connect(self.paste)
        self._editor.merge_wanted.connect(self._merge)
        rooms.import_left.connect(self._leave_import)
        rooms.duplicates_left.connect(self._leave_duplicates)

    @property
    def _begun(self) -> Mapping[str, Callable[[], object]]:
        """What can be begun from anywhere, by the key that other pages and Ctrl+K name."""
        return {
            NEW_KEY: self.start_new,
            IMPORT_KEY: self.start_import,
            "rows": self.paste,
            "message": self.paste_message,
            DUPLICATES_KEY: self.find_duplicates,
            BULK_KEY: self.changing.begin,
            "filters": self._narrow,
            "save_filter": self._save_filter,
            "export": self.export,
            PAPERS_KEY: self._offer_papers,
        }

    @staticmethod
    def need_year(key: str) -> bool:
        """Whether ``key`` means something only where there are companies, in the year at hand."""
        needing = key in ("export", BULK_KEY, "filters", "save_filter", PAPERS_KEY) or key.startswith(f"{BULK_KEY}:")
        return needing or filters.is_filter(key)

    def open_item(self, key: str) -> None:
        """As :meth:`CompaniesPage.open_item`."""
        if self.need_year(key) and not self._rooms.has_companies:
            self._rooms.setCurrentWidget(self._rooms.empty)
        elif key in self._begun:
            self._begun[key]()
        elif key.startswith(f"{IMPORT_KEY}:"):
            self._rooms.setCurrentWidget(self._rooms.importing)
            self._rooms.importing.take_up(Path(key.removeprefix(f"{IMPORT_KEY}:")))
        elif key.startswith(f"{BULK_KEY}:"):
            self.changing.take_up(key.removeprefix(f"{BULK_KEY}:"))
        elif filters.is_filter(key):
            self._show_list(key)
        else:
            aspect_id, _, company_id = key.rpartition(":")
            self._show_company(company_id)
            if aspect_id:
                self._page.aspects.turn_once_shown(aspect_id)

    def _show_list(self, key: str) -> None:
        self._rooms.show_list()
        self._listing.show_saved(None)
        self._listing.choose_filter(key)

    def _narrow(self) -> None:
        self._rooms.browse()
        self._listing.more.setChecked(True)

    def _save_filter(self) -> None:
        """Asks for a name; where nothing is narrowed yet the conditions come first."""
        self._rooms.browse()
        if self._listing.is_narrowed:
            self._page.saved.ask_filter()
        else:
            self._listing.more.setChecked(True)

    def _offer_papers(self) -> None:
        """Lists the papers that can be made for whoever is selected, for everyone where nobody is."""
        self._rooms.browse()
        self._page.many.offer_papers()

    def export(self) -> None:
        """Writes what the list shows to a workbook."""
        self.exporting.start(self._listing.query)

    def start_new(self) -> None:
        """Offers an empty form."""
        self._rooms.setCurrentWidget(self._split)
        self._listing.let_go()
        self._editor.start_new()
        self._split.open_detail()

    def paste_message(self) -> None:
        """粘贴识别: offers an empty form with what the message on the clipboard says."""
        self.start_new()
        self._editor.paster.paste()

    def _show_company(self, company_id: str) -> None:
        self._rooms.setCurrentWidget(self._split)
        self._listing.seek(company_id)
        self._editor.open(company_id)
        self._split.open_detail()

    def _choose(self, company_id: str) -> None:
        if self._listing.scope().count == 1:
            self._editor.open(company_id)

    def _open(self, company_id: str) -> None:
        self._editor.open(company_id)
        self._split.open_detail()
        self._page.aspects.focus(at_start=True)

    def start_import(self) -> None:
        """Turns to the import; where something is corrected and not imported yet, that is shown again."""
        self._rooms.setCurrentWidget(self._rooms.importing)
        self._rooms.importing.begin()

    def import_list(self, path: Path) -> None:
        """Turns to the import with the list at ``path``."""
        self.start_import()
        self._rooms.importing.look_at(path)

    def _add_to_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addAction(self.tr("Paste rows from Excel")).triggered.connect(self.paste)

    def paste(self) -> None:
        """Turns to the import with the rows on the clipboard."""
        if not self._rooms.is_importing:
            self.start_import()
            self._rooms.importing.paste()

    def _leave_import(self) -> None:
        self._rooms.show_list()
        self._page.refresh()

    def find_duplicates(self) -> None:
        """Turns to the pairs of companies that may be one."""
        self._rooms.setCurrentWidget(self._rooms.duplicates)
        self._rooms.duplicates.start()

    def _merge(self, kept_id: str, other_id: str) -> None:
        self._rooms.setCurrentWidget(self._rooms.duplicates)
        self._rooms.duplicates.compare(kept_id, other_id)

    def _leave_duplicates(self, company_id: str) -> None:
        if company_id:
            self._show_company(company_id)
        else:
            self._rooms.show_list()
        self._page.refresh()
