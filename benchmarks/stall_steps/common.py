"""What every part of the walk is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window

Step: TypeAlias = tuple[str, Callable[[], object]]
PASSPHRASE = "correct-horse-315"


def page_of(window: Window) -> Any:
    """The page that is shown."""
    if window.shell.page is None:
        raise RuntimeError("the page failed")
    return window.shell.page


def paste(text: str, act: Callable[[], object]) -> None:
    """Does ``act`` with ``text`` on the clipboard."""
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(text)
    act()


def choose_value(bulk: Any) -> None:
    """The first thing that can be set and is words, or the last choice of it."""
    line = bulk.lines[0]
    editor = line._editor
    if hasattr(editor, "setText"):
        editor.setText("示例")
    else:
        editor.setCurrentIndex(editor.count() - 1)
