"""The elements one above the other, the topmost first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from qc_desktop.gui.pages.layouts.editor import names
from qc_desktop.gui.theme import row_height
from qc_desktop.gui.widgets.parts import icon_button, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qc_desktop.documents.elements.base import Element
    from qc_desktop.gui.pages.layouts.editor.making import Making

NAME = Qt.ItemDataRole.UserRole


class Layers(QWidget):
    """Selects what is selected on the page, and the other way round; moves it up and down."""

    def __init__(self) -> None:
        super().__init__()
        self._making: Making | None = None
        self._slots: Mapping[str, str] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Layers"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._choose)
        self.rise = icon_button("chevron-up", self.tr("Higher"), lambda: self._raise(1))
        self.sink = icon_button("chevron-down", self.tr("Lower"), lambda: self._raise(-1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Layers"), "section"))
        head.addStretch(1)
        head.addWidget(self.rise)
        head.addWidget(self.sink)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def open(self, making: Making, slots: Mapping[str, str]) -> None:
        """Follows ``making``; ``slots`` say what variables are called."""
        self._making, self._slots = making, slots
        making.changed.connect(self._fill)
        making.selected.connect(self._mark)
        self._fill()

    def _fill(self) -> None:
        assert self._making is not None
        said = [(one.id, self._said(one)) for one in reversed(self._making.layout.elements)]
        if said != [(item.data(NAME), item.text()) for item in self._items()]:
            with QSignalBlocker(self.list):
                self.list.clear()
                for name, text in said:
                    item = QListWidgetItem(text, self.list)
                    item.setData(NAME, name)
                    item.setSizeHint(QSize(0, row_height()))
        self._mark()

    def _said(self, element: Element) -> str:
        called = names.called(element, self._slots)
        return self.tr("{name} (on the paper already)").format(name=called) if element.stock else called

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _mark(self) -> None:
        assert self._making is not None
        chosen = self._making.chosen
        with QSignalBlocker(self.list):
            for item in self._items():
                item.setSelected(item.data(NAME) in chosen)
                if chosen and item.data(NAME) == chosen[-1]:
                    self.list.setCurrentItem(item, QItemSelectionModel.SelectionFlag.NoUpdate)
                    self.list.scrollToItem(item)
        for made in (self.rise, self.sink):
            made.setEnabled(bool(chosen))

    def _choose(self) -> None:
        assert self._making is not None
        self._making.choose(item.data(NAME) for item in reversed(self._items()) if item.isSelected())

    def _raise(self, steps: int) -> None:
        assert self._making is not None
        self._making.raise_by(steps)
