"""The panel of the window for work that no page shows: it comes forward once that takes longer than a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from qc_desktop.gui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from qc_desktop.gui.jobs import Jobs, Task
    from qc_desktop.gui.speaker import Speaker
    from qc_desktop.messages import Messages

MOMENT_MS = 700


class WorkPanel(ProgressPanel):
    """Watches every task of ``jobs`` that has no panel of its own, and says when one was stopped."""

    def __init__(self, words: Messages, jobs: Jobs, speaker: Speaker) -> None:
        super().__init__(words)
        self._speaker = speaker
        jobs.begun.connect(self._wait_for)

    def _wait_for(self, task: Task) -> None:
        if not task.is_quiet:
            QTimer.singleShot(MOMENT_MS, task, lambda: self._look_at(task))

    def _look_at(self, task: Task) -> None:
        """After a moment ``task`` is still there: its timer goes with it."""
        if task.is_watched:
            return
        if self.is_watching:
            self._wait_for(task)
            return
        task.cancelled.connect(self._say_stopped)
        self.watch(task, self.tr("Work is going on"))

    def _say_stopped(self) -> None:
        self._speaker.toast(self.tr("Stopped. Nothing was changed."))
