"""The change history: every edit of a tracked row, as it is flushed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import insert, inspect
from sqlalchemy.orm import Session, UOWTransaction, attributes

from qc_desktop.storage.tables import Base, Change
from qc_desktop.storage.tables.base import Tracked

COMMAND_SEQ = "command_seq"
"""Key of ``Session.info`` under which the running command's number stands."""


def record_flush(session: Session, _context: UOWTransaction | None = None) -> None:
    """Writes a change row for every tracked row that this flush inserted, updated or deleted."""
    seq = session.info[COMMAND_SEQ]
    changes = [*_inserted(_parents_first(session.new)), *_updated(session.dirty)]
    changes += _deleted(reversed(_parents_first(session.deleted)))
    if changes:
        session.execute(insert(Change), [{"command_seq": seq, **change} for change in changes])


_RANK = {table.name: rank for rank, table in enumerate(Base.metadata.sorted_tables)}


def _parents_first(rows: Iterable[object]) -> list[Tracked]:
    """The tracked ones of ``rows`` so that none comes before what it refers to: undo goes the other way."""
    tracked = [row for row in rows if isinstance(row, Tracked)]
    return sorted(tracked, key=lambda row: _RANK[row.__tablename__])  # type: ignore[attr-defined]


def _inserted(rows: Iterable[Tracked]) -> Iterable[dict[str, Any]]:
    return (_change(row, None, column_values(row)) for row in rows)


def _updated(rows: Iterable[object]) -> Iterable[dict[str, Any]]:
    for row in rows:
        if isinstance(row, Tracked):
            before, after = _difference(row)
            if after:
                yield _change(row, before, after)


def _deleted(rows: Iterable[Tracked]) -> Iterable[dict[str, Any]]:
    return (_change(row, column_values(row), None) for row in rows)


def _change(row: Tracked, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    return {"table_name": row.__tablename__, "row_id": row.id, "before": before, "after": after}  # type: ignore[attr-defined]


def column_values(row: object) -> dict[str, Any]:
    """The columns of ``row`` as JSON values."""
    mapper = inspect(row).mapper
    return {column.key: plain(getattr(row, column.key)) for column in mapper.column_attrs}


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
    """``value`` as JSON can hold it: days and moments in ISO form."""
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else value
