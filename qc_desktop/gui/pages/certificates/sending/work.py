"""The view of sending's way to the use cases: a list looked at, noted, an entry removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.certificates.sending import acts
from qc_desktop.gui.tokens import Tone
from qc_desktop.services import preferences
from qc_desktop.services.certificates import dispatches
from qc_desktop.services.certificates.dispatching import Fate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qc_desktop.domain.progress import Job
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.sending.view import SendingView
    from qc_desktop.services.certificates.dispatching import DispatchPlan, PlannedDispatch


SAID = 5
"""So many rows that were not noted are said."""


class SendingWork(QObject):
    """Runs what the view asks for."""

    def __init__(self, view: SendingView, context: PageContext, desk: Desk) -> None:
        super().__init__(view)
        self.view, self._context, self._desk = view, context, desk
        view.list_chosen.connect(self.look_at)
        view.pasted.connect(self.look_at_text)
        view.removal_wanted.connect(self._remove)
        view.preview.confirmed.connect(self._commit)

    def begin(self) -> None:
        """Shows what went out; a list that is looked at still waits for its answer."""
        remembered = preferences.remembered(self._desk.office.profile, acts.LIST_FOLDER)
        self.view.folder = places.starting(remembered)
        self.view.bar.clear()
        self.refresh()

    def refresh(self) -> None:
        """Asks again for what went out, unless a carrier's list is looked at."""
        if not self.view.is_previewing:
            self.view.show_list()

    def look_at(self, path: Path) -> None:
        """Reads the list in ``path`` and shows what it would do."""
        self._look(acts.plan_file(self._desk, path))

    def look_at_text(self, text: str) -> None:
        """The same for rows copied from a spreadsheet."""
        self._look(acts.plan_pasted(self._desk, text))

    def _look(self, job: Job[DispatchPlan]) -> None:
        self.view.bar.clear()
        task = self._context.jobs.run(lambda: job, self._show, self._refuse)
        self.view.progress.watch(task, self._context.words.text("step.dispatch"))

    def _show(self, plan: DispatchPlan) -> None:
        self.view.show_preview()
        self.view.preview.show_plan(plan)

    def _commit(self, plan: DispatchPlan) -> None:
        self.view.preview.setEnabled(False)
        task = self._context.jobs.change(
            partial(acts.commit, self._desk, plan), partial(self._say_noted, plan), self._refuse
        )
        task.ended.connect(lambda: self.view.preview.setEnabled(True))

    def _say_noted(self, plan: DispatchPlan, count: int) -> None:
        self.view.show_list()
        self._say_left_out(plan.of(Fate.ERROR))
        self._context.speaker.toast(self.tr("%n dispatch(es) noted; this can be undone.", "", count))
        self.view.table.setFocus()

    def _say_left_out(self, rows: Sequence[PlannedDispatch]) -> None:
        """The rows with an error were not noted: they stay said until the next list."""
        if rows:
            words = self._context.words
            each = [
                words.named(
                    words.text("dispatch.at_row", row=row.row),
                    " ".join(filter(None, (row.number or row.holder, *map(words.of, row.findings)))),
                )
                for row in rows
            ]
            said = self.tr("%n row(s) not noted. Mend them and paste them again:", "", len(rows))
            more = ["…"] if len(rows) > SAID else []
            self.view.bar.say(Tone.WARN, "\n".join([said, *each[:SAID], *more]))

    def _remove(self, ids: Sequence[str]) -> None:
        if ids:
            removed = self.tr("%n entry(ies) removed; this can be undone.", "", len(ids))
            work = partial(dispatches.remove, self._desk.office, ids)
            self._context.jobs.change(work, lambda _: self._say_removed(removed), self._refuse)

    def _say_removed(self, said: str) -> None:
        self.view.show_list()
        self._context.speaker.toast(said)

    def _refuse(self, error: UserError) -> None:
        self.view.bar.say(Tone.BAD, self._context.words.of(error))
