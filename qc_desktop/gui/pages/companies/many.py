"""What is done with everyone who is selected beside reviewing: forms, terms, packages; as menus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.campaign.returns.told import FormsMade
from qc_desktop.gui.pages.companies.browse import Browse
from qc_desktop.gui.pages.companies.review import Review
from qc_desktop.gui.papers.menu import PaperMenu
from qc_desktop.gui.papers.panel import Companies
from qc_desktop.services import preferences
from qc_desktop.services.certificates import register
from qc_desktop.services.papers.records import RETURN
from qc_desktop.services.returns import making

OUT_FOLDER = "forms_out_folder"
PACK = "packages:"
"""The page of certificates packs the numbers that follow, parted by commas."""


class Many(QObject):
    """Fills the bar's menu 更多 and the menu of a row; both mean whoever is selected. The keys stand beside."""

    def __init__(self, context: PageContext, browse: Browse, review: Review) -> None:
        listing, progress = browse.listing, browse.progress
        super().__init__(listing)
        self._context = context
        self._listing = listing
        self._review = review
        self._progress = progress
        self._made = FormsMade(context, self)
        self.papers = PaperMenu(context, browse.papers, progress, lambda: listing.scope().company_ids)
        browse.papers.closed.connect(listing.setFocus)
        review.actions.notices_wanted.connect(self.make_notices)
        self._campaign_id = ""
        self._year = 0
        self.menu = QMenu(self.tr("More"), listing)
        self.menu.aboutToShow.connect(self._fill)
        listing.bar.more.setMenu(self.menu)
        listing.table.menu_wanted.connect(self._add_to_menu)

    def show_year(self, campaign_id: str, year: int) -> None:
        """Forms and packages are those of this year; '' and 0 where none is open."""
        self._campaign_id, self._year = campaign_id, year
        self.papers.show_campaign(campaign_id)

    def _add_to_menu(self, menu: QMenu) -> None:
        scope = self._listing.scope()
        if self._campaign_id and (scope.in_review or self._listing.bar.in_review):
            menu.addSeparator()
            self._offer(menu, self.tr("Approve") + "\tF9", lambda: self._review.approve(scope))
            self._offer(menu, self.tr("Return") + "\tF10", lambda: self._review.ask_reason(scope))
        menu.addSeparator()
        self._add_work(menu)

    def _fill(self) -> None:
        self.menu.clear()
        self._add_work(self.menu)

    def _add_work(self, menu: QMenu) -> None:
        if self._campaign_id:
            self._offer(menu, self.tr("Make their forms…"), self.make_forms)
            self._offer(menu, self.tr("Pack their certificates…"), self.pack)
        papers = QMenu(self.tr("Letters and labels"), menu)
        self.papers.fill(papers)
        menu.addMenu(papers)
        self._offer(menu, self.tr("Renew their membership"), lambda: self._review.actions.renew(self._listing.scope()))

    def offer_papers(self) -> None:
        """Opens the menu of papers below the bar of those selected, who are everyone where nobody was."""
        listing = self._listing
        if not listing.table.chosen_ranges:
            listing.choose_everyone()
        menu = QMenu(self.tr("Letters and labels"), listing)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.papers.fill(menu)
        below = listing.bar if listing.bar.isVisible() else listing.table
        menu.popup(below.mapToGlobal(QPoint(12, below.height() if below is listing.bar else 0)))

    def _offer(self, menu: QMenu, words: str, act: Callable[[], None]) -> None:
        menu.addAction(words).triggered.connect(lambda: act())

    def make_forms(self) -> None:
        """生成回表: asks for a folder and makes the form of everyone selected in it."""
        desk, scope, campaign_id = self._context.services, self._listing.scope(), self._campaign_id
        start = places.starting(preferences.remembered(desk.office.profile, OUT_FOLDER))
        folder = places.ask_folder(self._listing, self.tr("Choose where the folder of forms goes"), start)
        if folder is None:
            return
        path: Path = folder / self.tr("Forms {year}").format(year=self._year)
        desk.remember(**{OUT_FOLDER: str(folder)})
        task = self._context.jobs.run(
            lambda: making.make(desk.office, campaign_id, scope.company_ids(desk.office), path),
            self._made.tell,
        )
        self._made.follow(task)
        self._progress.watch(task, self.tr("Making forms"))

    def make_notices(self, companies: Companies) -> None:
        """退回补正通知: asks what is to be made of the notices for ``companies``."""
        self.papers.ask(RETURN, chosen=companies)

    def pack(self) -> None:
        """电子版打包: leads to where certificates are packed, with those of everyone selected."""
        desk, scope = self._context.services, self._listing.scope()
        self._context.jobs.query(
            lambda: register.live_numbers(desk.office, scope.participation_ids(desk.office)), self._lead_to_packing
        )

    def _lead_to_packing(self, numbers: list[str]) -> None:
        if numbers:
            self._context.go("certificates", PACK + ",".join(numbers))
        else:
            self._context.speaker.toast(self.tr("None of them has a valid certificate this year."))
