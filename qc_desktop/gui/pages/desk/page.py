"""The verification desk put together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.pages.desk.actions import Asking
from qc_desktop.gui.pages.desk.field import DeskField, file_in
from qc_desktop.gui.pages.desk.model import names_file, tidy
from qc_desktop.gui.pages.desk.results import Results
from qc_desktop.gui.widgets.parts import button
from qc_desktop.services.verification import FILES

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk


class DeskPage(Page):
    """One field, one verdict, one sentence; below it what was checked in this session."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Verification desk"))
        self.say_below_title(self.tr("On the telephone: a number, its last digits, a name, or a scanned code."))
        self._confirmed = ""
        self._picture = self.tr("Pasted picture")
        self.asking = Asking(context.jobs, cast("Desk", context.services), self)
        self.field = DeskField()
        self.field.name(self.tr("Number, last digits, name or pinyin"))
        self.results = Results(context.words, context.jobs)
        self.head_actions.addWidget(button(self.tr("&Open a picture or PDF…"), self.choose_file, "", "folder-open"))
        self.body.addWidget(self.field)
        self.body.addWidget(self.results, 1)
        self.setAcceptDrops(True)
        self._connect()

    def _connect(self) -> None:
        self.field.searched.connect(self._typed)
        self.field.returnPressed.connect(self._confirm)
        self.field.moved.connect(self.results.step)
        self.field.emptied.connect(self._clear)
        self.field.file_given.connect(self.look_at_file)
        self.field.picture_given.connect(self._look_at_picture)
        self.asking.answered.connect(self.results.show_found)
        self.results.copied.connect(self._copy)

    @override
    def arrive(self) -> None:
        self.results.keep()
        self.field.setFocus()
        self.field.selectAll()

    @override
    def open_item(self, key: str) -> None:
        self.field.setText(key)
        self._confirm()

    def look_at_file(self, path: str) -> None:
        """Checks the picture or PDF at ``path``."""
        self.open_item(path)

    def choose_file(self) -> None:
        """Lets the person choose a picture or PDF."""
        kinds = " ".join(f"*{ending}" for ending in FILES)
        title = self.tr("Open a picture or PDF")
        path, _ = QFileDialog.getOpenFileName(self, title, "", f"{title} ({kinds})")
        if path:
            self.look_at_file(path)

    def _typed(self, text: str) -> None:
        if not text.strip():
            self._clear()
        elif text != self._confirmed:  # a text that was put in and confirmed at once is searched a moment later
            self._confirmed = ""
            self.asking.ask_live(text)

    def _confirm(self) -> None:
        """Return: picks from the list, else takes what stands in the field as finished."""
        text = self.field.text()
        if not text.strip() or text == self._picture or self.results.choose(text):
            return
        if names_file(text):
            self.results.wait_for(Path(tidy(text)).name)
        self._confirmed = text
        self.asking.ask(text)

    def _look_at_picture(self, png: bytes) -> None:
        name = self._confirmed = self._picture
        self.field.setText(name)
        self.field.selectAll()
        self.results.wait_for(name)
        self.asking.ask_picture(name, png)

    def _clear(self) -> None:
        self._confirmed = ""
        self.asking.forget()
        self.results.clear()

    def _copy(self, sentence: str) -> None:
        QGuiApplication.clipboard().setText(sentence)
        self.context.speaker.toast(self.tr("Copied. Paste it into your answer."))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if file_in(data) or data.hasImage():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if self.field.take(event.mimeData()):
            event.acceptProposedAction()
