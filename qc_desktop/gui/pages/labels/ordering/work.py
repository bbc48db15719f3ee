"""The new batch's way to the use cases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qc_desktop.gui.pages.certificates.batch_work import PASSPHRASE_PROBLEMS
from qc_desktop.gui.pages.labels import acts
from qc_desktop.gui.pages.labels.lists import batch_no
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.labels.ordering.view import OrderView
    from qc_desktop.services.labels.batches import BatchRow

DPI = 300.0


class OrderWork(QObject):
    """``issued`` carries the number of the batch that was issued."""

    issued = Signal(str)

    def __init__(self, view: OrderView, context: PageContext, desk: Desk) -> None:
        super().__init__(view)
        self._view, self._context, self._desk = view, context, desk
        self._ticket = Ticket()
        view.look_wanted.connect(self.look)
        view.issue_wanted.connect(self.issue)
        view.form.sought.connect(self._seek)

    def start(self, agreement_id: str = "") -> None:
        """Begins a batch under the agreement, else under one that can be used today."""
        desk = self._desk
        self._context.jobs.query(lambda: acts.ground(desk), lambda found: self._view.start(found, agreement_id))

    def _seek(self, typed: str) -> None:
        desk = self._desk
        self._context.jobs.query(lambda: acts.agreements_like(desk, typed), self._view.form.offer_found)

    def look(self) -> None:
        """Draws the label as it is typed by now."""
        view, desk = self._view, self._desk
        agreement_id, order, reasons = view.form.agreement_id, view.form.order, view.reasons.given
        key, dots = view.sheet.key, view.sheet.dots
        self._ticket.tear()
        if agreement_id and key:
            self._ticket = self._context.jobs.report(
                lambda: acts.order_look(desk, agreement_id, order, reasons, key, dots, DPI), view.show_look
            )

    def issue(self) -> None:
        """Issues the batch."""
        view = self._view
        passphrase = view.passphrase.read()
        if passphrase is None:
            return
        view.bar.clear()
        order = view.form.agreement_id, view.form.order, view.reasons.given
        work = partial(acts.issue, self._desk, *order, view.sheet.key, passphrase)
        view.show_busy(True)
        task = self._context.jobs.run(work, self._show_issued, self._refuse)
        task.cancelled.connect(self._say_nothing_done)
        task.ended.connect(lambda: view.show_busy(False))
        view.progress.watch(task, self._context.words.text("step.label_issue"))

    def _show_issued(self, row: BatchRow) -> None:
        self._view.passphrase.clear()
        self._view.settle()
        told = self.tr("%n label(s) issued: batch {batch} of {company}.", "", row.count)
        self._context.speaker.toast(told.format(batch=batch_no(row), company=row.company))
        self.issued.emit(batch_no(row))
        self._context.jobs.run(lambda: acts.back_up(self._desk), self._say_backup)

    def _say_backup(self, problem: UserError | None) -> None:
        if problem is not None:
            self._context.speaker.say(Tone.WARN, self._context.words.of(problem))

    def _refuse(self, error: UserError) -> None:
        sentence = self._context.words.of(error)
        if error.code in PASSPHRASE_PROBLEMS:
            self._view.passphrase.refuse(sentence)
        else:
            self._view.bar.say(Tone.BAD, sentence)

    def _say_nothing_done(self) -> None:
        self._view.bar.say(Tone.WARN, self.tr("Stopped. Nothing was numbered and nothing was changed."))
