"""我的筛选 and 名单 at the list: choosing, saving, keeping them, and who is on a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from qc_desktop.domain.progress import Job
from qc_desktop.gui.desk import Done
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import literal
from qc_desktop.services.companies import saved_lists
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.saved_lists import SavedRow

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.companies.listing import Listing

T = TypeVar("T")


class Saved(QObject):
    """Joins the menu of saved filters and lists to ``listing``."""

    def __init__(self, context: PageContext, listing: Listing) -> None:
        super().__init__(listing)
        self._context = context
        self._listing = listing
        self._rows: tuple[SavedRow, ...] = ()
        self.menu = QMenu(listing)
        self.menu.aboutToShow.connect(self._fill)
        self.listed = QMenu(self.tr("Add to a list"), listing)
        self.listed.aboutToShow.connect(self._fill_listed)
        listing.saved.setMenu(self.menu)
        listing.bar.add_to_list.setMenu(self.listed)
        listing.table.menu_wanted.connect(self._add_to_menu)
        listing.naming.closed.connect(listing.setFocus)

    def refresh(self) -> None:
        """Asks which there are; at every change of the records, so that the office sees the same."""
        desk = self._context.services
        self._context.jobs.query(lambda: tuple(saved_lists.everything(desk.office)), self._show)

    def _show(self, rows: tuple[SavedRow, ...]) -> None:
        self._rows = rows
        held = self.current
        now = next((row for row in rows if held is not None and row.id == held.id), None)
        if held is not None and now != held:
            self._listing.show_saved(now)

    @property
    def current(self) -> SavedRow | None:
        """The one that the list shows, None where it shows no saved one."""
        return self._listing.shown_saved

    def _fill(self) -> None:
        self.menu.clear()
        for row in self._rows:
            chosen = self._offer(self.menu, self._called(row), partial(self._listing.show_saved, row))
            chosen.setCheckable(True)
            chosen.setChecked(self.current is not None and self.current.id == row.id)
        if not self._rows:
            self._offer(self.menu, self.tr("Nothing saved yet"), lambda: None).setEnabled(False)
        self.menu.addSeparator()
        narrowed = self._offer(self.menu, self.tr("Save as a filter…"), self.ask_filter)
        narrowed.setEnabled(self._listing.is_narrowed)
        if self.current is not None:
            self._offer_keeping(self.current)

    def _offer_keeping(self, row: SavedRow) -> None:
        self.menu.addSeparator()
        self._offer(self.menu, self.tr("Show all companies again"), lambda: self._listing.show_saved(None))
        wanted = replace(self._listing.query.wanted, campaign_id="")
        if not row.is_fixed and wanted != row.wanted:
            self._offer(self.menu, self.tr("Keep the present conditions in it"), partial(self._overwrite, row, wanted))
        self._offer(self.menu, self.tr("Rename…"), partial(self._ask_rename, row))
        self._offer(self.menu, self.tr("Move up"), partial(self._change, partial(saved_lists.move, step=-1), row))
        self._offer(self.menu, self.tr("Move down"), partial(self._change, partial(saved_lists.move, step=1), row))
        self._offer(self.menu, self.tr("Delete"), partial(self._delete, row))

    def _called(self, row: SavedRow) -> str:
        return f"{row.name} {row.size:,}" if row.size is not None else row.name

    @staticmethod
    def _offer(menu: QMenu, words: str, call: Callable[[], object]) -> QAction:
        made = menu.addAction(literal(words))
        made.triggered.connect(lambda: call())
        return made

    def ask_filter(self) -> None:
        """Asks for a name for the conditions that the list shows."""
        wanted, desk = self._listing.query.wanted, self._context.services
        question = self.tr("What is this filter called? Everyone in the office sees it.")
        self._listing.naming.ask(
            question, lambda name: self._save(lambda: saved_lists.save_filter(desk.office, name, wanted))
        )

    def _save(self, work: Callable[[], SavedRow]) -> None:
        self._context.jobs.change(work, self._listing.show_saved, self._refuse_name)

    def _refuse_name(self, error: UserError) -> None:
        """Says why a name was not taken, and has it in the field again."""
        self._context.speaker.say(Tone.BAD, self._context.words.of(error))
        self._listing.naming.ask_again()

    def _ask_rename(self, row: SavedRow) -> None:
        desk = self._context.services
        self._listing.naming.ask(
            self.tr('What is "{name}" called from now on?').format(name=row.name),
            lambda name: self._save_quietly(lambda: saved_lists.rename(desk.office, row.id, name)),
            row.name,
        )

    def _save_quietly(self, work: Callable[[], None]) -> None:
        self._context.jobs.change(work, None, self._refuse_name)

    def _overwrite(self, row: SavedRow, wanted: CompanyFilter) -> None:
        self._change(partial(saved_lists.overwrite_filter, wanted=wanted), row)

    def _change(self, act: Callable[..., None], row: SavedRow) -> None:
        desk = self._context.services
        self._context.jobs.change(lambda: act(desk.office, row.id))

    def _delete(self, row: SavedRow) -> None:
        desk = self._context.services

        drop = partial(saved_lists.drop, desk.office, row.id)
        self._listing.show_saved(None)
        told = self.tr("Deleted: {name}. Its companies stay.").format(name=row.name)
        undoing = self._context.undoing
        self._context.jobs.change(lambda: desk.doing(drop), lambda done: undoing.offer(told, done.command))

    def _fill_listed(self) -> None:
        self.listed.clear()
        for row in (row for row in self._rows if row.is_fixed):
            self._offer(self.listed, self._called(row), partial(self.add, row))
        self._offer(self.listed, self.tr("New list…"), self.ask_list)

    def _add_to_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addMenu(self.listed)
        if self.current is not None and self.current.is_fixed:
            words = self.tr('Take off "{name}"').format(name=self.current.name)
            self._offer(menu, words, partial(self.remove, self.current))

    def ask_list(self) -> None:
        """Asks for the name of a new list of the selected companies."""
        scope, desk = self._listing.scope(), self._context.services
        question = self.tr(
            "What is the list of %n company(ies) called? Everyone in the office sees it.", "", scope.count
        )
        self._listing.naming.ask(
            question,
            lambda name: self._run(
                lambda: saved_lists.make_list(desk.office, name, scope.company_ids(desk.office)),
                lambda _: self.tr("List made: {name}").format(name=name),
                self._refuse_name,
            ),
        )

    def add(self, row: SavedRow) -> None:
        """Puts the selected companies on the list ``row``."""
        scope, desk = self._listing.scope(), self._context.services
        self._run(
            lambda: saved_lists.add(desk.office, row.id, scope.company_ids(desk.office)),
            lambda count: self.tr('%n added to "{name}"', "", count).format(name=row.name),
        )

    def remove(self, row: SavedRow) -> None:
        """Takes the selected companies off the list ``row``."""
        scope, desk = self._listing.scope(), self._context.services
        self._run(
            lambda: saved_lists.remove(desk.office, row.id, scope.company_ids(desk.office)),
            lambda count: self.tr('%n taken off "{name}"', "", count).format(name=row.name),
        )

    def _run(
        self, start: Callable[[], Job[T]], words: Callable[[T], str], refuse: Callable[[UserError], None] | None = None
    ) -> None:
        desk = self._context.services

        def tell(done: Done[T]) -> None:
            self._context.undoing.offer(words(done.result), done.command)
            self._listing.setFocus()

        self._context.jobs.run(lambda: desk.doing_job(start()), tell, refuse)
