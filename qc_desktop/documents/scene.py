"""A page before it is drawn: texts in their places, independent of the file format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from qc_desktop.documents.typesetting import Block, Line, OverfullError, fit, paragraph, set_line, steps
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.elements.style import Style
    from qc_desktop.documents.layout.model import Layout


class Text(NamedTuple):
    """A line of text: its left end and baseline in points from the page's lower left corner, its size in points.

    ``shared`` marks what many pages of a batch have in common, and is written once for all of them. One that is
    ``turned`` runs downwards, as figures and brackets do in a vertical line.
    """

    line: Line
    x: float
    y: float
    size: float
    colour: str
    shared: bool = True
    turned: bool = False


_EDGES = 2.0
"""What a line may lose at its ends, in ems: halves of marks."""


class Spot(NamedTuple):
    """Where lines stand, in mm from the page's upper left corner: the first baseline at y, each ``step`` lower."""

    x: float
    y: float
    width: float
    step: float


MOST_CHARACTERS = 2000
"""No page has room for a longer text in one piece: finding that out line by line would take minutes."""


def put(layout: Layout, style: Style, spot: Spot, block: Block, shared: bool = True) -> list[Text]:
    """The lines of ``block`` at ``spot``, aligned, one below the other."""
    size, leading, wide = block.size, spot.step * POINTS_PER_MM, spot.width * POINTS_PER_MM
    left, baseline = spot.x * POINTS_PER_MM, (layout.height - spot.y) * POINTS_PER_MM
    texts = []
    for number, line in enumerate(block.lines):
        indent = style.indent * size if number == 0 else 0.0
        spare = wide - line.width * size
        shift = {"right": spare, "centre": spare / 2}.get(style.align, indent)
        x = left + shift + line.lead * size
        texts.append(Text(line, round(x, 2), round(baseline - number * leading, 2), size, style.colour, shared))
    return texts


def fit_block(style: Style, width: float, text: str, field: str) -> Block:
    """``text`` shrunk or wrapped into ``width`` mm; ``field`` names it where it does not fit. Raises OverfullError."""
    sizes = steps(style.size, style.least)
    demand_short(text, field)
    room = width * POINTS_PER_MM
    block = fit(text, style.font, room, sizes, style.lines, style.tracking, whole_words=style.whole_words)
    if block is None:
        raise OverfullError(field, text)
    return block


def fit_paragraph(style: Style, width: float, text: str, field: str) -> Block:
    """``text`` as a justified paragraph of ``width`` mm, shrunk until its lines suffice. Raises OverfullError."""
    demand_short(text, field)
    least = set_line("".join(text.split()), style.font).width
    for size in steps(style.size, style.least):
        if least > style.lines * (width * POINTS_PER_MM / size + _EDGES):
            continue
        block = justified(style, width, text, size)
        if len(block.lines) <= style.lines:
            return block
    raise OverfullError(field, text)


def demand_short(text: str, field: str) -> None:
    """Raises OverfullError where ``text`` is longer than any page has room for."""
    if len(text) > MOST_CHARACTERS:
        raise OverfullError(field, text)


def natural(style: Style, text: str, size: float) -> Block:
    """``text`` as one line at ``size`` points, however wide."""
    return Block(size, (set_line(text, style.font, style.tracking),))


def justified(style: Style, width: float, text: str, size: float) -> Block:
    """``text`` as an indented, justified paragraph of ``width`` mm at ``size`` points."""
    return Block(size, paragraph(text, style.font, width * POINTS_PER_MM / size, style.indent))


def lowered(texts: Iterable[Text], mm: float) -> list[Text]:
    """``texts`` so many millimetres farther down."""
    return [text._replace(y=round(text.y - mm * POINTS_PER_MM, 2)) for text in texts] if mm else list(texts)
