"""打印批次: what becomes of a sheet on its way to paper, and of the batch that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

CHUNK = 50
"""Sheets that go to the printer together, where nobody says otherwise: a tray refilled, a jam looked through."""
MOST_CHUNK = 500
MOST_COPIES = 9
TRIAL_COPY = 0
"""The copy number under which a trial print (试打) stands in the log: it counts as no copy."""

ELSEWHERE = "!elsewhere"
"""What a batch has for a printer that this PC knows nothing of; no printer is called so."""

SEAL_REGISTER, RECEIPTS = "seal_register", "receipts"
"""用印登记表 and 领取签收单, the papers to sign that go with a batch."""


class Placing(StrEnum):
    """How an A4 page comes to its paper."""

    AS_IS = "as_is"
    ON_STOCK = "on_stock"  # pre-printed: what stands on it already is left out (套打)
    ENLARGED = "enlarged"  # to the whole of an A3 sheet
    TWO_UP = "two_up"  # two pages on an A3 sheet, beside each other or one below the other


MEDIA = {Placing.AS_IS: "A4", Placing.ON_STOCK: "A4", Placing.ENLARGED: "A3", Placing.TWO_UP: "A3"}
"""The paper that goes into the tray."""


class SheetState(StrEnum):
    """Where a sheet is."""

    WAITING = "waiting"
    SENDING = "sending"  # handed to the printer, and no word of it since: only a person can tell
    SENT = "sent"
    DAMAGED = "damaged"
    WITHHELD = "withheld"  # its page failed the check, or its quota is used up: for the time being
    ENDED = "ended"  # its certificate was voided, revoked or replaced before its turn: for good
    DROPPED = "dropped"  # the batch was cancelled before its turn


USED_A_COPY = (SheetState.SENDING, SheetState.SENT, SheetState.DAMAGED)
"""Sheets in these states may lie on a desk somewhere: their copy number is taken."""

NOT_COME_OUT = "没有印出来"
"""The remark of a sheet that a person did not find; it stands on Chinese papers, whatever the window speaks."""


class BatchState(StrEnum):
    """Where a batch is, told from its sheets."""

    WAITING = "waiting"
    UNSURE = "unsure"
    PARTLY = "partly"
    DONE = "done"
    CANCELLED = "cancelled"


def batch_state(sheets: Mapping[str, int]) -> BatchState:
    """The state of a batch that has so many sheets in each state."""
    if sheets.get(SheetState.SENDING):
        return BatchState.UNSURE
    if sheets.get(SheetState.WAITING):
        gone = any(sheets.get(state) for state in (*USED_A_COPY, SheetState.WITHHELD))
        return BatchState.PARTLY if gone else BatchState.WAITING
    if sheets.get(SheetState.DROPPED) or not any(sheets.get(state) for state in (*USED_A_COPY, SheetState.WITHHELD)):
        return BatchState.CANCELLED
    return BatchState.PARTLY if sheets.get(SheetState.WITHHELD) else BatchState.DONE
