"""Rubbish that holds itself together is looked for on the window's thread alone.

Python looks for it on whatever thread makes one thing too many: a window that was closed would be taken down by a
thread that computes, under the hands of Qt, which may end the program.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from qc_desktop.memory import collect, give_back_free

if TYPE_CHECKING:
    from qc_desktop.gui.jobs import Jobs

LOOK_MS = 200
"""How often it is seen whether there is enough to look through; that itself costs nothing."""
ENOUGH = 20_000
"""So many more things than at the last look (Python's own figure is 700): some milliseconds."""
OLDER_AFTER = 3
"""After so many looks it looks through what is older as well. Through everything it looks behind long work only, and
while the window is not in front: in the midst of work that would hold every thread up for a quarter of a second."""


class Collecting(QObject):
    """Takes the looking over from Python until it is closed."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)
        jobs.worked_long.connect(self.look_after_long_work)

    @Slot()
    def look(self) -> None:
        """Looks for rubbish among what is new, if there is enough of it."""
        new, looks, _ = gc.get_count()
        if new > ENOUGH:
            gc.collect(1 if looks >= OLDER_AFTER else 0)

    @Slot()
    def look_after_long_work(self) -> None:
        """Looks through all that was made since the last long work; the system gets its memory back behind it."""
        collect()
        if self._jobs.is_open:
            self._jobs.query(give_back_free, lambda _: None)

    def close(self) -> None:
        """Gives the looking back to Python."""
        self._timer.stop()
        self._jobs.worked_long.disconnect(self.look_after_long_work)
        gc.enable()
