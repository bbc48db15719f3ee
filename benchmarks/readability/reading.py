"""Counts what each reader reads of worn prints, and says where that is not the design point."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import zxingcpp
from PIL import Image

from benchmarks.readability.camera import seen
from benchmarks.readability.conditions import Condition
from benchmarks.readability.prints import KINDS, Pixels, Print
from tests import readers

READERS = ("zxing", "zbar")


@dataclass(frozen=True)
class Share:
    """How many of ``count`` symbols a reader read under a condition."""

    condition: Condition
    kind: str
    dpi: int
    reader: str
    read: int
    count: int

    @property
    def is_right(self) -> bool:
        """Whether it is what the design asks, or a control that nobody reads."""
        least, most = self.condition.bounds(self.kind, self.reader)
        return least <= self.read / self.count <= most


def shares(
    samples: Sequence[tuple[str, int]], conditions: Sequence[Condition], count: int, seed: int = 315
) -> Iterator[Share]:
    """``count`` symbols of each kind and resolution in ``samples`` under each condition, read by both."""
    for kind, dpi in samples:
        prints = list(KINDS[kind](dpi, count, random.Random(seed)))
        for condition in conditions:
            yield from _under(condition, kind, dpi, prints, random.Random(f"{seed} {condition.name}"))


def _under(condition: Condition, kind: str, dpi: int, prints: list[Print], chance: random.Random) -> Iterator[Share]:
    pictures = [seen(condition.wear(made, chance), condition.camera, chance) for made in prints]
    for reader, read in zip(READERS, (_by_zxing(pictures), _by_zbar(pictures)), strict=True):
        texts = {made.text for made in prints}
        assert read <= texts, f"{reader} reads what was not printed: {read - texts}"
        yield Share(condition, kind, dpi, reader, len(read), len(prints))


def _by_zxing(pictures: Iterable[Pixels]) -> set[str]:
    return {
        found.text
        for picture in pictures
        for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    }


def _by_zbar(pictures: Iterable[Pixels]) -> set[str]:
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for place, picture in enumerate(pictures):
            files.append(Path(folder) / f"{place}.pgm")
            Image.fromarray(picture).save(files[-1])
        return set(readers.zbar(*files))


def table(found: Sequence[Share]) -> str:
    """A line for each condition, a column for each kind, resolution and reader; ! where it is not the design point."""
    columns = list(dict.fromkeys((each.kind, each.dpi) for each in found))
    by_place = {(each.condition.name, each.kind, each.dpi, each.reader): each for each in found}
    lines = ["share of symbols that are read, in percent: zxing / zbar; ! is not the design point"]
    lines.append(f"{'':30}" + "".join(f"{f'{kind}, {dpi} dpi':>28}" for kind, dpi in columns))
    for name in dict.fromkeys(each.condition.name for each in found):
        cells = (" / ".join(_cell(by_place[name, *column, reader]) for reader in READERS) for column in columns)
        lines.append(f"{name:30}" + "".join(f"{cell:>28}" for cell in cells))
    return "\n".join(lines) + "\n"


def _cell(share: Share) -> str:
    return f"{100 * share.read / share.count:.0f}{'' if share.is_right else '!'}"
