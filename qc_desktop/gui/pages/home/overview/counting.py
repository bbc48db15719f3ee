"""Counting in small steps between what others ask of the thread that reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qc_desktop.domain.progress import Job, Progress
from qc_desktop.gui.tasks import Ticket
from qc_desktop.services.reports.overview import Numbers, Overview

if TYPE_CHECKING:
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.services.office import Office


@dataclass(frozen=True)
class _Counted:
    numbers: Numbers | None


class Counting(QObject):
    """``counted`` carries the Numbers, None for a year that was not opened; ``progressed`` how far they are."""

    counted = Signal(object)  # Numbers | None
    progressed = Signal(object)  # Progress

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._known = Overview()
        self._ticket = Ticket()

    def ask(self, office: Office, year: int) -> None:
        """Asks for the numbers of ``year``; an earlier question is forgotten."""
        self.forget()
        self._ticket = Ticket()
        self._step(self._known.of(office, year))

    def forget(self) -> None:
        """Asks no further."""
        self._ticket.tear()

    def _step(self, job: Job[Numbers | None]) -> None:
        self._jobs.report(lambda: _advance(job), partial(self._go_on, job), self._ticket)

    def _go_on(self, job: Job[Numbers | None], reached: Progress | _Counted) -> None:
        if isinstance(reached, _Counted):
            self.counted.emit(reached.numbers)
        else:
            self.progressed.emit(reached)
            self._step(job)


def _advance(job: Job[Numbers | None]) -> Progress | _Counted:
    """The next step of ``job``, on the thread that reads."""
    try:
        return next(job)
    except StopIteration as stop:
        return _Counted(stop.value)
