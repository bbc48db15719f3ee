"""What an office set, read in a reading or a command that goes on already; ``preferences`` begins one of its own."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from qc_desktop.settings import setting
from qc_desktop.storage.tables import SettingRow


def stored(session: Session, key: str) -> Any:
    """What the office set for ``key``, else its default. Raises UserError for an unknown key."""
    about, row = setting(key), session.get(SettingRow, key)
    return about.default if row is None else row.value
