"""Undo: the inverse of a command's changes, as a command of its own, from the database alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Date, Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from qc_desktop.domain.events import BUILT_ON_RECORDS
from qc_desktop.errors import UserError
from qc_desktop.storage import search_index
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Base, Change, Command, Company, Event, FormerName
from qc_desktop.storage.types import Moment

VERSION = "row_version"


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


def undo(work: UnitOfWork, seq: int) -> int:
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
    changes = session.scalars(select(Change).where(Change.command_seq == seq).order_by(Change.id.desc())).all()
    try:
        inverse = [_invert(session, change) for change in changes]
    except IntegrityError as used:
        raise UserError("undo.used_since") from used
    session.execute(insert(Change), [{"command_seq": work.command.seq, **row} for row in inverse])
    work.command.undoes = seq
    command.undone_by = work.command.seq
    search_index.reindex(session.connection(), _companies(session, changes))
    return len(changes)


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


def _invert(session: Session, change: Change) -> dict[str, Any]:
    table = Base.metadata.tables[change.table_name]
    before, after = change.after, change.before
    if after is None:
        session.execute(delete(table).where(table.c.id == change.row_id))
    elif before is None:
        session.execute(insert(table), _typed(table, after))
    else:
        session.execute(
            update(table)
            .where(table.c.id == change.row_id)
            .values({**_typed(table, after), VERSION: table.c[VERSION] + 1})
        )
    return {"table_name": change.table_name, "row_id": change.row_id, "before": before, "after": after}


def _typed(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    return {name: _typed_value(table.c[name].type, value) for name, value in values.items()}


def _typed_value(kind: object, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, Moment):
        return dt.datetime.fromisoformat(value)
    return dt.date.fromisoformat(value) if isinstance(kind, Date) else value


def _companies(session: Session, changes: Sequence[Change]) -> list[str]:
    """The companies whose search text the undone ``changes`` touched."""
    ids = {change.row_id for change in changes if change.table_name == Company.__tablename__}
    names = [change for change in changes if change.table_name == FormerName.__tablename__]
    ids |= {values["company_id"] for c in names for values in (c.before, c.after) if values and "company_id" in values}
    ids |= set(session.scalars(select(FormerName.company_id).where(FormerName.id.in_([c.row_id for c in names]))))
    return sorted(ids)
