"""The history as rows of a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qc_desktop.domain.dates import local
from qc_desktop.gui.models.columns import Column
from qc_desktop.services.audit import listing
from qc_desktop.services.history import act

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.messages import Messages
    from qc_desktop.services.audit.listing import HistoryFilter
    from qc_desktop.services.history import CommandRow

PERIODS = ("all", "today", "week", "month", "year")


def since(period: str, today: dt.date) -> dt.date | None:
    """The first day of ``period``, one of PERIODS; None for all time."""
    first = {
        "today": today,
        "week": today - dt.timedelta(days=6),
        "month": today - dt.timedelta(days=29),
        "year": today.replace(month=1, day=1),
    }
    return first.get(period)


def at(moment: dt.datetime) -> str:
    """``moment`` in Shanghai, to the minute."""
    return f"{local(moment):%Y-%m-%d %H:%M}"


def columns(words: Messages) -> tuple[Column[CommandRow], ...]:
    """When, who, what, about which company, on which PC, undone or not."""
    undone = words.text("history.undone")
    return (
        Column("at", words.text("history.at"), 9, lambda row: at(row.at), frozen=True),
        Column("staff", words.text("history.staff"), 6, lambda row: row.staff, rank=1),
        Column(
            "action",
            words.text("history.action"),
            9 if words.lang == "zh_CN" else 13.5,
            lambda row: act(words, row),
            stretch=True,
        ),
        Column("company", words.text("history.company"), 14, lambda row: _about(words, row), stretch=True),
        Column("pc", words.text("history.pc"), 6, lambda row: row.pc, rank=3),
        Column(
            "state",
            words.text("history.state"),
            5,
            lambda row: undone if row.undone else "",
            rank=2,
        ),
    )


def _about(words: Messages, row: CommandRow) -> str:
    if row.company or not row.rows:
        return row.company
    return words.text("history.records", count=row.rows)


class HistorySource:
    """The commands that answer a filter, newest first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: HistoryFilter) -> int:
        """How many there are."""
        return listing.count(self._desk.office, query)

    def page(self, query: HistoryFilter, offset: int, limit: int) -> Sequence[CommandRow]:
        """The rows from ``offset`` on."""
        return listing.page(self._desk.office, query, offset, limit)
