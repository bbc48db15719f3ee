"""The columns of the lists of dispatches, of a carrier's list, and of the reconciliation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tokens import Tone
from qc_desktop.services.certificates.dispatching import Fate
from qc_desktop.services.certificates.reconciliation import in_words, step_in_words

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.dispatches import DispatchRow
    from qc_desktop.services.certificates.dispatching import PlannedDispatch
    from qc_desktop.services.certificates.reconciliation import BehindRow

translate = QCoreApplication.translate

FATE_TONES: Mapping[Fate, Tone] = {
    Fate.NEW: Tone.OK,
    Fate.KNOWN: Tone.MUTED,
    Fate.REPEATED: Tone.MUTED,
    Fate.ERROR: Tone.BAD,
}


def dispatch_columns(words: Messages) -> tuple[Column[DispatchRow], ...]:
    """What went out."""
    return (
        Column("number", translate("Sending", "Number"), 11, lambda row: row.number, frozen=True),
        Column("holder", translate("Sending", "Company"), 17, lambda row: row.holder, stretch=True),
        Column("way", translate("Sending", "By"), 5, lambda row: words.text(f"dispatch.{row.way}"), rank=1),
        Column("carrier", translate("Sending", "Carrier"), 8, lambda row: row.carrier, rank=3),
        Column("tracking_no", translate("Sending", "Tracking number"), 11, lambda row: row.tracking_no),
        Column("sent_on", translate("Sending", "Sent on"), 6, lambda row: _day(row), rank=2),
        Column("remark", translate("Sending", "Remark"), 10, lambda row: row.remark, optional=True),
    )


def _day(row: DispatchRow) -> str:
    return row.sent_on.isoformat() if row.sent_on else ""


def planned_columns(words: Messages) -> tuple[Column[PlannedDispatch], ...]:
    """The rows of a carrier's list, and what becomes of each."""
    return (
        Column("row", translate("Sending", "Row"), 3, lambda row: str(row.row)),
        Column(
            "fate",
            translate("Sending", "State"),
            6.5,
            lambda row: words.text("dispatch.new_doubtful" if _is_doubtful(row) else f"dispatch.{row.fate}"),
            tone=lambda row: Tone.WARN if _is_doubtful(row) else FATE_TONES[row.fate],
        ),
        Column("number", translate("Sending", "Number"), 10.5, lambda row: row.number),
        Column("holder", translate("Sending", "Company"), 14, lambda row: row.holder, rank=1),
        Column("tracking_no", translate("Sending", "Tracking number"), 9, lambda row: row.draft.tracking_no),
        Column(
            "reason",
            translate("Sending", "What is wrong"),
            18,
            lambda row: joined(*map(words.of, row.findings)),
            stretch=True,
        ),
    )


def _is_doubtful(row: PlannedDispatch) -> bool:
    return row.fate is Fate.NEW and bool(row.findings)


def behind_columns(words: Messages) -> tuple[Column[BehindRow], ...]:
    """Who is missing where."""
    return (
        Column("number", translate("Sending", "Number"), 11, lambda row: row.number),
        Column("holder", translate("Sending", "Company"), 15, lambda row: row.holder, rank=1),
        Column("step", translate("Sending", "Missing at"), 6, lambda row: step_in_words(row.step, words)),
        Column("why", translate("Sending", "Why"), 18, lambda row: in_words(row, words), stretch=True),
    )
