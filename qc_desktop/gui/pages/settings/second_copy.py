"""第二份备份: set up once, made by itself from then on, on a USB stick or a share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.pages.places import ask_folder, documents
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.when import when
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.gui.widgets.passphrase import Passphrase, PassphraseWords
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.services import second_copy
from qc_desktop.services.second_copy import SecondCopyState

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext


def copy_words() -> PassphraseWords:
    """What is said of the passphrase of second copies."""
    translate = QCoreApplication.translate
    told = translate(
        "SecondCopy",
        "Choose a passphrase for these copies, at least 8 characters. It is asked for only when a copy is opened. "
        "Write it down and keep it apart from the copies: nobody can recover it.",
    )
    return PassphraseWords(translate("SecondCopy", "Passphrase of the copies"), "", told)


class SecondCopy(QWidget):
    """``refused`` carries a UserError to be said in the section."""

    refused = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._desk = cast("Desk", context.services)
        self._ticket = Ticket()
        self._folder: Path | None = None
        self._is_set = False
        self.state = label("", wrap=True)
        self.passphrase = Passphrase(words=copy_words())
        self.passphrase.show_state(known=False, unlocked=False)
        self.progress = ProgressPanel(context.words)
        self.copy_button = button(self.tr("Copy now"), self.copy, "", "copy")
        self.choose_button = button("", self.choose, "", "folder-open")
        self.start_button = button(self.tr("Copy there from now on"), self.start, "", "check")
        self.cancel_button = button(self.tr("Not now"), self._close_form)
        self.stop_button = button(self.tr("Make no more second copies"), self.stop)
        self._lay_out()
        self.passphrase.submitted.connect(self.start)
        self._turn(asking=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.state, self.passphrase, self.progress):
            column.addWidget(part)
        row = FlowLayout(gap=8)
        for way in (self.start_button, self.cancel_button, self.copy_button, self.choose_button, self.stop_button):
            row.addWidget(way)
        column.addLayout(row)

    def refresh(self) -> None:
        """Asks how the second copies stand."""
        self._ticket.tear()
        self._ticket = self._context.jobs.query(lambda: second_copy.state(self._desk.office), self._show)

    def _show(self, state: SecondCopyState) -> None:
        is_set = state.folder is not None
        if not self.passphrase.isVisibleTo(self):
            self.state.setText(self._words(state))
            set_tone(self.state, Tone.WARN if is_set and not state.reachable else None)
        self.choose_button.setText(
            self.tr("Another folder or passphrase…") if is_set else self.tr("Choose a stick or folder…")
        )
        self.copy_button.setEnabled(state.reachable)
        self._is_set = is_set
        self._turn(asking=self.passphrase.isVisibleTo(self))

    def _words(self, state: SecondCopyState) -> str:
        if state.folder is None:
            return self.tr(
                "Keeps a second copy on a USB stick or a shared folder, encrypted. If this PC breaks, the copy and "
                "its passphrase bring everything back on another one."
            )
        made = when(state.newest.at) if state.newest else self.tr("not yet")
        place = breakable(str(state.folder))
        if not state.reachable:
            return self.tr("{folder} cannot be reached now. Last copy: {when}. Insert the stick.").format(
                folder=place, when=made
            )
        return self.tr("A copy goes to {folder} automatically every day. Last copy: {when}.").format(
            folder=place, when=made
        )

    def choose(self) -> None:
        """Asks for the folder, then for the passphrase."""
        chosen = ask_folder(self, self.tr("Where second copies go"), self._folder or documents())
        if chosen is not None:
            self._folder = chosen
            self.state.setText(self.tr("Second copies go to {folder}.").format(folder=breakable(str(chosen))))
            set_tone(self.state, None)
            self._turn(asking=True)
            self.passphrase.take_focus()

    def start(self) -> None:
        """Sets up what was chosen and makes the first copy."""
        typed = self.passphrase.read()
        folder, desk = self._folder, self._desk
        if typed is None or folder is None:
            return
        self._context.jobs.change(
            lambda: second_copy.set_up(desk.office, folder, typed), lambda _: self._started(), self.refused.emit
        )

    def _started(self) -> None:
        self._close_form()
        self.copy()

    def copy(self) -> None:
        """Makes a copy now."""
        task = self._context.jobs.aside(lambda: second_copy.write(self._desk.office), self._copied, self._refuse)
        self.progress.watch(task, self.tr("Second copy"))

    def _copied(self, path: Path | None) -> None:
        if path is not None:
            self._context.speaker.toast(self.tr("The second copy is made."))
        self.refresh()

    def stop(self) -> None:
        """Makes no more copies."""
        said = self.tr("No more second copies are made. Those that are there stay.")
        self._context.jobs.change(
            lambda: second_copy.stop(self._desk.office), lambda _: self._context.speaker.toast(said), self._refuse
        )

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(error)

    def _close_form(self) -> None:
        self.passphrase.clear()
        self._turn(asking=False)
        self.refresh()

    def _turn(self, *, asking: bool) -> None:
        self.passphrase.setVisible(asking)
        self.start_button.setVisible(asking)
        self.cancel_button.setVisible(asking)
        self.choose_button.setVisible(not asking)
        self.copy_button.setVisible(self._is_set and not asking)
        self.stop_button.setVisible(self._is_set and not asking)
