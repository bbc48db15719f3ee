"""What the global search offers, below its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from qc_desktop.gui.icons import icon
from qc_desktop.gui.theme import row_height
from qc_desktop.gui.widgets.parts import ICON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.gui.ports import Hit

_SHOWN = 8
_EDGE = 16


class SearchPopup(QListView):
    """A list that lies over the window, takes no focus, and is steered from the search field."""

    picked = Signal(object)  # Hit

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self._window = window
        self._hits: tuple[Hit, ...] = ()
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setIconSize(ICON)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._pick)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], below: QWidget) -> None:
        """Shows ``hits`` below the widget ``below``; hides where there is none."""
        self._hits = tuple(hits)
        self._items.clear()
        for hit in self._hits:
            item = QStandardItem(icon(hit.icon, "muted"), f"{hit.title}    {hit.detail}".rstrip())
            item.setSizeHint(QSize(0, row_height()))
            self._items.appendRow(item)
        self.setVisible(bool(self._hits))
        if self._hits:
            corner = below.mapTo(self._window, below.rect().bottomLeft())
            height = row_height() * min(_SHOWN, len(self._hits)) + 4
            width = max(below.width(), 420)
            left = max(0, min(corner.x(), self._window.width() - width - _EDGE))
            self.setGeometry(left, corner.y() + 4, width, height)
            self.setCurrentIndex(self._items.index(0, 0))
            self.raise_()

    def step(self, by: int) -> None:
        """Moves the mark ``by`` lines down, or up where negative; it stops at the ends."""
        row = min(max(self.currentIndex().row() + by, 0), len(self._hits) - 1)
        self.setCurrentIndex(self._items.index(row, 0))

    def pick_current(self) -> None:
        """Picks the marked line."""
        self._pick(self.currentIndex())

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            hit = self._hits[index.row()]
            self.hide()
            self.picked.emit(hit)
