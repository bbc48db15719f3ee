"""The tree as files: C2SP tlog-tiles, 256 hashes to a tile, entries beside them."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from qc_desktop.trust.ledger.tree import Tree

WIDTH = 256
_HEIGHT = 8
"""Levels of the tree within a tile."""


def path(level: int | str, number: int, width: int = WIDTH) -> str:
    """Where tile ``number`` of ``level`` lies; ``entries`` stands for the level of the entries themselves."""
    parts = [f"{number % 1000:03}"]
    while number := number // 1000:
        parts.insert(0, f"x{number % 1000:03}")
    partial = f".p/{width}" if width < WIDTH else ""
    return f"tile/{level}/{'/'.join(parts)}{partial}"


def hash_tiles(tree: Tree, size: int, since: int = 0) -> Iterator[tuple[str, bytes]]:
    """The tiles of the first ``size`` leaves as paths and contents, without those that ``since`` leaves had whole."""
    for level in range((max(size, 1).bit_length() - 1) // _HEIGHT + 1):
        hashes, known = tree.levels[level * _HEIGHT], since >> level * _HEIGHT
        for number, start, stop in _spans(size >> level * _HEIGHT, known):
            yield path(level, number, stop - start), b"".join(hashes[start:stop])


def entry_tiles(entries: Sequence[bytes], size: int, since: int = 0) -> Iterator[tuple[str, bytes]]:
    """The bundles of the first ``size`` entries, as :func:`hash_tiles`; each entry behind its length in two bytes."""
    for number, start, stop in _spans(size, since):
        bundle = b"".join(struct.pack(">H", len(entry)) + entry for entry in entries[start:stop])
        yield path("entries", number, stop - start), bundle


def _spans(count: int, known: int) -> Iterator[tuple[int, int, int]]:
    """Number, first and end of the tiles over ``count`` hashes, but for those that were whole at ``known``."""
    for start in range(known - known % WIDTH, count, WIDTH):
        yield start // WIDTH, start, min(start + WIDTH, count)


def read_entries(bundle: bytes) -> list[bytes]:
    """The entries in a bundle. Raises ValueError for one that is cut."""
    found, place = [], 0
    while place < len(bundle):
        length = int.from_bytes(bundle[place : place + 2])
        end = place + 2 + length
        if place + 2 > len(bundle) or end > len(bundle):
            raise ValueError("a bundle of entries is cut")
        found.append(bundle[place + 2 : end])
        place = end
    return found
