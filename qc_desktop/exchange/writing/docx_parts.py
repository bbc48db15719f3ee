"""What every .docx of ours shares: its language and properties, runs of Chinese text, bytes that do not change."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qc_desktop.exchange.writing.docx_table import LATIN_FONT, run_properties

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from qc_desktop.exchange.writing.docx_table import Paper

TITLE_FONT = "宋体"
_PLACE = b"<w:tbl/>"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def begun(title: str, created: dt.datetime) -> Any:
    """An empty document in Chinese; the language decides how marks stand in their squares and where lines break."""
    import docx
    from docx.oxml.ns import qn

    document = docx.Document()
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = created.replace(tzinfo=None)
    return document


def add_run(paragraph: Any, text: str, font: str, points: float) -> Any:
    """Adds ``text`` with ``font`` for its Chinese; returns the run."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.font.name, run.font.size = LATIN_FONT, Pt(points)
    run._r.rPr.rFonts.set(qn("w:eastAsia"), font)
    return run


@dataclass(frozen=True)
class PageNumber:
    """What stands at the foot of a page: words, each with the field that follows it, if any."""

    words: tuple[tuple[str, str], ...]
    points: float
    font: str = TITLE_FONT


PAGE_OF_PAGES = PageNumber((("第 ", "PAGE"), (" 页　共 ", "NUMPAGES"), (" 页", "")), 10.5)


def official_page(document: Any, paper: Paper, number: PageNumber) -> None:
    """A4 with the margins of GB/T 9704-2012, and the page's number 7 mm below the type area (7.5)."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if paper.across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(paper.size_mm[0]), Mm(paper.size_mm[1])
    for side, millimetres in paper.margins_mm.items():
        setattr(section, f"{side}_margin", Mm(millimetres))
    section.footer_distance = Mm(paper.margins_mm["bottom"] - 7 - 5)
    document.settings.odd_and_even_pages_header_footer = True
    _put_number(section.footer.paragraphs[0], "right", number)
    _put_number(section.even_page_footer.paragraphs[0], "left", number)


def _put_number(paragraph: Any, side: str, number: PageNumber) -> None:
    """At the outer edge, one character in (7.5)."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if side == "right" else WD_ALIGN_PARAGRAPH.LEFT
    setattr(paragraph.paragraph_format, f"{side}_indent", Pt(number.points))
    for words, field in number.words:
        add_run(paragraph, words, number.font, number.points)
        if field:
            paragraph._p.append(_field(field, number))


def _field(name: str, number: PageNumber) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    properties = run_properties(number.font, round(number.points * 2))
    return parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r>{properties}<w:t>1</w:t></w:r></w:fldSimple>'
    )


def placeholder() -> Any:
    """Where :func:`packed` puts a table that is written beside the document."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(f"<w:tbl {nsdecls('w')}/>")


def packed(document: Any, table: Iterable[str] = ()) -> bytes:
    """The bytes of ``document``, without the moment of writing: the same content gives the same bytes.

    ``table`` are the pieces of XML that come in the place of the :func:`placeholder`.
    """
    written, target = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for entry in source.infolist():
            fresh = zipfile.ZipInfo(entry.filename, _ZIP_TIME)
            fresh.compress_type = zipfile.ZIP_DEFLATED
            before, here, after = source.read(entry).partition(_PLACE)
            with package.open(fresh, "w") as stream:
                stream.write(before)
                for piece in table if here else ():
                    stream.write(piece.encode())
                stream.write(after)
    return target.getvalue()
