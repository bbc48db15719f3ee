"""签发登记: the leaves of the ledger, its signed heads, and what was published. All of it only grows."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qc_desktop.storage.tables.base import Base
from qc_desktop.storage.tables.journal import Event
from qc_desktop.storage.types import Moment


class LedgerLeaf(Base):
    """One entry, in its place from 0. Its event is missing where the records went back to a backup made before it."""

    __tablename__ = "ledger_leaf"

    place: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    entry: Mapped[bytes] = mapped_column(LargeBinary(32))
    event_seq: Mapped[int | None] = mapped_column(ForeignKey("event.seq"), unique=True)

    event: Mapped[Event | None] = relationship()


class DisplayedPledge(Base):
    """承诺展示: that a pledge stood in the published folder, and since when."""

    __tablename__ = "displayed_pledge"

    participation_id: Mapped[str] = mapped_column(String(36), ForeignKey("participation.id"), primary_key=True)
    since: Mapped[dt.datetime] = mapped_column(Moment)


class LedgerCheckpoint(Base):
    """The signed head of the first ``size`` leaves, as a C2SP checkpoint."""

    __tablename__ = "ledger_checkpoint"

    size: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    note: Mapped[str] = mapped_column(Text)
    at: Mapped[dt.datetime] = mapped_column(Moment)
