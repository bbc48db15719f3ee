"""版式: the layouts an office made of its documents, every version of them, and the pictures in them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Index, Integer, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, Tracked, WithId
from qc_desktop.storage.types import Moment


class DocumentLayout(Tracked, Base):
    """A layout of the office's own; ``sha256`` is its present version. Without one in use the shipped layout is."""

    __tablename__ = "document_layout"

    kind: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(60))
    version: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[str] = mapped_column(String(64))
    in_use: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        UniqueConstraint("kind", "name"),
        Index("uq_document_layout_in_use", "kind", unique=True, sqlite_where=text("in_use")),
    )


class LayoutVersion(WithId, Base):
    """One saved version; none is ever changed or deleted, also where its layout was."""

    __tablename__ = "layout_version"

    layout_id: Mapped[str] = mapped_column(String(36))
    version: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    content: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[dt.datetime] = mapped_column(Moment)
    staff: Mapped[str] = mapped_column(String(60))
    remark: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (UniqueConstraint("layout_id", "version"),)


class LayoutPicture(Base):
    """A picture that layouts name by its SHA-256. It stays: certificates are printed with it for ever."""

    __tablename__ = "layout_picture"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(20))
    content: Mapped[bytes] = mapped_column(LargeBinary)
