"""Makes files of certificates for one MakeView."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.pages.certificates import actions
from qc_desktop.gui.pages.elsewhere import instead
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.services.certificates import pre_printed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.actions import FileOrder
    from qc_desktop.gui.pages.certificates.make_view import MakeView
    from qc_desktop.services.certificates.packaging import Packaged
    from qc_desktop.services.certificates.printing import Printed


class Making(QObject):
    """Runs what ``view`` asks for and tells it what came of it."""

    def __init__(self, view: MakeView, context: PageContext, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._desk = desk
        self._counting = Ticket()
        view.make_wanted.connect(self.run)
        view.counted.connect(self._ask_made)

    def _ask_made(self, numbers: Sequence[str]) -> None:
        self._counting.tear()
        self._counting = Ticket()
        count = partial(actions.made_before, self._desk, numbers)
        self._context.jobs.query(count, self._view.show_made_before, self._counting)
        self._context.jobs.query(self._desk.signing_way, self._view.show_signing, self._counting)
        remarks = partial(pre_printed.remarks, self._desk.office, numbers)
        self._context.jobs.query(remarks, self._view.show_stock, self._counting)

    def run(self, order: FileOrder) -> None:
        """Makes the files; a folder is taken up where an earlier run stopped."""
        view = self._view
        view.outcome.clear()
        view.show_busy(True)
        jobs = self._context.jobs
        if order.mode in actions.PACKAGES:
            packing = partial(actions.package, self._desk, order)
            task = jobs.run(packing, self._say_packaged, partial(self._refuse, order.path))
        else:
            job = partial(actions.make, self._desk, order)
            task = jobs.run(job, self._say_made, partial(self._refuse, order.path))
        task.cancelled.connect(view.say_stopped)
        task.ended.connect(lambda: view.show_busy(False))
        step = "step.package" if order.mode in actions.PACKAGES else "step.render"
        view.progress.watch(task, self._context.words.text(step))

    def _say_made(self, made: Printed) -> None:
        self._view.signing.clear()
        self._view.outcome.show_made(made)
        self._view.settle()

    def _say_packaged(self, made: Packaged) -> None:
        self._view.signing.clear()
        self._view.outcome.show_packaged(made)
        self._view.settle()

    def _refuse(self, path: Path, error: UserError) -> None:
        if self._view.signing.refuse(error, self._context.words.of(error)):
            return
        action = instead(error, lambda folder: self._view.make_at(folder / path.name))
        self._view.outcome.say(Tone.BAD, self._context.words.of(error), action)
