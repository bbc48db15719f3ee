"""Charts on white paper: drawn as PDF, and from that as sharp pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator

from qc_desktop.documents.book import Book
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.preview import page_png
from qc_desktop.documents.scene import Text
from qc_desktop.documents.tables.cells import demand_glyphs
from qc_desktop.documents.typesetting import set_line
from qc_desktop.domain.chart_layout import Laid, lay_out
from qc_desktop.domain.charts import Chart, Role

FONT = "sans"
COLOURS = {
    Role.BAR: "#868F9D",
    Role.STRONG: "#1B5FAA",
    Role.BEHIND: "#C3CBD6",
    Role.LINE: "#1B5FAA",
    Role.LINE_BEFORE: "#868F9D",
    Role.AXIS: "#868F9D",
    Role.TEXT: "#1C2026",
    Role.MUTED: "#59626E",
}
SIZE, TITLE = 9.0, 11.0
"""Type sizes, in points."""
_EM = 12.0
_MARGIN = 10.0
_HEAD = 20.0
PICTURE_DPI = 192.0
"""Twice what a screen shows."""


def chart_png(chart: Chart, width: float, height: float, dpi: float = PICTURE_DPI) -> bytes:
    """``chart`` with its title, ``width`` × ``height`` points (rows take the height they need), as a PNG."""
    return page_png(chart_pdf(chart, width, height), dpi=dpi)


def chart_pdf(chart: Chart, width: float, height: float) -> bytes:
    """As :func:`chart_png`, as a PDF of one page. Raises UserError for a character that no font prints."""
    laid = lay_out(chart, width - 2 * _MARGIN, height - 2 * _MARGIN - _HEAD, _EM, _measure)
    whole = laid.height + 2 * _MARGIN + _HEAD
    out = io.BytesIO()
    book = Book(out, width, whole, "zh-CN")
    operators = drawing.fill("#FFFFFF") + drawing.rectangle(0, 0, width, whole) + b"f\n" + b"".join(_art(laid, whole))
    book.page(operators + book.texts(_texts(chart, laid, whole), {role.value: COLOURS[role] for role in Role}))
    book.finish(chart.title, "")
    return out.getvalue()


def _measure(text: str) -> float:
    return set_line(text, FONT, trim=False).width * SIZE


def _art(laid: Laid, whole: float) -> Iterator[bytes]:
    top = whole - _MARGIN - _HEAD
    for box in laid.boxes:
        area = drawing.rectangle(_MARGIN + box.x, top - box.y - box.height, box.width, box.height)
        yield drawing.fill(COLOURS[box.role]) + area + b"f\n"
    for path in laid.paths:
        width = 0.6 if path.role is Role.AXIS else 1.8
        points = [(_MARGIN + x, top - y) for x, y in path.points]
        joined = b"%.2f %.2f m " % points[0] + b"".join(b"%.2f %.2f l " % point for point in points[1:])
        yield drawing.stroke(COLOURS[path.role], width) + b"1 J 1 j " + joined + b"S\n"


def _texts(chart: Chart, laid: Laid, whole: float) -> Iterator[Text]:
    yield _line(chart.title, _MARGIN, whole - _MARGIN - TITLE, TITLE, Role.TEXT)
    top = whole - _MARGIN - _HEAD
    for words in laid.words:
        shift = {-1: 0.0, 0: 0.5, 1: 1.0}[words.align] * _measure(words.text)
        yield _line(words.text, _MARGIN + words.x - shift, top - words.y - 0.36 * SIZE, SIZE, words.role)


def _line(text: str, x: float, y: float, size: float, role: Role) -> Text:
    demand_glyphs(text, FONT)
    return Text(set_line(text, FONT, trim=False), round(x, 2), round(y, 2), size, role.value, shared=False)
