"""正文: parts stacked in a region, shrunk together until they fit it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements.base import Element
from qc_desktop.documents.elements.parts import Part, Region, Stacked, stacked
from qc_desktop.documents.scene import Text, lowered
from qc_desktop.documents.typesetting import OverfullError

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.values import Values

_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
_FIRST_BASELINE = 0.74
"""The first baseline lies this part of a line below the top of its block."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Flow(Element):
    """Parts one below the other between top and bottom; the room they leave is shared out over their gaps."""

    KIND: ClassVar[str] = "flow"

    part: tuple[Part, ...] = field(default=(), metadata={"of": Part})

    def written(self) -> Iterator[tuple[str, str]]:
        """The texts of its parts."""
        return ((text, part.font) for part in self.part for text in (*part.text, *part.short))

    def texts(self, layout: Layout, values: Values) -> list[Text]:
        """Its lines. Raises OverfullError, naming the longest part, where the smallest sizes do not fit."""
        region = Region(self.x, self.width)
        for scale in _SCALES:
            made = [stacked(layout, part, region, values, scale) for part in self.part]
            blocks = [block for block in made if block is not None]
            if sum(block.high for block in blocks) <= self.height:
                return self._stack(blocks)
        said = {part.id: _said(part, values) for part in self.part}
        longest = max(said, key=lambda name: len(said[name]))
        raise OverfullError(longest, said[longest])

    def _stack(self, blocks: list[Stacked]) -> list[Text]:
        spare = self.height - sum(block.high for block in blocks)
        stretch = 1 + spare / (sum(block.gap for block in blocks) or 1.0)
        top = self.y
        texts: list[Text] = []
        for block in blocks:
            top += block.gap * stretch
            texts += lowered(block.texts, top + _FIRST_BASELINE * block.leading)
            top += block.leading * block.rows
        return texts


def _said(part: Part, values: Values) -> str:
    return "".join(line for line, _ in values.lines(part.text))
