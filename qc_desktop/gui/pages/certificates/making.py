"""Makes files of certificates for one MakeView."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.pages.certificates import actions
from qc_desktop.gui.pages.elsewhere import instead
from qc_desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.make_view import MakeView


class Making(QObject):
    """Runs what ``view`` asks for and tells it what came of it."""

    def __init__(self, view: MakeView, context: PageContext, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._desk = desk
        view.make_wanted.connect(self.run)

    def run(self, numbers: Sequence[str], mode: str, path: Path, checked: bool, on_stock: bool) -> None:
        """Makes the files; a folder is taken up where an earlier run stopped."""
        view = self._view
        view.outcome.clear()
        view.show_busy(True)
        jobs = self._context.jobs
        if mode in actions.PACKAGES:
            packing = partial(actions.package, self._desk, numbers, mode, path)
            task = jobs.run(packing, view.outcome.show_packaged, partial(self._refuse, path))
        else:
            job = partial(actions.make, self._desk, numbers, mode, path, checked=checked, on_stock=on_stock)
            task = jobs.run(job, view.outcome.show_made, partial(self._refuse, path))
        task.cancelled.connect(view.say_stopped)
        task.ended.connect(lambda: view.show_busy(False))
        step = "step.package" if mode in actions.PACKAGES else "step.render"
        view.progress.watch(task, self._context.words.text(step))

    def _refuse(self, path: Path, error: UserError) -> None:
        action = instead(error, lambda folder: self._view.make_at(folder / path.name))
        self._view.outcome.say(Tone.BAD, self._context.words.of(error), action)
