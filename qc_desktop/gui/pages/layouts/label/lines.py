"""Which lines a label has, from above as one reads them: moved up and down, taken away, added."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from qc_desktop.documents.labels import editing
from qc_desktop.documents.labels.editing import class_called
from qc_desktop.gui.theme import row_height
from qc_desktop.gui.widgets.parts import icon_button, label, literal
from qc_desktop.services.layouts.slots import said

if TYPE_CHECKING:
    from qc_desktop.documents.labels.layout import LabelClass, LabelLayout, LabelLine
    from qc_desktop.gui.pages.layouts.steps import Steps
    from qc_desktop.messages import Messages

_PLACE = Qt.ItemDataRole.UserRole
_GAP = -1
_FRAME = 12


class LabelLines(QWidget):
    """``chosen`` tells that another line is at hand. Between the lines at the top and those at the foot is a gap."""

    chosen = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._making: Steps[LabelLayout] | None = None
        self._class = ""
        self.place = 0
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Lines of the label"))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._choose())
        self.rise = icon_button("chevron-up", self.tr("Up"), lambda: self._move(-1))
        self.sink = icon_button("chevron-down", self.tr("Down"), lambda: self._move(1))
        self.adding = icon_button("plus", self.tr("Add a line"), self._offer)
        self.removing = icon_button("trash-2", self.tr("Take the line away"), self._remove)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Lines of the label"), "section"))
        head.addStretch(1)
        for part in (self.rise, self.sink, self.adding, self.removing):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list)

    def open(self, making: Steps[LabelLayout], name: str) -> None:
        """Follows the class ``name`` of ``making``."""
        self._making, self._class, self.place = making, name, 0
        making.changed.connect(self._fill)
        self._fill()

    def show_class(self, name: str) -> None:
        """Turns to another class."""
        self._class, self.place = name, 0
        self._fill()

    @property
    def _at_hand(self) -> LabelClass:
        assert self._making is not None
        return class_called(self._making.layout, self._class)

    @property
    def line(self) -> LabelLine | None:
        """The line at hand."""
        lines = self._at_hand.lines
        return lines[self.place] if self.place < len(lines) else None

    def called(self, word: str) -> str:
        """What people call a line."""
        return said(self._words, "wording", word)

    def _fill(self) -> None:
        one = self._at_hand
        self.place = max(0, min(self.place, len(one.lines) - 1))
        with QSignalBlocker(self.list):
            self.list.clear()
            for place, line in enumerate(one.lines):
                if place == len(one.top):
                    self._add_gap()
                self._add(self.called(line.word), place)
            if not one.bottom:
                self._add_gap()
            for item in self._items():
                if item.data(_PLACE) == self.place:
                    self.list.setCurrentItem(item)
        self.list.setFixedHeight(self.list.count() * row_height() + _FRAME)
        self._arrange()

    def _add(self, text: str, place: int) -> QListWidgetItem:
        item = QListWidgetItem(text, self.list)
        item.setData(_PLACE, place)
        item.setSizeHint(QSize(0, row_height()))
        return item

    def _add_gap(self) -> None:
        item = self._add(self.tr("— from here on at the foot —"), _GAP)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _arrange(self) -> None:
        one = self._at_hand
        self.rise.setEnabled(self.place > 0 or not one.top)
        self.sink.setEnabled(self.place < len(one.lines) - 1 or not one.bottom)
        self.adding.setEnabled(bool(editing.free_words(one)))
        self.removing.setEnabled(len(one.lines) > 1)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None and item.data(_PLACE) != _GAP:
            self.place = item.data(_PLACE)
            self._arrange()
            self.chosen.emit()

    def _move(self, down: int) -> None:
        assert self._making is not None
        made, self.place = editing.moved(self._making.layout, self._class, self.place, down)
        self._making.take(made)

    def _remove(self) -> None:
        assert self._making is not None
        self._making.take(editing.without_line(self._making.layout, self._class, self.place))

    def _offer(self) -> None:
        menu = QMenu(self)
        for word in editing.free_words(self._at_hand):
            menu.addAction(literal(self.called(word)), partial(self.add, word))
        menu.exec(self.adding.mapToGlobal(self.adding.rect().bottomLeft()))
        menu.deleteLater()

    def add(self, word: str) -> None:
        """Adds a line for ``word``, the last from the top."""
        assert self._making is not None
        made, self.place = editing.with_new_line(self._making.layout, self._class, word)
        self._making.take(made)
