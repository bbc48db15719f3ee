"""A briefing of one A4 page as .docx: title, date, a few sentences, pictures two by two, a small table, a foot."""

from __future__ import annotations

import io
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from qc_desktop.exchange.writing.content import ems
from qc_desktop.exchange.writing.docx_parts import TITLE_FONT, add_run, begun, packed
from qc_desktop.exchange.writing.docx_table import BODY_FONT
from qc_desktop.files import write_atomic

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

PAGE_MM = (210, 297)
MARGINS_MM = {"top": 22, "bottom": 18, "left": 26, "right": 26}
TEXT_MM = PAGE_MM[0] - MARGINS_MM["left"] - MARGINS_MM["right"]
PICTURE_MM = 77.0
"""The width of a picture: two stand side by side."""
_MM_A_POINT = 25.4 / 72
_HEAD_POINTS, _TITLE_POINTS, _BODY_POINTS, _SMALL_POINTS = 26, 16, 12, 9
_BODY_LINE, _SMALL_LINE, _ROW_LINE = 20.0, 13.0, 16.0
"""Line heights, in points; they are set exactly, so that every program breaks the page alike."""


@dataclass(frozen=True)
class BriefingPicture:
    """A PNG and its shape: height divided by width."""

    png: bytes
    shape: float


@dataclass(frozen=True)
class Briefing:
    """What a briefing says. The table has a header and rows of as many cells."""

    kind: str
    title: str
    issuer: str
    day: str
    sentences: tuple[str, ...]
    pictures: tuple[BriefingPicture, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str
    created: dt.datetime


def height_mm(content: Briefing) -> float:
    """How high everything is together, generously; to be compared with :func:`room_mm`."""
    lines = sum(ceil((ems(text) + 2.5) * _BODY_POINTS * _MM_A_POINT / TEXT_MM) for text in content.sentences)
    title = ceil(ems(content.title) * _TITLE_POINTS * _MM_A_POINT / TEXT_MM)
    foot = ceil(ems(content.foot) * _SMALL_POINTS * _MM_A_POINT / TEXT_MM)
    points = (
        _HEAD_POINTS * 1.6
        + _BODY_LINE
        + title * _TITLE_POINTS * 1.6
        + 20
        + lines * _BODY_LINE
        + (len(content.rows) + 1) * (_ROW_LINE + 1)
        + foot * _SMALL_LINE
        + 18
    )
    pairs = [content.pictures[place : place + 2] for place in range(0, len(content.pictures), 2)]
    return points * _MM_A_POINT + sum(max(one.shape for one in pair) * PICTURE_MM + 2 for pair in pairs)


def room_mm() -> float:
    """The height between the margins."""
    return float(PAGE_MM[1] - MARGINS_MM["top"] - MARGINS_MM["bottom"])


def write(path: Path, content: Briefing) -> None:
    """Writes ``content`` to ``path``. Raises UserError ``file.*``."""
    write_atomic(path, to_bytes(content))


def to_bytes(content: Briefing) -> bytes:
    """The bytes of the document; the same content gives the same bytes."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    document = begun(content.title, content.created)
    _page(document)
    _text(document.add_paragraph(), content.kind, TITLE_FONT, _HEAD_POINTS, _HEAD_POINTS * 1.6, ALIGN.CENTER, bold=True)
    _masthead(document, content)
    title = document.add_paragraph()
    _text(title, content.title, TITLE_FONT, _TITLE_POINTS, _TITLE_POINTS * 1.6, ALIGN.CENTER, bold=True)
    title.paragraph_format.space_after = _points(6)
    for sentence in content.sentences:
        paragraph = document.add_paragraph()
        _text(paragraph, sentence, BODY_FONT, _BODY_POINTS, _BODY_LINE, ALIGN.JUSTIFY)
        paragraph.paragraph_format.first_line_indent = _points(_BODY_POINTS * 2)
    _pictures(document, content)
    _table(document, content)
    last = document.add_paragraph()
    _text(last, content.foot, BODY_FONT, _SMALL_POINTS, _SMALL_LINE, ALIGN.LEFT)
    last.paragraph_format.space_before = _points(4)
    return packed(document)


def _points(number: float) -> Any:
    from docx.shared import Pt

    return Pt(number)


def _page(document: Any) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_MM[0]), Mm(PAGE_MM[1])
    for side, millimetres in MARGINS_MM.items():
        setattr(section, f"{side}_margin", Mm(millimetres))
    section.header_distance = section.footer_distance = Mm(8)


def _masthead(document: Any, content: Briefing) -> None:
    """Who and when, over a rule across the page."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Mm

    paragraph = document.add_paragraph()
    _text(paragraph, f"{content.issuer}\t{content.day}", BODY_FONT, _BODY_POINTS, _BODY_LINE, None)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_MM), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.paragraph_format.space_after = _points(10)
    rule = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="12" w:space="3" w:color="1B5FAA"/></w:pBdr>'
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        parse_xml(rule), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )


def _text(paragraph: Any, text: str, font: str, points: float, line: float, align: Any, *, bold: bool = False) -> None:
    from docx.enum.text import WD_LINE_SPACING

    add_run(paragraph, text, font, points).bold = bold
    shape = paragraph.paragraph_format
    shape.space_before = shape.space_after = _points(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, _points(line)
    if align is not None:
        paragraph.alignment = align


def _pictures(document: Any, content: Briefing) -> None:
    """The pictures, two in a row of a table without lines."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    if not content.pictures:
        return
    table = document.add_table(rows=ceil(len(content.pictures) / 2), cols=2)
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for place, picture in enumerate(content.pictures):
        cell = table.cell(place // 2, place % 2)
        cell.width = Mm(TEXT_MM / 2)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = _points(2)
        paragraph.add_run().add_picture(io.BytesIO(picture.png), width=Mm(PICTURE_MM))


def _table(document: Any, content: Briefing) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    table = document.add_table(rows=1 + len(content.rows), cols=len(content.columns))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    for row, cells in enumerate((content.columns, *content.rows)):
        for place, cell in enumerate(cells):
            paragraph = table.cell(row, place).paragraphs[0]
            align = ALIGN.RIGHT if row and place else ALIGN.CENTER
            _text(paragraph, cell, BODY_FONT, 10.5, _ROW_LINE, align, bold=not row)
