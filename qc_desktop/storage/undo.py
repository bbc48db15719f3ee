"""Undo: the inverse of a command's changes, as a command of its own, from the database alone."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Date, Row, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from qc_desktop.domain.events import BUILT_ON_RECORDS
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.storage import search_index
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Base, Change, Command, Company, Event, FormerName
from qc_desktop.storage.types import Moment

VERSION = "row_version"
ROW = "id_of_row"
"""The parameter that names a row; no column is called so."""
CHUNK = 1000
"""So many rows are taken back between two looks at whether to go on."""


def last_undoable(session: Session) -> Command | None:
    """The newest command that can be undone and was not, and that came after the last event built on the records."""
    return session.scalars(
        select(Command)
        .where(Command.seq > _built_at(session))
        .where(Command.undoable, Command.undone_by.is_(None), Command.undoes.is_(None))
        .where(select(Change.id).where(Change.command_seq == Command.seq).exists())
        .order_by(Command.seq.desc())
        .limit(1)
    ).first()


def _built_at(session: Session) -> int:
    """The command of the last event that others rely on; 0 where there is none."""
    return session.scalar(select(func.max(Event.command_seq)).where(Event.kind.in_(BUILT_ON_RECORDS))) or 0


def undoing(work: UnitOfWork, seq: int) -> Job[int]:
    """Takes command ``seq`` back within ``work`` and returns how many rows that changed.

    Raises UserError where the command cannot be undone, was undone already, certificates or rosters were built on the
    records since, or one of its rows was changed since.
    """
    session = work.session
    command = session.get(Command, seq)
    if command is None:
        raise UserError("undo.not_undoable")
    if (refused := refusal(session, command)) is not None:
        raise refused
    try:
        count = yield from _inverting(work, seq)
    except IntegrityError as used:
        raise UserError("undo.used_since") from used
    work.command.undoes = seq
    command.undone_by = work.command.seq
    return count


def _inverting(work: UnitOfWork, seq: int) -> Job[int]:
    """Takes the changes of command ``seq`` back from the last to the first, a chunk at a time; how many there were."""
    session, count, below = work.session, 0, sys.maxsize
    total = session.scalar(select(func.count()).where(Change.command_seq == seq)) or 0
    touched: set[str] = set()
    while chunk := _chunk(session, seq, below):
        inverse = [row for run in _runs(chunk) for row in _invert(session, run)]
        session.execute(insert(Change), [{"command_seq": work.command.seq, **row} for row in inverse])
        touched |= whose_search_text(session, chunk)
        count, below = count + len(chunk), chunk[-1].id
        yield Progress("undo", count, total)
    yield from search_index.reindexing(session.connection(), sorted(touched))
    return count


def _chunk(session: Session, seq: int, below: int) -> Sequence[Row[Any]]:
    columns = select(Change.id, Change.table_name, Change.row_id, Change.before, Change.after)
    asked = columns.where(Change.command_seq == seq, Change.id < below).order_by(Change.id.desc())
    return session.execute(asked.limit(CHUNK)).all()


def _runs(changes: Sequence[Row[Any]]) -> Iterator[list[Row[Any]]]:
    """Neighbours that one statement can take back: of one table and one kind, with the same columns."""
    for _, run in groupby(changes, key=_alike):
        yield list(run)


def _alike(change: Row[Any]) -> tuple[str, bool, tuple[str, ...] | None]:
    return change.table_name, change.after is None, None if change.before is None else tuple(change.before)


def refusal(session: Session, command: Command) -> UserError | None:
    """Why ``command`` cannot be undone, None where it can, as far as that is known before it is tried."""
    if not command.undoable:
        return UserError("undo.not_undoable")
    if command.undone_by is not None:
        return UserError("undo.done_already")
    if command.seq < _built_at(session):
        return UserError("undo.built_since")
    return UserError("undo.changed_since") if changed_since(session, command.seq) else None


def changed_since(session: Session, seq: int) -> Command | None:
    """The first later command that changed a row of command ``seq`` and still stands."""
    rows = select(Change.row_id).where(Change.command_seq == seq)
    later = (
        select(Command)
        .join(Change, Command.seq == Change.command_seq)
        .where(Change.row_id.in_(rows), Change.command_seq > seq)
        .where(Command.undone_by.is_(None), Command.undoes.is_(None))
        .order_by(Change.command_seq)
    )
    return session.scalars(later.limit(1)).first()


def _invert(session: Session, run: Sequence[Row[Any]]) -> Iterator[dict[str, Any]]:
    """Takes a run back; gives the changes that this makes."""
    table = Base.metadata.tables[run[0].table_name]
    if run[0].before is None:
        session.execute(delete(table).where(table.c.id == bindparam(ROW)), [{ROW: change.row_id} for change in run])
    elif run[0].after is None:
        session.execute(insert(table), [typed_values(table, change.before) for change in run])
    else:
        changed = update(table).where(table.c.id == bindparam(ROW)).values({VERSION: table.c[VERSION] + 1})
        rows = [{**typed_values(table, change.before), ROW: change.row_id} for change in run]
        for row in rows:
            row.pop(VERSION, None)
        session.connection().execute(changed, rows)
    for change in run:
        yield {"table_name": table.name, "row_id": change.row_id, "before": change.after, "after": change.before}


def typed_values(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    """``values`` of the history as the columns of ``table`` take them."""
    return {name: _typed_value(table.c[name].type, value) for name, value in values.items()}


def _typed_value(kind: object, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, Moment):
        return dt.datetime.fromisoformat(value)
    return dt.date.fromisoformat(value) if isinstance(kind, Date) else value


def whose_search_text(session: Session, changes: Sequence[Row[Any]]) -> set[str]:
    """The companies whose search text the undone ``changes`` touched."""
    companies = [change for change in changes if change.table_name == Company.__tablename__]
    ids = {change.row_id for change in companies if _is_called_otherwise(change)}
    ids |= {into for c in companies for values in (c.before, c.after) if (into := (values or {}).get("merged_into_id"))}
    names = [change for change in changes if change.table_name == FormerName.__tablename__]
    ids |= {values["company_id"] for c in names for values in (c.before, c.after) if values and "company_id" in values}
    ids |= set(session.scalars(select(FormerName.company_id).where(FormerName.id.in_([c.row_id for c in names]))))
    return ids


def _is_called_otherwise(change: Row[Any]) -> bool:
    """Whether a company came, went, or was given another name or code."""
    return change.before is None or change.after is None or not set(change.after).isdisjoint(search_index.FOUND_BY)
