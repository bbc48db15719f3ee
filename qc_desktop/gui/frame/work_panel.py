"""Work that no page shows: a panel of the window comes forward once that takes longer than a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from qc_desktop.gui.jobs import Jobs
    from qc_desktop.gui.speaker import Speaker
    from qc_desktop.gui.tasks import Task
    from qc_desktop.gui.widgets.progress_panel import ProgressPanel

MOMENT_MS = 700


class WorkPanel(QObject):
    """Shows in ``panel`` every task of ``jobs`` that has no panel of its own, and says when one was stopped."""

    def __init__(self, panel: ProgressPanel, jobs: Jobs, speaker: Speaker) -> None:
        super().__init__(panel)
        self._panel = panel
        self._speaker = speaker
        self._going_on: set[Task] = set()
        jobs.begun.connect(self._wait_for)

    def _wait_for(self, task: Task) -> None:
        if not task.is_quiet:
            self._going_on.add(task)
            task.ended.connect(lambda: self._going_on.discard(task))
            self._look_later(task)

    def _look_later(self, task: Task) -> None:
        """A window that is closed meanwhile takes its timer along."""
        QTimer.singleShot(MOMENT_MS, self, lambda: self._look_at(task))

    def _look_at(self, task: Task) -> None:
        """Whether ``task`` takes longer than a moment."""
        if task not in self._going_on or task.is_watched:
            return
        if self._panel.is_watching:
            self._look_later(task)
            return
        task.cancelled.connect(self._say_stopped)
        self._panel.watch(task, self.tr("Work is going on"))

    def _say_stopped(self) -> None:
        self._speaker.toast(self.tr("Stopped. Nothing was changed."))
