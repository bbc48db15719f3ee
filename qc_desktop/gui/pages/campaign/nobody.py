"""What the lists of a year show while nobody takes part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.parts import Action

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext

translate = QCoreApplication.translate


def importing(context: PageContext) -> Action:
    """The way in for companies: this year's list."""
    return Action(translate("Nobody", "Import a list"), lambda: context.go("companies", "import"))


def nobody_takes_part(context: PageContext) -> EmptyState:
    """Says that nobody takes part yet, and leads to the import."""
    return EmptyState(
        "building-2",
        translate("Nobody", "No company takes part yet"),
        translate("Nobody", "Import this year's list. Companies you know already can join from the list of companies."),
        importing(context),
    )
