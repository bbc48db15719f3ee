"""Which columns a list shows, in which order, sorted by what: a menu that stays open while one ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.widgets.arrangement import Arrangement
from qc_desktop.gui.widgets.parts import literal

_TICKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
SHARE = 0.6
"""Of the height of the window; a longer menu scrolls in itself."""
_ENDLESS = 100_000


class ColumnMenu(QMenu):
    """``arranged`` carries the Arrangement that a person made, ``sorted_by`` a column's id and whether descending.

    Space ticks a column, Ctrl with ↑ or ↓ moves it.
    """

    arranged = Signal(object)
    sorted_by = Signal(str, bool)

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget) -> None:
        super().__init__(parent)
        self._list = parent
        self._columns = tuple(columns)
        self._arranged = Arrangement()
        self._seen: frozenset[str] = frozenset()
        self._ticks: dict[str, QAction] = {}
        self._sorting = QMenu(self)
        self.setToolTipsVisible(True)

    def open_at(self, where: QPoint) -> None:
        """Opens with its corner at ``where`` on the screen, inside the window."""
        window = self._list.window()
        self.setMaximumHeight(round(window.height() * SHARE))
        self.popup(where)
        top = window.mapToGlobal(QPoint(0, 0)).y()
        self.move(self.x(), max(top, min(where.y(), top + window.height() - self.height())))

    @override
    def sizeHint(self) -> QSize:
        """Qt lets a menu scroll that is higher than the screen: one too high for the window says that it is."""
        wanted = super().sizeHint()
        return wanted if wanted.height() <= self.maximumHeight() else QSize(wanted.width(), _ENDLESS)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leads to the next line, which scrolls where it must."""
        offered = [act for act in self.actions() if act.isEnabled() and not act.isSeparator()]
        at_hand = self.activeAction()
        step = -1 if event.angleDelta().y() > 0 else 1
        place = offered.index(at_hand) + step if at_hand in offered else 0
        self.setActiveAction(offered[min(max(place, 0), len(offered) - 1)])

    def show_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Offers other columns from the next time on."""
        self._columns = tuple(columns)

    def show_arrangement(self, arranged: Arrangement, seen: Sequence[int]) -> None:
        """Fills the menu: what ``arranged`` says, ticks where a column is ``seen`` now."""
        self._arranged = arranged
        self._seen = frozenset(self._columns[place].id for place in seen)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        self._ticks = {}
        for place in self._arranged.ordered(self._columns):
            column = self._columns[place]
            tick = self._ticks[column.id] = self.addAction(literal(column.title))
            tick.setData(column.id)
            tick.setCheckable(True)
            tick.setChecked(column.id in self._seen)
            tick.setEnabled(not column.stays)
            tick.setToolTip(self.tr("Space shows or hides, Ctrl with ↑ ↓ moves"))
            tick.triggered.connect(self._choose)
        self.addSeparator()
        self._offer_sorting()
        self.addAction(self.tr("Restore the default columns")).triggered.connect(self._restore)

    def _offer_sorting(self) -> None:
        offered = [column for column in self._columns if column.sortable]
        if not offered:
            return
        self._sorting.deleteLater()
        self._sorting = QMenu(self.tr("Sort by"), self)
        self.addMenu(self._sorting)
        by, way = QActionGroup(self._sorting), QActionGroup(self._sorting)
        for column in offered:
            held = column.id == self._arranged.sort
            self._choice(by, column.title, held).triggered.connect(
                lambda _, name=column.id: self.sorted_by.emit(name, self._arranged.descending)
            )
        self._sorting.addSeparator()
        for words, descending in ((self.tr("Ascending"), False), (self.tr("Descending"), True)):
            self._choice(way, words, descending is self._arranged.descending).triggered.connect(
                lambda _, down=descending: self.sorted_by.emit(self._arranged.sort, down)
            )

    def _choice(self, group: QActionGroup, words: str, held: bool) -> QAction:
        made = self._sorting.addAction(literal(words))
        made.setCheckable(True)
        made.setChecked(held)
        group.addAction(made)
        return made

    def _choose(self) -> None:
        ticked = frozenset(name for name, tick in self._ticks.items() if tick.isChecked())
        away = (self._arranged.shown or frozenset()) - set(self._ticks)  # columns that may come back, as they were
        self._take(replace(self._arranged, shown=ticked | away))

    def _restore(self) -> None:
        self._take(Arrangement(sort=self._arranged.sort, descending=self._arranged.descending))

    def _take(self, arranged: Arrangement) -> None:
        self._arranged = arranged
        self.arranged.emit(arranged)

    def _move(self, name: str, step: int) -> None:
        order = [self._columns[place].id for place in self._arranged.ordered(self._columns)]
        at = order.index(name)
        to = min(max(at + step, 0), len(order) - 1)
        order[at], order[to] = order[to], order[at]
        self._seen = frozenset(ticked for ticked, tick in self._ticks.items() if tick.isChecked())
        self._take(replace(self._arranged, order=tuple(order)))
        self._fill()
        self.setActiveAction(self._ticks[name])

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tick does not close the menu: people choose several columns."""
        tick = self.activeAction()
        if tick is not None and tick.isCheckable() and tick.isEnabled():
            tick.trigger()
        else:
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        at_hand = self.activeAction()
        name = at_hand.data() if at_hand is not None else None
        if name and event.key() in _MOVES and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move(name, _MOVES[Qt.Key(event.key())])
        elif name and at_hand is not None and event.key() in _TICKS:
            at_hand.trigger()
        else:
            super().keyPressEvent(event)
