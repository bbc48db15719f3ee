"""Parts of official letters: a title whose lines divide no word, and a text that hangs behind its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.elements.part import Part, Region, Stacked
from qc_desktop.documents.elements.written import Scaled, beside
from qc_desktop.documents.scene import Spot, Text, put
from qc_desktop.documents.tables.cells import title_lines
from qc_desktop.documents.typesetting import Block, OverfullError, paragraph, set_line
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout


@for_a_batch(64)
def headline(layout: Layout, part: Part, room: Region, text: str, scaled: Scaled) -> Stacked:
    """``text`` on as few lines as its words allow, all on one page (GB/T 9704-2012, 7.3.1). Raises OverfullError."""
    size, leading = scaled
    lines = title_lines(text, part.font, room.width * POINTS_PER_MM / size)
    if len(lines) > part.lines:
        raise OverfullError(part.id, text)
    block = Block(size, tuple(set_line(line, part.font, part.tracking) for line in lines))
    texts = put(layout, part, Spot(room.left, 0.0, room.width, leading), block, shared=False)
    return Stacked(part.gap, leading, len(lines), tuple(texts), whole=True)


@for_a_batch(64)
def hanging(layout: Layout, part: Part, room: Region, said: tuple[str, str], scaled: Scaled) -> Stacked:
    """A label, and a text whose further lines stand under its first character (7.3.4)."""
    size, leading = scaled
    ems = size / POINTS_PER_MM
    label = set_line(said[0], part.font, trim=False)
    lead = room.left + part.indent * ems
    left = lead + label.width * ems
    lines = paragraph(said[1], part.font, (room.left + room.width - left) / ems)
    plain = beside(part)
    texts: list[Text] = put(layout, plain, Spot(lead, 0.0, room.width, leading), Block(size, (label,)), shared=False)
    texts += put(layout, plain, Spot(left, 0.0, room.width, leading), Block(size, lines), shared=False)
    return Stacked(part.gap, leading, len(lines), tuple(texts), whole=True)
