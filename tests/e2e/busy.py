"""Whether processes have work at hand, as the kernel of Linux says: slow is not the same as done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

PROC = Path("/proc")


def is_busy(pids: Iterable[int]) -> bool:
    """Whether a thread of ``pids``, or of a process that they started, runs, waits for its turn or for the disk."""
    return any(_state(thread) in "RD" for pid in pids for thread in _threads(pid))


def _threads(pid: int) -> Iterator[Path]:
    for thread in PROC.glob(f"{pid}/task/*"):
        yield thread
        for child in _read(thread / "children").split():
            yield from _threads(int(child))


def _state(thread: Path) -> str:
    """The letter behind the name of the program, which stands in brackets; S where the thread has ended."""
    return _read(thread / "stat").rpartition(")")[2].strip()[:1] or "S"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # it ended meanwhile
        return ""
