"""The office itself: staff, settings, remembered column mappings."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from qc_desktop.storage.tables.base import Base, Tracked
from qc_desktop.storage.types import Json, Moment


class Staff(Tracked, Base):
    """A named member of staff; roles come later."""

    __tablename__ = "staff"

    name: Mapped[str] = mapped_column(String(60), unique=True)
    active: Mapped[bool] = mapped_column(default=True)


class SettingRow(Tracked, Base):
    """An office-wide setting that differs from its default; its id is its key."""

    __tablename__ = "setting"

    value: Mapped[Any] = mapped_column(Json)


class ImportMapping(Base):
    """Which column means what, remembered by the fingerprint of a list's headers."""

    __tablename__ = "import_mapping"

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    mapping: Mapped[dict[str, str]] = mapped_column(Json)
    source: Mapped[str] = mapped_column(Text, default="")
    used_at: Mapped[dt.datetime] = mapped_column(Moment)
