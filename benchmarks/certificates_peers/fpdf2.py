"""fpdf2: one document, border and texts drawn again on each page, ``qrcode.make`` with its defaults as a picture.

Left out, in its favour: the border's waves are straight lines, no rosette, no text shrinks to fit.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from benchmarks.certificates_peers.common import FONTS, ORDINALS, qr_png, threads


def render(pages: list[dict[str, Any]], path: Path) -> None:
    from fpdf import FPDF

    pdf = FPDF(orientation="landscape", format="A4")
    pdf.set_auto_page_break(False)
    for name, file in (("serif", "NotoSerifSC-Regular"), ("bold", "NotoSerifSC-Bold"), ("sans", "NotoSansSC-Regular")):
        pdf.add_font(name, "", FONTS / f"{file}.ttf")
    waves = threads()
    for page in pages:
        pdf.add_page()
        _border(pdf, waves)
        _texts(pdf, page)
        pdf.image(io.BytesIO(qr_png(page["qr"])), 27.4, 147, 33, 33)
    pdf.output(str(path))


def _border(pdf: Any, waves: Any) -> None:
    pdf.set_line_width(0.14)
    pdf.set_draw_color(176, 134, 74)
    for points in waves:
        pdf.polyline(points)
    pdf.set_draw_color(23, 54, 93)
    pdf.rect(9, 9, 279, 192)
    pdf.rect(17, 17, 263, 176)


def _texts(pdf: Any, page: dict[str, Any]) -> None:
    pdf.set_text_color(23, 54, 93)
    _line(pdf, "bold", 38, 48.5, 31, 200, page["title"], "C")
    pdf.set_text_color(26, 28, 32)
    _line(pdf, "sans", 9, 192, 23, 80, f"证书编号　{page['number']}", "R")
    _line(pdf, "bold", 26, 40, 62, 217, page["holder"], "C")
    pdf.set_font("serif", "", 15)
    pdf.set_xy(40, 76)
    pdf.multi_cell(217, 8.4, "　　" + page["statement"], align="J", wrapmode="CHAR")
    for place, clause in enumerate(page["clauses"]):
        _line(pdf, "serif", 12, 50 + place % 3 * 69, 122 + place // 3 * 7, 69, f"{ORDINALS[place]} {clause}", "L")
    for row, line in enumerate(page["lines"]):
        _line(pdf, "sans", 8, 63, 152 + row * 5.4, 52, line, "L")
    _line(pdf, "serif", 15, 188, 158, 96, page["issuer"], "C")
    _line(pdf, "serif", 15, 188, 167, 96, page["issued"], "C")
    _line(pdf, "serif", 9, 27, 185, 243, page["scope"], "C")


def _line(pdf: Any, font: str, size: float, x: float, y: float, width: float, text: str, align: str) -> None:
    pdf.set_font(font, "", size)
    pdf.set_xy(x, y)
    pdf.cell(width, size * 0.45, text, align=align)
