"""Safe-keeping: the file for another PC, and a backup that takes the place of the records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from PySide6.QtWidgets import QFileDialog, QLineEdit

from benchmarks.stall_steps.common import PASSPHRASE, Step, page_of

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window


def moving(window: Window, folder: Path) -> Iterator[Step]:
    """Everything in one file. A PC whose records went elsewhere says so; the walk works on all the same."""
    yield "moving: shown", partial(window.shell.go, "settings", "moving")
    section = page_of(window).sections["moving"]
    for field in section.passphrase.findChildren(QLineEdit):
        field.setText(PASSPHRASE)
    target = str(folder / "moved.qcmove")
    with patch.object(QFileDialog, "getSaveFileName", lambda *_: (target, "")):
        yield "moving: packed", section.pack


def restore(window: Window) -> Iterator[Step]:
    """The newest backup looked at and put in the place of the records."""
    yield "restore: backups", partial(window.shell.go, "settings", "backup")
    section: Any = page_of(window).sections["backup"]
    yield "restore: looked at", section._look
    yield "restore: asked whether", section.panel.restore_button.click
    yield "restore: done", section.panel.confirm_button.click
    for page_id in ("companies", "campaign", "home"):
        yield f"restored: {page_id}", partial(window.shell.go, page_id)
