"""What is said of a sheet: its state, what became of it, and why it is a further copy; each apart from the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qc_desktop.domain.printing import NOT_COME_OUT, SheetState

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.print_lists import PrintedRow, SheetRow


def state_in_words(state: str, remark: str, words: Messages) -> str:
    """The state; a sheet that never came out is not called spoiled."""
    is_lost = state == SheetState.DAMAGED and remark == NOT_COME_OUT
    return words.text("print_sheet.not_come_out" if is_lost else f"print_sheet.{state}")


def became_in_words(row: SheetRow | PrintedRow, words: Messages) -> str:
    """Why a sheet was spoiled or withheld, beside its state."""
    if row.state == SheetState.WITHHELD:
        return words.text(row.remark, number=getattr(row, "number", ""), state="", text="")
    return "" if row.remark == NOT_COME_OUT else row.remark


def reason_in_words(reason: str, words: Messages) -> str:
    """Why there is a further copy."""
    return words.text("print_sheet.not_come_out") if reason == NOT_COME_OUT else reason


def counted_in_words(sheets: Mapping[str, int], not_come_out: int, words: Messages) -> str:
    """How many sheets there are in each state; those that never came out apart from spoiled ones."""
    told = {words.text(f"print_sheet.{state}"): sheets.get(state, 0) for state in SheetState}
    told[words.text(f"print_sheet.{SheetState.DAMAGED}")] -= not_come_out
    told[words.text("print_sheet.not_come_out")] = not_come_out
    return " ".join(f"{name}{count}" for name, count in told.items() if count)
