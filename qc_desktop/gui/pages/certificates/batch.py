"""A batch from the choice of companies to its files, one step at a time."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.pages.certificates.batch_work import BatchWork
from qc_desktop.gui.pages.certificates.check_step import CheckStep
from qc_desktop.gui.pages.certificates.choose_step import ChooseStep
from qc_desktop.gui.pages.certificates.issue_step import IssueStep
from qc_desktop.gui.pages.certificates.make_view import MakeView, Scope
from qc_desktop.gui.pages.certificates.making import Making
from qc_desktop.gui.pages.certificates.preview_step import PreviewStep
from qc_desktop.gui.pages.certificates.step_bar import CHECK, CHOOSE, ISSUE, MAKE, PREVIEW, StepBar
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.model import Standing
    from qc_desktop.services.certificates.issuing import Issued, Preflight


class Batch(QWidget):
    """``left`` tells that the person is done with it, or thought better of it; ``print_wanted`` carries a Scope."""

    left = Signal()
    print_wanted = Signal(object)

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._checked: Preflight | None = None
        self.campaign_id = ""
        self._year = 0
        self.step = CHOOSE
        self.choose = ChooseStep(context, desk)
        self.check = CheckStep(context)
        self.preview = PreviewStep(context)
        self.issue = IssueStep()
        self.make = MakeView(context.words)
        self._making = Making(self.make, context, desk)
        self.steps = (self.choose, self.check, self.preview, self.issue, self.make)
        self._is_busy = False
        self.bar = StepBar()
        self.progress = ProgressPanel(context.words)
        self.work = BatchWork(self, context, desk)
        self._lay_out()
        self._connect(context)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(self.progress)
        for step in self.steps:
            column.addWidget(step, 1)

    def _connect(self, context: PageContext) -> None:
        self.issue.publish_wanted.connect(lambda: context.go("settings", "site"))
        self.bar.left.connect(self.left)
        self.bar.back_wanted.connect(self._go_back)
        self.bar.next_wanted.connect(self.go_on)
        self.choose.changed.connect(self._arrange)
        self.check.company_wanted.connect(partial(context.go, "companies"))
        self.check.again_wanted.connect(self.work.check)
        self.preview.view.listen_on(self)
        self.preview.page_wanted.connect(self.work.preview)
        self.issue.submitted.connect(self.go_on)
        self.make.left.connect(self.left)
        self.make.print_wanted.connect(self.print_wanted)

    def start(self, standing: Standing) -> None:
        """Begins a new batch for the year of ``standing``."""
        self.campaign_id, self._year, self._checked = standing.campaign_id, standing.year, None
        self.choose.start(standing.campaign_id, standing.waiting)
        self._go_to(CHOOSE)
        self.bar.next.setFocus()

    @property
    def ready(self) -> tuple[str, ...]:
        """The participations that passed the check, in the order of their numbers."""
        return tuple(row.participation_id for row in self._checked.ready) if self._checked else ()

    def go_on(self) -> None:
        """Takes the step that the main button names."""
        if not self.bar.next.isEnabled():
            return
        if self.step == CHOOSE:
            self.work.check()
        elif self.step == CHECK:
            self._show_preview()
        elif self.step == PREVIEW:
            self.work.ask_passphrase(len(self.ready))
        elif self.step == ISSUE:
            self.work.issue()

    def show_checked(self, checked: Preflight) -> None:
        """After the check: who is stopped, or at once the preview where nobody is."""
        self._checked = checked
        self.check.show_checked(checked)
        if checked.stopped or not checked.ready:
            self._go_to(CHECK)
        else:
            self._show_preview()

    def _show_preview(self) -> None:
        self._go_to(PREVIEW)
        if self._checked is not None:
            self.preview.start(self._checked.ready, [one.participation_id for one in self._checked.noted])

    def show_issue(self, count: int, day: dt.date, *, known: bool, unlocked: bool) -> None:
        """Asks for the passphrase; certificates will say ``day``."""
        self._go_to(ISSUE)
        self.issue.start(count, day, self._year, known=known, unlocked=unlocked)
        self.issue.warn(self._checked.undisplayed if self._checked else 0)

    def show_issued(self, issued: Issued, sentence: str, stem: str, remembered: str) -> None:
        """After the issue, told in ``sentence``: where to put the files."""
        self._go_to(MAKE)
        words = self.tr("This batch")
        self.make.offer([Scope(words, issued.numbers)], stem, remembered)
        self.make.outcome.say(Tone.OK, sentence)
        self.make.start_button.setFocus()

    def _go_back(self) -> None:
        back = {CHECK: CHOOSE, PREVIEW: CHOOSE, ISSUE: PREVIEW}
        if self.step == PREVIEW and self._checked is not None and self._checked.stopped:
            self._go_to(CHECK)
        else:
            self._go_to(back[self.step])

    def _go_to(self, step: int) -> None:
        self.step = step
        self._arrange()

    def show_busy(self, busy: bool) -> None:
        """Holds the buttons back while a job of the batch runs."""
        self._is_busy = busy
        if busy:
            self.setFocus()  # else the focus would wander to whatever comes behind a disabled button
        for part in self.steps[:MAKE]:
            part.setEnabled(not busy)
        self._arrange()
        if not busy and self.step in (CHOOSE, CHECK, PREVIEW):
            self.bar.next.setFocus()

    def _arrange(self) -> None:
        for place, step in enumerate(self.steps):
            step.setVisible(place == self.step)
        possible = self.choose.is_ready if self.step == CHOOSE else bool(self.ready)
        self.bar.show_step(self.step, len(self.ready), possible=possible, busy=self._is_busy)
