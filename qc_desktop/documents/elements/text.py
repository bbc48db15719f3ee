"""Text with variables: a line that shrinks, a few that wrap, or a list of lines one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.base import Element
from qc_desktop.documents.elements.style import Style
from qc_desktop.documents.scene import Spot, Text, fit_block, fit_paragraph, lowered, put

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.values import Values


@dataclass(frozen=True, kw_only=True, eq=False)
class TextElement(Style, Element):
    """Text whose baseline lies at ``y``: that of its last line, or with ``anchor`` first that of its first.

    Several texts are lines of their own, each shrunk by itself; one whose data is missing takes no line.
    """

    KIND: ClassVar[str] = "text"

    text: tuple[str, ...] = ()
    anchor: str = fields.choice("last", "first")

    def written(self) -> Iterator[tuple[str, str]]:
        """Its texts and their font."""
        return ((text, self.font) for text in self.text)

    def texts(self, layout: Layout, values: Values) -> list[Text]:
        """Its lines. Raises OverfullError."""
        made: list[Text] = []
        for row, (line, shared) in enumerate(values.lines(self.text)):
            make = _shared_line if shared else _line
            made += lowered(make(layout, self, line, shared), row * self.step)
        return made


def _line(layout: Layout, element: TextElement, line: str, shared: bool) -> tuple[Text, ...]:
    fit = fit_paragraph if element.align == "justify" else fit_block
    block = fit(element, element.width, line, element.id)
    lift = element.step * (len(block.lines) - 1) if element.anchor == "last" else 0.0
    spot = Spot(element.x, element.y - lift, element.width, element.step)
    return tuple(put(layout, element, spot, block, shared))


_shared_line = for_a_batch(512)(_line)
