"""Pictures of every view in two languages, two themes and three scales, and contact sheets of them, for eyes.

    ./run screenshots [OPTIONS] [FOLDER [VIEW…]]        (default out/screenshots and all views)

    --text standard|large|xlarge     the size of the text
    --size 911x440                   only this size, in logical pixels; with --scale for a screen of many dots:
    --scale 2                        3840×2160 is --size 1920x1080 --scale 2, or --size 3840x2160
    --lang zh_CN --theme light       only this language, only this theme
    --long                           names, addresses, remarks and products as long as real ones

Invented data, three years, the year half-way. Every view gets a sheet of its own with its variants, and every set
(language, theme, scale) sheets of all views, six on a page.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import sample
import scenes
import sheets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LANGUAGES, THEMES = ("zh_CN", "en"), ("light", "dark")
TEXTS = {"standard": "standard", "large": "large", "xlarge": "extra_large"}
"""The text sizes, and what the settings call them."""
SIZES = (("1366x728", "1"), ("1093x543", "1.25"), ("911x440", "1.5"))
"""What a screen of 1366×768 leaves at each scale, in logical pixels (interface.md); the first without its task bar."""


def one_set(source: Path, folder: Path, options: argparse.Namespace) -> None:
    """The views in one language and theme, at the scale the environment sets."""
    sample.stop_the_clock()
    from qc_desktop.app import application

    app = application(on_screen=False)
    full, empty = folder / "profile", folder / "empty"
    shutil.copytree(source / "profile", full)
    for profile, views in ((full, scenes.SCENES), (empty, scenes.EMPTY)):
        _prefer(profile, options)
        for name in views:
            if name in options.views:
                _take(app, profile, source, folder / f"{name}.png", options, views[name])
        shutil.rmtree(profile)
    _first_run(folder, options)


def _take(
    app: QApplication, profile: Path, source: Path, to: Path, options: argparse.Namespace, scene: scenes.Scene
) -> None:
    with scenes.stage(app, profile, source / "收到的回表", options.lang, _numbers(options.size)) as stage:
        scene(stage)
        stage.grab().save(str(to))


def _first_run(folder: Path, options: argparse.Namespace) -> None:
    look = (options.lang, options.theme, TEXTS[options.text])
    for step, picture in scenes.first_run(folder / "first", *look, _numbers(options.size)):
        if f"first_run_{step}" in options.views:
            picture.save(str(folder / f"first_run_{step}.png"))
    shutil.rmtree(folder / "first", ignore_errors=True)


def _prefer(profile: Path, options: argparse.Namespace) -> None:
    from qc_desktop.paths import Profile
    from qc_desktop.services import preferences
    from tests import lengthy

    profile.mkdir(parents=True, exist_ok=True)
    operator = lengthy.OPERATOR if options.long else "示例员"
    values = {"theme": options.theme, "text_size": TEXTS[options.text], "operator": operator}
    preferences.remember_on_pc(Profile(profile), values)


def _numbers(size: str) -> tuple[int, int]:
    wide, high = size.split("x")
    return int(wide), int(high)


def _start(options: argparse.Namespace, lang: str, theme: str, size: tuple[str, str]) -> str:
    """Makes one set in a process of its own; gives the name of its folder."""
    words = [lang, theme, size[1]]
    words += [size[0]] if size not in SIZES else []
    words += [options.text] if options.text != "standard" else []
    place = options.folder / "-".join(words)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": size[1], "TZ": "Asia/Shanghai"}
    look = ["--lang", lang, "--theme", theme, "--text", options.text, "--size", size[0], "--into", str(place)]
    look += ["--long"] if options.long else []
    subprocess.run([sys.executable, __file__, *look, str(options.folder), *options.views], check=True, env=environment)
    return place.name


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run screenshots")
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--theme", choices=THEMES)
    parser.add_argument("--text", choices=TEXTS, default="standard")
    parser.add_argument("--size")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--scale", default="")
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("folder", nargs="?", type=Path, default=sample.ROOT / "out" / "screenshots")
    parser.add_argument("views", nargs="*")
    options = parser.parse_args(arguments)
    known = [*scenes.SCENES, *scenes.EMPTY, *(f"first_run_{step}" for step in scenes.STEPS)]
    if not set(options.views) <= set(known):
        parser.error(f"views are: {' '.join(known)}")
    options.views = options.views or known
    options.folder = options.folder.absolute()
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Makes the sample and starts a process for every set, two at a time; with ``--into`` it is such a process."""
    options = _options(arguments)
    if options.into:
        one_set(options.folder, options.into, options)
        return
    sample.prepare(options.folder, long=options.long)
    usual = dict(SIZES)
    sizes = [(options.size, options.scale or usual.get(options.size, "1"))] if options.size else SIZES
    languages = [options.lang] if options.lang else LANGUAGES
    themes = [options.theme] if options.theme else THEMES
    with ThreadPoolExecutor(2) as pool:
        sets = [pool.submit(_start, options, *each) for each in product(languages, themes, sizes)]
        for made in sets:
            print(made.result(), flush=True)
    sheets.make(options.folder)
    print(options.folder)


if __name__ == "__main__":
    main()
