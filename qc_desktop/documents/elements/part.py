"""What a part of a flow is, and what it becomes: a block of lines that can be stacked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.documents.elements import fields
from qc_desktop.documents.elements.condition import Conditional
from qc_desktop.documents.elements.style import Style

if TYPE_CHECKING:
    from qc_desktop.documents.scene import Text


@dataclass(frozen=True, kw_only=True, eq=False)
class Part(Style, Conditional):
    """A paragraph of a flow, ``left`` and ``right`` mm in from its edges, ``gap`` mm below what stands above.

    ``set`` says how: a *paragraph*, a line that is made to *fit*, *lines* of which one that is too long is said in
    the ``short`` form of the same place, *columns* of clauses behind ordinals, *items* that are paragraphs each behind
    their ``mark``, a line to *fill* in (the first text its label with room ``aside``, ruled ``rows`` times at least),
    the *signature* over its date, a *headline* whose lines divide no word, or a text *hanging* behind its label, the
    first text. ``keep`` holds it to what stands above or below where pages change.
    """

    id: str
    name: str = ""
    set: str = fields.choice(
        "paragraph", "fit", "lines", "columns", "items", "fill", "signature", "headline", "hanging"
    )
    text: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    left: float = fields.mm()
    right: float = fields.mm()
    gap: float = fields.mm()
    keep: str = fields.choice("alone", "above", "below")
    mark: str = fields.choice("unmarked", "ordinal", "figure")
    aside: float = fields.mm()
    rows: int = fields.count(1, 1, 40)
    mark_font: str = fields.font("serif_bold")
    mark_colour: str = fields.colour("ink")

    @property
    def called(self) -> str:
        """What people call it."""
        return self.name or self.id


@dataclass(frozen=True)
class Stacked:
    """One block of the stack: texts set as if its first baseline lay on the page's upper edge; millimetres.

    ``rules`` are lines to write on: row, left and right end, colour. ``heads`` are the rows that begin a paragraph.
    One that is ``whole`` is never divided between pages.
    """

    gap: float
    leading: float
    rows: int
    texts: tuple[Text, ...]
    rules: tuple[tuple[int, float, float, str], ...] = ()
    heads: tuple[int, ...] = (0,)
    whole: bool = False

    @property
    def high(self) -> float:
        """Its height with the gap above it."""
        return self.gap + self.leading * self.rows


@dataclass(frozen=True)
class Region:
    """Where a part stands, in mm: its left edge and its width."""

    left: float
    width: float
