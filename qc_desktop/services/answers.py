"""What the verification desk answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qc_desktop.domain.findings import Finding
from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.services.certificates.dispatches import DispatchRow

if TYPE_CHECKING:
    from qc_desktop.services.labels.code_check import CodeChecked

ISSUED = frozenset(
    {Verdict.VALID, Verdict.SIGNED, Verdict.EXPIRED, Verdict.VOID, Verdict.REVOKED, Verdict.REPLACED, Verdict.STOPPED}
)
"""Verdicts on something that was issued."""
GENUINE = frozenset({Verdict.VALID, Verdict.SIGNED})
"""Verdicts for which a check succeeds."""


class CodeFit(StrEnum):
    """Whether a code that was scratched off is the label's, by the published hashes; the last three tell neither."""

    FITS = "fits"
    DIFFERS = "differs"
    NO_CODES = "no_codes"
    MISSING = "missing"
    FORGED = "forged"


@dataclass(frozen=True)
class Answer:
    """A verdict and what it is about. ``page`` is where in a file the label stood, 0 for text.

    ``spoken`` is the sentence to read to the caller. Of an item label (``is_label``) ``number`` is what is printed
    beside its code, and product and lot are told. ``dispatch`` is how a certificate went out last. ``ledger_place`` is
    where its issue stands in the ledger, from 1, as the receipt in a file proves; 0 where none was brought.
    ``suspicions`` say why a copy of a label may be about; the verdict does not depend on them. ``has_hidden``: the
    label has a code to scratch off; ``code`` is what came of checking one by the keys. ``notes`` say what the published
    lists told, where these were read; ``code_fit`` is of a code from below the coating, by these lists.
    """

    verdict: Verdict
    reason: Reason
    number: str = ""
    title: str = ""
    holder: str = ""
    uscc: str = ""
    issued: str = ""
    expires: str = ""
    state_reason: str = ""
    replaced_by: str = ""
    spoken: str = ""
    page: int = 0
    product: str = ""
    lot: str = ""
    is_label: bool = False
    dispatch: DispatchRow | None = None
    ledger_place: int = 0
    suspicions: tuple[Finding, ...] = ()
    has_hidden: bool = False
    code: CodeChecked | None = None
    notes: tuple[Finding, ...] = ()
    code_fit: CodeFit | None = None

    @property
    def was_issued(self) -> bool:
        """Whether it is about something that was issued: only there one may say what a signature proves."""
        return self.verdict in ISSUED


def iso(day: dt.date | None) -> str:
    """``day`` as 2026-03-15, empty for none."""
    return day.isoformat() if day else ""
