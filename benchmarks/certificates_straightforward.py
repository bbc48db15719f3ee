"""The straightforward way, kept as the peer: one canvas, everything drawn again on every page, qrcode's defaults."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.certificates_samples import LAYOUT
from qc_desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.documents.sheets import Sheet


def render_file(sheets: Sequence[Sheet], path: Path) -> None:
    """All of ``sheets`` in one file."""
    canvas = _canvas(path)
    for sheet in sheets:
        _page(canvas, sheet)
        canvas.showPage()
    canvas.save()


def render_folder(sheets: Sequence[Sheet], folder: Path) -> None:
    """Each of ``sheets`` in a file of its own."""
    for sheet in sheets:
        canvas = _canvas(folder / f"{sheet.value('number')}.pdf")
        _page(canvas, sheet)
        canvas.showPage()
        canvas.save()


def _canvas(path: Path):  # type: ignore[no-untyped-def]
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name in ("NotoSerifSC-Regular", "NotoSerifSC-Bold", "NotoSansSC-Regular"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))
    return Canvas(str(path), pagesize=landscape(A4), pageCompression=1)


def _page(canvas, sheet: Sheet) -> None:  # type: ignore[no-untyped-def]
    from reportlab.lib.units import mm

    _border(canvas)
    value = sheet.value
    canvas.setFillColorRGB(0.09, 0.21, 0.36)
    canvas.setFont("NotoSerifSC-Bold", 38)
    canvas.drawCentredString(148.5 * mm, 166 * mm, value("title"))
    canvas.setFillColorRGB(0.1, 0.1, 0.1)
    canvas.setFont("NotoSansSC-Regular", 9)
    canvas.drawRightString(272 * mm, 183 * mm, f"证书编号　{value('number')}")
    canvas.setFont("NotoSerifSC-Bold", 26)
    canvas.drawCentredString(148.5 * mm, 140 * mm, value("holder"))
    _body(canvas, value("statement"))
    canvas.setFont("NotoSerifSC-Regular", 12)
    for place, clause in enumerate(sheet.record["pledge_text"]):
        x, y = 50 + place % 3 * 69, 82 - place // 3 * 7
        canvas.drawString(x * mm, y * mm, f"{'一二三四五六'[place]} {clause}")
    canvas.setFont("NotoSansSC-Regular", 8)
    lines = (f"编号　{value('number')}", "有效期至　2027年3月19日", f"企业热线　{value('hotline')}", "投诉举报　12315")
    for row, line in enumerate(lines):
        canvas.drawString(63 * mm, (52 - row * 5.4) * mm, line)
    canvas.setFont("NotoSerifSC-Regular", 15)
    canvas.drawCentredString(236 * mm, 47 * mm, value("issuer"))
    canvas.drawCentredString(236 * mm, 38 * mm, "2026年3月20日")
    canvas.setFont("NotoSerifSC-Regular", 9)
    canvas.drawCentredString(148.5 * mm, 21 * mm, LAYOUT.words["scope"])
    _symbol(canvas, sheet.qr_text)


def _body(canvas, text: str) -> None:  # type: ignore[no-untyped-def]
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.platypus import Paragraph

    style = ParagraphStyle("body", fontName="NotoSerifSC-Regular", fontSize=15, leading=24, wordWrap="CJK")
    style.firstLineIndent = 30
    paragraph = Paragraph(text, style)
    paragraph.wrapOn(canvas, 217 * mm, 60 * mm)
    paragraph.drawOn(canvas, 40 * mm, 95 * mm)


def _symbol(canvas, text: str) -> None:  # type: ignore[no-untyped-def]
    import qrcode
    from reportlab.lib.units import mm
    from reportlab.lib.utils import ImageReader

    picture = io.BytesIO()
    qrcode.make(text).save(picture)
    picture.seek(0)
    canvas.drawImage(ImageReader(picture), 27.4 * mm, 30 * mm, 33 * mm, 33 * mm)


def _border(canvas) -> None:  # type: ignore[no-untyped-def]
    """Three threads along each side, one Bézier curve for each half wave."""
    from reportlab.lib.units import mm

    canvas.setStrokeColorRGB(0.69, 0.53, 0.29)
    canvas.setLineWidth(0.4)
    for thread in range(3):
        for level in (13, 197):
            _thread(canvas, [(x, level) for x in _steps(17, 280, 82)], thread)
        for level in (13, 284):
            _thread(canvas, [(level, y) for y in _steps(17, 193, 54)], thread)
    canvas.setStrokeColorRGB(0.09, 0.21, 0.36)
    canvas.rect(9 * mm, 9 * mm, 279 * mm, 192 * mm)
    canvas.rect(17 * mm, 17 * mm, 263 * mm, 176 * mm)


def _steps(first: float, last: float, count: int) -> list[float]:
    return [first + (last - first) * step / count for step in range(count + 1)]


def _thread(canvas, points: list[tuple[float, float]], thread: int) -> None:  # type: ignore[no-untyped-def]
    from reportlab.lib.units import mm

    path = canvas.beginPath()
    path.moveTo(points[0][0] * mm, points[0][1] * mm)
    level = points[0][1] == points[1][1]
    for number, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        swing = (1.5 + thread) * (-1) ** number
        dx, dy = (0, swing) if level else (swing, 0)
        path.curveTo((x0 + dx) * mm, (y0 + dy) * mm, (x1 + dx) * mm, (y1 + dy) * mm, x1 * mm, y1 * mm)
    canvas.drawPath(path)
