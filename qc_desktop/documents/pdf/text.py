"""Text in a PDF: embedded subsets in which every character has a code of its own.

Two characters that share a glyph (⼀ and 一) stay two codes, so that extracted text is what was printed.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.fonts.glyphs import Face, face, subset

if TYPE_CHECKING:
    from qc_desktop.documents.pdf.writer import PdfWriter
    from qc_desktop.documents.typesetting import Line

_MAPPINGS_A_BLOCK = 100


class _Codes(dict[str, str]):
    """The two-byte code of each character in hexadecimal, given in order of first use."""

    def __missing__(self, char: str) -> str:
        self[char] = code = f"{len(self) + 1:04X}"
        return code


@dataclass(frozen=True, eq=False)
class EmbeddedFont:
    """One font of one file; ``codes`` grows while pages are written, the font itself follows at the end."""

    name: bytes
    face: Face
    number: int
    codes: _Codes


class FontBook:
    """Fonts of one file, named ``prefix`` and a number in its resources."""

    def __init__(self, writer: PdfWriter, prefix: bytes) -> None:
        self._writer = writer
        self._prefix = prefix
        self._fonts: dict[str, EmbeddedFont] = {}

    def font(self, name: str) -> EmbeddedFont:
        """The file's font ``name`` (see :mod:`qc_desktop.documents.fonts.glyphs`)."""
        if name not in self._fonts:
            resource = b"%b%d" % (self._prefix, len(self._fonts) + 1)
            self._fonts[name] = EmbeddedFont(resource, face(name), self._writer.reserve(), _Codes())
        return self._fonts[name]

    def show(self, line: Line, x: float, y: float, size: float, *, turned: bool = False) -> bytes:
        """The operators that show ``line`` with its left end at x, y (points), within a text object.

        One that is ``turned`` runs downwards from there.
        """
        current = b""
        way = b"0 -1 1 0" if turned else b"1 0 0 1"
        parts = [b"%.2f Tc %b %.2f %.2f Tm" % (line.spacing * size, way, x, y)]
        for run in line.runs:
            font = self.font(run.face)
            if font.name != current:
                parts.append(
                    b"/%b %.2f Tf[" % (font.name, size) if not current else b"]TJ/%b %.2f Tf[" % (font.name, size)
                )
                current = font.name
            codes = "".join(map(font.codes.__getitem__, run.text))
            parts.append(b"<%b>" % codes.encode())
            if run.squeeze:
                parts.append(b"%d" % round(run.squeeze * 1000))
        return b" ".join(parts) + b"]TJ\n" if current else b""

    def finish(self) -> bytes:
        """Writes the fonts; returns the entries of a font resource dictionary."""
        for font in self._fonts.values():
            _embed(self._writer, font)
        return b"".join(b"/%b %d 0 R" % (font.name, font.number) for font in self._fonts.values())


@dataclass(frozen=True)
class _Built:
    """A subset ready to be written: its tagged name, packed streams, and the widths that are not a full em."""

    name: bytes
    length: int
    file: bytes
    mapping: bytes
    to_unicode: bytes
    widths: bytes


@for_a_batch(32)
def _build(face_name: str, characters: str) -> _Built:
    """The subset of ``characters``, in the order of their codes. Kept, because the files of a batch share texts."""
    source = face(face_name)
    data, glyphs = subset(source, characters)
    mapping = b"\0\0" + b"".join(glyphs[char].to_bytes(2) for char in characters)
    tag = bytes(65 + byte % 26 for byte in hashlib.sha256(characters.encode()).digest()[:6])
    return _Built(
        name=tag + b"+" + source.postscript_name.encode(),
        length=len(data),
        file=zlib.compress(data),
        mapping=zlib.compress(mapping),
        to_unicode=zlib.compress(_to_unicode(characters)),
        widths=_widths(source, characters),
    )


def _embed(writer: PdfWriter, font: EmbeddedFont) -> None:
    """A Type 0 font over a CIDFontType2 (ISO 32000-1, 9.7): code = CID, mapped to the subset's glyphs."""
    built = _build(font.face.name, "".join(font.codes))
    file = writer.packed(built.file, b"/Length1 %d/Filter/FlateDecode" % built.length)
    to_glyphs = writer.packed(built.mapping, b"/Filter/FlateDecode")
    to_unicode = writer.packed(built.to_unicode, b"/Filter/FlateDecode")
    descriptor = writer.add(_descriptor(font.face, built.name, file))
    system = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    cid_font = writer.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b%b/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R/DW 1000/W[%b]>>"
        % (built.name, system, descriptor, to_glyphs, built.widths)
    )
    body = b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
    writer.put(font.number, body % (built.name, cid_font, to_unicode))


def _descriptor(known: Face, name: bytes, file: int) -> bytes:
    metrics = known.metrics
    body = b"<</Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"
    shape = b"/CapHeight 733/StemV 80/FontFile2 %d 0 R>>" % file
    return body % (name, *metrics.box, metrics.ascent, metrics.descent) + shape


def _widths(known: Face, characters: str) -> bytes:
    """The widths that are not a full em, in thousandths, by code."""
    widths = ((code, round(known.advances[char] * 1000)) for code, char in enumerate(characters, 1))
    return b"".join(b"%d[%d]" % (code, width) for code, width in widths if width != 1000)


def _to_unicode(characters: str) -> bytes:
    """The map from codes to UTF-16, surrogate pairs beyond the basic plane (9.10.3)."""
    pairs = [f"<{code:04X}> <{char.encode('utf-16-be').hex().upper()}>" for code, char in enumerate(characters, 1)]
    blocks = [pairs[first : first + _MAPPINGS_A_BLOCK] for first in range(0, len(pairs), _MAPPINGS_A_BLOCK)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()
