"""What a layout is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.fields import LONGEST_MM
from qc_desktop.domain.lengths import is_reason
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element

    E = TypeVar("E", bound=Element)


@dataclass(frozen=True)
class Background:
    """A scan of the pre-printed stock: shown while a layout is made, never printed."""

    picture: str
    x: float = fields.mm(0.0, -LONGEST_MM)
    y: float = fields.mm(0.0, -LONGEST_MM)
    width: float = fields.mm()
    height: float = fields.mm()


@dataclass(frozen=True)
class Accepted:
    """What a check marks and somebody kept, with the reason: a word that claims too much, or ``above/below``, the ids
    of an element and of the text that it hides a part of."""

    word: str
    reason: str

    @property
    def is_told(self) -> bool:
        """Whether the reason is one."""
        return is_reason(self.reason)


@dataclass(frozen=True)
class Resources:
    """What a layout names and does not hold: bytes of its pictures by SHA-256, fonts of the office by name."""

    pictures: Mapping[str, bytes] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)


class Design(Protocol):
    """A layout of whichever form: what keeping, choosing, wording and carrying it need to know of it."""

    @property
    def kind(self) -> str:
        """Which document it is of."""
        ...

    @property
    def edition(self) -> int:
        """Counted by whoever made it."""
        ...

    @property
    def language(self) -> str:
        """Of what it prints."""
        ...

    @property
    def words(self) -> Mapping[str, str]:
        """Texts of its own, by name."""
        ...

    @property
    def phrases(self) -> Mapping[str, tuple[str, ...]]:
        """Texts of several lines."""
        ...

    @property
    def accepted(self) -> tuple[Accepted, ...]:
        """Words that claim too much and were kept."""
        ...

    @property
    def approval(self) -> str:
        """The document that allows a title with 全国 or 中国."""
        ...

    @property
    def text(self) -> str:
        """The source it was read from."""
        ...

    @property
    def sha256(self) -> str:
        """Of its content."""
        ...

    @property
    def resources(self) -> Resources:
        """What it names and does not hold."""
        ...

    def with_resources(self, resources: Resources) -> Self:
        """The same, able to draw what it names."""
        ...


@dataclass(frozen=True, eq=False)
class Layout:
    """One edition of a document's layout; ``text`` is the source it was read from.

    ``elements`` lie on the page in this order, the last on top. ``approval`` names the document that allows a title
    with 全国 or 中国.
    """

    kind: str
    edition: int
    language: str
    width: float
    height: float
    words: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]
    schemes: Mapping[str, Mapping[str, str]]
    elements: tuple[Element, ...]
    background: Background | None
    accepted: tuple[Accepted, ...]
    approval: str
    text: str
    sha256: str
    resources: Resources = Resources()

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __eq__(self, other: object) -> bool:
        """Two layouts are alike that look alike: of one text, with the same fonts."""
        if not isinstance(other, Layout):
            return NotImplemented
        return other.sha256 == self.sha256 and other.resources.fonts == self.resources.fonts

    def element(self, name: str) -> Element:
        """The element called ``name``. Raises KeyError where there is none."""
        for found in self.elements:
            if found.id == name:
                return found
        raise KeyError(name)

    def has(self, name: str) -> bool:
        """Whether there is an element called ``name``."""
        return any(found.id == name for found in self.elements)

    def of(self, kind: type[E]) -> Iterator[E]:
        """The elements of a kind."""
        return (found for found in self.elements if isinstance(found, kind))

    @property
    def has_stock(self) -> bool:
        """Whether it says what stands on pre-printed paper already."""
        return any(found.stock for found in self.elements)

    def with_resources(self, resources: Resources) -> Self:
        """The same layout, able to draw what it names."""
        return replace(self, resources=resources)


def page_of(design: Design) -> Layout:
    """``design``, which is a page of elements. Raises UserError for one of another form."""
    if not isinstance(design, Layout):
        raise UserError("documents.layout_entry", entry="kind")
    return design


def by_hash(*layouts: Layout) -> dict[str, Layout]:
    """``layouts`` keyed by their hash, the form in which rendering wants them."""
    return {layout.sha256: layout for layout in layouts}
