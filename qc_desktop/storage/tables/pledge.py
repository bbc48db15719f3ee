"""诚信承诺 with the products and standards it names."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from qc_desktop.storage.tables.base import Base, Tracked


class Pledge(Tracked, Base):
    """One company's pledge in one campaign. The scan lies in the profile under its SHA-256."""

    __tablename__ = "integrity_pledge"

    participation_id: Mapped[str] = mapped_column(ForeignKey("participation.id"), unique=True)
    clause_set_id: Mapped[str] = mapped_column(ForeignKey("clause_set.id"))
    signatory: Mapped[str] = mapped_column(String(100), default="")
    signed_on: Mapped[dt.date | None]
    scan_sha256: Mapped[str] = mapped_column(String(64), default="")

    products: Mapped[list[PledgeProduct]] = relationship(
        order_by="PledgeProduct.position", cascade="all, delete-orphan"
    )
    standards: Mapped[list[StandardDeclaration]] = relationship(
        order_by="StandardDeclaration.position", cascade="all, delete-orphan"
    )

    personal: ClassVar[frozenset[str]] = frozenset({"signatory"})


class Product(Tracked, Base):
    """A product or service of a company."""

    __tablename__ = "product"

    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"))
    name: Mapped[str] = mapped_column(String(200))

    __table_args__ = (UniqueConstraint("company_id", "name"),)


class PledgeProduct(Tracked, Base):
    """That a pledge covers a product, in the order it was written."""

    __tablename__ = "pledge_product"

    pledge_id: Mapped[str] = mapped_column(ForeignKey("integrity_pledge.id"))
    product_id: Mapped[str] = mapped_column(ForeignKey("product.id"))
    position: Mapped[int] = mapped_column(Integer, default=0)

    product: Mapped[Product] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (UniqueConstraint("pledge_id", "product_id"),)


class StandardDeclaration(Tracked, Base):
    """标准自我声明公开: an executive standard that a pledge names."""

    __tablename__ = "standard_self_declaration"

    pledge_id: Mapped[str] = mapped_column(ForeignKey("integrity_pledge.id"))
    product_standard: Mapped[str] = mapped_column(String(200))
    position: Mapped[int] = mapped_column(Integer, default=0)

    __table_args__ = (UniqueConstraint("pledge_id", "product_standard"),)
