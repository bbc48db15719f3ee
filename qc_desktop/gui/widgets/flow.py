"""A row that wraps: for chips and buttons that must fit any width."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

Sized: TypeAlias = tuple[QLayoutItem, QSize]


class FlowLayout(QLayout):
    """Lays items out from left to right, in the middle of their row, and begins a new one where one is full. Hidden
    widgets take no place."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() + self._gap for size in shown) - self._gap if shown else 0
        return QSize(max(width, 0), max((size.height() for size in shown), default=0))

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """The height that the items take within the width of ``rect``; moves them there if asked."""
        rows = _rows([(item, item.sizeHint()) for item in self._items if not item.isEmpty()], self._gap, rect.width())
        y = rect.y()
        for row in rows:
            x = rect.x()
            high = max(size.height() for _, size in row)
            for item, size in row if move else ():
                item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self._gap
            y += high + self._gap
        return y - self._gap - rect.y() if rows else 0


def _rows(items: list[Sized], gap: int, width: int) -> list[list[Sized]]:
    """``items`` row by row. One that would stand alone below the others has the rows made even."""
    rows = _broken(items, gap, width)
    if len(rows) < 2 or len(rows[-1]) > 1 or len(rows[-2]) < 3:
        return rows
    low, high = max(size.width() for _, size in items), width
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_broken(items, gap, middle)) == len(rows) else (middle + 1, high)
    return _broken(items, gap, high)


def _broken(items: list[Sized], gap: int, width: int) -> list[list[Sized]]:
    rows: list[list[Sized]] = []
    left = 0
    for item, size in items:
        if not rows or size.width() > left:
            rows.append([])
            left = width
        rows[-1].append((item, size))
        left -= size.width() + gap
    return rows
