"""Drafts save themselves: a second after a key, on a thread of their own, so that no long work holds them up."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from qc_desktop.domain.dates import local
from qc_desktop.errors import UserError
from qc_desktop.services import drafts as files
from qc_desktop.services.drafts import Draft

if TYPE_CHECKING:
    from pathlib import Path

Id: TypeAlias = tuple[str, str, str]
PAUSE_MS = 1000
"""What was typed is on the disk at most this long, and one write, later."""


class DraftKeeper(QObject):
    """All drafts of this PC; without a ``folder`` none is kept.

    ``kept`` carries a draft once it is on the disk, ``refused`` a UserError, once for a row of failures;
    ``flush_wanted`` asks the forms for what they hold; ``resume_wanted`` carries a draft to be taken up again;
    ``stock_changed`` tells that one came, or went. ``hurry_wanted`` asks the forms for what waits to be kept;
    ``settled`` carries a draft that a form took up and saved or gave up, and who tells. ``moved`` carries the id of a
    draft that was typed on elsewhere, and its new id.
    """

    kept = Signal(object)
    refused = Signal(object)
    flush_wanted = Signal()
    resume_wanted = Signal(object)
    stock_changed = Signal()
    hurry_wanted = Signal()
    settled = Signal(object, object)
    moved = Signal(object, object)
    _settled = Signal(object)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._pool = ThreadPoolExecutor(1, "drafts")
        self._damaged = files.put_aside(folder) if folder else []
        self._known = {draft.id: draft for draft in (files.kept(folder) if folder else [])}
        self._writing: dict[Id, Future[Draft | None]] = {}
        self._was_refused = False
        self.spots: set[str] = set()
        """Those of the forms that there are; a draft in another is what an earlier window left."""
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
        """The draft of the record ``key`` in the form ``kind``; of several the one kept, or wanted, last."""
        return next((draft for draft in reversed(self._known.values()) if (draft.kind, draft.key) == (kind, key)), None)

    def current(self, of: Id) -> Draft | None:
        """The draft that is called so."""
        return self._known.get(of)

    def want(self, draft: Draft) -> None:
        """Of several drafts of its record it is ``draft`` that is found next."""
        if self._known.get(draft.id) == draft:
            self._known[draft.id] = self._known.pop(draft.id)

    def keep(self, draft: Draft, in_place_of: Draft | None = None) -> None:
        """Keeps ``draft`` in the place of an earlier one of the same spot, and of the one it goes on from."""
        if self._folder is None:
            return
        self._known.pop(draft.id, None)
        self._known[draft.id] = draft
        before = in_place_of if in_place_of and in_place_of.id != draft.id else None
        self._writing[draft.id] = self._submit(partial(files.keep, self._folder, draft, before))
        if before is not None and self._known.get(before.id) == before:
            del self._known[before.id]
            self._writing.pop(before.id, None)
            self.moved.emit(before.id, draft.id)
        self.stock_changed.emit()

    def forget(self, draft: Draft) -> None:
        """Deletes a draft that was saved or given up; what another form typed on since stays."""
        if self._folder is not None and self._known.get(draft.id) == draft:
            del self._known[draft.id]
            self._writing.pop(draft.id, None)
            self._submit(partial(files.discard, self._folder, draft))
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
    """Keeps the drafts of one form, in a spot of its own. ``read`` gives what is typed there, None where nothing is.

    ``said`` carries the sentence that tells when it was last kept.
    """

    said = Signal(str)

    def __init__(self, keeper: DraftKeeper, read: Callable[[], Draft | None], parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._read = read
        self._spot = files.new_spot()
        keeper.spots.add(self._spot)
        self.destroyed.connect(partial(keeper.spots.discard, self._spot))
        self._taken: dict[tuple[str, str], Draft] = {}
        self._last: Id | None = None
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

    def take_up(self, found: Draft) -> None:
        """The form goes on with ``found``, which stands in a spot of another form or of an earlier window."""
        if found.spot != self._spot:
            self._taken[found.kind, found.key] = found

    def own(self, kind: str, key: str) -> Draft | None:
        """What is kept of this form for the record ``key``."""
        return self._keeper.current((kind, key, self._spot))

    def set_aside(self, kind: str, key: str) -> Draft | None:
        """Lets what is kept of this form for the record ``key`` wait in a spot of its own, whatever is typed next."""
        own = self.own(kind, key)
        if own is None:
            return None
        self._taken.pop((kind, key), None)
        aside = replace(own, spot=files.new_spot())
        self._keeper.keep(aside, own)
        return aside

    def forget(self, kind: str, key: str) -> None:
        """What the form typed over the record ``key``, and what it took up for that, is saved or given up."""
        for draft in (self.own(kind, key), self._taken.pop((kind, key), None)):
            if draft is not None:
                self._keeper.forget(draft)

    def rest(self) -> None:
        """What was typed is saved or given up: nothing is to be kept any more."""
        self._pause.stop()

    def flush(self) -> None:
        """Keeps now what was typed since the last time."""
        self._pause.stop()
        draft = self._read()
        if draft is not None:
            draft = replace(draft, spot=self._spot)
            self._last = draft.id
            self._keeper.keep(draft, self._left_behind(draft))

    def _left_behind(self, draft: Draft) -> Draft | None:
        """What ``draft`` goes on from, where no form holds that any more."""
        taken = self._taken.get((draft.kind, draft.key))
        return None if taken is None or taken.spot in self._keeper.spots else self._taken.pop((draft.kind, draft.key))

    def _tell(self, draft: Draft) -> None:
        if draft.id == self._last:
            self.said.emit(self.tr("Draft kept {time}").format(time=f"{local(draft.at):%H:%M}"))
