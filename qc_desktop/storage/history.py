"""The change history: every edit of a tracked row, as it is flushed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import event, insert, inspect
from sqlalchemy.orm import Session, UOWTransaction, attributes, object_session

from qc_desktop.storage.tables import Base, Change
from qc_desktop.storage.tables.base import Tracked

COMMAND_SEQ = "command_seq"
"""Key of ``Session.info`` under which the running command's number stands."""
_DELETED = "deleted_changes"


def record_flush(session: Session, _context: UOWTransaction | None = None) -> None:
    """Writes a change row for every tracked row that this flush inserted, updated or deleted."""
    seq = session.info[COMMAND_SEQ]
    changes = [*_inserted(_parents_first(session.new)), *_updated(session.dirty), *session.info.pop(_DELETED, ())]
    if changes:
        session.execute(insert(Change), [{"command_seq": seq, **change} for change in changes])


_RANK = {table.name: rank for rank, table in enumerate(Base.metadata.sorted_tables)}


def _parents_first(rows: Iterable[object]) -> list[Tracked]:
    """The tracked ones of ``rows`` so that none comes before what it refers to: undo goes the other way."""
    tracked = [row for row in rows if isinstance(row, Tracked)]
    return sorted(tracked, key=lambda row: _RANK[row.__tablename__])  # type: ignore[attr-defined]


def _inserted(rows: Iterable[Tracked]) -> Iterable[dict[str, Any]]:
    """What each new row says; what it leaves empty is not repeated."""
    for row in rows:
        said = {name: value for name, value in column_values(row).items() if value not in (None, "")}
        yield _change(row, None, said)


def _updated(rows: Iterable[object]) -> Iterable[dict[str, Any]]:
    for row in rows:
        if isinstance(row, Tracked):
            before, after = _difference(row)
            if after:
                yield _change(row, before, after)


def insert_many(session: Session, kind: type[Tracked], rows: Sequence[dict[str, Any]]) -> None:
    """Writes new ``rows`` of one tracked table past the session, with the changes that a flush would have written.

    For very many rows: each says every column but ``row_version``. Parents come before what refers to them.
    """
    if not rows:
        return
    whole = [{**row, "row_version": 1} for row in rows]
    table = Base.metadata.tables[kind.__tablename__]  # type: ignore[attr-defined]
    session.execute(insert(table), whole)
    session.execute(insert(Change), [_new(session.info[COMMAND_SEQ], table.name, row) for row in whole])


def _new(seq: int, table_name: str, row: dict[str, Any]) -> dict[str, Any]:
    said = {name: plain(value) for name, value in row.items() if value not in (None, "")}
    return {"command_seq": seq, "table_name": table_name, "row_id": row["id"], "before": None, "after": said}


@event.listens_for(Tracked, "after_delete", propagate=True)
def _note_deleted(_mapper: object, _connection: object, row: Tracked) -> None:
    """Keeps a deleted row for :func:`record_flush`: a session does not list those that lost their parent."""
    session = object_session(row)
    if session is not None and COMMAND_SEQ in session.info:
        session.info.setdefault(_DELETED, []).append(_change(row, column_values(row), None))


def _change(row: Tracked, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    return {"table_name": row.__tablename__, "row_id": row.id, "before": before, "after": after}  # type: ignore[attr-defined]


def column_values(row: object) -> dict[str, Any]:
    """The columns of ``row`` as JSON values."""
    return {name: plain(getattr(row, name)) for name in _COLUMNS[type(row)]}


_COLUMNS = {mapper.class_: tuple(mapper.column_attrs.keys()) for mapper in Base.registry.mappers}


def _difference(row: Tracked) -> tuple[dict[str, Any], dict[str, Any]]:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for column in inspect(row).mapper.column_attrs:
        history = attributes.get_history(row, column.key)
        if history.has_changes():
            before[column.key] = plain(history.deleted[0]) if history.deleted else None
            after[column.key] = plain(history.added[0]) if history.added else None
    if after:  # the version was counted up by the flush itself
        before["row_version"], after["row_version"] = row.row_version - 1, row.row_version
    return before, after


def plain(value: Any) -> Any:
    """``value`` as JSON can hold it: days and moments (which are days too) in ISO form."""
    return value.isoformat() if isinstance(value, dt.date) else value
