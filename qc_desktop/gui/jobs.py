"""Work away from the window: a thread that writes, two that read, one that copies; answers on the window's thread.

Lists, search and the desk are read at once; what may take seconds (a report, a plan, a page drawn) is read beside
them, so that nobody waits for it who did not ask for it.

A job is a generator of a service; it is asked for its next item until it ends or is cancelled. A query is a plain
call whose answer is dropped when nobody waits for it any more.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from qc_desktop.crash import write_report
from qc_desktop.domain.progress import Job
from qc_desktop.errors import UserError
from qc_desktop.files import trouble
from qc_desktop.gui.pace import Pace
from qc_desktop.gui.tasks import OnError, Stopped, Task, Ticket, call_back, drive

T = TypeVar("T")
LONG_S = 2
OnDefect: TypeAlias = Callable[[Path], None]
"""Is told where a defect is written down."""


class Jobs(QObject):
    """The threads. ``reports`` is the folder for crash reports.

    ``failed`` carries the UserError of what has no ``on_error`` of its own; ``crashed`` every report;
    ``changed`` tells that the writer thread finished something, so that lists ask again; ``worked_long``, before a
    result arrives, that something took so long that it may have taken much memory.
    """

    failed = Signal(object)  # UserError
    crashed = Signal(object)  # Path of the report
    changed = Signal()
    busy_changed = Signal(bool)
    begun = Signal(object)  # Task
    worked_long = Signal()
    _arrived = Signal(object)

    def __init__(
        self, reports: Path, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._reports = reports
        self._clock = clock
        self._writer = ThreadPoolExecutor(1, "writer")
        self._reader = ThreadPoolExecutor(1, "reader")
        self._slow_reader = ThreadPoolExecutor(1, "slow reader")
        self._copier = ThreadPoolExecutor(1, "copier")
        self._copying: list[Task] = []
        self._slow_turn = Lock()
        self._tasks: list[Task] = []
        self._claims: list[Ticket] = []
        self._asker: OnDefect | None = None
        self._is_open = True
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_open(self) -> bool:
        """Whether anything can still be asked or done."""
        return self._is_open

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits on the writer thread."""
        return bool(self._tasks)

    @property
    def is_at_work(self) -> bool:
        """Whether a job that could be cancelled, and is not a short change, runs or waits."""
        return any(task.is_long for task in self._tasks)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is on its way."""
        return bool(self._claims)

    def run(
        self, start: Callable[[], Job[T]], on_result: Callable[[T], None] | None = None, on_error: OnError = None
    ) -> Task:
        """Runs the generator that ``start`` makes on the writer thread, after those already there."""
        task = Task(self, on_result, on_error, is_long=True)
        return self._submit(task, lambda: self._drive(task, start))

    def change(
        self, work: Callable[[], T], on_result: Callable[[T], None] | None = None, on_error: OnError = None
    ) -> Task:
        """Runs a short change that cannot be cancelled on the writer thread."""
        return self._submit(Task(self, on_result, on_error), work)

    def aside(
        self, start: Callable[[], Job[T]], on_result: Callable[[T], None] | None = None, on_error: OnError = None
    ) -> Task:
        """Runs the generator that ``start`` makes beside everything else, on a thread of its own.

        For what only reads the records and may take long, a copy on a slow stick: changes go on meanwhile, and nothing
        waits for it. It stops when the window closes, and when other records take the place of the present ones.
        """
        task = Task(self, on_result, on_error, is_quiet=True)
        self._copying.append(task)
        future = self._copier.submit(self._drive, task, start)
        future.add_done_callback(lambda done: self._post(self._settle, task, done))
        return task

    def note(self, work: Callable[[], object]) -> Task:
        """As :meth:`change`, for what no list shows: nobody asks again afterwards."""
        return self._submit(Task(self, None, None, is_quiet=True), work)

    def run_alone(
        self, start: Callable[[], Job[T]], on_result: Callable[[T], None] | None = None, on_error: OnError = None
    ) -> Task:
        """As :meth:`run`, while nobody reads: for work that puts other records in the place of the present ones."""
        self._stop_copying()
        task = Task(self, on_result, on_error, is_long=True)

        def alone() -> T:
            with self._slow_turn:
                return self._copier.submit(self._drive, task, start).result()

        return self._submit(task, lambda: self._reader.submit(alone).result())

    def query(self, ask: Callable[[], T], on_result: Callable[[T], None], ticket: Ticket | None = None) -> Ticket:
        """Asks on the reader thread; ``on_result`` gets the answer unless the ticket is torn up by then."""
        return self._ask(self._reader, ask, on_result, ticket)

    def report(self, ask: Callable[[], T], on_result: Callable[[T], None], ticket: Ticket | None = None) -> Ticket:
        """As :meth:`query`, for what may take longer than a person waits for a list: on the slow reader's thread."""

        def in_turn() -> T:
            with self._slow_turn:
                return ask()

        return self._ask(self._slow_reader, in_turn, on_result, ticket)

    def _ask(
        self, pool: ThreadPoolExecutor, ask: Callable[[], T], on_result: Callable[[T], None], ticket: Ticket | None
    ) -> Ticket:
        claim, asker = ticket or Ticket(), self._asker
        self._claims.append(claim)
        future = pool.submit(self._telling(lambda: ask() if claim.is_valid else None))
        future.add_done_callback(lambda done: self._post(self._answer, claim, on_result, asker, done))
        return claim

    def drop_questions(self) -> None:
        """Tears up every ticket: who asked is about to go."""
        for claim in self._claims:
            claim.tear()

    def guarded(self, call: Callable[[], None], on_defect: OnDefect) -> bool:
        """Calls ``call``; whether it went well.

        A defect in it, in what it asks and in what becomes of the answers is written down and told to ``on_defect``,
        in the place of ``crashed``: one page's defect leaves the others standing.
        """
        outer, self._asker = self._asker, on_defect
        try:
            call()
        except Exception as defect:  # noqa: BLE001 - the last stop of a page: a report in its place
            self._fail(defect, asker=on_defect)
            return False
        finally:
            self._asker = outer
        return True

    def close(self) -> None:
        """Cancels what runs, drops what waits and joins the threads. Nothing is delivered afterwards."""
        self._is_open = False
        for task in self._tasks:
            task.cancel()
        self._stop_copying()
        for pool in (self._reader, self._slow_reader, self._writer, self._copier):
            pool.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()

    def _stop_copying(self) -> None:
        for task in self._copying:
            task.cancel()

    def _submit(self, task: Task, work: Callable[[], object]) -> Task:
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)
        future = self._writer.submit(self._telling(work))
        future.add_done_callback(lambda done: self._post(self._settle, task, done))
        self.begun.emit(task)
        return task

    def _post(self, call: Callable[..., None], *values: object) -> None:
        if self._is_open:
            self._arrived.emit(partial(call, *values))

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        if self._is_open:
            call()

    def _drive(self, task: Task, start: Callable[[], Job[T]]) -> T:
        """Away from the window: the whole job."""
        return drive(task, start, Pace(self._clock), lambda *told: self._post(task.progressed.emit, *told))

    def _settle(self, task: Task, done: Future[Any]) -> None:
        error = done.exception()
        try:
            if error is None:
                self._succeed(task, done.result())
            elif isinstance(error, Stopped):
                task.cancelled.emit()
            else:
                self._fail(error, task)
        finally:
            self._retire(task)

    def _succeed(self, task: Task, result: object) -> None:
        call_back(task.on_result, result)
        task.succeeded.emit(result)
        if not task.is_quiet:
            self.changed.emit()

    def _retire(self, task: Task) -> None:
        if task in self._copying:
            self._copying.remove(task)
            task.ended.emit()
            task.deleteLater()
            return
        if task not in self._tasks:
            return  # its result closed the window, and with it everything here
        self._tasks.remove(task)
        task.ended.emit()
        task.deleteLater()
        if not self._tasks:
            self.busy_changed.emit(False)

    def _answer(
        self, claim: Ticket, on_result: Callable[[Any], None], asker: OnDefect | None, done: Future[Any]
    ) -> None:
        self._claims.remove(claim)
        if not claim.is_valid:
            return
        error = done.exception()
        if error is not None:
            self._fail(error, asker=asker)
        elif asker is None:
            call_back(on_result, done.result())
        else:
            self.guarded(partial(call_back, on_result, done.result()), asker)

    def _fail(self, error: BaseException, task: Task | None = None, asker: OnDefect | None = None) -> None:
        refused = error if isinstance(error, UserError) else trouble(error)
        if refused is not None:
            self._refuse(refused, task)
            return
        try:
            report = write_report(self._reports, error)
        except UserError as full:  # no room even for the report
            self.failed.emit(full)
            return
        if task is not None:
            task.crashed.emit(report)
        if asker is not None:
            asker(report)
        else:
            self.crashed.emit(report)

    def _refuse(self, error: UserError, task: Task | None) -> None:
        if task is not None:
            task.failed.emit(error)
        if task is not None and task.on_error is not None:
            call_back(task.on_error, error)
        else:
            self.failed.emit(error)

    def _telling(self, work: Callable[[], T]) -> Callable[[], T]:
        """``work``, after which it is told if it was long."""

        def do() -> T:
            began = time.monotonic()
            try:
                return work()
            finally:
                if time.monotonic() - began > LONG_S:
                    self.worked_long.emit()

        return do
