"""寄送: everything that went out; a carrier's list dropped, chosen or pasted, looked at, noted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.certificates.sending.acts import DispatchSource
from qc_desktop.gui.pages.certificates.sending.columns import dispatch_columns
from qc_desktop.gui.pages.certificates.sending.preview import DispatchPreview
from qc_desktop.gui.pages.companies.imports.choose import SUFFIXES, dropped_list
from qc_desktop.gui.pages.places import documents
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.or_empty import OrEmpty
from qc_desktop.gui.widgets.parts import Action, button, label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Hashable

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext


class SendingView(QWidget):
    """``list_chosen`` carries a file, ``pasted`` copied rows, ``removal_wanted`` the ids of wrong entries.

    ``certificate_wanted`` carries a number to look at.
    """

    list_chosen = Signal(object)
    pasted = Signal(str)
    removal_wanted = Signal(object)
    certificate_wanted = Signal(str)

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self.folder = documents()
        self.model = PagedModel(
            DispatchSource(desk), dispatch_columns(context.words), lambda row: row.id, context.jobs, self
        )
        self.table = Table(self.model, self.tr("What went out"))
        self.head = ListHead(self.table, "dispatches", context)
        self.search = SearchField()
        self.search.name(self.tr("Certificate, tracking number or company"))
        self.preview = DispatchPreview(context)
        self.bar = MessageBar()
        self.progress = ProgressPanel(context.words)
        self.choose = button(self.tr("Choose the carrier's list…"), self.ask, "primary", "folder-open")
        self.paste = button(self.tr("Paste from Excel"), self._paste, "", "clipboard-paste")
        self.remove = button(self.tr("Remove the entry"), self._remove, "", "trash-2")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        told = self.tr(
            "Drop a list here, or paste rows: tracking numbers beside the certificate's number, the company's name or "
            "its credit code. It is only looked at first."
        )
        listed = QWidget()
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        buttons = QWidget()
        ways = FlowLayout(buttons, gap=8)
        for act in (self.choose, self.paste, self.remove):
            ways.addWidget(act)
        find = QHBoxLayout()
        find.addWidget(self.search, 1, Qt.AlignmentFlag.AlignTop)
        find.addWidget(self.head.button, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(buttons)
        inner.addWidget(label(told, "muted", wrap=True))
        inner.addLayout(find)
        nothing = EmptyState(
            "send",
            self.tr("Nothing was sent yet"),
            self.tr("What the carrier takes along is noted here, and how a certificate went out is said with it."),
            Action(self.tr("Paste from Excel"), self._paste),
            kind="",
        )
        self.listed = OrEmpty(self.table, self.model, nothing, lambda: bool(self.search.text().strip()), self._show_all)
        inner.addWidget(self.listed, 1)
        for part in (listed, self.preview):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.table)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._paste)
        self.search.searched.connect(self.show_list)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.current_changed.connect(self._choose)
        self.table.opened.connect(self._open)
        self.preview.left.connect(self.show_list)
        self._choose(None)

    def show_list(self) -> None:
        """Shows what went out."""
        self._stack.setCurrentIndex(0)
        self.preview.forget()
        self.model.ask(self.search.text())

    def _show_all(self) -> None:
        self.search.clear()
        self.show_list()

    def take_focus(self) -> None:
        """Puts the focus where work goes on."""
        (self.preview.apply if self.is_previewing else self.choose).setFocus()

    def show_preview(self) -> None:
        """Turns to the list that is looked at."""
        self._stack.setCurrentWidget(self.preview)

    @property
    def is_previewing(self) -> bool:
        """Whether a carrier's list is looked at."""
        return self._stack.currentWidget() is self.preview

    def ask(self) -> None:
        """Asks for a file."""
        kinds = self.tr("Lists") + " (" + " ".join(f"*{suffix}" for suffix in SUFFIXES) + ")"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a list"), str(self.folder), kinds)
        if name:
            self.list_chosen.emit(Path(name))

    def _paste(self) -> None:
        self.pasted.emit(QGuiApplication.clipboard().text())

    def _choose(self, key: Hashable | None) -> None:
        self.remove.setEnabled(key is not None)

    def _remove(self) -> None:
        self.model.name(self.table.chosen_ranges, lambda keys: self.removal_wanted.emit(tuple(map(str, keys))))

    def _open(self, key: Hashable | None) -> None:
        row = self.model.row(self.table.currentIndex().row())
        if key is not None and row is not None:
            self.certificate_wanted.emit(row.number)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_list(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_list(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.list_chosen.emit(path)
