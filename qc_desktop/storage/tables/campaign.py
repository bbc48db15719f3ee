"""主题活动, its pledge clauses, and who takes part."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, Tracked
from qc_desktop.storage.types import Json, Moment


class ClauseSet(Tracked, Base):
    """One version of the pledge's clauses; ``clauses`` is a list of [short, full]."""

    __tablename__ = "clause_set"

    campaign_year: Mapped[int]
    version: Mapped[int] = mapped_column(Integer, default=1)
    clauses: Mapped[list[list[str]]] = mapped_column(Json)

    __table_args__ = (UniqueConstraint("campaign_year", "version"),)


class Campaign(Tracked, Base):
    """One kind of campaign in one year."""

    __tablename__ = "campaign"

    kind: Mapped[str] = mapped_column(String(30))
    campaign_year: Mapped[int]
    edition: Mapped[int | None]
    theme: Mapped[str] = mapped_column(Text)
    organisers: Mapped[list[str]] = mapped_column(Json, default=list)
    joint_organisers: Mapped[list[str]] = mapped_column(Json, default=list)
    supporters: Mapped[list[str]] = mapped_column(Json, default=list)
    invitation_notice: Mapped[str] = mapped_column(String(100), default="")
    applications_until: Mapped[dt.date | None]
    announcement_no: Mapped[str] = mapped_column(String(60), default="")
    announced_on: Mapped[dt.date | None]
    display_from: Mapped[dt.date]
    validity_years: Mapped[int] = mapped_column(Integer, default=1)
    clause_set_id: Mapped[str] = mapped_column(ForeignKey("clause_set.id"))

    __table_args__ = (UniqueConstraint("kind", "campaign_year"),)


class Participation(Tracked, Base):
    """参加情况: one company in one campaign."""

    __tablename__ = "participation"

    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"), index=True)
    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"))
    stage: Mapped[str] = mapped_column(String(30))
    stage_reason: Mapped[str] = mapped_column(Text, default="")
    stage_since: Mapped[dt.datetime] = mapped_column(Moment)

    __table_args__ = (
        UniqueConstraint("campaign_id", "company_id"),
        Index("ix_participation_campaign_id_stage", "campaign_id", "stage"),
    )
