"""What every table shares: naming of constraints, ids, row versions."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from qc_desktop.storage.types import new_id

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The declarative base of every table."""

    metadata = MetaData(naming_convention=NAMING)


class WithId:
    """A row named by a UUIDv7."""

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)


class Tracked(WithId):
    """A row that staff edit: every change goes into the history and can be undone.

    ``row_version`` counts its writes; a write based on an older one is refused.
    """

    row_version: Mapped[int] = mapped_column(Integer, nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        """Optimistic locking by row_version."""
        return {"version_id_col": cls.row_version}

    personal: ClassVar[frozenset[str]] = frozenset()
    """Columns with personal data, redacted from the history when a person is purged."""
