"""Which columns the roster shows, and in which order: ticks in a list whose rows can be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.roster_columns import COLUMNS, NAME, USUAL
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, icon_button, label
from qc_desktop.gui.widgets.unkept import Undecided

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qc_desktop.messages import Messages

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SOURCES = {column.key: column.source for column in COLUMNS}
_KEY = Qt.ItemDataRole.UserRole
_PADDING = 4
"""Of a list, as the style sheet says."""
_FIXED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class ColumnList(QListWidget):
    """The columns, shown ones first. Space ticks, Ctrl with ↑ or ↓ moves; the company's name stays ticked.

    Of two ways to show the same fact one is ticked at most: ticking one takes the other away.
    """

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.setSpacing(2)
        self.itemChanged.connect(self._keep_one)

    def show_columns(self, shown: Sequence[str]) -> None:
        """Ticks ``shown`` in their order; the others stand below in the usual one."""
        self.clear()
        for key in (*shown, *(column.key for column in COLUMNS if column.key not in shown)):
            item = QListWidgetItem(self._words.text(f"roster_column.{key}"), self)
            item.setData(_KEY, key)
            item.setFlags(_FIXED if key == NAME else _FIXED | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
        self.setCurrentRow(0)
        high = self.sizeHintForRow(0) + 2 * self.spacing()
        self.setFixedHeight(high * self.count() + 2 * self.frameWidth() + 2 * _PADDING)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of the ticked columns, from the top."""
        return tuple(item.data(_KEY) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def _items(self) -> Iterable[QListWidgetItem]:
        return (self.item(row) for row in range(self.count()))

    def _keep_one(self, changed: QListWidgetItem) -> None:
        if changed.checkState() is not Qt.CheckState.Checked:
            return
        for item in self._items():
            if item is not changed and _SOURCES[item.data(_KEY)] == _SOURCES[changed.data(_KEY)]:
                item.setCheckState(Qt.CheckState.Unchecked)

    def move_current(self, step: int) -> None:
        """Moves the row at hand by ``step``, as far as there is room."""
        at = self.currentRow()
        to = min(max(at + step, 0), self.count() - 1)
        if to != at:
            self.insertItem(to, self.takeItem(at))
            self.setCurrentRow(to)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.move_current(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ColumnChooser(QWidget, Undecided):
    """``chosen`` carries the keys to show from now on; ``left`` tells that the chooser is done with either way."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()
        self.columns = ColumnList(words)
        self.columns.setAccessibleName(self.tr("Columns of the roster"))
        told = self.tr(
            "Tick what the roster shows; Space ticks, Ctrl with ↑ ↓ moves. Published rosters stay as they are: only "
            "what an export shows of them changes."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(told, "muted", wrap=True))
        column.addWidget(self.columns)
        flow = FlowLayout(gap=8)
        for part in (
            icon_button("chevron-up", self.tr("Up"), lambda: self.columns.move_current(-1)),
            icon_button("chevron-down", self.tr("Down"), lambda: self.columns.move_current(1)),
            button(self.tr("Usual columns"), lambda: self.columns.show_columns(USUAL)),
            button(self.tr("Keep these columns"), self._give, "", "save"),
            button(self.tr("Cancel"), self.left.emit, "plain"),
        ):
            flow.addWidget(part)
        column.addLayout(flow)

    def begin(self, shown: Sequence[str]) -> None:
        """Shows the choice as it is, the focus in the list."""
        self._shown = tuple(shown)
        self.columns.show_columns(shown)
        self.columns.setFocus()

    @property
    @override
    def holds_decisions(self) -> bool:
        return not self.isHidden() and self.columns.ticked != self._shown

    @property
    @override
    def decided_at(self) -> QWidget:
        return self.columns

    def _give(self) -> None:
        self.chosen.emit(self.columns.ticked)
        self.left.emit()
