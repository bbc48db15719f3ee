"""What every element of a page has: a place, and a way onto the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.condition import Conditional
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout
    from qc_desktop.documents.pdf.drawing import Drawing
    from qc_desktop.documents.scene import Text
    from qc_desktop.documents.values import Values


@dataclass(frozen=True)
class Drawn:
    """What an element draws that no record changes: operators, and the parts that they repeat."""

    operators: bytes
    parts: Mapping[str, Drawing] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, eq=False)
class Element(Conditional):
    """A thing on the page, ``width`` × ``height`` mm from its upper left corner.

    ``LAYER`` is what draws it: neighbours of one layer are drawn together. What is ``stock`` stands on the pre-printed
    paper already: it is shown and saved, and left out where that paper is printed on (套打). ``pages`` says on which
    pages of a document of several it stands.
    """

    KIND: ClassVar[str] = ""
    LAYER: ClassVar[str] = "text"

    id: str
    name: str = ""
    x: float = fields.mm()
    y: float = fields.mm()
    width: float = fields.mm()
    height: float = fields.mm()
    stock: bool = False
    pages: str = fields.choice("every_page", "first_page", "later_pages", "last_page", "odd_pages", "even_pages")

    @property
    def called(self) -> str:
        """What people call it."""
        return self.name or self.id

    def stands_on(self, page: int, pages: int) -> bool:
        """Whether it is on ``page`` (from 1) of ``pages``."""
        known = {
            "first_page": page == 1,
            "later_pages": page > 1,
            "last_page": page == pages,
            "odd_pages": page % 2 == 1,
            "even_pages": page % 2 == 0,
        }
        return known.get(self.pages, True)

    def written(self) -> Iterator[tuple[str, str]]:
        """Its texts with variables, each with the font that prints it."""
        return iter(())

    def headings(self) -> Iterator[str]:
        """What it prints of its own that has no variables."""
        return iter(())

    def art(self, layout: Layout, colours: Mapping[str, str]) -> Drawn:
        """What it draws on every page alike, in points."""
        return Drawn(b"")

    def texts(self, layout: Layout, values: Values) -> list[Text]:
        """The lines it prints of a record. Raises OverfullError."""
        return []

    def rules(self, layout: Layout, values: Values, colours: Mapping[str, str]) -> bytes:
        """The operators of lines that depend on a record."""
        return b""


def flipped(layout: Layout, element: Element) -> tuple[float, float, float, float]:
    """x, y of the lower left corner, width and height of ``element``, in points from the page's lower left corner."""
    k = POINTS_PER_MM
    return element.x * k, (layout.height - element.y - element.height) * k, element.width * k, element.height * k


def ink(colours: Mapping[str, str], name: str) -> str:
    """The colour called ``name``, as ``#RRGGBB``."""
    return name if name.startswith("#") else colours[name]
