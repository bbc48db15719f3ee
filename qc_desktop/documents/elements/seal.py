"""The place of the seal. It stays empty on paper: a picture of a seal is no electronic seal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements.base import Element
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout

_RING = "#C0392B"


@dataclass(frozen=True, kw_only=True, eq=False)
class Seal(Element):
    """Where the seal goes; its diameter is a setting, its middle that of the box."""

    KIND: ClassVar[str] = "seal"
    LAYER: ClassVar[str] = "seal"

    def middle(self, layout: Layout) -> tuple[float, float]:
        """In points from the page's lower left corner."""
        x, y = self.x + self.width / 2, layout.height - self.y - self.height / 2
        return x * POINTS_PER_MM, y * POINTS_PER_MM

    def ring(self, layout: Layout, diameter: float) -> bytes:
        """A dashed ring of ``diameter`` mm: for the screen, never for paper."""
        ring = drawing.circle(*self.middle(layout), diameter / 2 * POINTS_PER_MM)
        return b"q [4 3] 0 d " + drawing.stroke(_RING, 0.8) + ring + b"S Q\n"

    def placed(self, layout: Layout, diameter: float, picture: bytes) -> bytes:
        """The operator ``picture`` at ``diameter`` mm."""
        side = diameter * POINTS_PER_MM
        x, y = (at - side / 2 for at in self.middle(layout))
        return b"q %.3f 0 0 %.3f %.3f %.3f cm " % (side, side, x, y) + picture + b"Q\n"
