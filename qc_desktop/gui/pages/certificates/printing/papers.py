"""The choices of tray and paper, filled with what a printer says it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.printing import MEDIA, Placing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.documents.printing.queue import Abilities

translate = QCoreApplication.translate


def tray_choices(has: Abilities) -> list[tuple[str, str]]:
    """The trays with the printer's words; the first is its own choice."""
    return [("", translate("Printing", "As the printer chooses")), *has.trays]


def paper_choices(has: Abilities) -> list[tuple[str, str]]:
    """How pages come to their paper; A3 only where the printer has it, or does not say."""
    words = {
        Placing.AS_IS: translate("Printing", "A4"),
        Placing.ON_STOCK: translate("Printing", "A4, pre-printed"),
        Placing.ENLARGED: translate("Printing", "A3, enlarged"),
        Placing.TWO_UP: translate("Printing", "A3, two on a sheet"),
    }
    return [(placing.value, said) for placing, said in words.items() if not has.media or MEDIA[placing] in has.media]


def offered(value: str, choices: Sequence[tuple[str, str]]) -> str:
    """``value`` where it is among ``choices``, else the first."""
    known = [choice for choice, _ in choices]
    return value if value in known else known[0] if known else ""
