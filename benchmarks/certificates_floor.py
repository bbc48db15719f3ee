"""The bytes-only floor: the least that any writer of the same vector page could do.

Our own first page is the template. Of each further page only the number, the company's name and the QR symbol change
in its bytes: nothing is looked up, measured or set, and no font is opened. What is left is encoding the symbols,
putting the bytes together, deflating and writing them. In its favour: fonts are subset and packed before the clock
starts, no record is read, and a name of another length is not put in the middle again.

``python -m benchmarks.certificates_floor prepare COUNT FILE``, then ``… write FILE OUT.pdf`` (every page's symbol is
encoded), or ``… deflate FILE OUT.pdf`` (the symbols are ready as well).
"""

from __future__ import annotations

import io
import pickle
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.harness import report

_CHUNK = 128
_NUMBER, _HOLDER, _SYMBOL = b"\0N", b"\0H", b"\0S"


@dataclass(frozen=True)
class Prepared:
    """A page's bytes in pieces, what all pages use, and for each page its number, name, and QR text and path."""

    pieces: list[bytes]
    objects: dict[int, bytes]
    resources: int
    size: tuple[float, float]
    changing: list[tuple[bytes, bytes]]
    texts: list[tuple[str, str]]
    symbols: list[bytes]


def prepare(count: int, path: Path) -> None:
    """Sets ``count`` pages as the program does, for the template and for fonts that hold all characters."""
    from benchmarks.certificates_samples import LAYOUT, sheets
    from qc_desktop.documents.rendering import Pages
    from qc_desktop.documents.sheets import Appearance

    batch = sheets(count)
    texts = [(sheet.qr_prefix, sheet.qr_digits) for sheet in batch]
    symbols = [symbol for first in range(0, count, _CHUNK) for symbol in _encoded(texts[first : first + _CHUNK])]
    pages = Pages(io.BytesIO(), LAYOUT, Appearance())
    contents, objects = _kept(pages)
    for sheet, symbol in zip(batch, symbols, strict=True):
        pages.add(sheet, symbol, LAYOUT)
    pages.book.finish("", "")
    codes = [_codes(pages, contents[0], batch[0].value(name)) for name in ("number", "holder")]
    changing = [(_coded(codes[0], sheet.value("number")), _coded(codes[1], sheet.value("holder"))) for sheet in batch]
    marked = contents[0].replace(symbols[0], _SYMBOL).replace(changing[0][0], _NUMBER)
    marked = marked.replace(b"<%b>" % changing[0][1], b"<%b>" % _HOLDER)
    size = LAYOUT.width * 72 / 25.4, LAYOUT.height * 72 / 25.4
    resources = next(number for number, body in objects.items() if body.startswith(b"<</Font<<"))
    pieces = re.split(rb"(\0[NHS])", marked)
    path.write_bytes(pickle.dumps(Prepared(pieces, objects, resources, size, changing, texts, symbols)))


def _kept(pages: Any) -> tuple[list[bytes], dict[int, bytes]]:
    """The contents of the pages and the objects beside them, from now on."""
    contents: list[bytes] = []
    objects: dict[int, bytes] = {}
    writer = pages.book._writer
    pages.book.page = contents.append
    inner = writer.put

    def put(number: int, body: bytes) -> int:
        if not body.startswith((b"<</Type/Pages", b"<</Type/Catalog", b"<</Producer")):
            objects[number] = body
        return inner(number, body)

    writer.put = put
    return contents, objects


def _codes(pages: Any, content: bytes, text: str) -> dict[str, str]:
    """The codes with which ``content`` shows ``text``."""
    known = [font.codes for font in pages.book._fonts._fonts.values() if not set(text) - set(font.codes)]
    return next(codes for codes in known if _coded(codes, text) in content)


def _coded(codes: dict[str, str], text: str) -> bytes:
    return "".join(codes[char] for char in text).encode()


def _encoded(texts: list[tuple[str, str]]) -> list[bytes]:
    from qc_desktop.documents import qr
    from qc_desktop.documents.pdf.symbols import paths

    return paths(qr.encode(qr.CERTIFICATE, texts))


def write(prepared: Prepared, path: Path, *, encoded: bool) -> None:
    """Writes the pages; the symbols are encoded now, or as they were prepared."""
    from qc_desktop.documents.pdf.writer import PageTree, PdfWriter, write_info

    with path.open("wb") as out:
        writer = PdfWriter(out)
        for number in range(1, max(prepared.objects) + 1):
            writer.put(writer.reserve(), prepared.objects.get(number, b"null"))
        tree = PageTree(writer, *prepared.size, prepared.resources)
        for (number, holder), symbol in zip(prepared.changing, _symbols(prepared, encoded=encoded), strict=True):
            said = {_NUMBER: number, _HOLDER: holder, _SYMBOL: symbol}
            tree.add(writer.stream(b"".join([said.get(piece, piece) for piece in prepared.pieces])))
        root = writer.add(b"<</Type/Catalog/Pages %d 0 R>>" % tree.finish())
        writer.finish(root, write_info(writer, "", ""))


def _symbols(prepared: Prepared, *, encoded: bool) -> Iterator[bytes]:
    if not encoded:
        yield from prepared.symbols
        return
    for first in range(0, len(prepared.texts), _CHUNK):
        yield from _encoded(prepared.texts[first : first + _CHUNK])


def main() -> None:
    way, first, second = sys.argv[1:]
    if way == "prepare":
        prepare(int(first), Path(second))
        return
    prepared = pickle.loads(Path(first).read_bytes())
    write(prepared, Path(second), encoded=way == "write")
    report(len(prepared.changing), Path(second).stat().st_size)


if __name__ == "__main__":
    # what is pickled must be found under the module's own name
    from benchmarks import certificates_floor

    certificates_floor.main()
