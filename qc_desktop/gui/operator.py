"""谁在操作: choosing one's name, or entering a new one, above the status line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.theme import row_height
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext

WIDTH = 280
SHOWN = 6
_GAP = 8


class OperatorPicker(QFrame):
    """Opens over ``window``; a name chosen acts from then on. A click elsewhere or Escape puts it away."""

    def __init__(self, window: QWidget, context: PageContext) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self._window = window
        self._context = context
        self._names = QStandardItemModel(self)
        self.setProperty("toast", True)
        self.setAccessibleName(self.tr("Who is working?"))
        self.list = QListView()
        self.list.setModel(self._names)
        self.list.setAccessibleName(self.tr("Operators"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._take)
        self.list.activated.connect(self._take)
        self.name = LineEdit()
        self.name.setPlaceholderText(self.tr("New name"))
        self.name.setAccessibleName(self.tr("New name"))
        self.name.returnPressed.connect(self._take_new)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(button(self.tr("Go on"), self._take_new))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Who is working?"), "section"))
        column.addWidget(label(self.tr("Choose a name, or enter a new one."), "muted", wrap=True))
        column.addWidget(self.list)
        column.addLayout(row)

    def open(self) -> None:
        """Asks for the names, then shows them."""
        from qc_desktop.services import staff

        desk = self._context.services
        self._context.jobs.query(lambda: staff.names(desk.office), self._show)

    def _show(self, names: Sequence[str]) -> None:
        self._names.clear()
        for name in names:
            item = QStandardItem(name)
            item.setSizeHint(QSize(0, row_height()))
            self._names.appendRow(item)
        self.list.setVisible(bool(names))
        self.list.setFixedHeight(row_height() * min(SHOWN, max(1, len(names))) + 4)
        present = self._context.services.office.author.staff
        place = names.index(present) if present in names else 0
        self.list.setCurrentIndex(self._names.index(place, 0))
        self.setFixedWidth(WIDTH)
        self.adjustSize()
        corner = QPoint(self._window.width() - self.width() - _GAP, self._window.height() - self.height() - 5 * _GAP)
        self.move(self._window.mapToGlobal(corner))
        self.show()
        (self.list if names else self.name).setFocus()

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self._pick(str(index.data()))

    def _take_new(self) -> None:
        if self.name.text().strip():
            self._pick(self.name.text())

    def _pick(self, name: str) -> None:
        desk = self._context.services
        self.hide()
        self._context.jobs.change(lambda: desk.pick_operator(name))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.name.clear()
        super().hideEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())
