"""The fonts: which characters they have, how wide these are, and small fonts cut out of them.

A font is asked for by a *spec*: a shipped one's name (``serif``, ``serif_bold``, ``sans``), an added one's file (see
:func:`file_spec`), or several of them joined by ``|``. Where one lacks a character, the next of its stack prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from qc_desktop import caches
from qc_desktop.documents.fonts.files import Metrics, added_font, measured, postscript_name
from qc_desktop.errors import UserError
from qc_desktop.paths import resource

_FILES = {"serif": "NotoSerifSC-Regular", "serif_bold": "NotoSerifSC-Bold", "sans": "NotoSansSC-Regular"}
FONTS = tuple(_FILES)
"""The names of the fonts."""
NO_OTHERS: Mapping[str, str] = {}
"""The specs of an office that added no font."""
ADDED = "user:"
"""What the name of an added font begins with in a layout; the first digits of its SHA-256 follow."""
_STACKS = {"serif": ("serif", "sans"), "serif_bold": ("serif_bold", "sans"), "sans": ("sans", "serif")}
_JOINT = "|"
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
    "fvar",
    "gvar",
    "avar",
    "cvar",
    "HVAR",
    "VVAR",
    "MVAR",
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


def file_spec(path: Path) -> str:
    """The spec of the font file at ``path``, which is named by its SHA-256."""
    return str(path).replace("%", "%25").replace(_JOINT, "%7C")


def stack(font: str, extra: Iterable[str] = ()) -> str:
    """The spec of ``font`` whose missing characters those of ``extra`` print, in order."""
    return _JOINT.join((font, *extra))


def spec_of(name: str, specs: Mapping[str, str]) -> str:
    """The spec of a layout's font ``name``, an office's own before the shipped one.

    Raises UserError for an added font that is not there.
    """
    if name not in specs and name not in FONTS:
        raise UserError("fonts.unknown", font=name)
    return specs.get(name, name)


@lru_cache(maxsize=256)
def members(spec: str) -> tuple[str, ...]:
    """The single fonts of ``spec`` in the order in which they are asked for a character."""
    parts = (single for part in spec.split(_JOINT) for single in _STACKS.get(part, (part,)))
    return tuple(dict.fromkeys(parts))


@lru_cache(maxsize=256)
def face(spec: str) -> Face:
    """The first font of ``spec``.

    Raises KeyError for a name that is none of ours, UserError for a font whose file is gone or changed.
    """
    first = members(spec)[0]
    return _face(first) if first == spec else face(first)


def forget_faces() -> None:
    """The files are read anew: one was put in the place of another, and what was found with that holds no more."""
    face.cache_clear()
    caches.let_go()


def _face(name: str) -> Face:
    import uharfbuzz

    if "/" in name or "\\" in name:
        path = Path(name.replace("%7C", _JOINT).replace("%25", "%"))
        source = uharfbuzz.Face(uharfbuzz.Blob(added_font(path)))
        called = postscript_name(source)
    else:
        called = _FILES[name]
        source = _shipped(called)
    font = uharfbuzz.Font(source)
    glyphs = _Glyphs(font)
    return Face(name, called, glyphs, _Advances(font, glyphs, source.upem), measured(source), source)


def _shipped(called: str) -> Any:
    """A font that came with the program. Raises UserError where its file is gone or damaged."""
    import uharfbuzz

    try:
        source = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(resource("fonts", f"{called}.ttf"))))
    except uharfbuzz.HarfBuzzError as problem:
        raise UserError("fonts.shipped", font=called) from problem
    if not source.glyph_count:
        raise UserError("fonts.shipped", font=called)
    return source


def printing_face(char: str, font: str) -> Face | None:
    """The font of ``font``'s stack that has ``char``, or None."""
    return next((known for known in map(face, members(font)) if known.has(char)), None)


def fallback_characters(text: str, font: str) -> list[str]:
    """The characters of ``text`` that another font than the first of ``font`` prints, each once, in order."""
    first = face(font)
    return [char for char in dict.fromkeys(text) if not first.has(char) and printing_face(char, font) is not None]


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
