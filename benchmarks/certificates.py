"""Certificates rendered: one file, one file each, the page check, and the cost as the batch grows.

``python -m benchmarks.certificates [--count N] [--rounds N] [--curve]``
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.certificates_samples import LAYOUT, sheets
from benchmarks.harness import Way, compare, report
from qc_desktop.domain.progress import finish


def _one_file(count: int, folder: Path) -> int:
    from qc_desktop.documents.layout import by_hash
    from qc_desktop.documents.rendering import render_file

    path = finish(render_file(sheets(count), folder / "ours.pdf", by_hash(LAYOUT)))
    return path.stat().st_size


def _one_file_plain(count: int, folder: Path) -> int:
    from benchmarks.certificates_straightforward import render_file

    render_file(sheets(count), folder / "plain.pdf")
    return (folder / "plain.pdf").stat().st_size


def _each(count: int, folder: Path) -> int:
    from qc_desktop.documents.layout import by_hash
    from qc_desktop.documents.rendering import render_folder

    paths = finish(render_folder(sheets(count), folder / "each", by_hash(LAYOUT)))
    return sum(path.stat().st_size for path in paths)


def _each_plain(count: int, folder: Path) -> int:
    from benchmarks.certificates_straightforward import render_folder

    render_folder(sheets(count), folder)
    return sum(path.stat().st_size for path in folder.glob("*.pdf"))


def _checked(count: int, folder: Path) -> int:
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
    return sum(len(sheet.qr_digits) for sheet in sheets(count)) if folder.is_dir() else 0


WAYS = {
    "ours": _one_file,
    "straightforward reportlab": _one_file_plain,
    "ours, one file each": _each,
    "straightforward, one file each": _each_plain,
    "ours and page check": _checked,
    "making the samples only": _samples_only,
}


def _way(name: str, count: int) -> Way:
    return Way(name, ("-m", "benchmarks.certificates", "--way", name, "--count", str(count)))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=500)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--curve", action="store_true", help="our way at 100, 1,000, 10,000 and 100,000 pages")
    arguments.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.way:
        with tempfile.TemporaryDirectory() as folder:
            report(chosen.count, WAYS[chosen.way](chosen.count, Path(folder)))
        return
    count, rounds = chosen.count, chosen.rounds
    names = ("ours", "straightforward reportlab", "ours and page check", "making the samples only")
    compare("Certificates in one file", [_way(name, count) for name in names], rounds, "page")
    few = max(1, count // 5)
    each = ("ours, one file each", "straightforward, one file each")
    compare("Certificates, one file each", [_way(name, few) for name in each], rounds, "file")
    if chosen.curve:
        for size in (100, 1_000, 10_000, 100_000):
            compare(f"One file of {size:,} pages", [_way("ours", size)], 1, "page")


if __name__ == "__main__":
    main()
