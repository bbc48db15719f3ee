"""kill -9 while the folder is published: what its first pages name stands there, and the next time makes it whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.progress import finish
from qc_desktop.services import demo, vault
from qc_desktop.services.certificates import register
from qc_desktop.services.ledger.replay import replaying
from qc_desktop.services.site.publishing import publishing
from qc_desktop.trust.ledger import tiles
from tests.faults.test_kill import assert_sound, kill_at


def missing(site: Path) -> list[str]:
    """What the page and the checkpoint name and is not there; nothing where there is no page yet."""
    if not (site / "index.html").exists():
        return []
    codes = [code for path in site.glob("numbers/*/*.json") for code in json.loads(path.read_bytes()).values()]
    named = [f"pledge/{code[-2:]}/{code}.html" for code in codes]
    size = int((site / "checkpoint").read_text(encoding="utf-8").split("\n")[1])
    named += [tiles.path(0, 0, size), tiles.path("entries", 0, size), "status.json", "keys.json", "verify.js"]
    return [path for path in named if not (site / path).exists()]


@pytest.mark.parametrize("point", ["write_loosely", "site_publish 12", "published"])
def test_a_publication_is_whole_or_gone_on_with(issued_year, tmp_path, opened, point):
    site = tmp_path / "site"
    issued_year.office.close()
    kill_at(point, "publish", issued_year.office.profile.root, site)
    assert missing(site) == []
    again = opened(issued_year.office.profile.root)
    assert_sound(again)
    keys = vault.unlock(again, demo.PASSPHRASE)
    register.end(again, "QC-2026-315-000001", CertificateState.VOID, "示例原因")
    finish(publishing(again, site, lambda: keys))
    assert missing(site) == []
    assert json.loads((site / "status.json").read_bytes())["ended"]
    assert not list(site.rglob("*.part"))
    assert finish(replaying(again)) == []


def test_a_head_that_is_written_first_is_caught(issued_year, tmp_path):
    issued_year.office.close()
    kill_at("head", "publish_head_first", issued_year.office.profile.root, tmp_path / "site")
    assert len(missing(tmp_path / "site")) == 12
