"""恢复单: one page for the safe, with the root's private key as lines to type and as a symbol to scan.

It is drawn here and from no layout, so that nothing of it is ever kept, previewed or versioned.
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.book import Book
from qc_desktop.documents.pdf import symbols
from qc_desktop.documents.qr import QUIET_ZONE
from qc_desktop.documents.scene import Text
from qc_desktop.documents.tables.cells import demand_glyphs
from qc_desktop.documents.typesetting import paragraph
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.domain.dates import chinese
from qc_desktop.paths import resource

if TYPE_CHECKING:
    import datetime as dt

WIDTH, HEIGHT = 210.0, 297.0


@dataclass(frozen=True, repr=False)
class SheetContent:
    """What stands on the sheet; ``lines`` and ``symbol`` are the secret, and a traceback shows neither."""

    association: str
    day: dt.date
    fingerprint: str
    lines: Sequence[str]
    symbol: str


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "recovery_sheet.toml").read_text(encoding="utf-8"))


def recovery_sheet(content: SheetContent) -> bytes:
    """The page as the bytes of a PDF. Raises UserError for a character in the name that no font prints."""
    about = _settings()
    out = io.BytesIO()
    book = Book(out, WIDTH * POINTS_PER_MM, HEIGHT * POINTS_PER_MM, about["language"])
    pen = _Pen(about["style"])
    texts = list(_words(about, content, pen))
    book.page(book.texts(texts, {"ink": about["style"]["ink"]}) + _symbol(content.symbol, pen))
    book.finish(about["title"], content.association)
    return out.getvalue()


class _Pen:
    """Where the next line goes, and where the symbol was left room."""

    def __init__(self, style: dict[str, Any]) -> None:
        self._style = style
        self.y = self._style["margin"]
        self.symbol_top = 0.0

    def write(self, said: str, size: str = "size", leading: str = "leading") -> Iterator[Text]:
        """``said`` over the whole width, below what stands already."""
        style = self._style
        room = (WIDTH - 2 * style["margin"]) * POINTS_PER_MM
        demand_glyphs(said, style["font"])
        for line in paragraph(said, style["font"], room / style[size], 0.0):
            self.y += style[leading]
            baseline = round((HEIGHT - self.y) * POINTS_PER_MM, 2)
            yield Text(line, round(style["margin"] * POINTS_PER_MM, 2), baseline, style[size], "ink", shared=False)

    def skip(self, name: str) -> None:
        """Leaves room."""
        self.y += self._style[name]


def _words(about: dict[str, Any], content: SheetContent, pen: _Pen) -> Iterator[Text]:
    yield from pen.write(about["title"], "title_size", "gap")
    pen.skip("gap")
    values = {"association": content.association, "date": chinese(content.day), "fingerprint": content.fingerprint}
    for said in about["about"]:
        yield from pen.write(said.format(**values))
    for group in (about["what"], [about["typed"]]):
        pen.skip("gap")
        for said in group:
            yield from pen.write(said)
    for number, line in enumerate(content.lines, 1):
        yield from pen.write(f"{number}　{line}", "code_size", "code_leading")
    pen.skip("gap")
    yield from pen.write(about["scanned"])
    pen.symbol_top = pen.y + 2.0
    pen.skip("symbol")
    for group in (about["after"], about["signed"]):
        pen.skip("gap")
        for said in group:
            yield from pen.write(said)


def _symbol(text: str, pen: _Pen) -> bytes:
    import numpy as np
    import qrcode

    maker = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    maker.add_data(text, optimize=0)
    cells = np.array(maker.get_matrix(), np.uint8)
    style = _settings()["style"]
    module = style["symbol"] * POINTS_PER_MM / (len(cells) + 2 * QUIET_ZONE)
    left = style["margin"] * POINTS_PER_MM
    top = (HEIGHT - pen.symbol_top) * POINTS_PER_MM - QUIET_ZONE * module
    return symbols.placed(symbols.paths(cells[np.newaxis])[0], left, top, module)
