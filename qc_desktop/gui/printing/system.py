"""Which print system the window uses."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qc_desktop.documents.printing.registry import PrintSystem


def print_system() -> PrintSystem:
    """Qt's on Windows, CUPS elsewhere: its jobs can be followed."""
    from qc_desktop.documents.printing.registry import CUPS, PrintSystem

    if os.name != "nt":
        return CUPS
    from qc_desktop.gui.printing import qt_queue

    return PrintSystem(qt_queue.printers, qt_queue.QtQueue)
