"""The shipped fonts: which characters they have, how wide these are, and small fonts cut out of them.

A font is named ``serif``, ``serif_bold`` or ``sans``. Where one lacks a character, the next of its stack prints it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from qc_desktop.paths import resource

_FILES = {"serif": "NotoSerifSC-Regular", "serif_bold": "NotoSerifSC-Bold", "sans": "NotoSansSC-Regular"}
FONTS = tuple(_FILES)
"""The names of the fonts."""
_STACKS = {"serif": ("serif", "sans"), "serif_bold": ("serif_bold", "sans"), "sans": ("sans", "serif")}
_UNUSED_TABLES = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "name",
    "OS/2",
    "post",
    "vhea",
    "vmtx",
    "VORG",
    "gasp",
    "STAT",
    "DSIG",
)


class MissingGlyphError(Exception):
    """A character that no font of a stack prints; the check before numbering finds it first."""

    def __init__(self, char: str) -> None:
        super().__init__(char)
        self.char = char


class _Glyphs(dict[str, int]):
    """Glyph ids by character, looked up when first asked for; 0 where the font has none."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, char: str) -> int:
        self[char] = glyph = self._font.get_nominal_glyph(ord(char)) or 0
        return glyph


class _Advances(dict[str, float]):
    """Advance widths by character, in ems."""

    def __init__(self, font: Any, glyphs: _Glyphs, upem: int) -> None:
        super().__init__()
        self._font, self._glyphs, self._upem = font, glyphs, upem

    def __missing__(self, char: str) -> float:
        width: float = self._font.get_glyph_h_advance(self._glyphs[char]) / self._upem
        self[char] = width
        return width


@dataclass(frozen=True, eq=False)
class Face:
    """One font file: ``glyphs`` and ``advances`` (ems) by character; ``metrics`` as a font descriptor wants them."""

    name: str
    postscript_name: str
    glyphs: _Glyphs
    advances: _Advances
    metrics: Metrics
    source: Any

    def has(self, char: str) -> bool:
        """Whether the font has a glyph for ``char``."""
        return self.glyphs[char] != 0


@dataclass(frozen=True)
class Metrics:
    """Bounding box, ascent and descent in thousandths of an em."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int


@cache
def face(name: str) -> Face:
    """The font ``name``. Raises KeyError for a name that is none of ours."""
    import uharfbuzz

    file = _FILES[name]
    source = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(resource("fonts", f"{file}.ttf"))))
    font = uharfbuzz.Font(source)
    glyphs = _Glyphs(font)
    return Face(name, file, glyphs, _Advances(font, glyphs, source.upem), _metrics(source), source)


def _metrics(source: Any) -> Metrics:
    """From the tables head (xMin … yMax at byte 36) and hhea (ascender, descender at byte 4) of OpenType."""
    scale = 1000 / source.upem
    box = struct.unpack_from(">4h", source.reference_table("head").data, 36)
    ascent, descent = struct.unpack_from(">2h", source.reference_table("hhea").data, 4)
    x0, y0, x1, y1 = (round(value * scale) for value in box)
    return Metrics((x0, y0, x1, y1), round(ascent * scale), round(descent * scale))


def printing_face(char: str, font: str) -> Face | None:
    """The font of ``font``'s stack that has ``char``, or None."""
    return next((known for known in map(face, _STACKS[font]) if known.has(char)), None)


def missing_characters(text: str, font: str = "serif") -> list[str]:
    """The characters of ``text`` that no font of ``font``'s stack has, each once, in order of appearance."""
    return [char for char in dict.fromkeys(text) if printing_face(char, font) is None]


def split_by_face(text: str, font: str) -> list[tuple[Face, str]]:
    """``text`` in pieces that one font prints, in order. Raises MissingGlyphError."""
    first = face(font)
    if all(map(first.glyphs.__getitem__, text)):
        return [(first, text)]
    pieces: list[tuple[Face, str]] = []
    for char in text:
        found = printing_face(char, font)
        if found is None:
            raise MissingGlyphError(char)
        if pieces and pieces[-1][0] is found:
            pieces[-1] = (found, pieces[-1][1] + char)
        else:
            pieces.append((found, char))
    return pieces


def subset(source: Face, characters: Iterable[str]) -> tuple[bytes, dict[str, int]]:
    """A TrueType font of just ``characters``, unhinted, and the glyph id of each in it."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    codes = sorted(map(ord, characters))
    wanted.unicode_set.update(codes)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    wanted.layout_feature_tag_set.clear()
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _UNUSED_TABLES)
    small = uharfbuzz.subset(source.source, wanted)
    font = uharfbuzz.Font(small)
    return bytes(small.blob.data), {chr(code): font.get_nominal_glyph(code) or 0 for code in codes}
