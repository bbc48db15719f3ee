"""From nothing to a shown window, against a bare PySide6 window plus SQLAlchemy's import.

``python -m benchmarks.start [--rounds N]``. Whole processes, offscreen, on a profile of 2,000 invented companies.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks.harness import Way, compare

BARE = """
import json, sqlalchemy.orm
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
print(json.dumps({"items": 1}))
"""
OURS = """
import json, sys
from pathlib import Path
from qc_desktop.app import application, opened
from qc_desktop.paths import Profile
app = application()
with opened(app, Profile(Path(sys.argv[1])), "zh_CN") as window:
    window.shell.show()
    app.processEvents()
    print(json.dumps({"items": 1}), flush=True)
    window.shell.close()
"""


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=7)
    given, _ = options.parse_known_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        _prepare(Path(folder))
        ways = [Way("bare window and SQLAlchemy", ("-c", BARE)), Way("ours, first page shown", ("-c", OURS, folder))]
        compare("Start to a shown window", ways, given.rounds, "start")


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
