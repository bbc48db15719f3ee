"""What the view's buttons do, away from the window's thread, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.domain.progress import Job
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.campaign.returns.told import FormsMade
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import history, preferences
from qc_desktop.services.companies import browsing, details
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.returns import applying, making, planning
from qc_desktop.services.returns.making import CONTACT_SETTING, Made
from qc_desktop.services.returns.planning import ReturnPlan

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.campaign.returns.view import ReturnsView
    from qc_desktop.gui.tasks import Task
    from qc_desktop.services.campaigns.years import CampaignRow
    from qc_desktop.services.returns.applying import Applied

OUT_FOLDER, IN_FOLDER = "forms_out_folder", "forms_in_folder"


class ReturnsWork(QObject):
    """Runs what a person asked for in the view."""

    def __init__(self, context: PageContext, view: ReturnsView) -> None:
        super().__init__(view)
        self._context = context
        self._desk: Desk = context.services
        self._view = view
        self._made = FormsMade(context, self)
        self._waiting: Sequence[Path] = ()

    def show_campaign(self, row: CampaignRow) -> None:
        """Fills the card of forms to be made, and reads what was dropped before the year was known."""
        office = self._desk.office
        ask = partial(preferences.get, office, CONTACT_SETTING)
        self._context.jobs.query(ask, lambda contact: self._view.make.show_campaign(row, str(contact)))
        waiting, self._waiting = self._waiting, ()
        if waiting:
            self.read(waiting)

    def ask_where(self, packed: bool) -> None:
        """Asks where the forms shall go, and makes them."""
        row = self._view.campaign
        if row is None:
            return
        start = places.starting(self._remembered(OUT_FOLDER))
        name = self.tr("Forms {year}").format(year=row.values.campaign_year)
        if packed:
            path = places.ask_file(self._view, self.tr("Save the forms"), start / f"{name}.zip", making.PACKED)
        else:
            folder = places.ask_folder(self._view, self.tr("Choose where the folder of forms goes"), start)
            path = folder / name if folder else None
        if path is not None:
            self.make(path)

    def make(self, path: Path) -> None:
        """Makes the forms that the card asks for in ``path``."""
        row, card = self._view.campaign, self._view.make
        if row is not None:
            wanted = CompanyFilter(campaign_id=row.id, stages=card.stages, taking_part=True)
            job = partial(_make, self._desk, wanted, path, card.contact, card.with_contacts)
            task = self._context.jobs.run(job, self._made.tell)
            self._made.follow(task)
            task.succeeded.connect(lambda _: card.settle())
            self._watch(task, self.tr("Making forms"))

    def read(self, paths: Sequence[Path]) -> None:
        """Reads the forms in ``paths`` and shows what they would change."""
        row = self._view.campaign
        if row is None:
            self._waiting = paths
        elif not self._view.is_working:
            job = partial(_read, self._desk, row.id, tuple(paths))
            self._watch(self._context.jobs.run(job, self._show), self.tr("Reading returned forms"))

    def _show(self, plan: ReturnPlan) -> None:
        self._context.speaker.hush()
        self._view.preview.show_plan(plan)
        self._view.turn_to_preview()

    def bring_in(self) -> None:
        """Brings in what is ticked."""
        plan, choice, office = self._view.preview.plan, dict(self._view.preview.choice), self._desk.office
        if plan is not None:
            job = partial(applying.apply, office, plan, choice)
            self._watch(self._context.jobs.run(job, partial(self._say_applied, plan)), self.tr("Importing"))

    def _say_applied(self, plan: ReturnPlan, done: Applied) -> None:
        told = self.tr("%n company(ies) updated", "", done.companies)
        if done.pledges:
            told += " · " + self.tr("%n pledge(s) entered.", "", done.pledges)
        self._context.undoing.offer(told, done.command)
        self._view.leave()
        if self._view.preview.left:
            left = self.tr("%n form(s) were left out.", "", self._view.preview.left)
            way = Action(self.tr("Save the list of them…"), self.ask_for_problems)
            holds = partial(history.stands, self._desk.office, done.command)
            self._context.speaker.say(Tone.WARN, left, way, holds=holds)

    def ask_for_problems(self) -> None:
        """Asks where to save the list of forms that are left out."""
        plan = self._view.preview.plan
        if plan is None:
            return
        suggested = places.starting(self._remembered(IN_FOLDER)).parent / self.tr("Forms left out.xlsx")
        path = places.ask_file(self._view, self.tr("Save the list"), suggested, ".xlsx")
        if path is not None:
            words, told = self._context.words, self.tr("Saved: {file}").format(file=path.name)
            self._context.jobs.change(
                lambda: applying.write_problems(plan, path, words), lambda _: self._context.speaker.toast(told)
            )

    def open_file(self, key: int) -> None:
        """Opens a form in the spreadsheet program."""
        if self._view.preview.plan is not None:
            places.show_folder(self._view.preview.plan.forms[key].file.path)

    def show_personal(self, key: int) -> None:
        """Notes that a person looked at personal data, and shows it."""
        plan, office = self._view.preview.plan, self._desk.office
        if plan is not None:
            company = plan.forms[key].company_id
            self._context.jobs.change(
                lambda: details.note_contacts_shown(office, details.detail(office, company)),
                lambda _: self._view.preview.show_personal(key),
            )

    def _watch(self, task: Task, title: str) -> None:
        self._view.progress.watch(task, title)
        self._view.set_working(True)

    def _remembered(self, key: str) -> str:
        return preferences.remembered(self._desk.office.profile, key)


def _make(desk: Desk, wanted: CompanyFilter, path: Path, contact: str, contacts: bool) -> Job[Made]:
    """Makes the forms; whom companies ask and where forms go is remembered."""
    if contact != preferences.get(desk.office, CONTACT_SETTING):
        preferences.change(desk.office, {CONTACT_SETTING: contact})
    ids = browsing.ids(desk.office, wanted)
    made = yield from making.make(desk.office, wanted.campaign_id, ids, path, contacts=contacts)
    desk.remember(**{OUT_FOLDER: str(path.parent)})
    return made


def _read(desk: Desk, campaign_id: str, paths: tuple[Path, ...]) -> Job[ReturnPlan]:
    """Reads the forms; where they lay is remembered."""
    plan = yield from planning.plan(desk.office, campaign_id, paths)
    desk.remember(**{IN_FOLDER: str(paths[0] if paths[0].is_dir() else paths[0].parent)})
    return plan
