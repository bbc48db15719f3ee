"""名单: published, and from then on frozen."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, WithId
from qc_desktop.storage.types import Json, Moment


class Roster(WithId, Base):
    """One published version. ``entries`` are the frozen rows; the certificate number is joined at export."""

    __tablename__ = "roster"

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"))
    version: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    published_at: Mapped[dt.datetime] = mapped_column(Moment)
    staff: Mapped[str] = mapped_column(String(60))
    entries: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    sha256: Mapped[str] = mapped_column(String(64))

    __table_args__ = (UniqueConstraint("campaign_id", "version"),)
