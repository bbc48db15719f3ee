"""公告 with its annex as .docx in the format of official documents (GB/T 9704-2012).

三号 characters, 22 lines a page and 28 characters a line; fonts are chosen by who asks (those that a PC has).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qc_desktop.domain.headlines import shortest
from qc_desktop.exchange.writing.content import ListContent, ems
from qc_desktop.exchange.writing.docx_parts import PageNumber, add_run, begun, official_page, packed, placeholder
from qc_desktop.exchange.writing.docx_table import pieces, planned
from qc_desktop.files import write_atomic

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from qc_desktop.domain.announcements import Announcement

TITLE_POINTS, BODY_POINTS, BELOW_POINTS, NUMBER_POINTS, HEAD_POINTS = 22, 16, 14, 14, 40
"""二号 (7.3.1), 三号 (5.2.3), 四号, 四号 (7.5), and the issuing body's name (7.2.4)."""
LINE_POINTS, TITLE_LINE_POINTS = 28.9, 35
"""22 lines in 225 mm (5.2.3)."""
_CLOSER_TWIPS = -5
"""Characters of 16 pt stand a quarter of a point closer, so that 28 of them fit into 156 mm. A grid of characters
would say the same, but some programs spread the text over it."""
_RED = "D7000F"
_SIGN_FROM_RIGHT = 4.0


@dataclass(frozen=True)
class DocxFont:
    """The font of one role, by its East-Asian name."""

    name: str
    is_bold: bool = False


def write(path: Path, said: Announcement, fonts: Mapping[str, DocxFont], created: dt.datetime) -> None:
    """Writes ``said`` to ``path``; ``fonts`` by role: title, body, heading, below, foot. Raises UserError."""
    write_atomic(path, to_bytes(said, fonts, created))


def to_bytes(said: Announcement, fonts: Mapping[str, DocxFont], created: dt.datetime) -> bytes:
    """The bytes of the document; the same words, fonts and moment give the same bytes."""
    document = begun(said.title, created)
    names = tuple(name for name, _ in said.columns)
    content = ListContent(said.annex_title, said.annex_below, names, said.rows, created)
    plan = planned(content, upright=True)
    number = PageNumber((("— ", "PAGE"), (" —", "")), NUMBER_POINTS, fonts["foot"].name)
    official_page(document, plan.paper, number)
    _plain(document, fonts["body"])
    letter = _Letter(document, fonts, plan.paper.width)
    _head(letter, said)
    for text in said.paragraphs:
        letter.line(text, "body", BODY_POINTS, first_chars=2)
    _foot(letter, said)
    letter.line(said.annex, "heading", BODY_POINTS, new_page=True)
    letter.blank()
    letter.title(said.annex_title)
    letter.line(said.annex_below, "below", BELOW_POINTS, align="center")
    document.element.body.insert(-1, placeholder())
    return packed(document, pieces(content, plan))


def _plain(document: Any, body: DocxFont) -> None:
    """The plain style, by which indents in characters are counted."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    plain = document.styles["Normal"]
    plain.font.size = Pt(BODY_POINTS)
    plain.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), body.name)


def _head(letter: _Letter, said: Announcement) -> None:
    """The red head, or the title with the number below it."""
    if said.head:
        for _ in range(3):
            letter.blank()
        size = min(HEAD_POINTS, letter.width / max(ems(said.head), 1.0))
        letter.line(said.head, "title", size, align="center", pitch=HEAD_POINTS * 1.4, colour=_RED)
        for _ in range(2):
            letter.blank()
        letter.line(said.number, "body", BODY_POINTS, align="center", ruled=True)
        for _ in range(2):
            letter.blank()
        letter.title(said.title)
    else:
        letter.title(said.title)
        letter.line(said.number, "body", BODY_POINTS, align="center")
    letter.blank()


def _foot(letter: _Letter, said: Announcement) -> None:
    """The annex's name a line below, then 署名 centred over the date, which keeps four characters from the right."""
    letter.blank()
    letter.line(said.attachment + said.annex_title, "body", BODY_POINTS, hang=(2, round(ems(said.attachment))))
    for _ in range(2):
        letter.blank()
    day, name = ems(said.day), ems(said.issuer)
    above = max(0.0, _SIGN_FROM_RIGHT + (day - name) / 2)
    letter.line(said.issuer, "body", BODY_POINTS, align="right", right_chars=above, keeps=True)
    letter.line(said.day, "body", BODY_POINTS, align="right", right_chars=_SIGN_FROM_RIGHT)


class _Letter:
    """Adds paragraphs; ``width`` is the type area's in points."""

    def __init__(self, document: Any, fonts: Mapping[str, DocxFont], width: float) -> None:
        self._document, self._fonts, self.width = document, fonts, width

    def blank(self) -> None:
        """A line without text."""
        self.line("", "body", BODY_POINTS)

    def title(self, text: str) -> None:
        """``text`` centred in 二号, in lines that divide no word."""
        for line in shortest(text, self.width / TITLE_POINTS, ems) or (text,):
            self.line(line, "title", TITLE_POINTS, align="center", pitch=TITLE_LINE_POINTS, keeps=True)

    def line(
        self,
        text: str,
        role: str,
        points: float,
        *,
        align: str = "both",
        pitch: float = LINE_POINTS,
        first_chars: float = 0.0,
        hang: tuple[int, int] = (0, 0),
        right_chars: float = 0.0,
        colour: str = "",
        ruled: bool = False,
        keeps: bool = False,
        new_page: bool = False,
    ) -> None:
        """One paragraph; ``hang``: how far in its first line stands, how much farther the others, in characters."""
        from docx.shared import Pt, RGBColor

        paragraph = self._document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.space_before = layout.space_after = Pt(0)
        layout.line_spacing = Pt(pitch)
        layout.widow_control, layout.keep_with_next, layout.page_break_before = True, keeps, new_page
        _indent(paragraph, points, first_chars, hang, right_chars)
        _align(paragraph, align)
        if ruled:
            _rule(paragraph)
        if text:
            font = self._fonts[role]
            run = add_run(paragraph, text, font.name, points)
            run.bold = font.is_bold or None
            if points == BODY_POINTS:
                _closer(run)
            if colour:
                run.font.color.rgb = RGBColor.from_string(colour)


def _indent(paragraph: Any, points: float, first: float, hang: tuple[int, int], right: float) -> None:
    """Indents in characters, and in points for programs that do not know these."""
    from docx.oxml.ns import qn

    start, farther = hang
    wanted = {"firstLine": first, "left": float(start + farther), "hanging": float(farther), "right": right}
    given = {name: chars for name, chars in wanted.items() if chars}
    if not given:
        return
    properties = paragraph._p.get_or_add_pPr().get_or_add_ind()
    for name, chars in given.items():
        properties.set(qn(f"w:{name}"), str(round(chars * points * 20)))
        properties.set(qn(f"w:{name}Chars"), str(round(chars * 100)))


def _closer(run: Any) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    spacing = parse_xml(f'<w:spacing {nsdecls("w")} w:val="{_CLOSER_TWIPS}"/>')
    run._r.get_or_add_rPr().insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")


def _align(paragraph: Any, align: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    known = {"both": WD_ALIGN_PARAGRAPH.JUSTIFY, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
    paragraph.alignment = known[align]


def _rule(paragraph: Any) -> None:
    """A red line 4 mm below the paragraph (7.2.7)."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    below = f'<w:bottom w:val="single" w:sz="12" w:space="11" w:color="{_RED}"/>'
    paragraph._p.get_or_add_pPr().insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{below}</w:pBdr>"), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )
