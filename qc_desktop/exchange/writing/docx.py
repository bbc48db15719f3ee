"""A list as .docx in the page layout of official documents (GB/T 9704-2012)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qc_desktop.domain.headlines import shortest
from qc_desktop.exchange.writing.content import ems
from qc_desktop.exchange.writing.docx_parts import (
    PAGE_OF_PAGES,
    TITLE_FONT,
    add_run,
    begun,
    official_page,
    packed,
    placeholder,
)
from qc_desktop.exchange.writing.docx_table import BODY_FONT, pieces, planned
from qc_desktop.files import write_atomic

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.exchange.writing.content import ListContent

_TITLE_POINTS, _SUBTITLE_POINTS = 22, 14
"""二号 (7.3.1), 四号."""


def write(path: Path, content: ListContent) -> None:
    """Writes ``content`` to ``path``. Raises UserError ``file.*``."""
    write_atomic(path, to_bytes(content))


def to_bytes(content: ListContent) -> bytes:
    """The bytes of the document; the same content gives the same bytes."""
    document = begun(content.title, content.created)
    plan = planned(content)
    official_page(document, plan.paper, PAGE_OF_PAGES)
    room = plan.paper.width / _TITLE_POINTS
    title = "\n".join(shortest(content.title, room, ems) or (content.title,))
    _line(document, title, TITLE_FONT, _TITLE_POINTS, bold=True)
    _line(document, content.subtitle, BODY_FONT, _SUBTITLE_POINTS)
    document.element.body.insert(-1, placeholder())
    return packed(document, pieces(content, plan))


def _line(document: Any, text: str, font: str, points: float, *, bold: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    if not text:
        return
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(points / 4)
    add_run(paragraph, text, font, points).bold = bold
