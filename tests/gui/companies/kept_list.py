"""The list of what is not saved, as a person opens it and chooses from it."""

from __future__ import annotations

from PySide6.QtGui import QAction

from .conftest import Window


def listed(window: Window) -> list[QAction]:
    """Opens the list by the button of the status line; its lines."""
    window.shell._status.unsaved.click()
    menu = window.shell._kept
    window.qtbot.waitUntil(menu.isVisible)
    return menu.actions()


def choose(window: Window, name: str) -> None:
    """Goes on with the one draft that is called ``name``."""
    (wanted,) = (action for action in listed(window) if action.text().startswith(name))
    window.shell._kept.hide()
    wanted.trigger()
