"""An auditor that is not ours: Go's packages for transparency logs look through a folder of 10,000 entries."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import insert

from qc_desktop.domain.progress import finish
from qc_desktop.services.ledger import heads
from qc_desktop.services.site.publishing import publishing
from qc_desktop.storage.tables import LedgerLeaf
from qc_desktop.trust.ledger.checkpoints import Checkpoint
from qc_desktop.trust.ledger.tree import Tree
from qc_desktop.trust.notes import NoteKey

ENTRIES = 10_000
SOURCE = Path(__file__).parents[2] / "trust" / "auditor" / "main.go"
GO_PATH = Path("/usr/share/gocode")
needs_go = pytest.mark.skipif(
    not shutil.which("go") or not (GO_PATH / "src/golang.org/x/mod/sumdb/tlog").is_dir(),
    reason="Go's own look is left out: apt-get install golang-go golang-golang-x-mod-dev",
)
pytestmark = [needs_go, pytest.mark.xdist_group("auditor")]
Audit = Callable[..., str]


@pytest.fixture(scope="module")
def auditor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The auditor, built from source with nothing but what Debian brings."""
    made = tmp_path_factory.mktemp("auditor")
    surroundings = {**os.environ, "GO111MODULE": "off", "GOPATH": str(GO_PATH), "GOCACHE": str(made / "cache")}
    subprocess.run(
        ["go", "build", "-o", made / "auditor", SOURCE], env={**surroundings, "GOFLAGS": ""}, cwd=made, check=True
    )
    return made / "auditor"


@pytest.fixture
def audited(auditor: Path, published) -> Audit:
    """What the auditor says: the size, or what is wrong."""
    key, _, _ = published

    def audit(folder: Path, *older: Path) -> str:
        done = subprocess.run([auditor, key, folder, *older], capture_output=True, text=True, check=False)
        assert done.returncode == (0 if done.stdout.strip().isdecimal() else 1), done.stderr
        return done.stdout.strip()

    return audit


@pytest.fixture(scope="module")
def published(tmp_path_factory, issued_year_profile, open_keys):
    """Verifier key, a folder with 10,000 entries, and the folder as it was 3,000 entries before."""
    from tests.samples import reopened

    root = tmp_path_factory.mktemp("published")
    year = reopened(issued_year_profile, root / "profile", open_keys)
    for name, size in (("before", 6_999), ("site", ENTRIES)):
        with year.office.writing("filling", undoable=False) as work:
            first = heads.size(year.office)
            wanted = [{"place": at, "entry": at.to_bytes(32)} for at in range(first, size)]
            work.session.execute(insert(LedgerLeaf), wanted)
        finish(publishing(year.office, root / name, lambda: year.keys, despite=True))
    key = heads.head(year.office).verifier_key
    year.office.close()
    return key, root / "site", root / "before"


@pytest.fixture
def copied(published, tmp_path) -> Path:
    """The folder, to be spoiled."""
    return Path(shutil.copytree(published[1], tmp_path / "site"))


def test_the_published_ledger_holds(published, audited):
    _, site, before = published
    assert audited(site, before / "checkpoint") == str(ENTRIES)


@pytest.mark.parametrize(
    "name", ["tile/0/000", "tile/0/038", "tile/0/039.p/16", "tile/1/000.p/39", "tile/entries/020", "checkpoint"]
)
def test_one_flipped_bit_is_caught(copied, audited, name):
    data = bytearray((copied / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copied / name).write_bytes(data)
    assert audited(copied) != str(ENTRIES)


@pytest.mark.parametrize("name", ["tile/0/038", "tile/entries/039.p/16", "checkpoint"])
def test_a_file_that_is_cut_is_caught(copied, audited, name):
    (copied / name).write_bytes((copied / name).read_bytes()[:-20])
    assert audited(copied) != str(ENTRIES)


def test_a_ledger_that_went_back_is_caught(published, audited):
    _, site, before = published
    assert "fewer" in audited(before, site / "checkpoint")


def test_a_fork_is_caught(copied, published, audited, open_keys):
    """Whoever has the key signs another past; who holds an earlier head sees it."""
    key, _, before = published
    name = NoteKey.read(key).name
    entries = [b"another past".ljust(32)] * ENTRIES
    from qc_desktop.trust.ledger import tiles

    for path, data in [*tiles.hash_tiles(Tree(entries), ENTRIES), *tiles.entry_tiles(entries, ENTRIES)]:
        (copied / path).write_bytes(data)
    signer = open_keys.ledger
    note = Checkpoint(name, ENTRIES, Tree(entries).head()).sign(NoteKey(name, signer.raw_public), signer.sign)
    (copied / "checkpoint").write_text(note, encoding="utf-8")
    assert audited(copied) == str(ENTRIES), "the control: alone the fork looks well"
    assert audited(copied, before / "checkpoint") != str(ENTRIES)
