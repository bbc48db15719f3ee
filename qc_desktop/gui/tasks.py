"""What is done or asked away from the window, as the window holds it: the claim to an answer, a running job."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.domain.progress import Job, Progress
    from qc_desktop.gui.pace import Pace

T = TypeVar("T")
OnResult: TypeAlias = Callable[[Any], None] | None
OnError: TypeAlias = Callable[[UserError], None] | None


class Ticket:
    """The claim to an answer. Tear it up, and the answer is neither computed nor delivered."""

    def __init__(self) -> None:
        self._torn = Event()

    @property
    def is_valid(self) -> bool:
        """Whether somebody still waits."""
        return not self._torn.is_set()

    def tear(self) -> None:
        """Gives the claim up."""
        self._torn.set()


class Task(QObject):
    """A running job, seen from the window. All signals come on the window's thread.

    ``is_long`` says that it can be stopped, ``is_watched`` that some panel shows how far it is.
    """

    progressed = Signal(object, object)  # Progress, seconds left or None
    succeeded = Signal(object)
    failed = Signal(object)  # UserError
    crashed = Signal(object)  # Path of the report
    cancelled = Signal()
    ended = Signal()  # after any of the four above

    def __init__(
        self, parent: QObject, on_result: OnResult, on_error: OnError, *, is_long: bool = False, is_quiet: bool = False
    ) -> None:
        super().__init__(parent)
        self.is_long = is_long
        self.is_quiet = is_quiet
        self.is_watched = False
        self.on_result = on_result
        self.on_error = on_error
        self._stop = Event()

    @property
    def is_stopping(self) -> bool:
        """Whether the job has been asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Asks the job to stop before its next item; ``cancelled`` tells when it has."""
        self._stop.set()


class Stopped(Exception):  # noqa: N818 - an outcome, not an error
    """The job was cancelled and its generator closed."""


def drive(task: Task, start: Callable[[], Job[T]], pace: Pace, tell: Callable[[Progress, float | None], None]) -> T:
    """Asks the job that ``start`` makes for its items one by one; ``tell`` hears how far it is and the seconds left.

    Raises Stopped once the generator of a cancelled task is closed.
    """
    with closing(start()) as job:
        while not task.is_stopping:
            try:
                progress = next(job)
            except StopIteration as stop:
                result: T = stop.value
                return result
            if pace.is_due(progress):
                tell(progress, pace.seconds_left(progress))
    raise Stopped


def call_back(callback: Callable[[Any], None] | None, value: object) -> None:
    """Calls back, unless nobody asked for it or it belongs to a widget that is gone."""
    owner = _owner(callback)
    if callback is not None and (not isinstance(owner, QObject) or shiboken6.isValid(owner)):
        callback(value)


def _owner(callback: object) -> object:
    """Whose method ``callback`` is, also with some of its arguments given."""
    while isinstance(callback, partial):
        callback = callback.func
    return getattr(callback, "__self__", None)
