"""How often progress is told, and how long the rest will take."""

from __future__ import annotations

from collections.abc import Callable

from qc_desktop.domain.progress import Progress

INTERVAL = 0.1
_CREDIBLE = 1.0


class Pace:
    """Watches the progress of one job. ``clock`` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._step = ""
        self._begun: dict[str, tuple[float, int]] = {}
        self._told = float("-inf")

    def is_due(self, progress: Progress) -> bool:
        """Whether ``progress`` is worth telling: a new step, the last item, or a tenth of a second later."""
        now = self._clock()
        if progress.step != self._step:
            self._step = progress.step
            self._begun.setdefault(progress.step, (now, progress.done))  # steps may take turns
        elif now - self._told < INTERVAL and progress.done < progress.total:
            return False
        self._told = now
        return True

    def seconds_left(self, progress: Progress) -> float | None:
        """Seconds that the rest of the step will take, or None while nobody can say."""
        began, first = self._begun[progress.step]
        elapsed = self._clock() - began
        done = progress.done - first
        if elapsed < _CREDIBLE or done < 1:
            return None
        return elapsed / done * (progress.total - progress.done)
