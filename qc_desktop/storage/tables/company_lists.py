"""Lists of companies that staff keep, and companies that are known not to be the same."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, Tracked
from qc_desktop.storage.types import Json


class SavedList(Tracked, Base):
    """A named filter of one of the window's lists; without a ``query`` a fixed list of companies."""

    __tablename__ = "saved_list"

    shown_in: Mapped[str] = mapped_column(String(30))
    name: Mapped[str] = mapped_column(String(60))
    query: Mapped[dict[str, Any] | None] = mapped_column(Json)
    position: Mapped[int] = mapped_column(Integer, default=0)

    __table_args__ = (UniqueConstraint("shown_in", "name"),)


class SavedListEntry(Tracked, Base):
    """That a company is on a fixed list."""

    __tablename__ = "saved_list_entry"

    list_id: Mapped[str] = mapped_column(ForeignKey("saved_list.id"))
    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"), index=True)

    __table_args__ = (UniqueConstraint("list_id", "company_id"),)


class DistinctCompanies(Tracked, Base):
    """Two companies that look alike and are different; ``first_id`` sorts before ``second_id``."""

    __tablename__ = "distinct_companies"

    first_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"))
    second_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"), index=True)

    __table_args__ = (UniqueConstraint("first_id", "second_id"),)
