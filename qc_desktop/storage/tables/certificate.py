"""Certificates, frozen at issue; what they were printed from and how often."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, WithId
from qc_desktop.storage.types import Json, Moment


class Template(Base):
    """The layout a certificate was issued from, kept whole under its SHA-256."""

    __tablename__ = "document_template"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    content: Mapped[str] = mapped_column(Text)


class Counter(Base):
    """The last sequence given out in one series and year."""

    __tablename__ = "certificate_counter"

    series: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column(Integer, default=0)


class IssueBatch(WithId, Base):
    """Certificates issued together, in one transaction.

    ``selected`` counts who was meant to get one, ``stopped`` lists those who did not and why; unknown of old batches.
    """

    __tablename__ = "issue_batch"

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    issued_at: Mapped[dt.datetime] = mapped_column(Moment)
    staff: Mapped[str] = mapped_column(String(60))
    size: Mapped[int]
    selected: Mapped[int | None]
    stopped: Mapped[list[dict[str, Any]] | None] = mapped_column(Json)


class Certificate(WithId, Base):
    """An issued certificate. Only its state, and the reason for it, ever change; no row is deleted."""

    __tablename__ = "certificate"

    number: Mapped[str] = mapped_column(String(60), unique=True)
    serial: Mapped[int] = mapped_column(BigInteger, unique=True)
    kind: Mapped[str] = mapped_column(String(40))
    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"), index=True)
    participation_id: Mapped[str] = mapped_column(ForeignKey("participation.id"), index=True)
    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"))
    batch_id: Mapped[str] = mapped_column(ForeignKey("issue_batch.id"))
    position: Mapped[int]
    holder: Mapped[str] = mapped_column(String(200))
    uscc: Mapped[str] = mapped_column(String(18))
    issued_on: Mapped[dt.date]
    expires_on: Mapped[dt.date | None]
    record: Mapped[str] = mapped_column(Text)
    record_hash: Mapped[str] = mapped_column(String(64))
    template_sha256: Mapped[str] = mapped_column(ForeignKey("document_template.sha256"))
    link_prefix: Mapped[str] = mapped_column(String(60))
    payload: Mapped[str] = mapped_column(Text)
    key_id: Mapped[str] = mapped_column(String(8))
    replaces_id: Mapped[str | None] = mapped_column(ForeignKey("certificate.id"))
    state: Mapped[str] = mapped_column(String(10))
    state_reason: Mapped[str] = mapped_column(Text, default="")
    state_since: Mapped[dt.datetime] = mapped_column(Moment)

    __table_args__ = (
        UniqueConstraint("batch_id", "position"),
        Index("ix_certificate_campaign_id_state", "campaign_id", "state", "serial"),
        Index(
            "uq_certificate_live",
            "participation_id",
            unique=True,
            sqlite_where=text("state = 'live'"),  # postgresql_where, said here, would load that dialect at every start
        ),
    )


class PrintLog(WithId, Base):
    """One sheet rendered: which copy, when, by whom, and whether the page check passed."""

    __tablename__ = "print_log"

    certificate_id: Mapped[str] = mapped_column(ForeignKey("certificate.id"), index=True)
    copy: Mapped[int]
    at: Mapped[dt.datetime] = mapped_column(Moment)
    staff: Mapped[str] = mapped_column(String(60))
    checked: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
