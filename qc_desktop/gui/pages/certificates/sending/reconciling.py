"""The reconciliation's way to the use cases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.certificates.sending import acts
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import preferences
from qc_desktop.services.certificates import print_elsewhere, reconciliation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.sending.reconcile_view import ReconcileView


class Reconciling(QObject):
    """Asks for the counts of a year or of a batch, and writes them to a file."""

    def __init__(self, view: ReconcileView, context: PageContext, desk: Desk) -> None:
        super().__init__(view)
        self.view, self._context, self._desk = view, context, desk
        self._campaign_id, self._year = "", 0
        self._ticket = Ticket()
        view.batch_chosen.connect(self._ask)
        view.export_wanted.connect(self._export)
        view.elsewhere_wanted.connect(self._note_elsewhere)

    def begin(self, campaign_id: str, year: int) -> None:
        """Begins with the whole year."""
        self._campaign_id, self._year = campaign_id, year
        office = self._desk.office
        self._context.jobs.query(lambda: reconciliation.batches(office, campaign_id), self.view.offer)

    def refresh(self, campaign_id: str, year: int) -> None:
        """Asks again: something changed, or another year is shown."""
        if campaign_id != self._campaign_id:
            self.begin(campaign_id, year)
        else:
            self._ask(str(self.view.batch.currentData() or ""))

    def _ask(self, batch_id: str) -> None:
        self._ticket.tear()
        self._ticket = Ticket()
        work = partial(reconciliation.reconcile, self._desk.office, self._campaign_id, batch_id)
        self._context.jobs.report(work, self.view.show_found, self._ticket)

    def _note_elsewhere(self, numbers: Sequence[str]) -> None:
        work = partial(print_elsewhere.note, self._desk.office, numbers)
        self._context.jobs.change(work, self._say_noted, self._refuse)

    def _say_noted(self, count: int) -> None:
        self._context.speaker.toast(self.tr("%n certificate(s) noted as printed elsewhere. This stays.", "", count))

    def _refuse(self, error: UserError) -> None:
        self.view.bar.say(Tone.BAD, self._context.words.of(error))

    def _export(self) -> None:
        words = self.tr("Reconciliation {year}").format(year=self._year)
        folder = places.starting(preferences.remembered(self._desk.office.profile, acts.OUT_FOLDER))
        path = places.ask_file_of(self.view, words, places.fresh(folder / f"{words}.xlsx"), (".xlsx", ".csv", ".docx"))
        if path is not None:
            self._write(words, path)

    def _write(self, title: str, path: Path) -> None:
        found = self.view.found
        if found is None:
            return
        self._desk.remember(**{acts.OUT_FOLDER: str(path.parent)})
        again = offering(self._context, path, partial(self._write, title))
        work = partial(reconciliation.write, found, title, path, self._context.words)
        self._context.jobs.change(work, self._say_written, again)

    def _say_written(self, path: Path) -> None:
        open_folder = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
        self.view.bar.say(Tone.OK, self.tr("Written to {path}.").format(path=path), open_folder)
