"""An opened database: short readings, and writings that are one command each."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from threading import local
from typing import Any

from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.ledger_entries import opened
from qc_desktop.storage import faults, history, search_index
from qc_desktop.storage.engine import READ_ONLY
from qc_desktop.storage.tables import Change, Command, Event, LedgerLeaf
from qc_desktop.storage.types import new_id


@dataclass(frozen=True)
class Author:
    """Who acts, and on which PC."""

    staff: str
    pc: str


class UnitOfWork:
    """One command: its session, its place in the history, and the register."""

    def __init__(self, session: Session, author: Author, command: Command) -> None:
        self.session = session
        self.author = author
        self.command = command
        self._places: Iterator[int] | None = None

    def register(self, kind: EventKind, subject: str, data: Mapping[str, Any]) -> None:
        """Appends an event to the register, and its entry to the ledger."""
        happened = Event(
            command_seq=self.command.seq,
            kind=kind.value,
            at=self.command.at,
            staff=self.author.staff,
            pc=self.author.pc,
            subject=subject,
            data=dict(data),
            salt=new_id(),
        )
        said = opened(happened.salt, kind.value, happened.at, subject, data, happened.staff, happened.pc)
        self.session.add(LedgerLeaf(place=self._next_place(), entry=said.entry, event=happened))

    def _next_place(self) -> int:
        """The next free place in the ledger; nobody else writes before this work ends."""
        if self._places is None:
            self._places = count(ledger_size(self.session))
        return next(self._places)


def ledger_size(session: Session) -> int:
    """How many leaves the ledger has."""
    last = session.scalar(select(func.max(LedgerLeaf.place)))
    return 0 if last is None else last + 1


@dataclass
class _Reading:
    """A session and how many use it: the last one closes it, whoever began, on whichever thread."""

    session: Session
    users: int = 0


class Store:
    """The one door to the database. ``newest`` is the last command written through it that changed something and can
    be undone, 0 before there is one."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.newest = 0
        self._reader = engine.execution_options(**{READ_ONLY: True})
        self._here = local()

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        """A session for reading; it cannot write. Raises UserError as :meth:`writing` does.

        A reading within a reading is part of it. With a lock of its own it would wait behind a writer that waits for
        the outer one to end, until one of them gives up (SQLite, File Locking And Concurrency, PENDING). Within a
        writing it is part of that, and sees what was written so far: a writing whose changes outgrow the cache keeps
        everybody else out before it ends, and would wait for itself (the same document, EXCLUSIVE).
        """
        with faults.said_of(self.engine.url.database):
            at_hand = self._at_hand()
            at_hand.users += 1
            try:
                yield at_hand.session
            finally:
                at_hand.users -= 1
                if not at_hand.users:
                    at_hand.session.close()

    def _at_hand(self) -> _Reading:
        """The reading that goes on in this thread, or a new one."""
        found: _Reading | None = getattr(self._here, "reading", None)
        if found is None or found.users < 1:
            found = self._here.reading = _Reading(Session(self._reader, autoflush=False))
        return found

    @contextmanager
    def _read_here(self, session: Session) -> Generator[None, None, None]:
        """Readings of this thread take ``session``, which somebody else closes."""
        before: _Reading | None = getattr(self._here, "reading", None)
        lent = self._here.reading = _Reading(session, users=1)
        try:
            yield
        finally:
            lent.users = 0
            if getattr(self._here, "reading", None) is lent:
                self._here.reading = before

    @contextmanager
    def writing(
        self, author: Author, name: str, /, *, undoable: bool = True, **params: Any
    ) -> Generator[UnitOfWork, None, None]:
        """One transaction as the command ``name``; committed at the end, undone whole on any exception.

        The command is kept also where it changed nothing: it says what a person did. Raises UserError where a row was
        changed by somebody else in the meantime, and for faults of the disk, the file and its lock.
        """
        with faults.said_of(self.engine.url.database), Session(self.engine) as session:
            command = Command(
                name=name, params=params, at=dates.now(), staff=author.staff, pc=author.pc, undoable=undoable
            )
            session.add(command)
            session.flush()
            session.info[history.COMMAND_SEQ] = command.seq
            event.listen(session, "after_flush", history.record_flush)
            event.listen(session, "after_flush", search_index.follow_flush)
            with self._read_here(session):
                yield UnitOfWork(session, author, command)
            session.flush()
            seq = command.seq if undoable and _changed_something(session, command.seq) else 0
            session.commit()
            self.newest = seq or self.newest

    def close(self) -> None:
        """Closes every connection."""
        self.engine.dispose()


def _changed_something(session: Session, seq: int) -> bool:
    return session.scalar(select(Change.id).where(Change.command_seq == seq).limit(1)) is not None
