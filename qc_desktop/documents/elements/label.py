"""The QR of the verification label, with its quiet zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents import qr
from qc_desktop.documents.elements.base import Element
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout

_DOT = 72 / 300


@dataclass(frozen=True, kw_only=True, eq=False)
class Label(Element):
    """A square box: the symbol fills it, its quiet zone of four modules included."""

    KIND: ClassVar[str] = "label"
    LAYER: ClassVar[str] = "label"

    @property
    def module(self) -> float:
        """The side of a module, in mm."""
        return self.width / (qr.CERTIFICATE.size + 2 * qr.QUIET_ZONE)

    def placed(self, layout: Layout, symbol: bytes) -> bytes:
        """The path ``symbol`` in the box, its corner on a whole dot of 300 to the inch."""
        from qc_desktop.documents.pdf.symbols import placed

        module = self.module * POINTS_PER_MM
        left = _on_dot(self.x * POINTS_PER_MM) + qr.QUIET_ZONE * module
        top = _on_dot((layout.height - self.y) * POINTS_PER_MM) - qr.QUIET_ZONE * module
        return placed(symbol, left, top, module)


def _on_dot(points: float) -> float:
    return round(points / _DOT) * _DOT
