"""公布: the folder that a host serves, written from here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.pages.places import ask_folder, documents, show_folder
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.when import when
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.gui.widgets.passphrase import Passphrase
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.services.site.publishing import Published, publishing
from qc_desktop.services.site.standing import SiteStanding

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext


class PublishCard(QWidget):
    """``refused`` carries a UserError to be said in the section, ``done`` that the folder is up to date."""

    refused = Signal(object)
    done = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._desk = cast("Desk", context.services)
        self._folder: Path | None = None
        self.state = label("", wrap=True)
        self.waiting = label("", wrap=True)
        self.place = label("", "muted", wrap=True)
        self.passphrase = Passphrase()
        self.passphrase.submitted.connect(self.publish)
        self.progress = ProgressPanel(context.words)
        self.told = label("", wrap=True)
        self.told.hide()
        self.publish_button = button(self.tr("&Publish now"), self.publish, "primary", "upload")
        self.choose_button = button(self.tr("Another folder…"), self.choose, "", "folder-open")
        self.open_button = button(self.tr("Open the folder"), self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.state, self.waiting, self.passphrase):
            column.addWidget(part)
        row = FlowLayout(gap=8)
        for way in (self.publish_button, self.choose_button, self.open_button):
            row.addWidget(way)
        column.addLayout(row)
        column.addWidget(self.progress)
        for words in (self.told, self.place):
            column.addWidget(words)

    def show_standing(self, now: SiteStanding) -> None:
        """Says how it stands; the passphrase is asked for where it was not given today."""
        self._folder = self._folder or now.folder
        last = self.tr("Published last {when}, into {folder}.")
        never = self.tr("Nothing was published from this PC yet. Choose an empty folder for it.")
        folder = breakable(str(now.folder))
        self.state.setText(last.format(when=when(now.published_at), folder=folder) if now.published_at else never)
        self.waiting.setText(self.tr("The pledges of %n company(ies) wait for it.", "", now.waiting))
        self.waiting.setVisible(now.waiting > 0)
        set_tone(self.waiting, Tone.WARN)
        upload = self.tr("Afterwards upload the whole folder to {address}: only then everybody sees it.")
        self.place.setText(upload.format(address=breakable(now.address)))
        self.place.setVisible(bool(now.address))
        self.open_button.setVisible(now.is_there)
        self.passphrase.show_state(known=now.is_set_up, unlocked=self._desk.keys is not None)

    def choose(self) -> None:
        """Asks for the folder, and publishes into it."""
        chosen = ask_folder(self, self.tr("Folder for the published pages"), self._folder or documents())
        if chosen is not None:
            self._folder = chosen
            self.publish()

    def publish(self) -> None:
        """Brings the folder to what the records say."""
        if self._folder is None:
            self.choose()
            return
        typed = self.passphrase.read()
        if typed is None:
            return
        self.told.hide()
        desk, folder = self._desk, self._folder
        task = self._context.jobs.run(
            lambda: publishing(desk.office, folder, lambda: desk.keys or desk.unlock(typed)),
            self._published,
            self._refuse,
        )
        self.progress.watch(task, self.tr("Publishing"))

    def _published(self, made: Published) -> None:
        words = self._context.words
        counted = {"written": made.written, "unchanged": made.kept, "companies": made.companies}
        code = "site.same" if made.is_same else "site.published"
        self.told.setText(words.text(code, folder=made.folder, **counted))
        self.told.show()
        self.passphrase.clear()
        self.done.emit()

    def _refuse(self, error: UserError) -> None:
        if error.code == "keys.wrong_passphrase":
            self.passphrase.refuse(self._context.words.of(error))
        else:
            self.refused.emit(error)

    def _open(self) -> None:
        if self._folder is not None:
            show_folder(self._folder)
