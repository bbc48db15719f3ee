"""A list as .docx in the page layout of official documents (GB/T 9704-2012)."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from qc_desktop.exchange.writing.content import column_widths, longest_word
from qc_desktop.files import write_atomic

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.exchange.writing.content import ListCell, ListContent

TITLE_FONT, BODY_FONT, LATIN_FONT = "宋体", "仿宋", "Times New Roman"
_PAGE_MM = (210.0, 297.0)
_MARGINS_MM = {"top": 37.0, "bottom": 35.0, "left": 28.0, "right": 26.0}
"""GB/T 9704-2012, 5.2.1: top and left margin, and a type area of 156 × 225 mm."""
_TITLE_POINTS, _SUBTITLE_POINTS, _PAGE_NUMBER_POINTS = 22, 16, 14
"""二号 (7.3.1), 三号, 四号 (7.5)."""
_CELL_HALF_POINTS = 21
_CELL_MARGIN_TWIPS = 60
_TYPE_AREA_TWIPS = round((_PAGE_MM[0] - _MARGINS_MM["left"] - _MARGINS_MM["right"]) / 25.4 * 1440)
_HALF_WIDTH_TWIPS = _CELL_HALF_POINTS * 5
_SLACK_TWIPS = 40
_MOST_WIDTH = 60
_LONGEST_WORD = 20
_SHORT = 6
"""In half-width characters: a cell as short as 江苏省 stays on one line, a word up to 20 too."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def write(path: Path, content: ListContent) -> None:
    """Writes ``content`` to ``path``. Raises UserError ``file.*``."""
    write_atomic(path, to_bytes(content))


def to_bytes(content: ListContent) -> bytes:
    """The bytes of the document; the same content gives the same bytes."""
    import docx

    document = docx.Document()
    _page(document)
    _properties(document, content)
    _line(document, content.title, TITLE_FONT, _TITLE_POINTS, bold=True)
    _line(document, content.subtitle, BODY_FONT, _SUBTITLE_POINTS)
    document.element.body.insert(-1, _table(content))
    target = io.BytesIO()
    document.save(target)
    return _without_times(target.getvalue())


def _page(document: Any) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(_PAGE_MM[0]), Mm(_PAGE_MM[1])
    for side, millimetres in _MARGINS_MM.items():
        setattr(section, f"{side}_margin", Mm(millimetres))
    section.footer_distance = Mm(_MARGINS_MM["bottom"] - 7 - 5)
    document.settings.odd_and_even_pages_header_footer = True
    _page_number(section.footer.paragraphs[0], "right")
    _page_number(section.even_page_footer.paragraphs[0], "left")


def _page_number(paragraph: Any, side: str) -> None:
    """— 1 — at the outer edge, one character in (GB/T 9704-2012, 7.5)."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if side == "right" else WD_ALIGN_PARAGRAPH.LEFT
    setattr(paragraph.paragraph_format, f"{side}_indent", Pt(_PAGE_NUMBER_POINTS))
    _run(paragraph, "— ", TITLE_FONT, _PAGE_NUMBER_POINTS)
    properties = _run_properties(TITLE_FONT, _PAGE_NUMBER_POINTS * 2)
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r>{properties}<w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))
    _run(paragraph, " —", TITLE_FONT, _PAGE_NUMBER_POINTS)


def _properties(document: Any, content: ListContent) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = content.title, "", ""
    properties.created = properties.modified = content.created.replace(tzinfo=None)


def _line(document: Any, text: str, font: str, points: int, *, bold: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    if not text:
        return
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(points / 2)
    _run(paragraph, text, font, points).bold = bold


def _run(paragraph: Any, text: str, font: str, points: int) -> Any:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.name, run.font.size = LATIN_FONT, Pt(points)
    run._r.rPr.rFonts.set(qn("w:eastAsia"), font)
    return run


def _table(content: ListContent) -> Any:
    """The table as one piece of XML: python-docx takes quadratic time cell by cell."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    widths = _widths(content)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = _row(content.columns, widths, header=True) + "".join(_row(row, widths) for row in content.rows)
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{_CELL_MARGIN_TWIPS}" w:type="dxa"/><w:right w:w="{_CELL_MARGIN_TWIPS}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _widths(content: ListContent) -> list[int]:
    """Column widths in twips that fill the type area and break the cells into as few lines as will fit it."""
    cells = column_widths(content.columns, content.rows, _MOST_WIDTH)
    least = column_widths(
        content.columns, ((longest_word(cell) for cell in row) for row in content.rows), _LONGEST_WORD
    )
    room = _TYPE_AREA_TWIPS - len(cells) * (2 * _CELL_MARGIN_TWIPS + _SLACK_TWIPS)
    for lines in range(1, _MOST_WIDTH):
        widths = [
            max(low, width if width <= _SHORT else -(-width // lines)) for width, low in zip(cells, least, strict=True)
        ]
        if sum(widths) * _HALF_WIDTH_TWIPS <= room:
            break
    return [_TYPE_AREA_TWIPS * share // sum(_twips(widths)) for share in _twips(widths)]


def _twips(widths: list[int]) -> list[int]:
    return [width * _HALF_WIDTH_TWIPS + 2 * _CELL_MARGIN_TWIPS + _SLACK_TWIPS for width in widths]


def _row(cells: tuple[ListCell, ...], widths: list[int], *, header: bool = False) -> str:
    repeated = "<w:tblHeader/>" if header else ""
    inner = "".join(_cell(cell, width, header=header) for cell, width in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{inner}</w:tr>"


def _cell(cell: ListCell, width: int, *, header: bool) -> str:
    centred = '<w:jc w:val="center"/>' if header or not isinstance(cell, str) else ""
    properties = _run_properties(BODY_FONT, _CELL_HALF_POINTS, bold=header)
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in str(cell).splitlines() or [""])
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="40" w:after="40"/>{centred}</w:pPr>'
        f"<w:r>{properties}{lines}</w:r></w:p></w:tc>"
    )


def _run_properties(font: str, half_points: int, *, bold: bool = False) -> str:
    weight = "<w:b/>" if bold else ""
    return (
        f'<w:rPr><w:rFonts w:ascii="{LATIN_FONT}" w:hAnsi="{LATIN_FONT}" w:eastAsia="{font}"/>{weight}'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    )


def _without_times(package: bytes) -> bytes:
    """``package`` with the moment of writing taken out of its entries."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry in source.infolist():
            packed.writestr(zipfile.ZipInfo(entry.filename, _ZIP_TIME), source.read(entry), zipfile.ZIP_DEFLATED)
    return target.getvalue()
