"""寄送: what was handed out or sent to a company, by which way and under which number."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from sqlalchemy import Date, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, Tracked


class Dispatch(Tracked, Base):
    """One way in which a certificate went out; what was lost and sent again stands twice."""

    __tablename__ = "dispatch"

    certificate_id: Mapped[str] = mapped_column(ForeignKey("certificate.id"), index=True)
    way: Mapped[str] = mapped_column(String(20))
    carrier: Mapped[str] = mapped_column(String(60), default="")
    tracking_no: Mapped[str] = mapped_column(String(60), default="", index=True)
    sent_on: Mapped[dt.date | None] = mapped_column(Date)
    remark: Mapped[str] = mapped_column(Text, default="")

    personal: ClassVar[frozenset[str]] = frozenset({"remark"})
