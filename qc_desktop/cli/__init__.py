"""The command line: the same use cases as the window, without a screen. One file a noun."""

from __future__ import annotations

from qc_desktop.cli.run import main

__all__ = ["main"]
