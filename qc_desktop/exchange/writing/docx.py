"""A list as .docx in the page layout of official documents (GB/T 9704-2012)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qc_desktop.domain.headlines import shortest
from qc_desktop.exchange.writing.content import ems
from qc_desktop.exchange.writing.docx_parts import TITLE_FONT, add_run, begun, packed, placeholder
from qc_desktop.exchange.writing.docx_table import BODY_FONT, pieces, planned, run_properties
from qc_desktop.files import write_atomic

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.exchange.writing.content import ListContent
    from qc_desktop.exchange.writing.docx_table import Paper

_TITLE_POINTS, _SUBTITLE_POINTS, _PAGE_NUMBER_POINTS = 22, 14, 10.5
"""二号 (7.3.1), 四号, 五号."""


def write(path: Path, content: ListContent) -> None:
    """Writes ``content`` to ``path``. Raises UserError ``file.*``."""
    write_atomic(path, to_bytes(content))


def to_bytes(content: ListContent) -> bytes:
    """The bytes of the document; the same content gives the same bytes."""
    document = begun(content.title, content.created)
    plan = planned(content)
    _page(document, plan.paper)
    room = plan.paper.width / _TITLE_POINTS
    title = "\n".join(shortest(content.title, room, ems) or (content.title,))
    _line(document, title, TITLE_FONT, _TITLE_POINTS, bold=True)
    _line(document, content.subtitle, BODY_FONT, _SUBTITLE_POINTS)
    document.element.body.insert(-1, placeholder())
    return packed(document, pieces(content, plan))


def _page(document: Any, paper: Paper) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if paper.across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(paper.size_mm[0]), Mm(paper.size_mm[1])
    for side, millimetres in paper.margins_mm.items():
        setattr(section, f"{side}_margin", Mm(millimetres))
    section.footer_distance = Mm(paper.margins_mm["bottom"] - 7 - 5)
    document.settings.odd_and_even_pages_header_footer = True
    _page_number(section.footer.paragraphs[0], "right")
    _page_number(section.even_page_footer.paragraphs[0], "left")


def _page_number(paragraph: Any, side: str) -> None:
    """第 1 页　共 9 页 at the outer edge, one character in (GB/T 9704-2012, 7.5)."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if side == "right" else WD_ALIGN_PARAGRAPH.LEFT
    setattr(paragraph.paragraph_format, f"{side}_indent", Pt(_PAGE_NUMBER_POINTS))
    for words, field in (("第 ", "PAGE"), (" 页　共 ", "NUMPAGES"), (" 页", "")):
        add_run(paragraph, words, TITLE_FONT, _PAGE_NUMBER_POINTS)
        if field:
            paragraph._p.append(_field(field))


def _field(name: str) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    properties = run_properties(TITLE_FONT, round(_PAGE_NUMBER_POINTS * 2))
    return parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r>{properties}<w:t>1</w:t></w:r></w:fldSimple>'
    )


def _line(document: Any, text: str, font: str, points: float, *, bold: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    if not text:
        return
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(points / 4)
    add_run(paragraph, text, font, points).bold = bold
