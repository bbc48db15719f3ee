"""The published pages as a phone shows them: Chromium takes them, for no other browser is to be relied on here."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.browsing import Phones

GAP, GROUND = 24, "#c3c9d2"
NAMES = ("web_pages",)
"""The pictures that can be taken, by their names."""
_CODE = re.compile(r'"payload":"([0-9]+)"')


def pages(phones: Phones, site: Path, home: str, moment: dt.datetime) -> bytes:
    """Three pages of the folder ``site``, published for ``home``, side by side: a good certificate, its company's
    pledge, and what consumers should know; PNG."""
    from PIL import Image

    from tests.web.site import Site

    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    seen = phones.visit(Site(files), f"#{_newest(files)}", home=home, now=moment)
    seen.head()
    seen.page.locator("#record").wait_for()
    shots = [seen.page.screenshot()]
    for way in ("查看承诺书、产品和执行标准", "怎样识别真标识"):
        seen.page.get_by_role("link", name=way).click()
        seen.page.locator("h1").wait_for()
        shots.append(seen.page.screenshot())
    phones.leave(seen)
    pictures = [Image.open(io.BytesIO(shot)) for shot in shots]
    width, height = pictures[0].size
    sheet = Image.new("RGB", (len(pictures) * (width + GAP) + GAP, height + 2 * GAP), GROUND)
    for place, picture in enumerate(pictures):
        sheet.paste(picture, (GAP + place * (width + GAP), GAP))
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _newest(files: dict[str, bytes]) -> str:
    """The code of a certificate of the newest campaign: the last of a company that has one."""
    found = [_CODE.findall(data.decode()) for path, data in files.items() if path.startswith("pledge/")]
    return max(codes[-1] for codes in found if codes)
