"""Pictures of every view in two languages, two themes and three scales, and contact sheets of them, for eyes.

    ./run screenshots [FOLDER [VIEW…]]        (default out/screenshots and all views)

Invented data, three years, the year half-way. Every view gets a sheet of its own with its twelve variants, and every
set (language, theme, scale) sheets of all views, six on a page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import sample
import scenes

LANGUAGES, THEMES, SCALES = ("zh_CN", "en"), ("light", "dark"), ("1", "1.25", "1.5")
SCREEN = (1366, 728)
ACROSS, DOWN = 2, 3
"""How many pictures a sheet of a set has."""
WIDE = 960
"""Pixels of a picture on a sheet: its words can still be read."""


def one_set(source: Path, folder: Path, lang: str, theme: str, wanted: list[str]) -> None:
    """The views in one language and theme, at the scale the environment sets."""
    sample.stop_the_clock()
    from qc_desktop.app import application

    profile = folder / "profile"
    shutil.copytree(source / "profile", profile)
    _prefer(profile, theme)
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    size = (round(SCREEN[0] / scale), round(SCREEN[1] / scale))
    app = application(on_screen=False)
    for name in wanted:
        with scenes.stage(app, profile, source / "收到的回表", lang, size) as stage:
            scenes.SCENES[name](stage)
            stage.grab().save(str(folder / f"{name}.png"))
    shutil.rmtree(profile)
    _empty_and_first_run(app, folder, lang, theme, size)


def _prefer(profile: Path, theme: str) -> None:
    from qc_desktop.paths import Profile
    from qc_desktop.services import preferences

    profile.mkdir(parents=True, exist_ok=True)
    preferences.remember_on_pc(Profile(profile), {"theme": theme, "operator": "示例员"})


def _empty_and_first_run(app: object, folder: Path, lang: str, theme: str, size: tuple[int, int]) -> None:
    """The pages before anything was entered, and the window before that."""
    profile = folder / "empty"
    _prefer(profile, theme)
    for page in scenes.EMPTY:
        with scenes.stage(app, profile, folder, lang, size) as stage:
            stage.go(page)
            stage.grab().save(str(folder / f"empty_{page}.png"))
    shutil.rmtree(profile)
    for step, picture in scenes.first_run(folder / "first", lang, theme, size):
        picture.save(str(folder / f"first_run_{step}.png"))
    shutil.rmtree(folder / "first", ignore_errors=True)


def sheets(folder: Path) -> None:
    """One sheet for every view with its variants, and pages of views for every set."""
    sets = sorted(path for path in folder.iterdir() if path.is_dir() and (path / "home.png").exists())
    names = sorted({picture.stem for one in sets for picture in one.glob("*.png")})
    (folder / "views").mkdir(exist_ok=True)
    for name in names:
        _sheet([one / f"{name}.png" for one in sets], 3, WIDE // 3 * 2, folder / "views" / f"{name}.jpg")
    for one in sets:
        pictures = sorted(one.glob("*.png"))
        for page, begin in enumerate(range(0, len(pictures), ACROSS * DOWN), 1):
            _sheet(pictures[begin : begin + ACROSS * DOWN], ACROSS, WIDE, folder / f"{one.name}-{page:02}.jpg")


def _sheet(pictures: list[Path], across: int, wide: int, path: Path) -> None:
    from PIL import Image

    high = round(wide * SCREEN[1] / SCREEN[0])
    rows = -(-len(pictures) // across)
    sheet = Image.new("RGB", (across * (wide + 8), rows * (high + 8)), "magenta")
    for place, picture in enumerate(pictures):
        if picture.exists():
            with Image.open(picture) as read:
                at = (place % across * (wide + 8), place // across * (high + 8))
                sheet.paste(read.convert("RGB").resize((wide, high), Image.Resampling.LANCZOS), at)
    sheet.save(path, quality=88)


def _start(folder: Path, wanted: list[str], lang: str, theme: str, scale: str) -> str:
    place = folder / f"{lang}-{theme}-{scale}"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "TZ": "Asia/Shanghai"}
    arguments = [sys.executable, __file__, "--set", str(folder), str(place), lang, theme, *wanted]
    subprocess.run(arguments, check=True, env=environment)
    return place.name


def main() -> None:
    """Makes the sample and starts a process for every set, two at a time; with ``--set`` it is such a process."""
    if sys.argv[1:2] == ["--set"]:
        source, folder, lang, theme, *wanted = sys.argv[2:]
        one_set(Path(source), Path(folder), lang, theme, wanted)
        return
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else sample.ROOT / "out" / "screenshots").absolute()
    wanted = sys.argv[2:] or list(scenes.SCENES)
    sample.prepare(folder)
    with ThreadPoolExecutor(2) as pool:
        sets = [pool.submit(_start, folder, wanted, *each) for each in product(LANGUAGES, THEMES, SCALES)]
        for made in sets:
            print(made.result(), flush=True)
    sheets(folder)
    print(folder)


if __name__ == "__main__":
    main()
