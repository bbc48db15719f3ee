"""A page before it is drawn: texts in their places, independent of the file format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qc_desktop.documents.layout import POINTS_PER_MM, Place
from qc_desktop.documents.typesetting import Block, Line, OverfullError, fit, paragraph, set_line, steps

if TYPE_CHECKING:
    from qc_desktop.documents.layout import Layout


@dataclass(frozen=True)
class Text:
    """A line of text: its left end and baseline in points from the page's lower left corner, its size in points.

    ``shared`` marks what many pages of a batch have in common, and is written once for all of them.
    """

    line: Line
    x: float
    y: float
    size: float
    colour: str
    shared: bool = True


def in_points(place: Place) -> float:
    """The width of ``place`` in points."""
    return place.width * POINTS_PER_MM


def put(layout: Layout, place: Place, block: Block, shared: bool = True) -> list[Text]:
    """The lines of ``block`` in ``place``, aligned, one below the other."""
    size, leading = block.size, place.leading * POINTS_PER_MM
    left, baseline = place.x * POINTS_PER_MM, (layout.height - place.y) * POINTS_PER_MM
    texts = []
    for number, line in enumerate(block.lines):
        indent = place.indent * size if number == 0 else 0.0
        spare = in_points(place) - line.width * size
        shift = {"right": spare, "centre": spare / 2}.get(place.align, indent)
        x = left + shift + line.lead * size
        texts.append(Text(line, round(x, 2), round(baseline - number * leading, 2), size, place.colour, shared))
    return texts


def one_line(layout: Layout, place: Place, text: str, field: str, shared: bool = True) -> list[Text]:
    """``text`` on one line of ``place``, shrunk if need be. Raises OverfullError."""
    return fitted(layout, replace(place, lines=1), text, field, shared)


def fitted(layout: Layout, place: Place, text: str, field: str, shared: bool = True) -> list[Text]:
    """``text`` shrunk or wrapped into ``place``, whose y is the last line's baseline. Raises OverfullError."""
    block = fit_block(place, text, field)
    lifted = replace(place, y=place.y - place.leading * (len(block.lines) - 1))
    return put(layout, lifted, block, shared)


def fit_block(place: Place, text: str, field: str) -> Block:
    """``text`` shrunk or wrapped for ``place``. Raises OverfullError."""
    sizes = steps(place.size, place.least)
    block = fit(text, place.font, in_points(place), sizes, place.lines, place.tracking)
    if block is None:
        raise OverfullError(field, text)
    return block


def natural(place: Place, text: str) -> Block:
    """``text`` as one line at the place's own size, however wide."""
    return Block(place.size, (set_line(text, place.font, place.tracking),))


def justified(place: Place, text: str, size: float) -> Block:
    """``text`` as an indented, justified paragraph of ``place`` at ``size`` points."""
    return Block(size, paragraph(text, place.font, in_points(place) / size, place.indent))
