"""What a view says and how far its work is, at the foot of the page: nothing in the view moves for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

_TURNS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.Show, QEvent.Type.Hide)


class FootSaid(QFrame):
    """Holds ``parts`` (a message bar, a progress) of ``view``; it is there while both ``view``, and what that stands in
    on the page, and one of them are."""

    def __init__(self, view: QWidget, *parts: QWidget) -> None:
        super().__init__()
        self._view, self._parts = view, parts
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 4)
        column.setSpacing(8)
        for part in parts:
            column.addWidget(part)
        for watched in (view, *parts):
            watched.installEventFilter(self)
        self._arrange()

    def _arrange(self) -> None:
        page = self.parentWidget()  # none before it is put there
        shown = page is not None and self._view.isVisibleTo(page)
        self.setVisible(shown and any(not part.isHidden() for part in self._parts))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TURNS:
            self._arrange()
        return False
