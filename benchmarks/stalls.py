"""The longest stalls of the window's thread, step by step through every workflow, on large records.

``python -m benchmarks.stalls [--companies N] [--years Y] [--in PROFILE] [--only WORD]``. Works on a copy of PROFILE,
or on records made for this. Milliseconds by the clock and of the thread's own processor time; where the first is much
the larger, others used the machine, or another thread held the interpreter. Memory is what the process has for itself
alone (anonymous pages); program files and fonts, which the system reads again when it wants their room, come on top.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.databases import Size
    from qc_desktop.gui.window import Window
    from tests.gui.watchdog import Stall

SIZE = (1366, 728)


@dataclass(frozen=True)
class Walked:
    """A step that was gone: how long the window stood, and what went wrong, which makes the figures worth nothing."""

    name: str
    stall: Stall
    troubles: tuple[str, ...]


def walk(window: Window, folder: Path, only: str | None = None, peak: Peak | None = None) -> list[Walked]:
    """Goes through every step. With ``only``, prints those that have the word as they are known."""
    from benchmarks.stall_steps import steps
    from benchmarks.stall_steps.troubles import Troubles
    from tests.gui.watchdog import Watchdog

    dog, found = Watchdog(), []
    jobs = window.jobs
    with Troubles(window) as troubles:
        for name, act in steps(window, folder):
            stall = dog.watch(act, lambda: not jobs.is_asking and not jobs.is_busy)
            found.append(Walked(name, stall, troubles.take(name)))
            if only is not None and only in name:
                _tell(name, stall, peak)
            for trouble in found[-1].troubles:
                print(f"{name}: {trouble}", file=sys.stderr, flush=True)
    return found


def _tell(name: str, stall: Stall, peak: Peak | None) -> None:
    memory = f"{_megabytes():8}{peak.take() if peak else 0:8}"
    print(f"  {name:44}{stall.clock:8.0f}{stall.processor:8.0f}{stall.seconds:8.2f}{memory}", flush=True)


def _megabytes(kind: str = "RssAnon") -> int:
    """``RssAnon``: its own; ``VmRSS``: with files; ``VmHWM``: the most there was of that."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(f"{kind}:")) * 1024 // 1_000_000


class Peak(Thread):
    """The most memory that the process had for itself, looked at every few milliseconds: in all, and of late."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._ended = Event()
        self.megabytes = self._of_late = 0

    def run(self) -> None:
        while not self._ended.wait(0.02):
            now = _megabytes()
            self.megabytes, self._of_late = max(self.megabytes, now), max(self._of_late, now)

    def take(self) -> int:
        """The most since it was asked before."""
        most, self._of_late = self._of_late, 0
        return most

    def end(self) -> int:
        self._ended.set()
        self.join()
        return self.megabytes


def _started(window: Window, peak: Peak) -> None:
    """As the program starts: shown, backed up, warmed up."""
    from qc_desktop.app import _after_show
    from qc_desktop.gui.warmup import WarmUp
    from tests.gui.watchdog import Watchdog

    jobs = window.jobs
    window.shell.resize(*SIZE)
    window.shell.show()

    def at_rest() -> bool:
        warm = jobs.findChild(WarmUp)
        return not jobs.is_busy and not jobs.is_asking and isinstance(warm, WarmUp) and warm.is_over

    stall = Watchdog().watch(lambda: _after_show(window), at_rest)
    sys.excepthook = sys.__excepthook__  # a step that fails says so here
    _tell("start, backup and warm-up", stall, peak)


def _profile(folder: Path, size: Size, given: Path | None) -> Path:
    from benchmarks import waiting
    from benchmarks.databases import build
    from qc_desktop.paths import Profile
    from qc_desktop.services.office import open_office

    root = folder / "profile"
    if given:
        root.mkdir()
        shutil.copy(given / "records.sqlite3", root)
    office = open_office(Profile(root), "示例员") if given else build(root, size)
    waiting.prepare(office)
    office.close()
    return root


def main() -> None:
    """Prints a line a step, the worst ten, and the most memory that was used."""
    from benchmarks.databases import Size

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--companies", type=int, default=Size.companies)
    options.add_argument("--years", type=int, default=Size.years)
    options.add_argument("--in", dest="folder", type=Path)
    options.add_argument("--only", default="")
    given, _ = options.parse_known_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        root = _profile(Path(folder), Size(given.companies, given.years), given.folder)
        wrong = measure(root, Path(folder), given.only)
    if wrong:
        raise SystemExit(f"figures of these steps say nothing, they were refused or crashed: {', '.join(wrong)}")


def measure(root: Path, folder: Path, only: str) -> list[str]:
    """The window on the profile ``root``, from its start to its end; the steps that went wrong."""
    from qc_desktop.app import application, opened
    from qc_desktop.paths import Profile
    from qc_desktop.services import preferences

    profile = Profile(root)
    preferences.remember_on_pc(profile, {"theme": "light", "operator": "示例员"})
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    print(f"  {'step':44}{'clock':>8}{'thread':>8}{'s':>8}{'MB':>8}{'most':>8}")
    app = application(on_screen=False)
    peak = Peak()
    peak.start()
    began = time.perf_counter()
    with opened(app, profile, "zh_CN") as window:
        print(f"  opened in {time.perf_counter() - began:.2f} s")
        _started(window, peak)
        found = walk(window, folder, only, peak)
        window.shell.leave()
    print("the longest:")
    for one in sorted(found, key=lambda one: -one.stall.clock)[:10]:
        print(f"  {one.name:44}{one.stall.clock:8.0f}{one.stall.processor:8.0f}{one.stall.seconds:8.2f}")
    load = os.getloadavg()[0]
    print(f"load of the machine: {load:.1f}; peak memory {peak.end()} MB, with files {_megabytes('VmHWM')} MB")
    return [one.name for one in found if one.troubles]


if __name__ == "__main__":
    main()
