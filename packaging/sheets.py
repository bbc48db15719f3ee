"""Contact sheets of pictures, for eyes."""

from __future__ import annotations

import shutil
from pathlib import Path

ACROSS, DOWN = 2, 3
"""How many pictures a sheet of a set has."""
WIDE = 960
"""Pixels of a picture on a sheet: its words can still be read."""
GAP = 8


def make(folder: Path) -> None:
    """One sheet for every view with its variants, and pages of views for every set."""
    sets = sorted(path for path in folder.iterdir() if path.is_dir() and path.name.count("-") >= 2)
    names = sorted({picture.stem for one in sets for picture in one.glob("*.png")})
    for old in folder.glob("*.png"):
        old.unlink()
    shutil.rmtree(folder / "views", ignore_errors=True)
    (folder / "views").mkdir()
    for name in names:
        shown = [one / f"{name}.png" for one in sets]
        _sheet([each for each in shown if each.exists()], 3, WIDE // 3 * 2, folder / "views" / f"{name}.png")
    for one in sets:
        pictures = sorted(one.glob("*.png"))
        for page, begin in enumerate(range(0, len(pictures), ACROSS * DOWN), 1):
            _sheet(pictures[begin : begin + ACROSS * DOWN], ACROSS, WIDE, folder / f"{one.name}-{page:02}.png")


def _sheet(pictures: list[Path], across: int, wide: int, path: Path) -> None:
    """Each picture ``wide`` pixels, in its own proportions, in rows as high as their highest."""
    from PIL import Image

    small = []
    for picture in pictures:
        with Image.open(picture) as read:
            size = (wide, round(wide * read.height / read.width))
            small.append(read.convert("RGB").resize(size, Image.Resampling.LANCZOS))
    rows = [small[begin : begin + across] for begin in range(0, len(small), across)]
    highs = [max(each.height for each in row) + GAP for row in rows]
    sheet = Image.new("RGB", (across * (wide + GAP), sum(highs)), "magenta")
    for number, row in enumerate(rows):
        for place, each in enumerate(row):
            sheet.paste(each, (place * (wide + GAP), sum(highs[:number])))
    sheet.save(path)
