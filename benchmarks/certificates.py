"""Certificates rendered: one file, one file each, the page check, and the cost as the batch grows.

``python -m benchmarks.certificates [--count N] [--rounds N] [--curve]``
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.harness import Way, can_run, compare, report
from benchmarks.peers import python_of_peers
from qc_desktop.domain.progress import finish

if TYPE_CHECKING:
    from qc_desktop.documents.sheets import Sheet


def _one_file(batch: Sequence[Sheet], folder: Path) -> int:
    from benchmarks.certificates_samples import LAYOUT
    from qc_desktop.documents.layout import by_hash
    from qc_desktop.documents.rendering import render_file

    path = finish(render_file(batch, folder / "ours.pdf", by_hash(LAYOUT)))
    return path.stat().st_size


def _one_file_plain(batch: Sequence[Sheet], folder: Path) -> int:
    from benchmarks.certificates_straightforward import render_file

    render_file(batch, folder / "plain.pdf")
    return (folder / "plain.pdf").stat().st_size


def _each(batch: Sequence[Sheet], folder: Path) -> int:
    from benchmarks.certificates_samples import LAYOUT
    from qc_desktop.documents.layout import by_hash
    from qc_desktop.documents.rendering import render_folder

    paths = finish(render_folder(batch, folder / "each", by_hash(LAYOUT)))
    return sum(path.stat().st_size for path in paths)


def _each_plain(batch: Sequence[Sheet], folder: Path) -> int:
    from benchmarks.certificates_straightforward import render_folder

    render_folder(batch, folder)
    return sum(path.stat().st_size for path in folder.glob("*.pdf"))


def _checked(batch: Sequence[Sheet], folder: Path) -> int:
    from benchmarks.certificates_samples import LAYOUT
    from qc_desktop.documents.layout import by_hash
    from qc_desktop.documents.pagecheck import PageProblem, check_file

    size = _one_file(batch, folder)
    found = check_file(folder / "ours.pdf", batch, by_hash(LAYOUT), lambda _: True)
    if any(isinstance(one, PageProblem) for one in found):
        raise RuntimeError("a page is wrong")
    return size


WAYS = {
    "ours": _one_file,
    "straightforward reportlab": _one_file_plain,
    "ours, one file each": _each,
    "straightforward, one file each": _each_plain,
    "ours and page check": _checked,
    "ours, as few as the peers": _one_file,
}


def _way(name: str, count: int, prepared: Path | None = None) -> Way:
    """Of the first ``count`` certificates of the file ``prepared``, or of certificates invented one by one."""
    given = ("--prepared", str(prepared)) if prepared else ()
    return Way(name, ("-m", "benchmarks.certificates", "--way", name, "--count", str(count), *given))


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


def one_file(count: int, rounds: int, folder: Path, prepared: Path) -> None:
    """All ways of rendering one file; the slow ones make a fifth, which takes long enough."""
    few = max(1, count // 5)
    _prepare("certificates_floor", count, folder / "floor.pickle")
    ways = [
        _way("ours", count, prepared),
        *_floors(folder / "floor.pickle", folder),
        _way("straightforward reportlab", few, prepared),
        *_peers(folder, few),
        _way("ours and page check", few, prepared),
        _way("ours, as few as the peers", few, prepared),
    ]
    compare("Certificates in one file", ways, rounds, "page")


def one_file_each(count: int, rounds: int, prepared: Path) -> None:
    """Each certificate in a file of its own, a twentieth of them."""
    each = ("ours, one file each", "straightforward, one file each")
    compare("Certificates, one file each", [_way(name, max(1, count // 20), prepared) for name in each], rounds, "file")


def _measure(way: str, count: int, prepared: Path | None) -> None:
    from benchmarks import certificates_samples as samples

    batch = samples.read(prepared)[:count] if prepared else samples.sheets(count)
    with tempfile.TemporaryDirectory() as folder:
        report(len(batch), WAYS[way](batch, Path(folder)))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=2000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--curve", action="store_true", help="our way at 100, 1,000, 10,000 and 100,000 pages")
    arguments.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    arguments.add_argument("--prepared", type=Path, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.way:
        _measure(chosen.way, chosen.count, chosen.prepared)
        return
    with tempfile.TemporaryDirectory() as name:
        prepared = Path(name) / "sheets.pickle"
        _prepare("certificates_samples", chosen.count, prepared)
        one_file(chosen.count, chosen.rounds, Path(name), prepared)
        one_file_each(chosen.count, chosen.rounds, prepared)
    if chosen.curve:
        for size in (100, 1_000, 10_000, 100_000):
            compare(f"One file of {size:,} pages", [_way("ours", size)], 1, "page")


if __name__ == "__main__":
    main()
