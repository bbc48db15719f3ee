"""What becomes of an exception that no one caught: a report on this PC and a calm sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from qc_desktop.crash import write_report

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def exception_hook(folder: Path, tell: Callable[[Path], None]) -> Hook:
    """A ``sys.excepthook`` for the window: writes a report, then calls ``tell`` with its path.

    An interrupt from the keyboard keeps its usual way.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        tell(write_report(folder, error.with_traceback(trace)))

    return hook
