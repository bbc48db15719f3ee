"""The print systems this program can speak to; where none serves, printing is refused in words."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qc_desktop.documents.printing import cups
from qc_desktop.documents.printing.queue import Printer, PrintQueue
from qc_desktop.errors import UserError


@dataclass(frozen=True)
class PrintSystem:
    """A way to reach printers: who they are, and the queue of one of them."""

    printers: Callable[[], list[Printer]]
    queue: Callable[[str], PrintQueue]


CUPS = PrintSystem(cups.printers, cups.CupsQueue)


def system_here() -> PrintSystem:
    """The print system of this PC without a window. Raises UserError on Windows, where the window prints."""
    if os.name == "nt":
        raise UserError("print.window_only")
    return CUPS


def chosen(system: PrintSystem, wanted: str = "", remembered: str = "") -> PrintQueue:
    """The queue of the printer ``wanted``; where none is named the remembered one, else the default.

    Raises UserError where there is no printer, or none of that name.
    """
    known = system.printers()
    if not known:
        raise UserError("print.no_printer")
    names = [printer.name for printer in known]
    if wanted and wanted not in names:
        raise UserError("print.unknown_printer", printer=wanted, known=list(names))
    return system.queue(wanted or (remembered if remembered in names else default_of(known)))


def default_of(known: Sequence[Printer]) -> str:
    """The default among ``known``, else the first."""
    return next((printer.name for printer in known if printer.is_default), known[0].name)
