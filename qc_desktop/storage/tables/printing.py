"""打印批次: certificates sent to a printer together, sheet by sheet."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, WithId
from qc_desktop.storage.types import Moment


class PrintBatch(WithId, Base):
    """Sheets that go to one queue, in chunks, in their order; what has become of each stands with the sheet."""

    __tablename__ = "print_batch"

    campaign_id: Mapped[str | None] = mapped_column(ForeignKey("campaign.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    queue: Mapped[str] = mapped_column(String(200))
    chunk: Mapped[int]
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    staff: Mapped[str] = mapped_column(String(60))
    pc: Mapped[str] = mapped_column(String(100))
    closed_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    media: Mapped[str] = mapped_column(String(10), server_default="A4")
    tray: Mapped[str] = mapped_column(String(100), server_default=text("''"))
    placing: Mapped[str] = mapped_column(String(10), server_default="as_is")


class PrintSheet(WithId, Base):
    """One sheet of a batch. A damaged one is printed again as the next copy, in a sheet of its own.

    ``remark`` says what became of it, ``reason`` why there is a further copy at all.
    """

    __tablename__ = "print_sheet"

    batch_id: Mapped[str] = mapped_column(ForeignKey("print_batch.id"))
    position: Mapped[int]
    certificate_id: Mapped[str] = mapped_column(ForeignKey("certificate.id"), index=True)
    copy: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    job: Mapped[str] = mapped_column(String(60), default="")
    sent_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    chunk_no: Mapped[int] = mapped_column(Integer, default=0)
    remark: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))

    __table_args__ = (
        UniqueConstraint("batch_id", "position"),
        Index("ix_print_sheet_batch_id_state", "batch_id", "state"),
    )
