"""How text is set, whichever element prints it."""

from __future__ import annotations

from dataclasses import dataclass

from qc_desktop.documents.elements import fields
from qc_desktop.documents.units import POINTS_PER_MM

LEADING = 1.45
"""The distance of two lines where none is given, in ems."""
FIRST_BASELINE = 0.74
"""The first baseline of a stacked block lies this part of a line below its top."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Style:
    """A text shrinks from ``size`` to ``smallest`` before it wraps into ``lines``.

    ``leading`` 0 means the usual distance of lines, ``smallest`` 0 that it does not shrink. Lines of ``whole_words``
    divide none where they need not.
    """

    font: str = fields.font()
    size: float = fields.points(10.5, 3.0)
    smallest: float = fields.points(0.0)
    lines: int = fields.count()
    leading: float = fields.mm(0.0, 0.0, 100.0)
    align: str = fields.choice("left", "centre", "right", "justify")
    colour: str = fields.colour("ink")
    tracking: float = fields.ems(0.0)
    indent: float = fields.ems(0.0, 0.0, 30.0)
    whole_words: bool = False

    @property
    def least(self) -> float:
        """The smallest size to which a long text may shrink, in points."""
        return self.smallest or self.size

    @property
    def step(self) -> float:
        """The distance of two lines at full size, in mm."""
        return self.leading or self.size * LEADING / POINTS_PER_MM
