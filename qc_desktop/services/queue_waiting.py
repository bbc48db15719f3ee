"""Waiting for a printer: never more than a few jobs ahead of it, and a word where it stands still."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qc_desktop.documents.printing.queue import JobState, PrintQueue
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError

AHEAD = 2
"""Jobs that may stand in the queue: one prints, one waits. A jam then concerns these two and no more."""
POLL_SECONDS = 0.5
LAST_LOOKS = 240
"""So often it is looked whether the last sheets come out: of a queue that is held elsewhere they never do."""

Pause = Callable[[float], object]


def room(queue: PrintQueue, pending: Sequence[str], pause: Pause, here: Progress) -> Job[list[str]]:
    """Waits until fewer than AHEAD jobs stand in the queue. Raises UserError where the printer stands still."""
    while True:
        pending = _still_there(queue, pending, "print.stopped")
        if len(pending) < AHEAD:
            return pending
        yield here
        pause(POLL_SECONDS)


def seen_through(queue: PrintQueue, pending: Sequence[str], pause: Pause, here: Progress) -> Job[None]:
    """Waits, for a while, until the last jobs came out. Raises UserError where the printer stands still."""
    for _ in range(LAST_LOOKS):
        pending = _still_there(queue, pending, "print.stopped_at_end")
        if not pending:
            return
        yield here
        pause(POLL_SECONDS)


def _still_there(queue: PrintQueue, pending: Sequence[str], stopped: str) -> list[str]:
    states = {job: queue.state(job) for job in pending}
    if JobState.STOPPED in states.values():
        raise UserError(stopped, printer=queue.name)
    return [job for job, state in states.items() if state is not JobState.GONE]
