"""会员单位 and what belongs to it."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qc_desktop.storage.tables.base import Base, Tracked


class Company(Tracked, Base):
    """A company, member or not. Divisions and industries are kept as code and as name, as they were."""

    __tablename__ = "member_company"

    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(String(200), index=True)
    sort_key: Mapped[str] = mapped_column(Text)
    short_name: Mapped[str] = mapped_column(String(200), default="")
    uscc: Mapped[str | None] = mapped_column(String(18), unique=True)
    member_no: Mapped[str] = mapped_column(String(40), default="", index=True)
    member_tier: Mapped[str] = mapped_column(String(20), default="non_member")
    legal_representative: Mapped[str] = mapped_column(String(100), default="")
    province_code: Mapped[str] = mapped_column(String(2), default="", index=True)
    province: Mapped[str] = mapped_column(String(20), default="")
    province_derived: Mapped[bool] = mapped_column(default=False)
    admin_division_code: Mapped[str] = mapped_column(String(6), default="")
    admin_division_name: Mapped[str] = mapped_column(String(60), default="")
    city: Mapped[str] = mapped_column(String(60), default="")
    address: Mapped[str] = mapped_column(Text, default="")
    industry_code: Mapped[str] = mapped_column(String(3), default="", index=True)
    industry_name: Mapped[str] = mapped_column(String(60), default="")
    hotline: Mapped[str] = mapped_column(String(60), default="")
    website: Mapped[str] = mapped_column(String(200), default="")
    remark: Mapped[str] = mapped_column(Text, default="")
    merged_into_id: Mapped[str | None] = mapped_column(ForeignKey("member_company.id"), index=True)
    """Set where this row was merged into another: it stands for what was issued to it and is in no list."""

    former_names: Mapped[list[FormerName]] = relationship(order_by="FormerName.until", cascade="all, delete-orphan")
    contacts: Mapped[list[Contact]] = relationship(cascade="all, delete-orphan")

    __table_args__ = (Index("ix_member_company_sort_key", "sort_key", "id"),)


class FormerName(Tracked, Base):
    """曾用名, with the last day on which it was the name where that is known."""

    __tablename__ = "former_name"

    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    until: Mapped[dt.date | None]


class Contact(Tracked, Base):
    """联系人: personal data, kept apart so that it can be masked, logged and purged."""

    __tablename__ = "contact_person"

    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"), index=True)
    name: Mapped[str] = mapped_column(String(100), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    email: Mapped[str] = mapped_column(String(120), default="")

    personal: ClassVar[frozenset[str]] = frozenset({"name", "phone", "email"})


class CompanySearch(Base):
    """The text a company is found by; an FTS5 table of the words in it lies beside it under the same id."""

    __tablename__ = "company_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id", ondelete="CASCADE"), unique=True)
    text: Mapped[str] = mapped_column(Text)
