"""The pictures of the manual, from the running program.

    ./run manual        (writes resources/help/pictures)

Which pictures are wanted is read from the articles: each is the scene of its name (see scenes/) or a part of one.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

import sample
import scenes

HELP = sample.ROOT / "resources" / "help"
PICTURES = HELP / "pictures"
SIZE = (1280, 720)
"""Logical pixels: a list has its detail beside it, and the words can be read where the picture is made smaller."""
COLOURS = 128
FOR_README = ("companies",)
"""Pictures that the README shows."""


def wanted() -> list[str]:
    """The names of the pictures in the articles, and in the README."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(HELP.glob("*.md")))
    named = [name for text in texts for name in re.findall(r"\]\(pictures/([a-z_]+)\.png\)", text)]
    return list(dict.fromkeys([*FOR_README, *named]))


def squeeze(png: bytes) -> bytes:
    """The picture with a palette: a third of the size, and no difference to be seen."""
    from PIL import Image

    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(out, "PNG", optimize=True)
    return out.getvalue()


def _png(picture: object) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[attr-defined]
    return bytes(data.data())


def _page(site: Path) -> bytes:
    from qc_desktop.services.demo import PREFIX
    from tests.web import browsing

    if browsing.CHROMIUM is None:
        raise SystemExit(browsing.HOW)
    with browsing.chromium() as browser:
        return scenes.web.pages(browsing.Phones(browser), site, PREFIX.removesuffix("#"), sample.MOMENT)


def main() -> None:
    """Makes every picture anew and takes away those that no article shows."""
    home = Path(tempfile.gettempdir()) / "示例员"  # what is shown of places says nothing of this PC
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    os.environ |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1", "TZ": "Asia/Shanghai"}
    folder = Path(tempfile.mkdtemp())
    sample.prepare(folder)
    sample.stop_the_clock()
    from qc_desktop.app import application
    from qc_desktop.paths import Profile
    from qc_desktop.services import preferences

    place, site = home / "质量诚信承诺", home / sample.SITE
    shutil.move(folder / "profile", place)
    shutil.move(folder / sample.SITE, site)
    preferences.remember_on_pc(Profile(place), {"operator": "示例员", "theme": "light", "site_folder": str(site)})
    app = application(on_screen=False)
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    first = dict(scenes.first_run(folder / "first", "zh_CN", "light", "standard", SIZE))
    for name in wanted():
        if name.startswith("first_run_"):
            picture = _png(first[name.removeprefix("first_run_")])
        elif name in scenes.web.NAMES:
            picture = _page(site)
        else:
            with scenes.stage(app, place, folder / "收到的回表", "zh_CN", SIZE) as stage:
                picture = _png(stage.grab(scenes.SCENES[name](stage)))
        (PICTURES / f"{name}.png").write_bytes(squeeze(picture))
        print(name, flush=True)
    shutil.rmtree(folder)
    shutil.rmtree(home)


if __name__ == "__main__":
    sys.exit(main())
