"""Goes through the scenes of ``./run screenshots`` and ``./run manual`` in a process of its own: they stop the clock.

python tests/pictures/walk.py FOLDER        (an empty folder; prints what was seen, as JSON)
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))

import sample
import scenes

SIZE = (911, 440)
HARMLESS = "This plugin does not support"


class Walk:
    """``shown`` are the scenes that came about, ``faults`` what went wrong beside them."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtCore import qInstallMessageHandler

        from qc_desktop.app import application

        self._folder = folder
        self._app = application(on_screen=False)
        self.shown: list[str] = []
        self.faults: list[str] = []
        self.at = ""
        sys.excepthook = self._note
        qInstallMessageHandler(self._hear)

    def _note(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        self.faults.append(f"{self.at}: {''.join(traceback.format_exception(kind, problem, trace))}")

    def _hear(self, _kind: object, _context: object, said: str) -> None:
        if not said.startswith(HARMLESS):
            self.faults.append(said)

    def show(self, profile: str, name: str, scene: scenes.Scene) -> None:
        """Shows one scene and looks at it; what it raises is passed on."""
        self.at, root = name, self._folder / profile
        with scenes.stage(self._app, root, self._folder / "收到的回表", "zh_CN", SIZE) as stage:
            if stage.grab(scene(stage)).isNull():
                self.faults.append(f"{name}: nothing is seen")
        self.faults += [f"{name}: {report.read_text(encoding='utf-8')}" for report in root.glob("logs/crash-*")]
        self.shown.append(name)

    def first_run(self) -> None:
        """The window that asks how to begin."""
        for name, _ in scenes.first_run(self._folder / "first", "zh_CN", "light", "standard", SIZE):
            self.shown.append(f"first_run_{name}")


def _fails_later(_stage: scenes.Stage) -> None:
    from PySide6.QtCore import QTimer

    def fail() -> None:
        raise LookupError("a part was renamed")

    QTimer.singleShot(0, fail)


def _touches_nothing(stage: scenes.Stage) -> None:
    stage.go("home").no_such_part.click()


def caught(walk: Walk, scene: scenes.Scene) -> bool:
    """Whether ``scene``, which is broken, is noticed; nothing is left of that."""
    before = len(walk.faults)
    try:
        walk.show("profile", "broken", scene)
    except AttributeError:
        return True
    noticed = walk.faults[before:]
    del walk.faults[before:], walk.shown[-1:]
    return bool(noticed)


def main(folder: Path) -> dict[str, Any]:
    """Every scene once, then two that are broken."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "TZ": "Asia/Shanghai"}
    sample.prepare(folder)
    sample.stop_the_clock()
    walk = Walk(folder)
    for profile, some in (("profile", scenes.SCENES), ("empty", scenes.EMPTY)):
        for name, scene in some.items():
            walk.show(profile, name, scene)
    walk.first_run()
    broken: tuple[Callable[[scenes.Stage], None], ...] = (_touches_nothing, _fails_later)
    return {"shown": walk.shown, "faults": walk.faults[:], "caught": [caught(walk, scene) for scene in broken]}


if __name__ == "__main__":
    try:
        print(json.dumps(main(Path(sys.argv[1]))))
    finally:
        sys.excepthook = sys.__excepthook__  # what a scene raises is said
