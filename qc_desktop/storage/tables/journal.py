"""What happened: commands with their changes (for history and undo), and events that stay for ever."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base
from qc_desktop.storage.types import Json, Moment


class Command(Base):
    """One action of one person: one transaction, one undo step."""

    __tablename__ = "command"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    name: Mapped[str] = mapped_column(String(40))
    params: Mapped[dict[str, Any]] = mapped_column(Json)
    at: Mapped[dt.datetime] = mapped_column(Moment)
    staff: Mapped[str] = mapped_column(String(60))
    pc: Mapped[str] = mapped_column(String(100))
    undoable: Mapped[bool]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("command.seq"))
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("command.seq"))


class Change(Base):
    """One row's change within a command; ``before`` and ``after`` hold only the columns that differ."""

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    command_seq: Mapped[int] = mapped_column(ForeignKey("command.seq"), index=True)
    table_name: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[str] = mapped_column(String(36))
    before: Mapped[dict[str, Any] | None] = mapped_column(Json)
    after: Mapped[dict[str, Any] | None] = mapped_column(Json)

    __table_args__ = (Index("ix_change_row_id", "row_id", "id"),)


class Event(Base):
    """An entry of the register of what was issued, withdrawn and published: only ever appended."""

    __tablename__ = "event"

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    command_seq: Mapped[int] = mapped_column(ForeignKey("command.seq"), index=True)
    kind: Mapped[str] = mapped_column(String(40), index=True)
    at: Mapped[dt.datetime] = mapped_column(Moment)
    staff: Mapped[str] = mapped_column(String(60))
    pc: Mapped[str] = mapped_column(String(100))
    subject: Mapped[str] = mapped_column(String(60), index=True)
    data: Mapped[dict[str, Any]] = mapped_column(Json)
    salt: Mapped[str] = mapped_column(Text)
