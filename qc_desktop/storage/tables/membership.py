"""会员: terms, dues, and the fields an association adds of its own."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, Tracked
from qc_desktop.storage.types import Json


class MembershipTerm(Tracked, Base):
    """One term of a company's membership, first and last day included; without a last day it goes on."""

    __tablename__ = "membership_term"

    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"), index=True)
    member_tier: Mapped[str] = mapped_column(String(20))
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date | None] = mapped_column(index=True)
    remark: Mapped[str] = mapped_column(Text, default="")


class DuesEntry(Tracked, Base):
    """What a company owes and paid for one year, in fen. Nothing else in the program ever reads it."""

    __tablename__ = "dues_entry"

    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"))
    dues_year: Mapped[int] = mapped_column(index=True)
    due_fen: Mapped[int] = mapped_column(BigInteger, default=0)
    due_on: Mapped[dt.date | None]
    paid_fen: Mapped[int] = mapped_column(BigInteger, default=0)
    paid_on: Mapped[dt.date | None]
    receipt_no: Mapped[str] = mapped_column(String(60), default="")
    remark: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (UniqueConstraint("company_id", "dues_year"),)


class CustomField(Tracked, Base):
    """A field of the association's own: its kind is text, number, date, choice or yes_no."""

    __tablename__ = "custom_field"

    name: Mapped[str] = mapped_column(String(60), unique=True)
    kind: Mapped[str] = mapped_column(String(10))
    choices: Mapped[list[str]] = mapped_column(Json, default=list)
    position: Mapped[int] = mapped_column(Integer, default=0)
    active: Mapped[bool] = mapped_column(default=True)


class CustomValue(Tracked, Base):
    """What a company has in a field of the association's own, as text in the field's plain form."""

    __tablename__ = "custom_value"

    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"))
    field_id: Mapped[str] = mapped_column(ForeignKey("custom_field.id"), index=True)
    value: Mapped[str] = mapped_column(Text)

    __table_args__ = (UniqueConstraint("company_id", "field_id"),)
