"""A font file as it comes from outside: its tables, what of them is refused, and one font out of a collection.

The container is that of OpenType 1.9, "Organization of an OpenType Font"; every length is checked before it is used.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Mapping

from qc_desktop.errors import UserError

SIZE_LIMIT = 64_000_000
"""Bytes of a font that is still taken."""
_TRUETYPE, _COLLECTION = (b"\0\1\0\0", b"true"), b"ttcf"
_WEB, _POSTSCRIPT = (b"wOFF", b"wOF2"), (b"OTTO", b"typ1", b"%!PS", b"\x80\x01%!")
_NEEDED = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp")
_BITMAPS = frozenset({"EBDT", "CBDT", "bdat", "sbix"})
_CFF = frozenset({"CFF ", "CFF2"})
_MOST_TABLES = 256
_NO_SUBSET, _BITMAP_ONLY, _USE, _RESTRICTED = 0x0100, 0x0200, 0x000F, 0x0002
"""Flags of ``fsType`` (OS/2): the lowest four say how a font may be embedded, of several the mildest counts."""
Tables = Mapping[str, bytes]


def one_font(content: bytes, name: str) -> bytes:
    """``content`` as one TrueType font that may be embedded; of a collection its first.

    Raises UserError ``fonts.*`` that says of the file ``name`` why it cannot be used.
    """
    try:
        head = content[:4]
        at = struct.unpack_from(">L", content, 12)[0] if head == _COLLECTION else 0
        kind = content[at : at + 4]
        if kind in _WEB:
            raise UserError("fonts.web", name=name)
        if kind in _POSTSCRIPT:
            raise UserError("fonts.outlines", name=name)
        if kind not in _TRUETYPE:
            raise UserError("fonts.kind", name=name)
        tables = _tables(content, at)
    except (struct.error, ValueError) as problem:
        raise UserError("fonts.damaged", name=name) from problem
    _demand(tables, name)
    return content if head != _COLLECTION else _joined(tables)


def licence_of(font: bytes) -> int:
    """The ``fsType`` of one font; -1 where it states none."""
    return _licence(_tables(font, 0))


def _licence(tables: Tables) -> int:
    found = tables.get("OS/2", b"")
    return int.from_bytes(found[8:10]) if len(found) >= 10 else -1


def _tables(content: bytes, at: int) -> dict[str, bytes]:
    count = struct.unpack_from(">H", content, at + 4)[0]
    if not 0 < count <= _MOST_TABLES:
        raise ValueError(count)
    found = {}
    for place in range(count):
        tag, _, offset, length = struct.unpack_from(">4s3L", content, at + 12 + 16 * place)
        if offset + length > len(content):
            raise ValueError(tag)
        found[tag.decode("latin-1")] = content[offset : offset + length]
    return found


def _demand(tables: Tables, name: str) -> None:
    if not tables.get("glyf"):
        if _CFF & tables.keys():
            raise UserError("fonts.outlines", name=name)
        raise UserError("fonts.bitmaps" if _BITMAPS & tables.keys() else "fonts.damaged", name=name)
    if any(not tables.get(needed) for needed in _NEEDED) or len(tables["head"]) < 54 or len(tables["hhea"]) < 36:
        raise UserError("fonts.damaged", name=name)
    flags = max(_licence(tables), 0)
    if flags & _USE == _RESTRICTED:
        raise UserError("fonts.restricted", name=name)
    if flags & (_NO_SUBSET | _BITMAP_ONLY):
        raise UserError("fonts.no_part", name=name)


def _joined(tables: Tables) -> bytes:
    """``tables`` as a font file of its own; equal tables give equal bytes."""
    count = len(tables)
    low = 1 << (count.bit_length() - 1)
    head = struct.pack(">4s4H", _TRUETYPE[0], count, low * 16, low.bit_length() - 1, (count - low) * 16)
    directory, body, at = b"", b"", 12 + 16 * count
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        directory += struct.pack(">4s3L", tag.encode("latin-1"), _total(padded), at + len(body), len(table))
        body += padded
    return head + directory + body


def _total(padded: bytes) -> int:
    """The checksum of a table."""
    words = array("I", padded)
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
