"""Objects, cross-reference table, page tree and metadata of one PDF file."""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections.abc import Sequence
from typing import BinaryIO

PRODUCER = "QC Desktop"
_PAGES_A_NODE = 64


def literal(text: str) -> bytes:
    """``text`` as a text string object: UTF-16BE with its mark, in hexadecimal."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


class PdfWriter:
    """Writes objects as they come. No clock, no chance: equal calls give equal bytes."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._offsets = array("Q", [0])
        self._position = 0
        self._digest = hashlib.sha256()
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._position += len(data)

    def reserve(self) -> int:
        """The number of an object that is written later."""
        self._offsets.append(0)
        return len(self._offsets) - 1

    def put(self, number: int, body: bytes) -> int:
        """Writes the reserved object ``number``; returns the number."""
        self._offsets[number] = self._position
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def add(self, body: bytes) -> int:
        """Writes a new object; returns its number."""
        return self.put(self.reserve(), body)

    def stream(self, data: bytes, entries: bytes = b"", level: int = 6) -> int:
        """Writes ``data`` as a compressed stream with the dictionary ``entries``; returns its number."""
        return self.packed(zlib.compress(data, level), entries + b"/Filter/FlateDecode")

    def packed(self, data: bytes, entries: bytes) -> int:
        """Writes a stream whose ``entries`` already say how ``data`` is packed; returns its number."""
        return self.add(b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data))

    def finish(self, catalog: int, info: int) -> None:
        """Writes the cross-reference table and the trailer; the file's identifier comes from its content."""
        start = self._position
        identifier = self._digest.hexdigest()[:32].encode()
        count = len(self._offsets)
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for first in range(1, count, 4096):
            chunk = self._offsets[first : first + 4096]
            self._write(b"".join(b"%010d 00000 n \n" % offset for offset in chunk))
        trailer = b"<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>"
        self._write(b"trailer\n" + trailer % (count, catalog, info, identifier, identifier))
        self._write(b"\nstartxref\n%d\n%%%%EOF\n" % start)


class PageTree:
    """The pages of a file, in nodes of 64, all of one size and with one resource dictionary."""

    def __init__(self, writer: PdfWriter, width: float, height: float, resources: int) -> None:
        self._writer = writer
        self._root = writer.reserve()
        self._nodes: list[int] = []
        self._kids: list[int] = []
        self._count = 0
        self._inherited = b"/MediaBox[0 0 %.2f %.2f]/Resources %d 0 R" % (width, height, resources)

    def add(self, content: int) -> None:
        """Appends a page that shows the stream ``content``."""
        if not self._kids:
            self._nodes.append(self._writer.reserve())
        page = b"<</Type/Page/Parent %d 0 R/Contents %d 0 R>>" % (self._nodes[-1], content)
        self._kids.append(self._writer.add(page))
        self._count += 1
        if len(self._kids) == _PAGES_A_NODE:
            self._close_node()

    def _close_node(self) -> None:
        body = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]>>"
        self._writer.put(self._nodes[-1], body % (self._root, len(self._kids), references(self._kids)))
        self._kids = []

    def finish(self) -> int:
        """Writes the root of the tree; returns its number."""
        if self._kids:
            self._close_node()
        body = b"<</Type/Pages/Count %d/Kids[%b]%b>>"
        return self._writer.put(self._root, body % (self._count, references(self._nodes), self._inherited))


def references(numbers: list[int]) -> bytes:
    """The objects ``numbers`` as indirect references."""
    return b" ".join(b"%d 0 R" % number for number in numbers)


def write_info(writer: PdfWriter, title: str, author: str) -> int:
    """The document information dictionary; it holds no dates, so that the same input gives the same bytes."""
    named = {b"Title": title, b"Author": author, b"Producer": PRODUCER}
    return writer.add(b"<<%b>>" % b"".join(b"/%b%b" % (name, literal(text)) for name, text in named.items() if text))


def write_attachments(writer: PdfWriter, files: Sequence[tuple[str, bytes, bytes]]) -> bytes:
    """Embeds ``files``: name, content and media type of each; returns the catalogue entries that name them."""
    if not files:
        return b""
    written = [(literal(name), _file(writer, name, data, subtype)) for name, data, subtype in sorted(files)]
    names = b"".join(b"%b %d 0 R" % named for named in written)
    return b"/Names<</EmbeddedFiles<</Names[%b]>>>>/AF[%b]" % (names, references([number for _, number in written]))


def _file(writer: PdfWriter, name: str, data: bytes, subtype: bytes) -> int:
    file = writer.stream(data, b"/Type/EmbeddedFile/Subtype/%b/Params<</Size %d>>" % (subtype, len(data)))
    body = b"<</Type/Filespec/AFRelationship/Data/F%b/UF%b/EF<</F %d 0 R/UF %d 0 R>>>>"
    return writer.add(body % (literal(name), literal(name), file, file))
