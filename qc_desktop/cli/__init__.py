"""The command line: the same use cases as the window, without a screen. One file a noun."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command; Ctrl-C is answered calmly also while the program is still being read, and when it is done."""
    try:
        from qc_desktop.cli.run import main as run

        run(arguments)
    except KeyboardInterrupt:
        sys.stderr.write("已停止。/ Stopped.\n")  # too early, or too late, for the catalogue of sentences
        sys.exit(130)
    finally:
        if arguments is None:  # the process ends now
            signal.signal(signal.SIGINT, signal.SIG_IGN)


__all__ = ["main"]
