"""What the global search offers, below its field: group by group, shortcuts at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget
from typing_extensions import override

from qc_desktop.gui.icons import icon
from qc_desktop.gui.theme import row_height, tokens_in_use
from qc_desktop.gui.widgets.parts import ICON

if TYPE_CHECKING:
    from qc_desktop.gui.ports import Hit

_SHOWN = 11
_EDGE = 16
_WIDEST = 48
"""In em: a long name of a company, its code and its province."""
_AROUND = ICON.width() + 32
NO_HEADINGS: Mapping[str, str] = MappingProxyType({})
_HIT = Qt.ItemDataRole.UserRole
_BESIDE = Qt.ItemDataRole.UserRole + 1


class SearchPopup(QListView):
    """A list that lies over the window, takes no focus, and is steered from the search field.

    ``headings`` are the words above the groups of hits, where there are any.
    """

    picked = Signal(object)  # Hit

    def __init__(self, window: QWidget, name: str, headings: Mapping[str, str] = NO_HEADINGS) -> None:
        super().__init__(window)
        self._window = window
        self._below: QWidget | None = None
        self._headings = headings
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_Line(self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setIconSize(ICON)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._pick)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], below: QWidget) -> None:
        """Shows ``hits`` below the widget ``below``; hides where there is none. The marked one stays marked."""
        marked = self.currentIndex().data(_HIT) if self.isVisible() and self.currentIndex().row() > 1 else None
        self._items.clear()
        for group, members in groupby(hits, key=lambda hit: hit.group):
            if group in self._headings:
                self._items.appendRow(_heading(self._headings[group]))
            for hit in members:
                self._items.appendRow(_line(hit))
        self.setVisible(bool(hits))
        if hits:
            self._place(below)
            places = [row for row in range(self._items.rowCount()) if self._items.item(row).data(_HIT) is not None]
            kept = [row for row in places if marked is not None and self._items.item(row).data(_HIT) == marked]
            self._mark(kept[0] if kept else places[0])
            self.raise_()

    def say(self, words: str, below: QWidget) -> None:
        """Shows a sentence in the place of hits: nothing can be picked."""
        self._items.clear()
        self._items.appendRow(_heading(words))
        self.show()
        self._place(below)
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays below its field, and within the window, when these change their sizes."""
        if self._below is None or watched not in (self._below, self._window):
            return super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place(self._below)
        return False

    def _place(self, below: QWidget) -> None:
        if below is not self._below:
            self._below = below
            for around in (below, self._window):
                around.installEventFilter(self)
        corner = below.mapTo(self._window, below.rect().bottomLeft())
        room = (self._window.height() - corner.y() - _EDGE) // row_height()
        height = row_height() * max(1, min(_SHOWN, room, self._items.rowCount())) + 4
        wanted = max(below.width(), _WIDEST * self.fontMetrics().horizontalAdvance("国"))
        width = min(wanted, self._window.width() - 2 * _EDGE)
        left = max(0, min(corner.x(), self._window.width() - width - _EDGE))
        self.setGeometry(left, corner.y() + 4, width, height)

    def _mark(self, row: int) -> None:
        self.setCurrentIndex(self._items.index(row, 0))
        if row == 1:
            self.scrollToTop()  # the first heading too

    def step(self, by: int) -> None:
        """Moves the mark ``by`` lines down, or up where negative; it stops at the ends and passes over headings."""
        row = self.currentIndex().row() + by
        while 0 <= row < self._items.rowCount() and self._items.item(row).data(_HIT) is None:
            row += by
        if 0 <= row < self._items.rowCount():
            self._mark(row)

    def pick_current(self) -> None:
        """Picks the marked line."""
        self._pick(self.currentIndex())

    def _pick(self, index: QModelIndex) -> None:
        hit = index.data(_HIT) if index.isValid() else None
        if hit is not None:
            self.hide()
            self.picked.emit(hit)


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setSizeHint(QSize(0, row_height()))
    return item


def _line(hit: Hit) -> QStandardItem:
    item = QStandardItem(icon(hit.icon, "muted"), hit.title)
    item.setData(hit, _HIT)
    item.setData(hit.shortcut or hit.detail, _BESIDE)
    item.setToolTip(f"{hit.title} {hit.detail}".strip())
    item.setSizeHint(QSize(0, row_height()))
    return item


class _Line(QStyledItemDelegate):
    """A line with its shortcut, or what else is known, at the right; a heading small and quiet."""

    @override
    def initStyleOption(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(_HIT) is None:
            option.state |= QStyle.StateFlag.State_Enabled
            option.palette.setColor(option.palette.ColorRole.Text, QColor(tokens_in_use().muted))
            option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            return
        room = option.rect.width() - self._beside(option, index) - _AROUND
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    @staticmethod
    def _beside(option: Any, index: QModelIndex | QPersistentModelIndex) -> int:
        """What stands at the right has what the title leaves, and 45 % of the line where the title would take more."""
        metrics = option.fontMetrics
        wanted = metrics.horizontalAdvance(str(index.data(_BESIDE) or "")) + 1  # letters have fractions
        left = option.rect.width() - metrics.horizontalAdvance(index.data(Qt.ItemDataRole.DisplayRole)) - _AROUND
        return int(min(wanted, max(left, option.rect.width() * 0.45)))

    @override
    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        beside = str(index.data(_BESIDE) or "")
        if beside:
            tokens = tokens_in_use()
            marked = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(QColor(tokens.on_selection if marked else tokens.muted))
            width = self._beside(option, index)
            text = option.fontMetrics.elidedText(beside, Qt.TextElideMode.ElideRight, width)
            place = option.rect.adjusted(0, 0, -12, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
