"""Undo field by field: what a command changed goes back; what was changed since stays, unless it is named."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from qc_desktop.errors import UserError
from qc_desktop.storage import search_index
from qc_desktop.storage.history import plain
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Base, Change, Command
from qc_desktop.storage.undo import VERSION, typed_values, whose_search_text


@dataclass(frozen=True)
class Since:
    """A field that a command changed and somebody changed again: before the command, after it, and now."""

    table: str
    row_id: str
    column: str
    before: Any
    after: Any
    now: Any

    @property
    def key(self) -> tuple[str, str, str]:
        """What names the field."""
        return self.table, self.row_id, self.column


def changed_since(session: Session, seq: int) -> list[Since]:
    """The fields that command ``seq`` changed and that are otherwise by now, newest change first."""
    last: dict[tuple[str, str, str], Since] = {}
    for change in _changes(session, seq):
        now = _now(session, change)
        if change.before is None or change.after is None or now is None:
            continue
        for name, after in change.after.items():
            since = Since(change.table_name, change.row_id, name, change.before.get(name), after, now[name])
            known = last.get(since.key)  # a later step of the same command: what counts is how the command left it
            last[since.key] = since if known is None else replace(known, before=since.before)
    return [since for since in last.values() if since.column != VERSION and since.now != since.after]


def undo_fields(work: UnitOfWork, seq: int, put_back: Collection[tuple[str, str, str]]) -> None:
    """Takes command ``seq`` back field by field: a field changed since stays, unless ``put_back`` names it.

    A row that is gone by now stays gone. Raises UserError ``undo.used_since`` where other rows need what would go.
    """
    session = work.session
    command = session.get_one(Command, seq)
    stay = {since.key for since in changed_since(session, seq)} - set(put_back)
    changes = _changes(session, seq)
    try:
        inverse = [made for change in changes for made in _invert(session, change, stay)]
    except IntegrityError as used:
        raise UserError("undo.used_since") from used
    session.execute(insert(Change), [{"command_seq": work.command.seq, **made} for made in inverse])
    search_index.reindex(session.connection(), sorted(whose_search_text(session, changes)))
    work.command.undoes = seq
    command.undone_by = work.command.seq


def _changes(session: Session, seq: int) -> list[Row[Any]]:
    columns = select(Change.id, Change.table_name, Change.row_id, Change.before, Change.after)
    return list(session.execute(columns.where(Change.command_seq == seq).order_by(Change.id.desc())).all())


def _table(change: Row[Any]) -> Table:
    return Base.metadata.tables[change.table_name]


def _now(session: Session, change: Row[Any]) -> dict[str, Any] | None:
    """The row of ``change`` as it is, as the history writes it; None where it is gone."""
    table = _table(change)
    row = session.execute(select(table).where(table.c.id == change.row_id)).mappings().first()
    return {name: plain(value) for name, value in row.items()} if row is not None else None


def _invert(session: Session, change: Row[Any], stay: Collection[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """Takes one change back as far as it goes; the changes that this makes."""
    table, now = _table(change), _now(session, change)
    made = {"table_name": table.name, "row_id": change.row_id}
    if change.after is None:
        session.execute(insert(table), [typed_values(table, change.before)])
        return [{**made, "before": None, "after": change.before}]
    if now is None:
        return []
    here = table.c.id == change.row_id
    if change.before is None:
        session.execute(delete(table).where(here))
        return [{**made, "before": now, "after": None}]
    back = {
        name: value
        for name, value in change.before.items()
        if name != VERSION and (table.name, change.row_id, name) not in stay and now[name] != value
    }
    if not back:
        return []
    session.execute(update(table).where(here).values({**typed_values(table, back), VERSION: table.c[VERSION] + 1}))
    versions = now[VERSION], now[VERSION] + 1
    before = {**{name: now[name] for name in back}, VERSION: versions[0]}
    return [{**made, "before": before, "after": {**back, VERSION: versions[1]}}]
