"""Attaching and removing scans on the writer thread, and the sentences that say how it went."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qc_desktop.domain.scans import ScanKind
from qc_desktop.gui.tokens import Tone
from qc_desktop.services import scans

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Done
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.scans.bringing import Bring
    from qc_desktop.services.scans import Added, ScanRow

NAMED = 3


class ScanWork(QObject):
    """``attached`` carries the company's id after scans were added to it."""

    attached = Signal(str)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.is_busy = False

    def attach(
        self, company_id: str, campaign_id: str, bring: Bring | None, kind: ScanKind = ScanKind.PLEDGE_LETTER
    ) -> None:
        """Attaches the papers that ``bring`` makes; each is copied and checked first."""
        if not company_id or bring is None or self.is_busy:
            return
        self.is_busy = True
        desk = self._context.services
        task = self._context.jobs.run(
            lambda: desk.doing_job(scans.add(desk.office, company_id, bring(), campaign_id, kind)),
            partial(self._say_added, company_id),
        )
        task.ended.connect(self._rest)

    def _rest(self) -> None:
        self.is_busy = False

    def _say_added(self, company_id: str, done: Done[Added]) -> None:
        added = done.result
        if added.refused:
            told = [self._context.words.of(problem) for _, problem in added.refused[:NAMED]]
            more = len(added.refused) - NAMED
            told += [self.tr("%n more could not be added.", "", more)] if more > 0 else []
            self._context.speaker.say(Tone.BAD, "\n".join(told))
        if added.rows:
            self._context.undoing.offer(self.tr("Scans added: %n", "", len(added.rows)), done.command)
        elif added.already:
            self._context.speaker.toast(self.tr("This scan is attached already."))
        self.attached.emit(company_id)

    def remove(self, row: ScanRow) -> None:
        """Takes ``row`` off its company; Undo puts it back."""
        desk = self._context.services
        told = self.tr("Removed: {name}").format(name=row.file_name)
        undoing = self._context.undoing
        self._context.jobs.change(
            lambda: desk.doing(lambda: scans.remove(desk.office, [row.id])),
            lambda done: undoing.offer(told, done.command),
        )
