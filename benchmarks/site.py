"""Publishing very many certificates, and publishing again where nothing changed.

``python -m benchmarks.site [--count N] [--rounds N]``. The peer copies the published folder, file by file.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.harness import Way, compare, report
from benchmarks.issued import PASSPHRASE


def _publish(folder: Path, site: Path) -> tuple[int, int]:
    """Publishes the prepared records into ``site``; returns the certificates and the bytes of all files."""
    from sqlalchemy import func, select

    from qc_desktop.domain.progress import finish
    from qc_desktop.paths import Profile
    from qc_desktop.services import vault
    from qc_desktop.services.office import open_office
    from qc_desktop.services.site.publishing import publishing
    from qc_desktop.storage.tables import Certificate

    office = open_office(Profile(folder / "profile"), "示例员")
    finish(publishing(office, site, lambda: vault.unlock(office, PASSPHRASE)))
    with office.store.reading() as session:
        certificates = session.scalar(select(func.count()).select_from(Certificate)) or 1
    office.close()
    return certificates, _size(site)


def _size(site: Path) -> int:
    return sum(path.stat().st_size for path in site.rglob("*") if path.is_file())


def _replay(folder: Path) -> tuple[int, int]:
    """Holds the records against the ledger; returns its entries."""
    from qc_desktop.domain.progress import finish
    from qc_desktop.paths import Profile
    from qc_desktop.services.ledger import heads
    from qc_desktop.services.ledger.replay import replaying
    from qc_desktop.services.office import open_office

    office = open_office(Profile(folder / "profile"), "示例员")
    assert not finish(replaying(office))
    entries = heads.size(office)
    office.close()
    return entries, 0


def _run(way: str, folder: Path) -> tuple[int, int]:
    if way == "replay":
        return _replay(folder)
    if way == "again":
        return _publish(folder, folder / "site")
    with tempfile.TemporaryDirectory(dir=folder) as place:
        if way == "publish":
            return _publish(folder, Path(place) / "site")
        shutil.copytree(folder / "site", Path(place) / "site")
        return int((folder / "count").read_text()), _size(folder / "site")


def _prepare(folder: Path, count: int) -> None:
    subprocess.run(
        [sys.executable, "-m", "benchmarks.issued", str(folder / "profile"), "--count", str(count)], check=True
    )
    certificates, _ = _publish(folder, folder / "site")
    (folder / "count").write_text(str(certificates))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--way", default="")
    options.add_argument("--folder", type=Path)
    given = options.parse_args()
    if given.way == "prepare":
        _prepare(given.folder, given.count)
        return
    if given.way:
        report(*_run(given.way, given.folder))
        return
    with tempfile.TemporaryDirectory() as folder:
        ours = ("-m", "benchmarks.site", "--folder", folder, "--way")
        subprocess.run([sys.executable, *ours, "prepare", "--count", str(given.count)], check=True)
        ways = [
            Way("ours: publish, replay before it", (*ours, "publish")),
            Way("ours: replay alone", (*ours, "replay")),
            Way("ours: nothing changed", (*ours, "again")),
            Way("the folder copied", (*ours, "copy")),
        ]
        compare(f"{given.count:,} certificates published", ways, given.rounds, "certificate")


if __name__ == "__main__":
    main()
