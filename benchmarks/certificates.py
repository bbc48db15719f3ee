"""Certificates rendered: one file, one file each, the page check, and the cost as the batch grows.

``python -m benchmarks.certificates [--count N] [--rounds N] [--curve]``
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.harness import Way, can_run, compare, report
from benchmarks.peers import python_of_peers
from qc_desktop.domain.progress import finish


def _one_file(count: int, folder: Path) -> int:
    from benchmarks.certificates_samples import LAYOUT, sheets
    from qc_desktop.documents.layout import by_hash
    from qc_desktop.documents.rendering import render_file

    path = finish(render_file(sheets(count), folder / "ours.pdf", by_hash(LAYOUT)))
    return path.stat().st_size


def _one_file_plain(count: int, folder: Path) -> int:
    from benchmarks.certificates_samples import sheets
    from benchmarks.certificates_straightforward import render_file

    render_file(sheets(count), folder / "plain.pdf")
    return (folder / "plain.pdf").stat().st_size


def _each(count: int, folder: Path) -> int:
    from benchmarks.certificates_samples import LAYOUT, sheets
    from qc_desktop.documents.layout import by_hash
    from qc_desktop.documents.rendering import render_folder

    paths = finish(render_folder(sheets(count), folder / "each", by_hash(LAYOUT)))
    return sum(path.stat().st_size for path in paths)


def _each_plain(count: int, folder: Path) -> int:
    from benchmarks.certificates_samples import sheets
    from benchmarks.certificates_straightforward import render_folder

    render_folder(sheets(count), folder)
    return sum(path.stat().st_size for path in folder.glob("*.pdf"))


def _checked(count: int, folder: Path) -> int:
    from benchmarks.certificates_samples import LAYOUT, sheets
    from qc_desktop.documents.layout import by_hash
    from qc_desktop.documents.pagecheck import PageProblem, check_file
    from qc_desktop.documents.rendering import render_file

    batch = sheets(count)
    path = finish(render_file(batch, folder / "ours.pdf", by_hash(LAYOUT)))
    found = check_file(path, batch, by_hash(LAYOUT), lambda _: True)
    if any(isinstance(one, PageProblem) for one in found):
        raise RuntimeError("a page is wrong")
    return path.stat().st_size


def _samples_only(count: int, folder: Path) -> int:
    from benchmarks.certificates_samples import sheets

    return sum(len(sheet.qr_digits) for sheet in sheets(count)) if folder.is_dir() else 0


WAYS = {
    "ours": _one_file,
    "straightforward reportlab": _one_file_plain,
    "ours, one file each": _each,
    "straightforward, one file each": _each_plain,
    "ours and page check": _checked,
    "ours, as few as the peers": _one_file,
    "making the samples only": _samples_only,
}


def _way(name: str, count: int) -> Way:
    return Way(name, ("-m", "benchmarks.certificates", "--way", name, "--count", str(count)))


PEERS = ("typst", "fpdf2", "weasyprint", "libreoffice_merge", "libreoffice")
"""The files of ``certificates_peers``."""


def _prepare(module: str, count: int, path: Path) -> None:
    """In a process of its own: what this one imports would count as the memory of those that it starts."""
    subprocess.run([sys.executable, "-m", f"benchmarks.{module}", "prepare", str(count), str(path)], check=True)


def _peers(folder: Path, count: int) -> list[Way]:
    """The peers that can be had here, tried with one page; pages and files are written into ``folder``."""
    python = python_of_peers()
    one, some = folder / "one.json", folder / "pages.json"
    _prepare("certificates_pages", 1, one)
    _prepare("certificates_pages", count, some)

    def way(name: str, source: Path) -> Way:
        line = ("-m", "benchmarks.certificates_peers", name, str(source), str(folder / f"{name}.pdf"))
        return Way(name, line, python)

    return [way(name, some) for name in PEERS if can_run(way(name, one))]


def _floors(prepared: Path, folder: Path) -> list[Way]:
    names = {"write": "bytes-only floor", "deflate": "bytes-only floor, QR symbols ready"}
    arguments = (str(prepared), str(folder / "floor.pdf"))
    return [Way(said, ("-m", "benchmarks.certificates_floor", way, *arguments)) for way, said in names.items()]


def one_file(count: int, rounds: int) -> None:
    """All ways of rendering one file; the slow ones make a fifth, which takes long enough."""
    with tempfile.TemporaryDirectory() as name:
        folder, few = Path(name), max(1, count // 5)
        _prepare("certificates_floor", count, folder / "floor.pickle")
        ways = [
            _way("ours", count),
            *_floors(folder / "floor.pickle", folder),
            _way("straightforward reportlab", few),
            *_peers(folder, few),
            _way("ours and page check", few),
            _way("ours, as few as the peers", few),
            _way("making the samples only", count),
        ]
        compare("Certificates in one file", ways, rounds, "page")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=2000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--curve", action="store_true", help="our way at 100, 1,000, 10,000 and 100,000 pages")
    arguments.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.way:
        with tempfile.TemporaryDirectory() as folder:
            report(chosen.count, WAYS[chosen.way](chosen.count, Path(folder)))
        return
    count, rounds = chosen.count, chosen.rounds
    one_file(count, rounds)
    each = ("ours, one file each", "straightforward, one file each")
    compare("Certificates, one file each", [_way(name, max(1, count // 20)) for name in each], rounds, "file")
    if chosen.curve:
        for size in (100, 1_000, 10_000, 100_000):
            compare(f"One file of {size:,} pages", [_way("ours", size)], 1, "page")


if __name__ == "__main__":
    main()
