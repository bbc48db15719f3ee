"""A whole batch as staff run it: issued (numbered, hashed, signed, registered), rendered, logged, every page checked.

``python -m benchmarks.issuing [--count N] [--rounds N]``. The records are prepared before the clock starts.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.harness import Way, compare, report

YEAR = 2026
PASSPHRASE = "示例-benchmark-2026"


def _office(folder: Path) -> object:
    from qc_desktop.paths import Profile
    from qc_desktop.services.office import open_office

    return open_office(Profile(folder / "profile"), "示例员")


def _prepare(folder: Path, count: int) -> None:
    from qc_desktop.domain.progress import finish
    from qc_desktop.services import demo, vault

    office = _office(folder)
    finish(demo.sample_year(office, count, YEAR))
    vault.set_up(office, PASSPHRASE)
    office.close()


def _run(folder: Path, *, rendered: bool, checked: bool) -> tuple[int, int]:
    """Issues everybody in a copy of the prepared profile; returns how many and the size of the PDF."""
    from qc_desktop.domain.progress import finish
    from qc_desktop.services import vault
    from qc_desktop.services.campaigns.years import campaign
    from qc_desktop.services.certificates import issuing, printing

    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(folder / "profile", Path(place) / "profile")
        office = _office(Path(place))
        issued = finish(issuing.issue(office, campaign(office, YEAR).id, vault.unlock(office, PASSPHRASE)))
        size = 0
        if rendered:
            pdf = Path(place) / "all.pdf"
            finish(printing.print_one_file(office, issued.numbers, pdf, checked=checked))
            size = pdf.stat().st_size
        office.close()
        return len(issued.numbers), size


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--way", default="")
    options.add_argument("--folder", type=Path)
    given = options.parse_args()
    if given.way == "prepare":
        _prepare(given.folder, given.count)
        return
    if given.way:
        report(*_run(given.folder, rendered=given.way != "issue", checked=given.way == "check"))
        return
    with tempfile.TemporaryDirectory() as folder:
        ours = ("-m", "benchmarks.issuing", "--folder", folder, "--way")
        # in a process of its own: what this one imports would count as the memory of those that it starts
        subprocess.run([sys.executable, *ours, "prepare", "--count", str(given.count)], check=True)
        peer = ("-m", "benchmarks.certificates", "--count", str(given.count), "--way")
        few = ("-m", "benchmarks.certificates", "--count", str(max(1, given.count // 10)), "--way")
        ways = [
            Way("ours: rendering alone", (*peer, "ours")),
            Way("ours: issue", (*ours, "issue")),
            Way("ours: issue, render, log", (*ours, "render")),
            Way("ours: issue, render, log, check", (*ours, "check")),
            Way("straightforward reportlab", (*few, "straightforward reportlab")),
        ]
        compare(f"A batch of {given.count:,} certificates", ways, given.rounds, "certificate")


if __name__ == "__main__":
    main()
