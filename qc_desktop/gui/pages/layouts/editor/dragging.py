"""What a person drags over the page, and where it would stand if it were let go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF

from qc_desktop.documents.layout.extents import Extent
from qc_desktop.gui.pages.layouts.editor import geometry

NOWHERE = geometry.Snap(0.0, 0.0)


@dataclass(frozen=True)
class Drag:
    """From where, by which edge (empty: the whole), which boxes on which page, and how far by now; in mm."""

    start: QPointF
    edge: str
    boxes: dict[str, Extent]
    page: tuple[float, float]
    dx: float = 0.0
    dy: float = 0.0
    guides: geometry.Snap = NOWHERE

    @property
    def is_moved(self) -> bool:
        """Whether it went anywhere."""
        return bool(self.dx or self.dy)

    def to(
        self, at: QPointF, lines: tuple[Sequence[float], Sequence[float]] | None, reach: float, *, free: bool
    ) -> Drag:
        """The same drag with the pointer ``at``: the whole snaps to ``lines`` within ``reach``, an edge to tenths."""
        away = at - self.start
        dx, dy, guides = away.x(), away.y(), NOWHERE
        if lines is not None and not self.edge:
            guides = geometry.snapped(next(iter(self.boxes.values())).moved(dx, dy), lines, reach)
            dx, dy = dx + guides.dx, dy + guides.dy
        elif not free:
            dx, dy = round(dx, 1), round(dy, 1)
        if not self.edge:
            wanted = dx, dy
            dx, dy = geometry.held(self.boxes.values(), dx, dy, self.page)
            guides = guides if (dx, dy) == wanted else NOWHERE
        return replace(self, dx=dx, dy=dy, guides=guides)

    def placed(self, name: str, box: Extent) -> Extent:
        """Where the element called ``name``, which stands in ``box``, would stand."""
        if name not in self.boxes:
            return box
        return geometry.resized(box, self.edge, self.dx, self.dy) if self.edge else box.moved(self.dx, self.dy)
