"""What passes between the office and the companies: scans that come in, reminders that go out, calls answered."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, Tracked, WithId
from qc_desktop.storage.types import Moment


class Scan(Tracked, Base):
    """A scanned or photographed paper of a company; the file lies in the profile under its SHA-256."""

    __tablename__ = "scan"

    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"), index=True)
    participation_id: Mapped[str | None] = mapped_column(ForeignKey("participation.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    file_name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(40))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int] = mapped_column(Integer)
    added_at: Mapped[dt.datetime] = mapped_column(Moment)

    personal: ClassVar[frozenset[str]] = frozenset({"file_name"})


class Reminder(Tracked, Base):
    """That a company was asked for its pledge: when, by whom, by which way."""

    __tablename__ = "reminder"

    participation_id: Mapped[str] = mapped_column(ForeignKey("participation.id"))
    at: Mapped[dt.datetime] = mapped_column(Moment)
    way: Mapped[str] = mapped_column(String(20))
    staff: Mapped[str] = mapped_column(String(60))
    remark: Mapped[str] = mapped_column(Text, default="")

    personal: ClassVar[frozenset[str]] = frozenset({"remark"})

    __table_args__ = (Index("ix_reminder_participation_id_at", "participation_id", "at"),)


class CallLog(WithId, Base):
    """A question answered at the verification desk, and what the answer was then. The caller is never written down."""

    __tablename__ = "call_log"

    at: Mapped[dt.datetime] = mapped_column(Moment, index=True)
    staff: Mapped[str] = mapped_column(String(60))
    pc: Mapped[str] = mapped_column(String(100))
    asked: Mapped[str] = mapped_column(String(200))
    verdict: Mapped[str] = mapped_column(String(30))
    certificate_id: Mapped[str | None] = mapped_column(ForeignKey("certificate.id"), index=True)
    label_serial: Mapped[str | None] = mapped_column(String(24), index=True)
    remark: Mapped[str] = mapped_column(Text, default="")
