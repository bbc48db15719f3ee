"""The work of today, the overview, and the search over everything."""

from __future__ import annotations

from .stage import Scene, Stage, page, type_into


def overview(stage: Stage) -> None:
    """The year in numbers."""
    stage.go("home", "overview")


def overview_below(stage: Stage) -> None:
    """Its lower half."""
    from PySide6.QtWidgets import QScrollArea, QScrollBar

    page = stage.go("home", "overview")
    bar = page.findChild(QScrollArea, "").verticalScrollBar()
    bar.triggerAction(QScrollBar.SliderAction.SliderToMaximum)


def commands(stage: Stage) -> None:
    """The search over everything."""
    stage.go("home")
    stage.shell.activateWindow()
    stage.rest()
    search = stage.shell._search
    type_into(search, "远山")
    search._look("远山")


SCENES: dict[str, Scene] = {
    "home": page("home", "today"),
    "overview": overview,
    "overview_below": overview_below,
    "commands": commands,
}
