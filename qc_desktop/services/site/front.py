"""The page that checks codes, with the keys in it, and what consumers should know."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from qc_desktop.paths import resource
from qc_desktop.services.site.html import FOLDER, Pages, fingerprint_of

SOURCE, INDEX = "verify_site", "index.html"
_IN_PAGE = ("association", "phone", "icp", "police", "published")
_LOADED = re.compile(r'((?:src|href)="[a-z_]+\.(?:js|css))"')
_DIGITS = 8


def index(keys: bytes, about: Mapping[str, str]) -> bytes:
    """The page itself, with ``keys`` (keys.json) and the root that signed it. What is inlined works from a file too.

    Whatever it loads is asked for by the page's fingerprint as well: browsers keep scripts for days.
    """
    page = _with_version(resource(SOURCE, INDEX).read_text(encoding="utf-8"), f"?v={fingerprint()[:_DIGITS]}")
    listed = json.loads(keys)
    blocks = {
        "root": listed["signature"]["spki"],
        "keys": listed,
        "office": {name: about[name] for name in _IN_PAGE},
    }
    for name, value in blocks.items():
        empty, written = f'id="{name}">null<', json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
        if page.count(empty) != 1:
            raise ValueError(f"the page has no place for {name}")
        page = page.replace(empty, f'id="{name}">{written}<')
    return page.encode()


def _with_version(page: str, version: str) -> str:
    if page.count('data-v=""') != 1:
        raise ValueError("the page has no place for its version")
    return _LOADED.sub(rf'\1{version}"', page.replace('data-v=""', f'data-v="{version}"'))


def fingerprint() -> str:
    """That of the page and all files beside it, as they lie here."""
    return fingerprint_of({**dict(files()), INDEX: resource(SOURCE, INDEX).read_bytes()})


def files() -> Iterator[tuple[str, bytes]]:
    """What lies beside the page as it is."""
    for path in sorted(resource(SOURCE).iterdir()):
        if path.is_file() and path.name != INDEX:
            yield path.name, path.read_bytes()


def knowledge(pages: Pages) -> Iterator[tuple[str, bytes]]:
    """怎样识别真标识, 怎样投诉."""
    titles = {"index": "消费者须知", "recognise": "怎样识别真标识", "complain": "怎样投诉"}
    for path in sorted(resource(FOLDER, "knowledge").glob("*.html")):
        body = pages.filled(f"knowledge/{path.name}")
        yield f"knowledge/{path.name}", pages.page(titles[path.stem], body, 1)
