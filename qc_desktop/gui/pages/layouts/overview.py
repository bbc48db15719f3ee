"""All layouts, kind by kind, with the page of the one at hand beside them and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from qc_desktop.gui.pages.certificates.picture import PagePicture
from qc_desktop.gui.pages.layouts.leaves import Leaves
from qc_desktop.gui.pages.layouts.states import STATE, StateDelegate
from qc_desktop.gui.theme import row_height
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.layouts.previewing import Shown
    from qc_desktop.services.layouts.versions import LayoutRow

LIST_WIDTH = 300
KEY = Qt.ItemDataRole.UserRole


class LayoutOverview(QWidget):
    """``chosen`` tells that another layout is at hand; the other signals what is wanted with it.

    ``named`` carries a new name for it.
    """

    chosen = Signal()
    open_wanted = Signal(str)
    use_wanted = Signal()
    copy_wanted = Signal()
    named = Signal(str)
    export_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._rows: list[LayoutRow] = []
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Layouts"))
        self.list.setItemDelegate(StateDelegate(self.list))
        self.bar = MessageBar()
        self.picture = PagePicture(fills=True)
        self.leaves = Leaves()
        self.about = label("", "muted", wrap=True)
        self.wording = button(self.tr("Change the wording"), lambda: self.open_wanted.emit("wording"), "", "pencil")
        self.page = button(self.tr("Lay out the page"), lambda: self.open_wanted.emit("page"), "", "move-horizontal")
        self.use = button(self.tr("Use it from now on"), self.use_wanted.emit, "primary", "check")
        self.copy = button(self.tr("Make a copy"), self.copy_wanted.emit, "", "copy")
        self.export = button(self.tr("Save as a file…"), self.export_wanted.emit, "", "download")
        self.delete = button(self.tr("Delete"), self.delete_wanted.emit, "", "trash-2")
        self.name = LineEdit()
        self.name.setAccessibleName(self.tr("Name of the layout"))
        self.name.editingFinished.connect(self._rename)
        self._lay_out()
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.list.itemActivated.connect(lambda _: self.split.open_detail())
        self.list.itemClicked.connect(lambda _: self.split.open_detail())

    def _lay_out(self) -> None:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        ways = FlowLayout(gap=8)
        for part in (self.wording, self.page, self.copy, self.export, self.delete, self.use):
            ways.addWidget(part)
        column.addLayout(ways)
        column.addWidget(self.name)
        told = QHBoxLayout()
        told.addWidget(self.about, 1)
        told.addWidget(self.leaves)
        column.addLayout(told)
        column.addWidget(self.bar)
        column.addWidget(self.picture, 1)
        self.split = ListDetail(self.list, detail, self.tr("Back to the layouts"), list_width=LIST_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split, 1)

    @property
    def row(self) -> LayoutRow | None:
        """The layout at hand."""
        item = self.list.currentItem()
        key = item.data(KEY) if item is not None else None
        return next((row for row in self._rows if key_of(row) == key), None)

    def show_rows(self, rows: list[LayoutRow], wanted: str = "") -> None:
        """Lists ``rows``; ``wanted`` is the key of the one to be brought forward, else the one at hand stays."""
        held = wanted or (key_of(self.row) if self.row else "")
        self._rows = rows
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(self._called(row), self.list)
            item.setData(KEY, key_of(row))
            item.setToolTip(item.text())
            if row.in_use:
                used = self.tr("in use")
                item.setData(STATE, f"● {used}")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()} {used}")
            item.setSizeHint(QSize(0, row_height()))
        self.list.blockSignals(False)
        places = [place for place, row in enumerate(rows) if key_of(row) == held]
        self.list.setCurrentRow(places[0] if places else 0)
        self._show_chosen()

    def _called(self, row: LayoutRow) -> str:
        kind = self._words.text(f"document.{row.kind}")
        return kind if row.ships else f"　{row.name}"

    def _show_chosen(self) -> None:
        row = self.row
        if row is None:
            return
        self.name.setVisible(not row.ships)
        self.name.setText(row.name)
        self.name.setModified(False)
        told = self.tr("Came with the program. What is changed in it is saved as a copy.")
        if not row.ships:
            told = self.tr("Version {version}, saved by {staff}").format(version=row.version, staff=row.staff)
        self.about.setText(told)
        if row.in_use and self.use.hasFocus():
            self.list.setFocus()
        self.use.setVisible(not row.in_use)
        for part in (self.export, self.copy):
            part.setEnabled(True)
        self.delete.setVisible(not row.ships and not row.in_use)
        self.bar.clear()
        self.leaves.begin()
        self.chosen.emit()

    def _rename(self) -> None:
        if self.row is not None and self.name.isModified() and self.name.text().strip() != self.row.name:
            self.name.setModified(False)
            self.named.emit(self.name.text())

    def show_page(self, shown: Shown) -> None:
        """Shows the page of the layout at hand, or why there is none."""
        if shown.problem is not None:
            self.picture.clear()
            self.bar.say(Tone.WARN, self._words.of(shown.problem))
        else:
            self.leaves.show_place(shown.page, shown.pages)
            self.picture.show_image(QImage.fromData(shown.png), self.tr("Page"))


def key_of(row: LayoutRow) -> str:
    """What a layout is called among others: its id, or the kind of one that ships."""
    return row.id or row.kind
