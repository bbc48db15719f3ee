"""A picture: an emblem, a signature, an ornament that somebody drew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.base import Element
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout


@dataclass(frozen=True, kw_only=True, eq=False)
class Picture(Element):
    """The picture with the SHA-256 ``picture``: whole in the middle of its box, or stretched to it.

    As ``ink`` it darkens what lies below, as a stamp does; else it covers it.
    """

    KIND: ClassVar[str] = "picture"
    LAYER: ClassVar[str] = "picture"

    picture: str = ""
    fit: str = fields.choice("whole", "stretch")
    ink: bool = False

    def seen(self, size: tuple[int, int]) -> tuple[float, float, float, float]:
        """x, y, width and height of what a picture of so many pixels takes of the box, in mm."""
        if self.fit != "whole":
            return self.x, self.y, self.width, self.height
        scale = min(self.width / size[0], self.height / size[1])
        wide, high = size[0] * scale, size[1] * scale
        return self.x + (self.width - wide) / 2, self.y + (self.height - high) / 2, wide, high

    def placed(self, layout: Layout, size: tuple[int, int], picture: bytes) -> bytes:
        """The operator ``picture`` of so many pixels, in the box."""
        x, y, width, height = (side * POINTS_PER_MM for side in self.seen(size))
        y = layout.height * POINTS_PER_MM - y - height
        return b"q %.3f 0 0 %.3f %.3f %.3f cm " % (width, height, x, y) + picture + b"Q\n"
