"""The columns of what was seen, and where its rows come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.gui.models.columns import RIGHT, Column
from qc_desktop.gui.tokens import Tone
from qc_desktop.services.sightings import seen

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.messages import Messages
    from qc_desktop.services.sightings.seen import SeenRow

translate = QCoreApplication.translate
GRAVE = "suspicion.never_issued"
"""Somebody else may sign in the association's name."""


@dataclass(frozen=True)
class SeenQuery:
    """The ``rows`` that are at hand already; None for everything that was seen."""

    rows: tuple[SeenRow, ...] | None = None


class SeenSource:
    """Labels and certificates that were seen; called on the reader thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: SeenQuery) -> int:
        """How many answer ``query``."""
        return seen.count(self._desk.office) if query.rows is None else len(query.rows)

    def page(self, query: SeenQuery, offset: int, limit: int) -> Sequence[SeenRow]:
        """The rows from ``offset`` on."""
        if query.rows is None:
            return seen.page(self._desk.office, "", offset, limit)
        return query.rows[offset : offset + limit]


def tone_of(row: SeenRow) -> Tone:
    """How much it wants to be looked at."""
    if not row.reasons:
        return Tone.MUTED
    return Tone.BAD if row.reasons[0].code == GRAVE else Tone.WARN


def why(words: Messages, row: SeenRow) -> str:
    """The gravest reason in a word, and how many more there are."""
    if not row.reasons:
        return words.text("suspicion.word_none")
    word = words.text(f"suspicion.word_{row.reasons[0].code.partition('.')[2]}")
    more = len(row.reasons) - 1
    return words.text("suspicion.word_more", word=word, count=more) if more else word


def seen_columns(words: Messages) -> tuple[Column[SeenRow], ...]:
    """The columns of what was seen."""
    return (
        Column("number", translate("SeenLabels", "Number"), 10, lambda row: row.number, frozen=True),
        Column("holder", translate("SeenLabels", "Company"), 14, lambda row: row.holder or "–", stretch=True),
        Column("product", translate("SeenLabels", "Product"), 7, lambda row: row.product or "–", rank=3),
        Column("visits", translate("SeenLabels", "Visits"), 4, lambda row: f"{row.visits:,}", RIGHT, rank=1),
        Column("codes", translate("SeenLabels", "Codes"), 5, lambda row: f"{row.codes:,}", RIGHT, rank=2),
        Column("days", translate("SeenLabels", "Days"), 4, lambda row: f"{row.days:,}", RIGHT, rank=4),
        Column("last", translate("SeenLabels", "Last seen"), 7, lambda row: row.last.isoformat(), rank=5),
        Column(
            "why",
            translate("SeenLabels", "What is odd"),
            11,
            lambda row: why(words, row),
            tone=tone_of,
            stretch=True,
        ),
    )
