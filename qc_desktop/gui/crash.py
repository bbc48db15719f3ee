"""What becomes of an exception that no one caught: a report on this PC and a calm sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from qc_desktop.crash import write_report
from qc_desktop.errors import UserError
from qc_desktop.files import trouble

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def exception_hook(folder: Path, tell: Callable[[Path], None], refuse: Callable[[UserError], None]) -> Hook:
    """A ``sys.excepthook`` for the window: writes a report, then calls ``tell`` with its path.

    A refusal that a slot let through, and a fault of the disk, goes to ``refuse`` instead: neither is a defect. An
    interrupt from the keyboard keeps its usual way.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        refused = error if isinstance(error, UserError) else trouble(error)
        try:
            if refused is None:
                tell(write_report(folder, error.with_traceback(trace)))
        except UserError as full:  # no room even for the report
            refused = full
        if refused is not None:
            refuse(refused)

    return hook
