"""The columns of the printing desk's lists, and the words and tones in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.dates import local
from qc_desktop.domain.printing import BatchState, SheetState
from qc_desktop.gui.models.columns import RIGHT, Column
from qc_desktop.gui.tokens import Tone
from qc_desktop.services.certificates.print_words import state_in_words

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.print_lists import BatchRow, SheetRow

translate = QCoreApplication.translate

BATCH_TONES: Mapping[BatchState, Tone] = {
    BatchState.WAITING: Tone.MUTED,
    BatchState.UNSURE: Tone.BAD,
    BatchState.PARTLY: Tone.WARN,
    BatchState.DONE: Tone.OK,
    BatchState.CANCELLED: Tone.MUTED,
}
SHEET_TONES: Mapping[SheetState, Tone] = {
    SheetState.WAITING: Tone.MUTED,
    SheetState.SENDING: Tone.WARN,
    SheetState.SENT: Tone.OK,
    SheetState.DAMAGED: Tone.WARN,
    SheetState.WITHHELD: Tone.BAD,
    SheetState.ENDED: Tone.MUTED,
    SheetState.DROPPED: Tone.MUTED,
}


def batch_columns(words: Messages) -> tuple[Column[BatchRow], ...]:
    """The columns of the batches."""

    def where(row: BatchRow) -> str:
        return printer_in_words(row, words)

    def span(row: BatchRow) -> str:
        return words.ranged(row.title)

    return (
        Column("made", translate("Printing", "Begun"), 9, made_at, rank=3),
        Column("title", translate("Printing", "Numbers"), 15, span, stretch=True, frozen=True),
        Column("sheets", translate("Printing", "Sheets"), 4, lambda row: f"{row.total:,}", RIGHT, rank=1),
        Column(
            "state",
            translate("Printing", "State"),
            7,
            lambda row: words.text(f"print_batch.{row.state}"),
            tone=lambda row: BATCH_TONES[row.state],
        ),
        Column("printer", translate("Printing", "Printer"), 10, where, stretch=True, rank=2),
    )


def printer_in_words(row: BatchRow, words: Messages) -> str:
    """Where the batch is printed, also where it is a printer that nobody here knows."""
    return words.text("print_batch.elsewhere") if row.elsewhere else row.printer


def made_at(row: BatchRow) -> str:
    """When the batch was made, by the clock of the office."""
    return f"{local(row.created_at):%Y-%m-%d %H:%M}"


def sheet_columns(words: Messages) -> tuple[Column[SheetRow], ...]:
    """The columns of a batch's sheets."""
    return (
        Column("number", translate("Printing", "Number"), 12, _number, stretch=True),
        Column(
            "state",
            translate("Printing", "State"),
            6,
            lambda row: state_in_words(row.state, row.remark, words),
            tone=lambda row: SHEET_TONES[row.state],
        ),
    )


def _number(row: SheetRow) -> str:
    """The number; a later copy says which it is."""
    return row.number if row.copy == 1 else f"{row.number} ({row.copy})"
