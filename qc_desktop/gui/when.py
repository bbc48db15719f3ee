"""A moment as people say it: today 08:30, yesterday 17:05, 2026-03-15."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain import dates


def when(moment: dt.datetime, now: dt.datetime | None = None) -> str:
    """``moment`` (with its time zone) in Shanghai, short; ``now`` stands for the present in tests."""
    local = dates.local(moment)
    days = ((dates.local(now or dates.now())).date() - local.date()).days
    if days == 0:
        return QCoreApplication.translate("When", "today {time}").format(time=f"{local:%H:%M}")
    if days == 1:
        return QCoreApplication.translate("When", "yesterday {time}").format(time=f"{local:%H:%M}")
    return f"{local:%Y-%m-%d}"
