"""The batch's way to the use cases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.pages.certificates import actions
from qc_desktop.gui.tokens import Tone
from qc_desktop.services import backups, keys
from qc_desktop.services.certificates import issuing

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.batch import Batch
    from qc_desktop.gui.tasks import Task, Ticket
    from qc_desktop.services.certificates.issuing import Issued

PASSPHRASE_PROBLEMS = ("keys.passphrase_short", "keys.wrong_passphrase", "keys.passphrase_differs")


class BatchWork(QObject):
    """Runs the jobs of a batch; each holds the buttons back while it runs."""

    def __init__(self, batch: Batch, context: PageContext, desk: Desk) -> None:
        super().__init__(batch)
        self._batch = batch
        self._context = context
        self._desk = desk
        self._picture: Ticket | None = None

    def _watch(self, task: Task, title: str) -> None:
        self._batch.show_busy(True)
        self._batch.progress.watch(task, title)
        task.ended.connect(lambda: self._batch.show_busy(False))

    def check(self) -> None:
        """Checks the chosen companies' data."""
        batch, office = self._batch, self._desk.office
        job = partial(issuing.preflight, office, batch.campaign_id, batch.choose.chosen)
        task = self._context.jobs.run(job, batch.show_checked)
        self._watch(task, self._context.words.text("step.preflight"))

    def preview(self, participation_id: str) -> None:
        """Draws the page of one company."""
        if self._picture is not None:
            self._picture.tear()
        office, campaign_id = self._desk.office, self._batch.campaign_id
        dpi = self._batch.preview.view.dpi
        self._picture = self._context.jobs.report(
            lambda: actions.draft_page(office, campaign_id, participation_id, dpi),
            partial(self._batch.preview.show_page, participation_id),
        )

    def ask_passphrase(self, count: int) -> None:
        """Finds out whether a passphrase has to be chosen, asked for, or neither."""
        office = self._desk.office
        unlocked = self._desk.keys is not None
        self._context.jobs.query(
            lambda: keys.is_set_up(office),
            lambda known: self._batch.show_issue(count, office.today, known=known, unlocked=unlocked),
        )

    def issue(self) -> None:
        """Issues to everyone who passed the check."""
        batch = self._batch
        passphrase = batch.issue.passphrase.read()
        if passphrase is None:
            return
        job = partial(actions.issue, self._desk, batch.campaign_id, batch.ready, passphrase)
        task = self._context.jobs.run(job, self._show_issued, self._refuse)
        task.cancelled.connect(self._say_nothing_done)
        self._watch(task, self._context.words.text("step.issue"))

    def _show_issued(self, issued: Issued) -> None:
        self._batch.issue.passphrase.clear()
        sentence = self.tr("%n certificate(s) issued: {first} to {last}.", "", len(issued.numbers))
        told = sentence.format(first=issued.numbers[0], last=issued.numbers[-1])
        stem = self.tr("Certificates {first} to {last}").format(first=issued.numbers[0], last=issued.numbers[-1])
        self._batch.show_issued(issued, told, stem, actions.remembered_folder(self._desk))
        office = self._desk.office
        self._context.jobs.run(lambda: backups.behind(office, "issue"), self._say_backup)

    def _say_backup(self, problem: UserError | None) -> None:
        if problem is not None:
            self._context.speaker.say(Tone.WARN, self._context.words.of(problem))

    def _refuse(self, error: UserError) -> None:
        sentence = self._context.words.of(error)
        if error.code in PASSPHRASE_PROBLEMS:
            self._batch.issue.passphrase.refuse(sentence)
        else:
            self._batch.issue.bar.say(Tone.BAD, sentence)

    def _say_nothing_done(self) -> None:
        self._batch.issue.bar.say(Tone.WARN, self.tr("Stopped. Nothing was numbered and nothing was changed."))
