"""The window of the first start: one question at a time, then the program opens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.errors import UserError
from qc_desktop.gui.first_run.bring import Bring
from qc_desktop.gui.first_run.handbook import Handbook
from qc_desktop.gui.first_run.set_up import SetUp
from qc_desktop.gui.first_run.ways import Ways
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets import unkept
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.gui.widgets.views import Views
from qc_desktop.messages import Messages
from qc_desktop.paths import Profile
from qc_desktop.services import first_run

WIDEST = 720


class FirstRun(QWidget):
    """Asks how to begin with ``profile``; ``ready`` carries the profile to open."""

    ready = Signal(object)

    def __init__(self, profile: Profile, jobs: Jobs, words: Messages) -> None:
        super().__init__()
        self._profile = profile
        self._may_close = False
        self.ready.connect(self._let_go)
        self._jobs = jobs
        self._words = words
        self.ways, self.set_up, self.bring = Ways(), SetUp(words), Bring(words)
        self.trouble = MessageBar()
        self.progress = ProgressPanel(words)
        self.stack = Views()
        self.manual_button = button(self.tr("Manual (F1)"), self._read_manual, "plain", "info")
        self._handbook: Handbook | None = None
        self.setWindowTitle(self.tr("Quality Pledges"))
        self.resize(880, 560)
        self.setMinimumSize(640, 420)
        self._lay_out()
        self._connect()
        self._jobs.query(lambda: first_run.lost_records(profile), self._tell_lost)

    def _lay_out(self) -> None:
        for step in (self.ways, self.set_up, self.bring):
            self.stack.addWidget(step)
        title = label(self.tr("How do you want to begin?"), "title", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(16)
        column.addStretch(1)
        for part in (title, self.trouble, self.stack, self.progress):
            column.addWidget(part)
        column.addWidget(self.manual_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        around = QWidget()
        row = QHBoxLayout(around)
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll_area(around))

    def _connect(self) -> None:
        self.ways.tried.connect(self._try_out)
        self.ways.listed.connect(self._begin_empty)
        self.ways.begun.connect(lambda: self._turn(self.set_up, self.set_up.ui.association_name))
        self.ways.moved.connect(self._ask_for_file)
        self.ways.recovered.connect(self._recover)
        for later in (self.set_up, self.bring):
            later.left.connect(lambda: self._turn(self.ways, self.ways.try_button))
        self.set_up.wanted.connect(self._set_up)
        self.bring.wanted.connect(self._bring)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._read_manual)
        self._jobs.failed.connect(self._refuse)
        self._jobs.busy_changed.connect(self.stack.setDisabled)

    def _read_manual(self) -> None:
        """The article about what is asked."""
        if self._handbook is None:
            self._handbook = Handbook(self)
        self._handbook.show_article("moving" if self.stack.currentWidget() is self.bring else "begin")

    def _turn(self, step: QWidget, field: QWidget) -> None:
        self.trouble.clear()
        self.stack.setCurrentWidget(step)
        field.setFocus()

    def _ask_for_file(self) -> None:
        self._turn(self.bring, self.bring.choose_button)
        if self.bring.path is None:
            self.bring.choose()

    def _tell_lost(self, backup: Path | None) -> None:
        self._backup = backup
        if backup is not None:
            self.ways.tell_lost()

    def _try_out(self) -> None:
        task = self._jobs.run(lambda: first_run.try_out(self._profile), self.ready.emit)
        self.progress.watch(task, self.tr("Making the sample data"))

    def _begin_empty(self) -> None:
        self._jobs.change(lambda: first_run.begin_empty(self._profile), self._open)

    def _set_up(self, association: str, operator: str, folder: str) -> None:
        self._jobs.change(
            lambda: first_run.set_up(self._profile, association, operator, folder), self._open, self.set_up.refuse
        )

    def _bring(self, path: Path, passphrase: str) -> None:
        task = self._jobs.run(lambda: first_run.unpack(self._profile, path, passphrase), self._open, self.bring.refuse)
        self.progress.watch(task, self.tr("Bringing the records here"))

    def _recover(self) -> None:
        backup = self._backup
        if backup is not None:
            task = self._jobs.run(lambda: first_run.recover(self._profile, backup), self._open)
            self.progress.watch(task, self.tr("Bringing the records back"))

    def _open(self, _: object) -> None:
        self.ready.emit(self._profile)

    def _refuse(self, error: UserError) -> None:
        self.trouble.say(Tone.BAD, self._words.of(error))

    def _let_go(self) -> None:
        """What was typed is used."""
        self._may_close = True

    def _leave(self) -> None:
        self._let_go()
        self.close()

    def _is_held(self) -> bool:
        """Whether something would be lost by closing now; says what, and offers to close all the same."""
        if self._jobs.is_at_work:
            told = self.tr("Work is still going on. Closing the window now stops it.")
            self.trouble.say(Tone.WARN, told, Action(self.tr("Stop it and close"), self._leave))
        elif (typed := unkept.first(self)) is not None:
            unkept.show(typed)
            told = self.tr('What is typed here is not used yet. Press "Done", or close without it.')
            self.trouble.say(Tone.WARN, told, Action(self.tr("Close without it"), self._leave))
        else:
            return False
        return True

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close and self._is_held():
            event.ignore()
            return
        if self._handbook is not None:
            self._handbook.close()
        self._jobs.close()
        super().closeEvent(event)
