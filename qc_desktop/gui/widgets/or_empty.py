"""A list, or in its place a sentence and one thing to do: where there is nothing yet, and where nothing is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.gui.widgets.views import Views

if TYPE_CHECKING:
    from qc_desktop.gui.models.paged import PagedModel

translate = QCoreApplication.translate
WIDTH = 280


class OrEmpty(Views):
    """Shows ``listed`` while ``model`` has rows, else ``nothing``, or the way to all where ``is_narrowed``.

    ``widen`` takes away what narrows the list.
    """

    def __init__(
        self,
        listed: QWidget,
        model: PagedModel[Any, Any],
        nothing: EmptyState,
        is_narrowed: Callable[[], bool],
        widen: Callable[[], None],
    ) -> None:
        super().__init__()
        self._listed, self.nothing, self._is_narrowed = listed, nothing, is_narrowed
        self.not_found = EmptyState(
            "search",
            translate("OrEmpty", "Nothing found"),
            translate("OrEmpty", "Nothing here answers the search and the filter."),
            Action(translate("OrEmpty", "Show all"), widen),
            width=WIDTH,
            kind="",
        )
        for view in (listed, nothing, self.not_found):
            self.addWidget(view)
        model.counted.connect(self._show)

    def _show(self, count: int) -> None:
        self.setCurrentWidget(self._listed if count else self.not_found if self._is_narrowed() else self.nothing)
