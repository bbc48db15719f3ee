"""The page that checks codes: what it loads is named by its publication: no browser takes an older file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from qc_desktop.paths import resource
from qc_desktop.services.site import front

LOADED = re.compile(r'(?:src|href)="([a-z_]+\.(?:js|css))([^"]*)"')


@pytest.fixture
def other_source(tmp_path, monkeypatch) -> Path:
    """The page's files, to be changed: what the next version of the program brings."""
    source = Path(shutil.copytree(resource(front.SOURCE), tmp_path / "source" / front.SOURCE))
    monkeypatch.setattr(
        front, "resource", lambda *parts: resource(*parts) if parts[0] != front.SOURCE else source.joinpath(*parts[1:])
    )
    return source


def test_whatever_the_page_loads_is_named_by_its_publication(site):
    _, root = site
    page = (root / "index.html").read_text(encoding="utf-8")
    loaded = LOADED.findall(page)
    version = f"?v={front.fingerprint()[:8]}"
    assert {name for name, _ in loaded} >= {"style.css", "words.js", "verify.js"}
    assert {asked for _, asked in loaded} == {version}
    assert f'<html lang="zh-CN" data-v="{version}">' in page
    assert all((root / name).is_file() for name, _ in loaded)


def test_another_page_is_another_publication_of_the_same_day(site, publish, other_source):
    year, root = site
    before = {path.name: path.read_bytes() for path in root.iterdir() if path.is_file()}
    assert publish(year).is_same
    words = other_source / "words_zh.js"
    words.write_text(words.read_text(encoding="utf-8") + "// 示例\n", encoding="utf-8")
    assert not publish(year).is_same
    after = {path.name: path.read_bytes() for path in root.iterdir() if path.is_file()}
    changed = {name for name in after if after[name] != before[name]} - {"status.json", ".publication.json"}
    assert changed == {"words_zh.js", "index.html"}
    versions = [{asked for _, asked in LOADED.findall(pages["index.html"].decode())} for pages in (before, after)]
    assert versions[0].isdisjoint(versions[1])
    assert publish(year).is_same


def test_each_name_and_each_content_counts(other_source):
    known = {front.fingerprint()}
    for change in (
        lambda: (other_source / "code.js").write_bytes(b"//"),
        lambda: (other_source / "icon.svg").rename(other_source / "icon2.svg"),
        lambda: (other_source / front.INDEX).write_bytes(b"<p>"),
    ):
        change()
        assert front.fingerprint() not in known
        known.add(front.fingerprint())


@pytest.mark.parametrize("lost", ['data-v=""', 'id="keys">null<'])
def test_a_page_without_room_is_a_defect(other_source, lost):
    index = other_source / front.INDEX
    index.write_text(index.read_text(encoding="utf-8").replace(lost, ""), encoding="utf-8")
    with pytest.raises(ValueError, match="no place"):
        front.index(b'{"signature": {"spki": ""}}', dict.fromkeys(front._IN_PAGE, ""))
