"""The overview as a part of the home page: counting, the pictures, and what leaves it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.pages.home.model import StepKind
from qc_desktop.gui.pages.home.overview.counting import Counting
from qc_desktop.gui.pages.home.overview.view import OverviewView
from qc_desktop.gui.pages.home.overview.work import OverviewWork
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.parts import Action, button, label
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.services.reports import briefing, wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from qc_desktop.domain.progress import Progress
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.reports.overview import Numbers


class OverviewPart(QWidget):
    """``step_wanted`` carries what has to be done first where there is nothing to show."""

    step_wanted = Signal(object)  # StepKind

    def __init__(self, context: PageContext, desk: Desk) -> None:
        super().__init__()
        self._context = context
        self._desk = desk
        self._year = 0
        self._wanted = ""
        self.counting = Counting(context.jobs, self)
        self.view = OverviewView(context.words)
        self.progress = ProgressPanel(context.words)
        self.work = OverviewWork(self, context, desk, self.progress)
        self._state = label("", "muted")
        self.not_open = EmptyState(
            "calendar-days",
            self.tr("This year is not open"),
            self.tr("Once the year is open and companies take part, its numbers appear here."),
            Action(self.tr("Open a year"), lambda: self.step_wanted.emit(StepKind.OPEN_YEAR)),
        )
        self.nobody = EmptyState(
            "building-2",
            self.tr("No company takes part yet"),
            self.tr("As soon as companies take part, their numbers appear here."),
            Action(self.tr("Bring them in"), lambda: self.step_wanted.emit(StepKind.TAKE_IN)),
        )
        self.exits = self._make_exits()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.progress, self._state, self.view, self.not_open, self.nobody):
            column.addWidget(part, 1 if part in (self.not_open, self.nobody) else 0)
        self._reveal(None)
        self._connect()

    def _make_exits(self) -> tuple[QPushButton, ...]:
        work = self.work
        return (
            button(self.tr("Export numbers"), work.save_numbers, "", "download"),
            button(self.tr("Archive"), work.save_archive, "", "folder-open"),
            button(self.tr("One-page briefing"), work.save_briefing, "primary", "file-check"),
        )

    def _connect(self) -> None:
        self.counting.progressed.connect(self._say_progress)
        self.counting.counted.connect(self._show)
        self.view.list_wanted.connect(self._open_list)
        self.view.copy_wanted.connect(self.work.copy_picture)
        self.view.save_wanted.connect(self.work.save_picture)
        self.view.text_wanted.connect(self.work.copy_text)

    def ask(self, year: int) -> None:
        """Counts ``year``; what is shown of another year goes."""
        if year != self._year:
            self._year = year
            self._reveal(None)
        self.counting.ask(self._desk.office, year)

    def leave_as(self, kind: str) -> None:
        """Writes the ``briefing`` or the ``archive``: now, or as soon as the numbers are there."""
        self._wanted = kind
        self._write_wanted()

    def _write_wanted(self) -> None:
        if self.work.numbers is not None:
            wanted, self._wanted = self._wanted, ""
            {"briefing": self.work.save_briefing, "archive": self.work.save_archive}.get(wanted, lambda: None)()

    def offer(self, shown: bool) -> None:
        """Shows or hides what can be done with the numbers, in the page's head."""
        for made in self.exits:
            made.setVisible(shown and self.work.numbers is not None)

    def _say_progress(self, progress: Progress) -> None:
        counting = self.tr("Counting… {share} %").format(share=100 * progress.done // max(1, progress.total))
        self._state.setText(counting)
        self._state.setVisible(self.work.numbers is None)

    def _show(self, numbers: Numbers | None) -> None:
        self._state.hide()
        if numbers is None or not sum(numbers.stages.values()):
            self._reveal(self.not_open if numbers is None else self.nobody)
            return
        office = self._desk.office
        self.work.numbers = numbers
        self._context.jobs.query(
            lambda: wording.for_wechat(briefing.subject(office, numbers)), partial(self._show_text, numbers)
        )

    def _show_text(self, numbers: Numbers, text: str) -> None:
        if numbers is self.work.numbers:
            self.work.text = text
            self.view.show_numbers(numbers, text)
            self._reveal(self.view)
            self._write_wanted()

    def _reveal(self, shown: QWidget | None) -> None:
        if shown is not self.view:
            self.work.numbers = None
        for part in (self.view, self.not_open, self.nobody):
            part.setVisible(part is shown)
        self.offer(not self.isHidden())

    def _open_list(self, year: int, key: str) -> None:
        if year != self._year:
            self._context.turn_to(year)
        self._context.go("companies", key)
