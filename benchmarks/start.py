"""From nothing to a shown window, against a bare PySide6 window plus SQLAlchemy's import.

``python -m benchmarks.start [--rounds N]``. Whole processes, offscreen, on a profile of 2,000 invented companies; once
as they are, once cut off at the moment the window is shown, because the bare one pays much of its time at its end. Our
window is shown when the first page has its figures. Both ways run from bytecode, as an installed program does.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks.harness import Way, compare, run

BARE = """
import json, sqlalchemy.orm
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
print(json.dumps({"items": 1}), flush=True)
"""
OURS = """
import json, sys
from pathlib import Path
from qc_desktop.app import application, opened
from qc_desktop.paths import Profile
from PySide6.QtCore import QEventLoop
app = application()
with opened(app, Profile(Path(sys.argv[1])), "zh_CN") as window:
    window.shell.show()
    app.processEvents()
    while window.shell.context.jobs.is_asking:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()
    print(json.dumps({"items": 1}), flush=True)
    CUT
    window.shell.close()
"""
CUT = "import os; os._exit(0)"


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=7)
    given, _ = options.parse_known_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "bytecode"))
        _prepare(Path(folder, "profile"))
        for title, end in (("Start and end of a window", "pass"), ("Start to a shown window", CUT)):
            ways = _ways(Path(folder, "profile"), end)
            for way in ways:
                run(way)  # writes the bytecode
            compare(title, ways, given.rounds, "start")


def _ways(profile: Path, end: str) -> list[Way]:
    return [
        Way("bare window and SQLAlchemy", ("-c", BARE + end)),
        Way("ours, first page with its figures", ("-c", OURS.replace("CUT", end), str(profile))),
    ]


def _prepare(folder: Path) -> None:
    from qc_desktop.domain.progress import finish
    from qc_desktop.paths import Profile
    from qc_desktop.services import demo
    from qc_desktop.services.office import open_office

    office = open_office(Profile(folder), "示例员")
    finish(demo.sample_year(office, 2000, 2026))
    office.close()


if __name__ == "__main__":
    main()
