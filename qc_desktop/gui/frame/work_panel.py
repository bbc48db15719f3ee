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
        jobs.begun.connect(self._wait_for)

    def _wait_for(self, task: Task) -> None:
        if not task.is_quiet:
            QTimer.singleShot(MOMENT_MS, task, lambda: self._look_at(task))

    def _look_at(self, task: Task) -> None:
        """After a moment ``task`` is still there: its timer goes with it."""
        if task.is_watched:
            return
        if self._panel.is_watching:
            self._wait_for(task)
            return
        task.cancelled.connect(self._say_stopped)
        self._panel.watch(task, self.tr("Work is going on"))

    def _say_stopped(self) -> None:
        self._speaker.toast(self.tr("Stopped. Nothing was changed."))
