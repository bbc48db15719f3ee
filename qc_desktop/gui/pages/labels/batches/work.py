"""The batch's way to the use cases: looked at, noted, stopped; its notice."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.domain.labels import LabelBatchState, LabelEventKind
from qc_desktop.errors import UserError
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services.labels import batches, ledger, stop_notice, stopping

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.labels.batches.view import BatchesView
    from qc_desktop.services.labels.batches import BatchRow
    from qc_desktop.services.labels.ledger import Labels
    from qc_desktop.services.office import Office

_REASON = ("label.reason_needed", "label.reason_after_stop")


class BatchesWork(QObject):
    """Runs what the list of batches and the one at hand ask for."""

    def __init__(self, view: BatchesView, context: PageContext, desk: Desk) -> None:
        super().__init__(view)
        self._view, self._detail, self._context, self._desk = view, view.detail, context, desk
        self._ticket = Ticket()
        self._number = ""
        view.batch_chosen.connect(self.show)
        detail = view.detail
        detail.noting.wanted.connect(self._note)
        detail.stopping.wanted.connect(self._stop)
        detail.notice.copied.connect(lambda: context.speaker.toast(self.tr("The notice is on the clipboard.")))
        detail.notice.save_wanted.connect(self._ask_file)

    def refresh(self) -> None:
        """Asks again for the list and the batch at hand."""
        self._view.ask()
        if self._number:
            self.show(self._number)

    def show(self, number: str) -> None:
        """Shows the batch with that number, none for an empty one."""
        self._ticket.tear()
        self._number = number
        if not number:
            self._detail.show_row(None)
            return
        office = self._desk.office
        self._ticket = self._context.jobs.query(lambda: batches.row(office, number), self._show_row)

    def _show_row(self, row: BatchRow) -> None:
        self._detail.show_row(row)
        if row.state is LabelBatchState.STOPPED:
            office = self._desk.office
            self._context.jobs.query(lambda: _notice(office, str(row.number)), self._detail.notice.show_text)

    def _note(self, kind: LabelEventKind, labels: Labels, reason: str) -> None:
        row, office = self._detail.row, self._desk.office
        if row is None:
            return
        work = partial(ledger.note, office, str(row.number), kind, labels, reason)
        self._detail.show_busy(True)
        task = self._context.jobs.change(work, partial(self._say_noted, kind), self._refuse_note)
        task.ended.connect(lambda: self._detail.show_busy(False))

    def _say_noted(self, kind: LabelEventKind, row: BatchRow) -> None:
        self._detail.settle_noting()
        self._show_row(row)
        told = self.tr("Noted: {kind}. {left} labels are left.")
        said = self._context.words.text(f"label.kind_{kind}")
        self._context.speaker.toast(told.format(kind=said, left=f"{row.balance.remaining:,}"))

    def _refuse_note(self, error: UserError) -> None:
        self._detail.noting.refuse(self._context.words.of(error), reason=error.code in _REASON)

    def _stop(self, batch: str, reason: str) -> None:
        office = self._desk.office
        self._detail.show_busy(True)
        work = partial(stopping.stop, office, batch, reason)
        task = self._context.jobs.change(work, self._say_stopped, self._refuse_stop)
        task.ended.connect(lambda: self._detail.show_busy(False))

    def _say_stopped(self, row: BatchRow) -> None:
        self._detail.settle_stopping()
        self._show_row(row)
        told = self.tr("Batch {batch} is stopped. Send the notice to {company}.")
        self._context.speaker.toast(told.format(batch=f"{row.number:05}", company=row.company))

    def _refuse_stop(self, error: UserError) -> None:
        self._detail.stopping.refuse(self._context.words.of(error))

    def _ask_file(self) -> None:
        row = self._detail.row
        if row is None:
            return
        name = self.tr("Stop notice {batch} {company}").format(batch=f"{row.number:05}", company=row.company)
        suggested = places.documents() / f"{name}{stop_notice.PDF}"
        path = places.ask_file_of(self._view, self.tr("Save the notice"), suggested, stop_notice.SUFFIXES)
        if path is not None:
            self._save(str(row.number), path)

    def _save(self, batch: str, path: Path) -> None:
        office = self._desk.office
        again = offering(self._context, path, partial(self._save, batch))
        self._context.jobs.change(
            lambda: stop_notice.save(stop_notice.notice(office, batch), path), self._say_saved, again
        )

    def _say_saved(self, path: Path) -> None:
        where = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
        self._context.speaker.say(Tone.OK, self.tr("Written to {path}.").format(path=path), where)


def _notice(office: Office, batch: str) -> str:
    """The notice as text; empty where the association has no name yet, which the settings ask for."""
    try:
        return stop_notice.notice(office, batch).text
    except UserError:
        return ""
