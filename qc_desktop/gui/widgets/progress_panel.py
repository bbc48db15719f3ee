"""A long job under way: how far, how long still, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from qc_desktop.domain.progress import Progress
from qc_desktop.gui.tasks import Task
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.messages import Messages


class ProgressPanel(QFrame):
    """Watches one task at a time and is hidden while there is none. ``finished`` tells that it ended.

    Stop is offered where the task can be stopped.
    Each step is named by ``words``, so that a bar that fills a second time is understood.
    """

    finished = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.setProperty("card", True)
        self._task: Task | None = None
        self._step = ""
        self._title = label("", "section")
        self._count = label()
        self._bar = QProgressBar(textVisible=False)
        self._time_left = TimeLeft(self)
        self._left = label("", "muted", wrap=True)
        self._stop = button(self.tr("Stop"), self._cancel, "danger")
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for parts in ((self._title, self._count), (self._bar,), (self._left, self._stop)):
            row = QHBoxLayout()
            row.addWidget(parts[0], 1)
            for part in parts[1:]:
                row.addWidget(part)
            column.addLayout(row)

    def watch(self, task: Task, title: str) -> None:
        """Shows the progress of ``task`` under ``title`` until it ends."""
        self._task = task
        self._step = ""
        self._title.setText(title)
        self._count.clear()
        self._left.setText(self.tr("Starting…") if task.is_long else self.tr("This takes a moment…"))
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._stop.setEnabled(True)
        self._stop.setVisible(task.is_long)
        task.is_watched = True
        task.progressed.connect(self._show)
        task.ended.connect(self._end)
        self.show()

    @property
    def is_watching(self) -> bool:
        """Whether there is a task."""
        return self._task is not None

    def _show(self, progress: Progress, seconds: float | None) -> None:
        if self.sender() is not self._task:
            return
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done)
        step = self._words.text(f"step.{progress.step}")
        self._count.setText(f"{step}  {progress.done:,} / {progress.total:,}")
        same, self._step = progress.step == self._step, progress.step
        if self._stop.isEnabled() and not (same and seconds is None):  # what was said once is not unsaid
            self._left.setText(self._time_left.words(seconds))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._stop.setEnabled(False)
            self._left.setText(self.tr("Stopping after the current item…"))

    def _end(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self.hide()
            self.finished.emit()


class TimeLeft(QObject):
    """Says how long a job takes still; apart from the panel, from which others derive: see test_plurals."""

    def words(self, seconds: float | None) -> str:
        """``seconds`` in words, None while nothing is known."""
        if seconds is None:
            return self.tr("Working out how long this takes…")
        if seconds < 60:
            return self.tr("About %n second(s) left", "", max(1, round(seconds)))
        return self.tr("About %n minute(s) left", "", round(seconds / 60))
