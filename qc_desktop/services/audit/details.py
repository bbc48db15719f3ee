"""One command in full: every changed field in words, and whether it can still be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.certificates import NumberPattern
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services import history
from qc_desktop.services.audit.words import Names, field_words, is_told, value_words
from qc_desktop.services.history import CommandRow
from qc_desktop.services.office import Office
from qc_desktop.services.preferences import NUMBER_PATTERN
from qc_desktop.storage import undo as undoing
from qc_desktop.storage.tables import Change, Command

MOST_ROWS = 100
"""So many changed rows are told one by one; of an import the rest is counted."""


@dataclass(frozen=True)
class Line:
    """One field that changed: of what (kind of record and its name), which, before and after, all in words.

    ``before`` is empty for a new record, ``after`` for a removed one; ``change`` is one of new, removed, changed.
    """

    record: str
    subject: str
    field: str
    before: str
    after: str
    change: str

    @property
    def is_whole(self) -> bool:
        """Whether the record came or went as a whole."""
        return self.change != "changed"


@dataclass(frozen=True)
class Detail:
    """A command with its lines; ``more`` rows are not told. ``refusal`` says why it cannot be taken back, if so;
    ``blocked_by`` is the later command that stands in the way.
    """

    command: CommandRow
    lines: tuple[Line, ...]
    more: int
    refusal: UserError | None
    blocked_by: CommandRow | None


def detail(office: Office, words: Messages, seq: int, limit: int = MOST_ROWS) -> Detail:
    """Command ``seq`` in full. Raises UserError for a number that does not exist."""
    with office.store.reading() as session:
        command = session.get(Command, seq)
        if command is None:
            raise UserError("undo.unknown", seq=seq)
        (row,) = history.rows(session, [seq])
        changes = session.scalars(
            select(Change).where(Change.command_seq == seq).order_by(Change.id).limit(limit)
        ).all()
        nothing = None if row.rows else UserError("undo.changed_nothing")
        refusal = undoing.refusal(session, command) or nothing
        later = undoing.changed_since(session, seq) if refusal and refusal.code == "undo.changed_since" else None
        blocked_by = history.rows(session, [later.seq])[0] if later else None
        return Detail(row, tuple(_lines(session, words, changes)), _more(session, seq, limit), refusal, blocked_by)


def _more(session: Session, seq: int, limit: int) -> int:
    total = session.scalar(select(func.count()).where(Change.command_seq == seq)) or 0
    return max(0, total - limit)


def _lines(session: Session, words: Messages, changes: Iterable[Change]) -> Iterable[Line]:
    names = Names(session, words)
    for change in changes:
        record = words.text(f"record.{change.table_name}")
        subject = names.of_row(change.table_name, change.row_id, change.before, change.after)
        for column in _columns(change):
            if is_told(change.table_name, column):
                before = value_words(names, change.table_name, column, _value(change, change.before, column))
                after = value_words(names, change.table_name, column, _value(change, change.after, column))
                field = field_words(words, change.table_name, column)
                yield Line(record, subject, field, before, after, _kind(change))


def _value(change: Change, side: Mapping[str, Any] | None, column: str) -> Any:
    value = (side or {}).get(column)
    is_pattern = change.row_id == NUMBER_PATTERN and column == "value"
    return NumberPattern(value) if is_pattern and isinstance(value, str) else value


def _kind(change: Change) -> str:
    if change.before is None:
        return "new"
    return "removed" if change.after is None else "changed"


def _columns(change: Change) -> Mapping[str, Any]:
    return {**(change.before or {}), **(change.after or {})}
