"""The campaign page's way to the use cases, and the sentences that say how they went."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.campaign import actions
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import backups, history, preferences, rosters
from qc_desktop.services.campaigns import announcing, years

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from qc_desktop.domain.pledges import PledgeClause
    from qc_desktop.domain.progress import Job
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk, Done
    from qc_desktop.gui.pages.campaign.page import CampaignPage
    from qc_desktop.gui.tasks import Task
    from qc_desktop.services.campaigns.stages import Moved
    from qc_desktop.services.campaigns.years import CampaignDraft, CampaignRow
    from qc_desktop.services.rosters import Announced, Published, RosterView
    from qc_desktop.services.worded import Reasons

NAMED = 3
"""How many companies a sentence names before it only counts."""


class CampaignWork(QObject):
    """Runs what a person asked for on the page and says what came of it."""

    def __init__(self, page: CampaignPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._context = page.context

    def move_all(self, to: Stage) -> None:
        """Takes everyone who waits for ``to`` there."""
        row = self._page.sight.row
        if row is not None:
            office = self._desk.office
            self._move(lambda: actions.move_all(office, row.id, to), to, self.tr("Moving companies on"))

    def announce(self, number: str, day: dt.date) -> None:
        """Announces everyone who waits for it under ``number``."""
        row = self._page.sight.row
        if row is not None:
            office = self._desk.office
            announce = partial(announcing.announcing, office, row, number, day)
            task = self._move(announce, Stage.ANNOUNCED, self.tr("Announcing"))
            task.succeeded.connect(lambda _done: self._page.rooms.standing.steps.forget_announcing())
            task.succeeded.connect(lambda _done: self._warn_of_days(row, day))

    def _move(self, start: Callable[[], Job[Moved]], to: Stage, title: str) -> Task:
        jobs, desk = self._context.jobs, self._desk
        task = jobs.run(lambda: desk.doing_job(start()), partial(self._say_moved, to))
        task.cancelled.connect(lambda: self._context.speaker.toast(self.tr("Stopped. Nobody was moved on.")))
        self._page.progress.watch(task, title)
        return task

    def _warn_of_days(self, row: CampaignRow, announced: dt.date) -> None:
        """Certificates say since when the pledges are on display: hardly before they were announced."""
        shown_from = row.values.display_from
        if shown_from is not None and shown_from < announced:
            told = self.tr(
                'Certificates will say "on display from {day}", which is before the announcement of {announced}.'
            )
            where = Action(self.tr("About the year"), lambda: self._context.go("campaign", "details"))
            holds = partial(actions.is_shown_too_early, self._desk.office, row.id)
            said = told.format(day=shown_from, announced=announced)
            self._context.speaker.say(Tone.WARN, said, where, holds=holds)

    def _say_moved(self, to: Stage, done: Done[Moved]) -> None:
        words, moved = self._context.words, done.result
        sentence = self.tr('%n company(ies) are now at "{stage}".', "", moved.moved)
        self._context.undoing.offer(sentence.format(stage=words.text(f"stage.{to}")), done.command)
        if moved.refused:
            named = "、".join(f"{one.company}（{words.of(one.error)}）" for one in moved.refused[:NAMED])
            told = self.tr("%n company(ies) were passed over: {names}", "", len(moved.refused))
            holds = partial(history.stands, self._desk.office, done.command) if done.command else None
            self._context.speaker.say(Tone.WARN, told.format(names=named), holds=holds)

    def open_year(self, draft: CampaignDraft, reasons: Reasons) -> None:
        """Opens the year of ``draft`` and turns the window to it."""
        office = self._desk.office
        task = self._context.jobs.change(lambda: actions.open_year(office, draft, reasons), self._say_opened)
        task.succeeded.connect(lambda year: task.ended.connect(lambda: self._context.speaker.turn_to(year)))

    def _say_opened(self, year: int) -> None:
        self._page.rooms.opening.forget()
        self._page.end_opening()
        self._context.speaker.toast(self.tr("{year} is open. Now bring the companies in.").format(year=year))

    def save(self, row: CampaignRow, draft: CampaignDraft, reasons: Reasons) -> None:
        """Saves what is known of the year."""
        office = self._desk.office
        work = partial(years.change, office, row.id, row.row_version, draft, reasons)
        self._context.jobs.change(lambda: self._desk.doing(work), partial(self._say_saved, row.id))

    def _say_saved(self, campaign_id: str, done: Done[CampaignRow]) -> None:
        self._page.rooms.details.saved(campaign_id)
        self._context.undoing.offer(self.tr("Saved."), done.command)

    def save_clauses(self, campaign_id: str, clauses: tuple[PledgeClause, ...], reasons: Reasons) -> None:
        """Saves the clauses as a new version."""
        office = self._desk.office
        self._context.jobs.change(
            lambda: self._desk.doing(lambda: years.change_clauses(office, campaign_id, clauses, reasons)),
            partial(self._say_clauses_saved, campaign_id),
            self._refuse_clauses,
        )

    def _say_clauses_saved(self, campaign_id: str, done: Done[CampaignRow]) -> None:
        view = self._page.rooms.clauses
        said = self.tr("Saved as a new version.") if view.typed_for(campaign_id) else self.tr("Saved.")
        view.saved(campaign_id)
        self._context.undoing.offer(said, done.command)

    def _refuse_clauses(self, error: UserError) -> None:
        self._page.rooms.clauses.refuse(self._context.words.of(error))

    def publish(self) -> None:
        """Freezes the roster as a new version."""
        row = self._page.sight.row
        if row is not None:
            office = self._desk.office
            task = self._context.jobs.run(lambda: rosters.publishing(office, row.id), self._say_published)
            task.cancelled.connect(lambda: self._context.speaker.toast(self.tr("Stopped. Nothing was published.")))
            self._page.progress.watch(task, self.tr("Publishing the roster"))

    def _say_published(self, published: Published) -> None:
        sentence = self.tr("Version {version} of the roster is published: %n company(ies).", "", published.rows)
        self._context.speaker.say(Tone.OK, sentence.format(version=published.version))
        office = self._desk.office
        self._context.jobs.run(lambda: backups.behind(office, "publish"), self._say_backup)

    def _say_backup(self, problem: UserError | None) -> None:
        if problem is not None:
            self._context.speaker.say(Tone.WARN, self._context.words.of(problem))

    def show_columns(self, keys: Sequence[str]) -> None:
        """Lets rosters show the columns ``keys`` from now on."""
        change = partial(preferences.change, self._desk.office, {rosters.SHOWN: ",".join(keys)})
        said = self.tr("Rosters show these columns from now on.")
        self._context.jobs.change(
            lambda: self._desk.doing(change), lambda done: self._context.undoing.offer(said, done.command)
        )

    def export(self, form: str, province: str) -> None:
        """Asks where the roster, or its excerpt of ``province``, shall go and writes it."""
        row = self._page.sight.row
        if row is None:
            return
        folder = places.starting(preferences.remembered(self._desk.office.profile, actions.ROSTER_FOLDER))
        name = self.tr("Roster {year}").format(year=row.values.campaign_year) + (f"（{province}）" if province else "")
        suggested = folder / f"{name}.{form}"
        path = places.ask_file(self._page, self.tr("Export the roster"), suggested, f".{form}")
        if path is not None:
            self._write_roster(row.id, form, province, path)

    def _write_roster(self, campaign_id: str, form: str, province: str, path: Path) -> None:
        job = partial(actions.export_roster, self._desk, campaign_id, form, province, path)
        again = offering(self._context, path, partial(self._write_roster, campaign_id, form, province))
        task = self._context.jobs.run(job, partial(self._say_exported, path), again)
        self._page.progress.watch(task, self._context.words.text("step.roster"))

    def make_announcement(self, red_head: bool) -> None:
        """Asks where the announcement shall go, as .docx or PDF, and writes it."""
        row = self._page.sight.row
        if row is None:
            return
        folder = places.starting(preferences.remembered(self._desk.office.profile, actions.ROSTER_FOLDER))
        name = self.tr("Announcement {year}").format(year=row.values.campaign_year)
        suffixes = [f".{form}" for form in rosters.FORMATS]
        title = self.tr("Write the announcement")
        path = places.ask_file_of(self._page, title, folder / f"{name}{suffixes[0]}", suffixes)
        if path is not None:
            self._write_announcement(row.id, red_head, path)

    def _write_announcement(self, campaign_id: str, red_head: bool, path: Path) -> None:
        job = partial(actions.write_announcement, self._desk, campaign_id, red_head, path)
        again = offering(self._context, path, partial(self._write_announcement, campaign_id, red_head))
        task = self._context.jobs.run(job, self._say_announced, again)
        self._page.progress.watch(task, self._context.words.text("step.announcement"))

    def _say_announced(self, done: Announced) -> None:
        words = self._context.words
        told = [words.text("announcement.written", count=done.companies, path=done.path)]
        told += [words.text("announcement.replaced", font=font, other=other) for font, other in done.replaced]
        action = Action(self.tr("Open the folder"), lambda: places.show_folder(done.path.parent))
        self._context.speaker.say(Tone.OK, "\n".join(told), action)

    def _say_exported(self, path: Path, view: RosterView) -> None:
        sentence = self.tr("The roster (%n company(ies)) is in {file}.", "", len(view.rows)).format(file=path)
        action = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
        self._context.speaker.say(Tone.OK, sentence, action)
