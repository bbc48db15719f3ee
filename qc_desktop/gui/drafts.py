"""Drafts save themselves: a second after a key, on a thread of their own, so that no long work holds them up."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from qc_desktop.domain.dates import local
from qc_desktop.errors import UserError
from qc_desktop.services import drafts as files
from qc_desktop.services.drafts import Draft

if TYPE_CHECKING:
    from pathlib import Path

PAUSE_MS = 1000
"""What was typed is on the disk at most this long, and one write, later."""


class DraftKeeper(QObject):
    """All drafts of this PC; without a ``folder`` none is kept.

    ``kept`` carries a draft once it is on the disk, ``refused`` a UserError, once for a row of failures;
    ``flush_wanted`` asks the forms for what they hold; ``resume_wanted`` carries a draft to be taken up again;
    ``stock_changed`` tells that one came, or went. ``hurry_wanted`` asks the forms for what waits to be kept;
    ``settled`` carries a draft that a form took up and saved or gave up, and who tells.
    """

    kept = Signal(object)
    refused = Signal(object)
    flush_wanted = Signal()
    resume_wanted = Signal(object)
    stock_changed = Signal()
    hurry_wanted = Signal()
    settled = Signal(object, object)
    _settled = Signal(object)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._pool = ThreadPoolExecutor(1, "drafts")
        self._damaged = files.put_aside(folder) if folder else []
        self._known = {(draft.kind, draft.key): draft for draft in (files.kept(folder) if folder else [])}
        self._writing: dict[tuple[str, str], Future[Draft | None]] = {}
        self._was_refused = False
        self._settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @property
    def is_on(self) -> bool:
        """Whether drafts outlive the window."""
        return self._folder is not None

    @property
    def everything(self) -> tuple[Draft, ...]:
        """All drafts, the oldest first."""
        return tuple(self._known.values())

    def take_damaged(self) -> list[Path]:
        """The drafts that could not be read at the start and were put aside, told of once."""
        damaged, self._damaged = self._damaged, []
        return damaged

    def found(self, kind: str, key: str) -> Draft | None:
        """The draft of the record ``key`` in the form ``kind``."""
        return self._known.get((kind, key))

    def keep(self, draft: Draft) -> None:
        """Keeps ``draft`` in the place of an earlier one of the same record."""
        if self._folder is not None:
            self._known.pop((draft.kind, draft.key), None)
            self._known[draft.kind, draft.key] = draft
            self._writing[draft.kind, draft.key] = self._submit(partial(files.keep, self._folder, draft))
            self.stock_changed.emit()

    def forget(self, kind: str, key: str) -> None:
        """Deletes a draft that was saved or given up."""
        if self._folder is not None and self._known.pop((kind, key), None) is not None:
            self._writing.pop((kind, key), None)
            self._submit(partial(files.discard, self._folder, kind, key))
            self.stock_changed.emit()

    def unkept(self) -> UserError | None:
        """Why what is typed now would go with the window; None where all of it is on the disk. Waits for the disk."""
        self.flush_wanted.emit()
        problems = (written.exception() for written in self._writing.values())
        return next((problem for problem in problems if isinstance(problem, UserError)), None)

    def close(self) -> None:
        """Asks the forms for what they hold and waits until all of it is on the disk. Nothing is kept afterwards."""
        self.flush_wanted.emit()
        self._folder = None
        self._pool.shutdown(wait=True)

    def _submit(self, work: Callable[[], Draft | None]) -> Future[Draft | None]:
        future = self._pool.submit(work)
        future.add_done_callback(self._settled.emit)
        return future

    def _settle(self, done: Future[Draft | None]) -> None:
        problem = done.exception()
        if isinstance(problem, UserError):
            if not self._was_refused:
                self.refused.emit(problem)
            self._was_refused = True
            return
        draft = done.result()
        self._was_refused = False
        if draft is not None:
            self.kept.emit(draft)


class Autosave(QObject):
    """Keeps the draft of one form. ``read`` gives what is typed there, None where nothing is.

    ``said`` carries the sentence that tells when it was last kept.
    """

    said = Signal(str)

    def __init__(self, keeper: DraftKeeper, read: Callable[[], Draft | None], parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._read = read
        self._last: tuple[str, str] | None = None
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.flush)
        keeper.kept.connect(self._tell)
        keeper.flush_wanted.connect(self.flush)
        keeper.hurry_wanted.connect(self.hurry)

    def touch(self) -> None:
        """Something was typed. A pause that runs already goes on: steady typing puts nothing off."""
        if self._keeper.is_on and not self._pause.isActive():
            self._pause.start()

    def hurry(self) -> None:
        """Keeps now what waits for its pause: something else is typed into from here on."""
        if self._pause.isActive():
            self.flush()

    def rest(self) -> None:
        """What was typed is saved or given up: nothing is to be kept any more."""
        self._pause.stop()

    def flush(self) -> None:
        """Keeps now what was typed since the last time."""
        self._pause.stop()
        draft = self._read()
        if draft is not None:
            self._last = (draft.kind, draft.key)
            self._keeper.keep(draft)

    def _tell(self, draft: Draft) -> None:
        if (draft.kind, draft.key) == self._last:
            self.said.emit(self.tr("Draft kept {time}").format(time=f"{local(draft.at):%H:%M}"))
