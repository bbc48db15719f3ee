"""Work that a library does in one long call, made a job: on a thread of its own it tells how far it is.

The two take turns: after each word the work waits until the job is asked for the next. So a job that is closed has
stopped its work at the word it said last, and what comes after the last word is never broken off.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from qc_desktop.domain.progress import BrokenOff, Job, Progress, Tell

T = TypeVar("T")
_WHOLE = 100


def apart(step: str, work: Callable[[Tell], T]) -> Job[T]:
    """``work`` as a job of ``step``, in hundredths. Closing it raises BrokenOff in ``work`` where it tells."""
    said: SimpleQueue[float | None] = SimpleQueue()
    goes_on: SimpleQueue[bool] = SimpleQueue()

    def tell(part: float) -> None:
        said.put(part)
        if not goes_on.get():
            raise BrokenOff

    with ThreadPoolExecutor(1, "apart") as pool:
        future = pool.submit(work, tell)
        future.add_done_callback(lambda _: said.put(None))
        while (part := said.get()) is not None:
            asked = False
            try:
                yield Progress(step, int(part * _WHOLE), _WHOLE)
                asked = True
            finally:
                goes_on.put(asked)
        return future.result()
