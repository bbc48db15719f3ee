"""Font files made for tests: a few characters of a shipped font, with its tables changed."""

from __future__ import annotations

import struct
from functools import cache

from qc_desktop.documents.fonts.tables import _joined, _tables
from qc_desktop.paths import resource

RARE = "𠮷"
"""A character that no shipped font has; the made fonts draw it as 吉."""


@cache
def _cut(characters: str) -> bytes:
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(resource("fonts", "NotoSansSC-Regular.ttf"))))
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def font(
    characters: str = "吉示例青禾",
    *,
    upem: int = 1000,
    flags: int | None = 0,
    drop: tuple[str, ...] = (),
    name: str = "示例体",
    **changed: bytes,
) -> bytes:
    """A TrueType font in which 吉 also stands for RARE, and whose em has ``upem`` units."""
    tables = _tables(_cut(characters), 0)
    tables["cmap"] = _cmap(tables["cmap"], characters)
    tables["name"] = _names(name)
    tables["head"] = tables["head"][:18] + struct.pack(">H", upem) + tables["head"][20:]
    if flags is None:
        tables.pop("OS/2")
    else:
        tables["OS/2"] = tables["OS/2"][:8] + struct.pack(">H", flags) + tables["OS/2"][10:]
    for tag in drop:
        tables.pop(tag, None)
    return _joined(tables | {tag.replace("_", "/"): table for tag, table in changed.items()})


def collection(*fonts: bytes) -> bytes:
    """A collection of ``fonts``, their tables where the collection has them."""
    head = struct.pack(">4s2L", b"ttcf", 0x00010000, len(fonts))
    at = len(head) + 4 * len(fonts)
    places, bodies = b"", b""
    for one in fonts:
        count = struct.unpack_from(">H", one, 4)[0]
        moved = bytearray(one)
        for place in range(count):
            where = 12 + 16 * place + 8
            struct.pack_into(">L", moved, where, struct.unpack_from(">L", one, where)[0] + at + len(bodies))
        places += struct.pack(">L", at + len(bodies))
        bodies += bytes(moved)
    return head + places + bodies


def _cmap(cut: bytes, characters: str) -> bytes:
    """One table of format 12 (OpenType, "cmap"): each character, and RARE as 吉."""
    import uharfbuzz

    old = uharfbuzz.Font(uharfbuzz.Face(_cut(characters)))
    glyphs = {char: old.get_nominal_glyph(ord(char)) for char in characters}
    if "吉" in glyphs:
        glyphs[RARE] = glyphs["吉"]
    groups = b"".join(struct.pack(">3L", ord(c), ord(c), glyph) for c, glyph in sorted(glyphs.items()))
    body = struct.pack(">2H3L", 12, 0, 16 + len(groups), 0, len(glyphs)) + groups
    return struct.pack(">2H2HL", 0, 1, 3, 10, 12) + body


def _names(name: str) -> bytes:
    """Family, style and PostScript name on Windows, in Chinese and in English."""
    said = [(0x0804, 1, name), (0x0409, 1, "Sample Face"), (0x0409, 2, "Regular"), (0x0409, 6, "Sample Face-(1)")]
    records, texts = b"", b""
    for language, number, text in sorted(said):
        packed = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, language, number, len(packed), len(texts))
        texts += packed
    return struct.pack(">3H", 0, len(said), 6 + len(records)) + records + texts
