"""专用标识: agreements on their use, batches frozen at issue, and what became of the labels."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, Tracked, WithId
from qc_desktop.storage.types import Json, Moment


class UsageAgreement(Tracked, Base):
    """使用协议: for which products, how many labels and from which day to which a company may use.

    ``restricted`` is a category that the law bars from recommendation, empty for none; such a product gets no label
    before ``legal_note`` says why it may.
    """

    __tablename__ = "usage_agreement"

    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"), index=True)
    agreement_no: Mapped[str] = mapped_column(String(60), unique=True)
    products: Mapped[list[str]] = mapped_column(Json)
    quantity: Mapped[int] = mapped_column(BigInteger)
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date] = mapped_column(index=True)
    restricted: Mapped[str] = mapped_column(String(20), default="")
    legal_note: Mapped[str] = mapped_column(Text, default="")
    remark: Mapped[str] = mapped_column(Text, default="")


class LabelBatch(WithId, Base):
    """Labels issued together: one row, for each label is derived from it. Only its state ever changes.

    ``company_name`` and ``agreement_no`` are as they were; ``record`` is the canonical record that is published.
    """

    __tablename__ = "label_batch"

    number: Mapped[int] = mapped_column(BigInteger, unique=True)
    agreement_id: Mapped[str] = mapped_column(ForeignKey("usage_agreement.id"), index=True)
    company_id: Mapped[str] = mapped_column(ForeignKey("member_company.id"), index=True)
    company_name: Mapped[str] = mapped_column(String(200))
    agreement_no: Mapped[str] = mapped_column(String(60))
    product: Mapped[str] = mapped_column(String(200))
    lot: Mapped[str] = mapped_column(String(60))
    count: Mapped[int] = mapped_column(BigInteger)
    first_index: Mapped[int] = mapped_column(BigInteger)
    issued_on: Mapped[dt.date]
    valid_until: Mapped[dt.date | None]
    key_id: Mapped[str] = mapped_column(String(8))
    link_prefix: Mapped[str] = mapped_column(String(60))
    symbol: Mapped[str] = mapped_column(String(10))
    hidden_codes: Mapped[bool]
    layout_sha256: Mapped[str] = mapped_column(ForeignKey("document_template.sha256"))
    record: Mapped[str] = mapped_column(Text)
    record_hash: Mapped[str] = mapped_column(String(64))
    issued_at: Mapped[dt.datetime] = mapped_column(Moment)
    staff: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(10))
    state_reason: Mapped[str] = mapped_column(Text, default="")
    state_since: Mapped[dt.datetime] = mapped_column(Moment)


class LabelEvent(WithId, Base):
    """A line of the spoilage ledger: so many labels issued, printed, applied, destroyed, lost or spoiled.

    Which ones stands in ``first_index`` and ``last_index`` where it is known. A negative ``count`` takes a wrong line
    back; no line is changed.
    """

    __tablename__ = "label_event"

    batch_id: Mapped[str] = mapped_column(ForeignKey("label_batch.id"))
    kind: Mapped[str] = mapped_column(String(10))
    count: Mapped[int] = mapped_column(BigInteger)
    first_index: Mapped[int | None] = mapped_column(BigInteger)
    last_index: Mapped[int | None] = mapped_column(BigInteger)
    remark: Mapped[str] = mapped_column(Text, default="")
    staff: Mapped[str] = mapped_column(String(60))
    at: Mapped[dt.datetime] = mapped_column(Moment)

    __table_args__ = (Index("ix_label_event_batch_id_kind", "batch_id", "kind"),)
