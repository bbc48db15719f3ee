"""What a person wants printed, and how, as the start view tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qc_desktop.domain.printing import CHUNK, Placing


@dataclass(frozen=True)
class Wanted:
    """Certificates for a printer; an empty tray is the printer's own choice, an empty reason none."""

    numbers: Sequence[str]
    printer: str
    tray: str = ""
    placing: Placing = Placing.AS_IS
    chunk: int = CHUNK
    copies: int = 1
    reason: str = ""
