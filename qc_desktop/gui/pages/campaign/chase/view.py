"""催办 put together: the list, the text beside it, and what becomes of both."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.campaign.chase import model
from qc_desktop.gui.pages.campaign.chase.letter import LetterCard
from qc_desktop.gui.pages.campaign.chase.listing import ChaseList
from qc_desktop.gui.pages.campaign.nobody import nobody_takes_part
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.papers.menu import PaperMenu
from qc_desktop.gui.papers.panel import PaperPanel
from qc_desktop.gui.papers.place import PaperPlace
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import chasing, inviting, letters

if TYPE_CHECKING:
    from qc_desktop.domain.progress import Job
    from qc_desktop.gui.desk import Desk, Done
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.campaign.chase.model import ChaseSight, Chosen
    from qc_desktop.gui.widgets.progress_panel import ProgressPanel
    from qc_desktop.services.campaigns.chasing import ChaseRow
    from qc_desktop.services.campaigns.inviting import Invited
    from qc_desktop.services.campaigns.letters import Wording
    from qc_desktop.services.campaigns.years import CampaignRow

LIST_FOLDER = "chase_folder"


class ChaseView(QWidget):
    """Who has not answered. ``progress`` shows the long jobs of the page."""

    def __init__(self, context: PageContext, progress: ProgressPanel) -> None:
        super().__init__()
        self._context = context
        self._desk: Desk = context.services
        self._progress = progress
        self._wording: Wording | None = None
        self._campaign: CampaignRow | None = None
        self.listing = ChaseList(context)
        self.letter = LetterCard(context.words, context.drafts)
        self.panel = PaperPanel(context)
        self.papers = PaperMenu(context, self.panel, progress, lambda: self.listing.scope.company_ids)
        self._menu = QMenu(self.tr("Letters and labels"), self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.listing.papers.setMenu(self._menu)
        self.split = ListDetail(self.listing, self.letter, self.tr("Back to the list"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._place = PaperPlace(self.split, self.panel)
        self.panel.closed.connect(lambda: self.listing.table.setFocus())
        column.addWidget(self._place, 1)
        self._nobody = nobody_takes_part(context)
        self._nobody.hide()
        column.addWidget(self._nobody, 1)
        self.letter.listen(self)
        self._connect()

    def _connect(self) -> None:
        self.listing.chosen.connect(self._show_row)
        self.listing.table.opened.connect(lambda _: self._open())
        self.listing.invite_wanted.connect(self.invite)
        self.listing.export_wanted.connect(self.export)
        self.letter.copied.connect(self._after_copy)
        self.letter.mark_wanted.connect(self.mark)

    def _fill_menu(self) -> None:
        self._menu.clear()
        self.papers.fill(self._menu)

    def show_campaign(self, row: CampaignRow) -> None:
        """Asks who has to be chased in the campaign of ``row``; called again after every change."""
        self._campaign = row
        self.papers.show_campaign(row.id)
        self._place.setVisible(row.companies > 0)
        self._nobody.setVisible(row.companies == 0)
        office, year = self._desk.office, row.values.campaign_year
        self._context.jobs.report(lambda: model.look(office, year), self._show)

    def _show(self, sight: ChaseSight) -> None:
        self._wording = sight.wording
        if self._campaign is not None:
            self.listing.show_campaign(self._campaign.id, sight.counts)

    @property
    def entrance(self) -> QWidget:
        """Where work begins: the search, or the one action where nobody takes part."""
        return self.listing.search if self._nobody.isHidden() else self._nobody.entrance

    @property
    def at_hand(self) -> str:
        """The participation whose text is seen, empty for none."""
        is_seen = self.split.is_wide or self.split.is_open
        return (self.letter.texts.key or "") if is_seen else ""

    def seek(self, participation_id: str) -> None:
        """Turns to the text of a company of the list, now or when the list comes."""
        self.listing.table.await_row(participation_id)
        self.split.open_detail()

    def _show_row(self, row: ChaseRow | None) -> None:
        self.letter.show_row(row, self._wording)

    def _open(self) -> None:
        self.split.open_detail()
        self.letter.copy_button.setFocus()

    def _after_copy(self) -> None:
        if self.letter.also_mark.isChecked():
            self.mark()
            return
        row = self.listing.row
        if row is not None:
            self._context.speaker.toast(self.tr("Copied: the text for {name}").format(name=row.name))
        self._next()

    def _next(self) -> None:
        self.listing.go_on()
        if self.split.is_open and not self.split.is_wide:
            self.letter.copy_button.setFocus()

    def mark(self) -> None:
        """Notes that those selected were reminded, and goes on to the next. The remark goes once it is noted."""
        chosen, way, remark = self.listing.marked, self.letter.chosen_way, self.letter.remark.text().strip()
        if not chosen.count:
            return
        office, key = self._desk.office, self.letter.texts.key

        def act() -> int:
            return chasing.mark(office, chosen.participation_ids(office), way, remark)

        self._next()
        self._context.jobs.change(lambda: self._desk.doing(act), partial(self._say_marked, key or "", remark))

    def _say_marked(self, key: str, remark: str, done: Done[int]) -> None:
        self.letter.texts.spend(key, "remark", remark)
        self._context.undoing.offer(self.tr("Reminders noted: %n", "", done.result), done.command)

    def invite(self) -> None:
        """Invites the drafts of the scope and writes the list for their letters, in one step."""
        path = self._ask_path(self.tr("Invited {year}.xlsx"), self.tr("List of those invited"))
        if path is not None:
            self._invite_into(self.listing.scope, path)

    def _invite_into(self, chosen: Chosen, path: Path) -> None:
        job = partial(self._invite, chosen, path, self.listing.contacts.isChecked())
        again = offering(self._context, path, partial(self._invite_into, chosen))
        task = self._context.jobs.run(job, self._say_invited, again)
        self._progress.watch(task, self._context.words.text("step.invite"))

    def _invite(self, chosen: Chosen, path: Path, with_contacts: bool) -> Job[Done[Invited]]:
        assert self._wording is not None
        office = self._desk.office
        ids = chosen.participation_ids(office)
        return self._desk.doing_job(inviting.invite(office, ids, self._wording, path, with_contacts=with_contacts))

    def _say_invited(self, done: Done[Invited]) -> None:
        path, moved = done.result.path, done.result.moved.moved
        self._desk.remember(**{LIST_FOLDER: str(path.parent)})
        told = self.tr("Invited: %n. The list for their letters is in {file}.", "", moved)
        where = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
        self._context.speaker.say(Tone.OK, told.format(file=path), where)
        if moved:
            self._context.undoing.offer(self.tr("Invited: %n", "", moved), done.command)

    def export(self) -> None:
        """Writes the scope as a list for mail merge."""
        path = self._ask_path(self.tr("Chase list {year}.xlsx"), self.tr("Export the chase list"))
        if path is not None:
            self._export_into(self.listing.scope, path)

    def _export_into(self, chosen: Chosen, path: Path) -> None:
        job = partial(self._export, chosen, path, self.listing.contacts.isChecked())
        again = offering(self._context, path, partial(self._export_into, chosen))
        task = self._context.jobs.run(job, partial(self._say_exported, path), again)
        self._progress.watch(task, self._context.words.text("step.chase"))

    def _export(self, chosen: Chosen, path: Path, with_contacts: bool) -> Job[int]:
        assert self._wording is not None
        office = self._desk.office
        ids = chosen.participation_ids(office)
        return letters.export(office, ids, self._wording, path, with_contacts=with_contacts)

    def _say_exported(self, path: Path, count: int) -> None:
        self._desk.remember(**{LIST_FOLDER: str(path.parent)})
        told = self.tr("The list of %n company(ies) is in {file}.", "", count).format(file=path)
        where = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
        self._context.speaker.say(Tone.OK, told, where)

    def _ask_path(self, name: str, title: str) -> Path | None:
        if self._wording is None:
            return None
        folder = places.starting(preferences.remembered(self._desk.office.profile, LIST_FOLDER))
        return places.ask_file(self, title, folder / name.format(year=self._wording.year), ".xlsx")
