"""A picture: an emblem, a signature, an ornament that somebody drew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.base import Element, flipped

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

    def placed(self, layout: Layout, size: tuple[int, int], picture: bytes) -> bytes:
        """The operator ``picture`` of so many pixels, in the box."""
        x, y, width, height = flipped(layout, self)
        if self.fit == "whole":
            scale = min(width / size[0], height / size[1])
            wide, high = size[0] * scale, size[1] * scale
            x, y, width, height = x + (width - wide) / 2, y + (height - high) / 2, wide, high
        return b"q %.3f 0 0 %.3f %.3f %.3f cm " % (width, height, x, y) + picture + b"Q\n"
